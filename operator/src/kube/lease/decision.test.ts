import { expect, test } from '@jest/globals';
import type { Lease } from '../kinds.ts';
import { claimed, decide, observe, released, type Observation } from './decision.ts';

const at = (text: string): Date => new Date(text);
const aLease = (holderIdentity: string, renewTime: string, leaseDurationSeconds = 8): Lease => ({
  metadata: { name: 'operator', namespace: 'system', resourceVersion: '1' },
  spec: {
    ...{ holderIdentity, renewTime, leaseDurationSeconds },
    ...{ acquireTime: '2026-01-01T00:00:00.000000Z', leaseTransitions: 3 },
  },
});

/** What `us` decides at `now`, when it first saw this record at `seen`. */
function decided(lease: Lease, seen: number, now: number): string {
  const observation = observe(undefined, lease, seen);
  return decide({ lease, observation, identity: 'us', now });
}

test('without a record one is made', () => {
  const facts = { lease: undefined, observation: undefined, identity: 'us', now: 0 };
  expect(decide(facts)).toBe('create');
});

test('a record without a holder is free, and our own is renewed', () => {
  expect(decided(aLease('', '2026-01-01T00:00:00.000000Z'), 0, 0)).toBe('acquire');
  expect(decided(aLease('us', '2026-01-01T00:00:00.000000Z'), 0, 0)).toBe('renew');
});

test("another's record is waited for as long as it says, from when it was first seen", () => {
  const lease = aLease('them', '2026-01-01T00:00:00.000000Z');
  expect(decided(lease, 1_000, 1_000)).toBe('wait');
  expect(decided(lease, 1_000, 8_999)).toBe('wait');
  expect(decided(lease, 1_000, 9_000)).toBe('acquire');
});

test.each(['1970-01-01T00:00:00.000000Z', '2126-01-01T00:00:00.000000Z'])(
  "another machine's clock (%s) is of no consequence",
  (renewTime) => {
    expect(decided(aLease('them', renewTime), 0, 7_999)).toBe('wait');
    expect(decided(aLease('them', renewTime), 0, 8_000)).toBe('acquire');
  },
);

test('a renewal begins the waiting anew, another field does not', () => {
  const first = aLease('them', '2026-01-01T00:00:00.000000Z');
  const seen: Observation = observe(undefined, first, 0);
  const relabelled = { ...first, metadata: { ...first.metadata, resourceVersion: '2' } };
  expect(observe(seen, relabelled, 5_000)).toBe(seen);
  const renewed = aLease('them', '2026-01-01T00:00:02.000000Z');
  expect(observe(seen, renewed, 5_000)).toMatchObject({ at: 5_000 });
  // A clock over there that was set back renews as well.
  const back = aLease('them', '2025-01-01T00:00:00.000000Z');
  expect(observe(seen, back, 6_000)).toMatchObject({ at: 6_000 });
});

test('a record that says years is not believed', () => {
  expect(decided(aLease('them', 'x', 1e9), 0, 59_999)).toBe('wait');
  expect(decided(aLease('them', 'x', 1e9), 0, 60_000)).toBe('acquire');
});

test('a claim keeps its term, or begins the next', () => {
  const date = at('2026-01-01T00:00:05.123Z');
  const claim = { identity: 'us', leaseSeconds: 8, date };
  expect(claimed(aLease('us', 'x'), claim).spec).toEqual({
    holderIdentity: 'us',
    leaseDurationSeconds: 8,
    acquireTime: '2026-01-01T00:00:00.000000Z',
    renewTime: '2026-01-01T00:00:05.123000Z',
    leaseTransitions: 3,
  });
  expect(claimed(aLease('them', 'x'), claim).spec).toMatchObject({
    acquireTime: '2026-01-01T00:00:05.123000Z',
    leaseTransitions: 4,
  });
  // The server refuses the claim where somebody else was faster.
  expect(claimed(aLease('them', 'x'), claim).metadata?.resourceVersion).toBe('1');
  expect(released(aLease('us', 'x'), date).spec).toMatchObject({
    holderIdentity: '',
    leaseDurationSeconds: 1,
  });
});
