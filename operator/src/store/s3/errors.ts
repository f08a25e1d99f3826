import { StoreError, type StoreErrorCode } from '../errors.ts';

/** By name of the service's error, or of the system's. */
const NAMES: Readonly<Record<string, StoreErrorCode>> = {
  NoSuchBucket: 'BUCKET_MISSING',
  InvalidAccessKeyId: 'CREDENTIAL_REFUSED',
  // Of versitygw.
  XAdminUserNotFound: 'CREDENTIAL_REFUSED',
  SignatureDoesNotMatch: 'CREDENTIAL_REFUSED',
  ExpiredToken: 'CREDENTIAL_REFUSED',
  InvalidToken: 'CREDENTIAL_REFUSED',
  CredentialsProviderError: 'CREDENTIAL_MISSING',
  AuthorizationHeaderMalformed: 'WRONG_REGION',
  PermanentRedirect: 'WRONG_REGION',
  IllegalLocationConstraintException: 'WRONG_REGION',
  PreconditionFailed: 'EXISTS',
  BadDigest: 'MISMATCH',
  XAmzContentChecksumMismatch: 'MISMATCH',
  ObjectLocked: 'LOCKED',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'TLS_FAILED',
  SELF_SIGNED_CERT_IN_CHAIN: 'TLS_FAILED',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'TLS_FAILED',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'TLS_FAILED',
  CERT_HAS_EXPIRED: 'TLS_FAILED',
  ERR_TLS_CERT_ALTNAME_INVALID: 'TLS_FAILED',
  ERR_SSL_WRONG_VERSION_NUMBER: 'TLS_FAILED',
  EPROTO: 'TLS_FAILED',
  ECONNREFUSED: 'UNREACHABLE',
  ECONNRESET: 'UNREACHABLE',
  ENOTFOUND: 'UNREACHABLE',
  EAI_AGAIN: 'UNREACHABLE',
  EHOSTUNREACH: 'UNREACHABLE',
  ETIMEDOUT: 'UNREACHABLE',
  EPIPE: 'UNREACHABLE',
  TimeoutError: 'UNREACHABLE',
};

/** By HTTP status, where the name says nothing: an answer to HEAD has no body. */
const STATUSES: Readonly<Record<number, StoreErrorCode>> = {
  301: 'WRONG_REGION',
  403: 'ACCESS_DENIED',
  412: 'EXISTS',
};

interface Thrown {
  readonly name?: string;
  readonly code?: string;
  readonly message?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** What failed, in the store's own words behind ours. */
export function asStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const { name = '', code = '', message = '' } = error as Thrown;
  const status = statusOf(error);
  const found = NAMES[name] ?? NAMES[code] ?? STATUSES[status] ?? 'FAILED';
  const what = [code === '' ? name : code, status === 0 ? '' : String(status), message];
  const said = what.filter((part) => part !== '').join(' ');
  return new StoreError(found, `the object store says ${said}`, { cause: error });
}

/** 0 where there was no answer. */
export function statusOf(error: unknown): number {
  return (error as Thrown).$metadata?.httpStatusCode ?? 0;
}
