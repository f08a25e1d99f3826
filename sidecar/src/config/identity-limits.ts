import { KiB, limit, type Limit } from './limit.ts';

/** Tokens of agents and the keys that verify them. */
export const identityLimits: Readonly<
  Record<
    | 'tokenBytes'
    | 'claimBytes'
    | 'clockSkewMs'
    | 'loginMs'
    | 'documentMs'
    | 'documentBytes'
    | 'keys'
    | 'keysFreshMs'
    | 'keysAgainMs'
    | 'keysKnownMs',
    Limit
  >
> = {
  tokenBytes: limit('bytes', 32 * KiB, 'The agent is refused with IDENTITY_MALFORMED.'),
  claimBytes: limit(
    'bytes',
    4 * KiB,
    'A token with a longer claim among those that are recorded is refused with IDENTITY_CLAIM_TOO_LARGE.',
  ),
  clockSkewMs: limit(
    'ms',
    30_000,
    'A token that expired earlier, or becomes valid later, is refused with IDENTITY_EXPIRED or IDENTITY_NOT_YET_VALID.',
  ),
  loginMs: limit(
    'ms',
    60_000,
    'An agent that was asked for its token and has not presented it is refused with STARTUP_TIMEOUT.',
  ),
  documentMs: limit(
    'ms',
    3_000,
    "The issuer's discovery document or key set counts as unreachable.",
  ),
  documentBytes: limit(
    'bytes',
    256 * KiB,
    "The issuer's discovery document or key set is refused with IDENTITY_ISSUER_INVALID.",
  ),
  keys: limit('count', 100, 'The key set is refused with IDENTITY_ISSUER_INVALID.'),
  keysFreshMs: limit('ms', 10 * 60_000, 'The next token has the keys fetched again.'),
  keysAgainMs: limit(
    'ms',
    10_000,
    'Within this time of a request to the issuer there is no other: a token with a key that is not known is refused.',
  ),
  keysKnownMs: limit(
    'ms',
    60 * 60_000,
    'While the issuer does not answer, keys that were fetched longer ago are not used; agents are refused with IDENTITY_ISSUER_UNAVAILABLE.',
  ),
};

/** Credentials that are exchanged for tokens. */
export const upstreamLimits: Readonly<
  Record<
    'exchangeMs' | 'exchangeBytes' | 'credentialBytes' | 'leaseMs' | 'renewMs' | 'renewAgainMs',
    Limit
  >
> = {
  exchangeMs: limit('ms', 5_000, 'The token endpoint counts as unreachable: EXCHANGE_UNAVAILABLE.'),
  exchangeBytes: limit(
    'bytes',
    128 * KiB,
    'The answer of the token endpoint is refused with EXCHANGE_INVALID.',
  ),
  credentialBytes: limit(
    'bytes',
    60 * KiB,
    'A longer token cannot be a password of PostgreSQL and is refused with EXCHANGE_INVALID.',
  ),
  leaseMs: limit(
    'ms',
    5 * 60_000,
    'A token whose lifetime the token endpoint does not say is exchanged again.',
  ),
  renewMs: limit('ms', 1_000, 'Between an exchange and its renewal lies at least this time.'),
  renewAgainMs: limit(
    'ms',
    10_000,
    'A renewal that failed, but was not refused, is tried again after this time.',
  ),
};
