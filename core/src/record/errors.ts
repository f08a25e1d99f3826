export type RecordErrorCode =
  | 'MALFORMED_EVENT'
  | 'MALFORMED_MANIFEST'
  | 'MALFORMED_REGISTRATION'
  | 'MALFORMED_KEY'
  | 'LINE_TOO_LONG'
  | 'SIGNER_UNCERTIFIED'
  | 'SIGNER_MISMATCH'
  | 'SIGNER_EXPIRED';

/** Why whoever signed a manifest does not count as certified. */
export type SignerErrorCode = Extract<RecordErrorCode, `SIGNER_${string}`>;

export function isSignerCode(code: RecordErrorCode): code is SignerErrorCode {
  return code.startsWith('SIGNER_');
}

/** Bad data in a recording. The place is in the fields, never only in the message. */
export class RecordError extends Error {
  readonly code: RecordErrorCode;
  readonly segment?: string;
  /** Bytes from the start of the uncompressed segment. */
  readonly offset?: number;

  constructor(
    code: RecordErrorCode,
    message: string,
    facts: { segment?: string; offset?: number; cause?: unknown } = {},
  ) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = 'RecordError';
    this.code = code;
    if (facts.segment !== undefined) this.segment = facts.segment;
    if (facts.offset !== undefined) this.offset = facts.offset;
  }
}
