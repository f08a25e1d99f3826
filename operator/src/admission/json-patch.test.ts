import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { diff } from './json-patch.ts';
import { applied } from './testing/applied.ts';

describe('diff', () => {
  test.each([
    ['nothing', { a: 1, b: [1] }, { b: [1], a: 1 }, []],
    ['a member', { a: 1 }, { a: 1, 'b/c~': 2 }, [{ op: 'add', path: '/b~1c~0', value: 2 }]],
    ['a member that objects inherit', { valueOf: 1 }, {}, [{ op: 'remove', path: '/valueOf' }]],
    ['no member', { a: 1, b: 2 }, { a: 1 }, [{ op: 'remove', path: '/b' }]],
    ['an end', { l: [1] }, { l: [1, 2] }, [{ op: 'add', path: '/l/-', value: 2 }]],
    [
      'a front',
      { l: [{ name: 'b' }] },
      { l: [{ name: 'a' }, { name: 'b', x: 1 }] },
      [
        { op: 'add', path: '/l/0', value: { name: 'a' } },
        { op: 'add', path: '/l/1/x', value: 1 },
      ],
    ],
    ['a shorter list', { l: [1, 2] }, { l: [2] }, [{ op: 'replace', path: '/l', value: [2] }]],
  ])('says %s', (_what, present, wanted, patch) => {
    expect(diff(present, wanted)).toEqual(patch);
  });

  test('makes whatever is wanted of whatever is there', () => {
    const values = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<unknown>;
    fc.assert(
      fc.property(values, values, (present, wanted) => {
        expect(applied(present, diff(present, wanted))).toEqual(wanted);
      }),
      { numRuns: 500 },
    );
  });
});
