export { Leases, type LeasesOptions } from './leases.ts';
export type { ExchangeResult, ExchangeSettings } from './types.ts';
