export type { Identity, OidcSettings } from './types.ts';
export type { IdentityClock } from './issuer.ts';
export { Verifier } from './verifier.ts';
