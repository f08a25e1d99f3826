export { Leases, type LeasesOptions } from './leases.ts';
export { podTokenFrom } from './pod-token.ts';
export type { ExchangeResult, ExchangeSettings, Subject } from './types.ts';
