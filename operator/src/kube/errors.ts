/** Why a conversation with the API server failed. Closed; callers branch on it and never on a message. */
export type KubeErrorCode =
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'ALREADY_EXISTS'
  | 'CONFLICT'
  | 'EXPIRED'
  | 'INVALID'
  | 'TOO_MANY_REQUESTS'
  | 'REFUSED'
  | 'SERVER_FAILED'
  | 'UNREACHABLE'
  | 'TIMEOUT'
  | 'SILENT'
  | 'STOPPED'
  | 'TOO_LARGE'
  | 'MALFORMED_ANSWER'
  | 'ACCESS_UNUSABLE';

export interface KubeErrorFacts {
  /** HTTP status. */
  readonly status?: number;
  /** `reason` of the server's Status: `AlreadyExists`, `Conflict`, `Expired`. */
  readonly reason?: string;
  /** When the server wants to be asked again, milliseconds. */
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

/** The one error of `kube/`. */
export class KubeError extends Error {
  override readonly name = 'KubeError';
  readonly code: KubeErrorCode;
  readonly status: number | undefined;
  readonly reason: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: KubeErrorCode, message: string, facts: KubeErrorFacts = {}) {
    super(message, { cause: facts.cause });
    this.code = code;
    this.status = facts.status;
    this.reason = facts.reason;
    this.retryAfterMs = facts.retryAfterMs;
  }
}

/** Whether an error is the API server's, under one of these codes. */
export function isKubeError(
  error: unknown,
  ...codes: readonly KubeErrorCode[]
): error is KubeError {
  return error instanceof KubeError && (codes.length === 0 || codes.includes(error.code));
}
