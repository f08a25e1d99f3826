import type { Limit } from '../kube/limits.ts';

const limit = (unit: Limit['unit'], value: number, beyond: string): Limit => ({
  unit,
  value,
  beyond,
});
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Certificates of the installation's own authority. */
export const certificateLimits: Readonly<
  Record<
    | 'authorityMs'
    | 'authorityRenewMs'
    | 'holdMs'
    | 'leafMs'
    | 'backdatedMs'
    | 'lookMs'
    | 'secretBytes'
    | 'past'
    | 'startMs',
    Limit
  >
> = {
  authorityMs: limit('ms', 365 * DAY_MS, 'An authority is not valid any more.'),
  authorityRenewMs: limit('ms', 243 * DAY_MS, 'At this age of an authority its rotation begins.'),
  holdMs: limit(
    'ms',
    DAY_MS,
    'A rotation takes its next step: the next authority was published for so long, or the one before was still trusted.',
  ),
  leafMs: limit(
    'ms',
    DAY_MS,
    'A certificate of the operator or of a sidecar is not valid any more; it is renewed after two thirds.',
  ),
  backdatedMs: limit('ms', 300_000, 'A clock that is behind by more does not take a certificate.'),
  lookMs: limit('ms', 10_000, 'Files and webhooks are looked at again, and whether it is time.'),
  secretBytes: limit('bytes', 65_536, 'A field of the Secret is not read: CA_UNUSABLE.'),
  past: limit(
    'count',
    40,
    'The authority that was dropped first is not kept for verifying any more.',
  ),
  startMs: limit(
    'ms',
    60_000,
    'A replica that finds no authority for so long, or webhooks behind which the API server does not trust it, ends with CA_UNUSABLE.',
  ),
};
