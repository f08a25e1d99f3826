import type { Lease } from '../kinds.ts';

/** A record that says it holds longer than this is not believed, or a mistyped one would keep everybody away for years. */
const LONGEST_MS = 60_000;
const DEFAULT_SECONDS = 15;

/** When this replica saw the record as it is now for the first time, by its own clock. */
export interface Observation {
  readonly record: string;
  readonly at: number;
}

export type Decision =
  /** There is no record. */
  | 'create'
  /** Nobody holds it, or who does has not renewed it for as long as it said. */
  | 'acquire'
  /** This replica holds it. */
  | 'renew'
  /** Another one holds it. */
  | 'wait';

/**
 * The record as seen now. Only that it changed counts, not what times it has: those are another machine's.
 */
export function observe(previous: Observation | undefined, lease: Lease, now: number): Observation {
  const { holderIdentity, renewTime, acquireTime, leaseTransitions } = lease.spec ?? {};
  const record = JSON.stringify([holderIdentity, renewTime, acquireTime, leaseTransitions]);
  return previous?.record === record ? previous : { record, at: now };
}

export interface DecisionFacts {
  readonly lease: Lease | undefined;
  readonly observation: Observation | undefined;
  /** Of this replica. */
  readonly identity: string;
  readonly now: number;
}

export function decide({ lease, observation, identity, now }: DecisionFacts): Decision {
  if (lease === undefined || observation === undefined) return 'create';
  const { holderIdentity: holder = '', leaseDurationSeconds = DEFAULT_SECONDS } = lease.spec ?? {};
  if (holder === '') return 'acquire';
  if (holder === identity) return 'renew';
  const durationMs = Math.min(leaseDurationSeconds * 1000, LONGEST_MS);
  return now - observation.at >= durationMs ? 'acquire' : 'wait';
}

export interface Claim {
  readonly identity: string;
  readonly leaseSeconds: number;
  readonly date: Date;
}

/** The record with this replica as its holder; a new term where it was not the holder. */
export function claimed(lease: Lease, { identity, leaseSeconds, date }: Claim): Lease {
  const time = microTime(date);
  const { holderIdentity, acquireTime, leaseTransitions = 0 } = lease.spec ?? {};
  const isSame = holderIdentity === identity;
  return {
    ...lease,
    spec: {
      holderIdentity: identity,
      leaseDurationSeconds: leaseSeconds,
      acquireTime: isSame ? (acquireTime ?? time) : time,
      renewTime: time,
      leaseTransitions:
        isSame || holderIdentity === undefined ? leaseTransitions : leaseTransitions + 1,
    },
  };
}

/** The record without a holder: the next one need not wait. */
export function released(lease: Lease, date: Date): Lease {
  const { leaseTransitions = 0 } = lease.spec ?? {};
  const time = microTime(date);
  return {
    ...lease,
    spec: {
      holderIdentity: '',
      leaseDurationSeconds: 1,
      acquireTime: time,
      renewTime: time,
      leaseTransitions,
    },
  };
}

/** metav1.MicroTime: RFC 3339 with six digits of a second. */
const microTime = (date: Date): string => date.toISOString().replace('Z', '000Z');
