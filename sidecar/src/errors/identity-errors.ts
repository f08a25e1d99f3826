import { fact, type ErrorFact } from './fact.ts';

/** Why an agent is not believed to be who it says, or gets no credential. */
export type IdentityErrorCode =
  | 'IDENTITY_MISSING'
  | 'IDENTITY_TLS_REQUIRED'
  | 'IDENTITY_MALFORMED'
  | 'IDENTITY_ALGORITHM'
  | 'IDENTITY_KEY_UNKNOWN'
  | 'IDENTITY_SIGNATURE'
  | 'IDENTITY_ISSUER'
  | 'IDENTITY_AUDIENCE'
  | 'IDENTITY_EXPIRED'
  | 'IDENTITY_NOT_YET_VALID'
  | 'IDENTITY_CLAIM_TOO_LARGE'
  | 'IDENTITY_ISSUER_UNAVAILABLE'
  | 'IDENTITY_ISSUER_INVALID'
  | 'EXCHANGE_REFUSED'
  | 'EXCHANGE_UNAVAILABLE'
  | 'EXCHANGE_INVALID';

/** Class 28: what drivers take for a login that failed; they do not try the same again. */
const REFUSED = '28P01';

export const identityErrors: Readonly<Record<IdentityErrorCode, ErrorFact>> = {
  IDENTITY_MISSING: fact(
    '28000',
    'The connection asks the agent for an OIDC token, and none was presented.',
    'Present the token as the password, or by SASL OAUTHBEARER where `identity.oidc.mechanism` says so.',
  ),
  IDENTITY_TLS_REQUIRED: fact(
    '28000',
    'The agent would have to send its token in clear over a network.',
    'Connect with TLS (`sslmode=verify-full`), or over a loopback address.',
  ),
  IDENTITY_MALFORMED: fact(
    REFUSED,
    'What was presented is no signed JWT with the claims `exp` and `sub`, is too long, or does not follow RFC 7628.',
    'Present the token as the issuer gave it.',
  ),
  IDENTITY_ALGORITHM: fact(
    REFUSED,
    'The token is signed by an algorithm that is not accepted: none, a symmetric one, or one that is not known.',
    'Have the issuer sign with RS256, ES256, EdDSA or another asymmetric algorithm.',
  ),
  IDENTITY_KEY_UNKNOWN: fact(
    REFUSED,
    "The issuer's key set has no key that the token names, or the token names none of several.",
    'Get a new token; after a rotation of keys, try again in ten seconds.',
  ),
  IDENTITY_SIGNATURE: fact(
    REFUSED,
    "The token's signature is not the issuer's.",
    'Get a new token from the issuer.',
  ),
  IDENTITY_ISSUER: fact(
    REFUSED,
    'The token is of another issuer.',
    'Get a token from the issuer of `identity.oidc.issuer`.',
  ),
  IDENTITY_AUDIENCE: fact(
    REFUSED,
    'The token is for another audience.',
    'Ask the issuer for a token for one of `identity.oidc.audiences`.',
  ),
  IDENTITY_EXPIRED: fact(
    REFUSED,
    'The token has expired; said at login, and at the end of a session that may not outlive its token.',
    'Get a new token and connect again.',
  ),
  IDENTITY_NOT_YET_VALID: fact(
    REFUSED,
    'The token is not valid yet.',
    'Compare the clocks of the issuer and of the sidecar.',
  ),
  IDENTITY_CLAIM_TOO_LARGE: fact(
    REFUSED,
    'A claim that goes into the record is too long.',
    'Map fewer or shorter claims in `identity.oidc.claims`.',
  ),
  IDENTITY_ISSUER_UNAVAILABLE: fact(
    '08006',
    "The issuer's keys cannot be fetched, and none are known that are young enough.",
    'Check that the sidecar reaches `identity.oidc.issuer`; try again.',
  ),
  IDENTITY_ISSUER_INVALID: fact(
    '08006',
    "The issuer's discovery document or key set is not what it has to be, or too large.",
    'Check `identity.oidc.issuer`: it must stand in the discovery document to the letter.',
  ),
  EXCHANGE_REFUSED: fact(
    '28000',
    "The authorization server does not give a credential for the agent's token; its error code is in the message.",
    'Check what the agent may do there, and `credential.tokenExchange`: client, audience, resource, scopes.',
  ),
  EXCHANGE_UNAVAILABLE: fact(
    '08006',
    'The token endpoint does not answer, or says that it cannot.',
    'Check that the sidecar reaches `credential.tokenExchange.tokenEndpoint`; try again.',
  ),
  EXCHANGE_INVALID: fact(
    '08006',
    'The token endpoint answered what is no answer of RFC 8693, or gave a token that cannot be a password.',
    'Check that `credential.tokenExchange.tokenEndpoint` is a token endpoint.',
  ),
};
