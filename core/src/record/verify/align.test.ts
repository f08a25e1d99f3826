import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { align, withoutRenumbered } from './align.ts';

/** Some of the recorded events in any order and number, strangers among them. */
const lines = fc.tuple(
  fc.nat({ max: 30 }),
  fc.array(fc.option(fc.nat({ max: 29 }), { nil: undefined }), { maxLength: 40 }),
);

test('accounts for every line and every event exactly once', () => {
  fc.assert(
    fc.property(lines, ([expected, raw]) => {
      const identities = raw.map((index) =>
        index === undefined || index >= expected ? undefined : index,
      );
      const alignment = align({ identities, claims: identities.map(() => undefined), expected });
      const { moved, repeated, edited, inserted, missing } = alignment;
      const told = [...moved, ...repeated, ...edited].map(({ line }) => line).concat(inserted);
      const inPlace = identities.flatMap((index, line) =>
        told.includes(line) || index === undefined ? [] : [index],
      );
      expect(inPlace).toEqual(inPlace.toSorted((a, b) => a - b));
      expect(new Set(told).size).toBe(told.length);
      const events = [
        ...inPlace,
        ...moved.map(({ index }) => index),
        ...edited.map(({ index }) => index),
        ...missing,
      ];
      expect(events.toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: expected }, (_event, index) => index),
      );
    }),
  );
});

test('an untouched run has nothing to tell', () => {
  fc.assert(
    fc.property(fc.nat({ max: 50 }), (expected) => {
      const identities = Array.from({ length: expected }, (_event, index) => index);
      expect(align({ identities, claims: identities, expected })).toEqual({
        moved: [],
        repeated: [],
        edited: [],
        inserted: [],
        missing: [],
      });
    }),
  );
});

test('moves one event and not those that it passed', () => {
  const alignment = align({ identities: [4, 0, 1, 2, 3, 5], claims: [], expected: 6 });
  expect(alignment.moved).toEqual([{ line: 0, index: 4 }]);
});

test('pairs a stranger with the event that it says it is, else with the gap that it stands in', () => {
  const identities = [0, undefined, 2, undefined, 5];
  expect(
    align({ identities, claims: [undefined, undefined, undefined, 4], expected: 6 }),
  ).toMatchObject({
    edited: [
      { line: 1, index: 1 },
      { line: 3, index: 4 },
    ],
    missing: [3],
  });
});

test('a number that is out of order where its own place is vacant was changed', () => {
  expect(withoutRenumbered([0, 1, 9, 3, 4])).toEqual([0, 1, undefined, 3, 4]);
  expect(withoutRenumbered([0, 2, 1, 3])).toEqual([0, 2, 1, 3]);
});
