/**
 * Signatures that a token may have (RFC 7518, RFC 8037, RFC 9864). Asymmetric ones only: with a symmetric one, whoever can
 * verify can sign, and a public key could be taken for a secret. `none` is no signature.
 */
export const ALGORITHMS: readonly string[] = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
