/** Why a store does not do what is asked of it. */
export type StoreErrorCode =
  | 'NO_STORE'
  | 'DIRECTORY_NOT_SERVED'
  | 'CREDENTIAL_NOT_ALLOWED'
  | 'CREDENTIAL_MISSING'
  | 'CREDENTIAL_REFUSED'
  | 'ACCESS_DENIED'
  | 'BUCKET_MISSING'
  | 'WRONG_REGION'
  | 'TLS_FAILED'
  | 'UNREACHABLE'
  | 'FULL'
  | 'READ_ONLY'
  | 'EXISTS'
  | 'MISMATCH'
  | 'TOO_LARGE'
  | 'LOCKED'
  | 'FAILED';

/** A store cannot be used, or refuses. The message is for whoever looks after the store. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export function isStoreError(error: unknown, ...codes: readonly StoreErrorCode[]): boolean {
  return error instanceof StoreError && (codes.length === 0 || codes.includes(error.code));
}
