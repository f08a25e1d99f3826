/** Why a sidecar's request gets no good answer. */
export type BrokerErrorCode =
  | 'TOKEN_INVALID'
  | 'SIDECAR_ALTERED'
  | 'NOT_ENTITLED'
  | 'BAD_REQUEST'
  | 'BODY_TOO_LARGE'
  | 'BODY_TIMEOUT'
  | 'NO_SUCH_PATH'
  | 'CONFLICT'
  | 'TOO_MANY_REQUESTS'
  | 'TOO_MANY_STREAMS'
  | 'CONTENT_TOO_LARGE'
  | 'DIGEST_MISMATCH'
  | 'RECORDING_ALTERED'
  | 'STORE_ELSEWHERE'
  | 'STORE_UNAVAILABLE'
  | 'CLUSTER_UNAVAILABLE'
  | 'NO_AUTHORITY';

/** HTTP status of each. */
const STATUS: Readonly<Record<BrokerErrorCode, number>> = {
  TOKEN_INVALID: 401,
  SIDECAR_ALTERED: 403,
  NOT_ENTITLED: 403,
  BAD_REQUEST: 400,
  BODY_TOO_LARGE: 413,
  BODY_TIMEOUT: 408,
  NO_SUCH_PATH: 404,
  CONFLICT: 409,
  TOO_MANY_REQUESTS: 429,
  TOO_MANY_STREAMS: 429,
  CONTENT_TOO_LARGE: 413,
  DIGEST_MISMATCH: 422,
  RECORDING_ALTERED: 409,
  STORE_ELSEWHERE: 421,
  STORE_UNAVAILABLE: 503,
  CLUSTER_UNAVAILABLE: 503,
  NO_AUTHORITY: 404,
};

/** Why a sidecar's request is refused. */
export class BrokerError extends Error {
  override readonly name = 'BrokerError';
  readonly code: BrokerErrorCode;

  constructor(code: BrokerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  get status(): number {
    return STATUS[this.code];
  }
}
