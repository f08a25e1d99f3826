import { SidecarError, type SidecarErrorCode } from '../errors.ts';

type Failure = readonly [code: SidecarErrorCode, message: string];

/** `jose`'s codes of a token that does not verify. */
const failures: ReadonlyMap<string, Failure> = new Map<string, Failure>([
  ['ERR_JWT_EXPIRED', ['IDENTITY_EXPIRED', 'the token has expired']],
  ['ERR_JOSE_ALG_NOT_ALLOWED', ['IDENTITY_ALGORITHM', "the token's algorithm is not allowed"]],
  [
    'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    ['IDENTITY_SIGNATURE', "the token's signature is not the issuer's"],
  ],
  ['ERR_JWKS_NO_MATCHING_KEY', ['IDENTITY_KEY_UNKNOWN', 'the issuer has no such key']],
  [
    'ERR_JWKS_MULTIPLE_MATCHING_KEYS',
    ['IDENTITY_KEY_UNKNOWN', 'the token does not say which of several keys signed it'],
  ],
]);

/** Claims that were checked and are not as they have to be. */
const claims: ReadonlyMap<string, Failure> = new Map<string, Failure>([
  ['iss', ['IDENTITY_ISSUER', 'the token is of another issuer']],
  ['aud', ['IDENTITY_AUDIENCE', 'the token is for another audience']],
  ['nbf', ['IDENTITY_NOT_YET_VALID', 'the token is not valid yet']],
  ['exp', ['IDENTITY_MALFORMED', 'the token does not say when it expires']],
  ['sub', ['IDENTITY_MALFORMED', 'the token does not say whom it is about']],
]);

const malformed: Failure = ['IDENTITY_MALFORMED', 'the token is no signed JWT'];

interface Facts {
  readonly code?: unknown;
  readonly claim?: unknown;
}

/** Why a token is refused, without anything of it. What is no finding about a token is a defect and stays as it is. */
export function identityFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof SidecarError) return error;
  const { code, claim } = error as Facts;
  if (typeof code !== 'string' || !code.startsWith('ERR_J')) return error;
  const named = typeof claim === 'string' ? claims.get(claim) : undefined;
  const [ours, message] = failures.get(code) ?? named ?? malformed;
  return new SidecarError(ours, message);
}
