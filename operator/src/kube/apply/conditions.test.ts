import { expect, test } from '@jest/globals';
import { conditionsOf, type Finding } from './conditions.ts';
import { isSameJson } from './equal.ts';

const ready: Finding = { type: 'Ready', status: 'True', reason: 'Compiled', message: 'fine' };
const later = new Date('2026-02-03T04:05:06.789Z');

test('a condition that was so before keeps its time, one that turned has a new one', () => {
  const before = conditionsOf(undefined, [ready], 1, new Date('2026-01-01T00:00:00.999Z'));
  expect(before[0]).toEqual({
    ...ready,
    observedGeneration: 1,
    lastTransitionTime: '2026-01-01T00:00:00Z',
  });
  const worded = { ...ready, reason: 'Other', message: 'still fine' };
  expect(conditionsOf(before, [worded], 2, later)[0]).toEqual({
    ...worded,
    observedGeneration: 2,
    lastTransitionTime: '2026-01-01T00:00:00Z',
  });
  const turned: Finding = { ...ready, status: 'False' };
  expect(conditionsOf(before, [turned], 2, later)[0]?.lastTransitionTime).toBe(
    '2026-02-03T04:05:06Z',
  );
});

test('what is found no more goes, and no text is longer than the API takes', () => {
  const before = conditionsOf(undefined, [ready], 1, later);
  const [only, ...others] = conditionsOf(
    before,
    [
      {
        type: 'BypassFree',
        status: 'Unknown',
        reason: 'R'.repeat(2_000),
        message: 'm'.repeat(40_000),
      },
    ],
    1,
    later,
  );
  expect(others).toEqual([]);
  expect([only?.type, only?.reason.length, only?.message.length]).toEqual([
    ...['BypassFree', 1_024, 32_768],
  ]);
});

test.each([
  [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true],
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 0 }, false],
  [[1, 2], [2, 1], false],
  [[1], { 0: 1 }, false],
  [null, {}, false],
  ['1', 1, false],
])('%j and %j: the same is %s', (a, b, same) => {
  expect(isSameJson(a, b)).toBe(same);
  expect(isSameJson(b, a)).toBe(same);
});
