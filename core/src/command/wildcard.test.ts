import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyWildcard, wildcard } from './wildcard.ts';

describe('wildcard', () => {
  it.each([
    ['orders', 'orders', true],
    ['orders', 'orders2', false],
    ['', '', true],
    ['', 'a', false],
    ['*', '', true],
    ['*', 'anything.at all', true],
    ['public.*', 'public.orders', true],
    ['public.*', 'public.a.b', true],
    ['public.*', 'publicorders', false],
    ['*.orders', 'public.orders', true],
    ['CREATE *', 'CREATE TABLE', true],
    ['CREATE *', 'CREATE', false],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['a*b*c', 'abc', true],
    ['a*b*c', 'acb', false],
    ['a*b*b', 'ab', false],
    ['**', 'x', true],
    ['a**c', 'abc', true],
    ['a.c', 'abc', false],
    ['(a+)+$', 'aaa', false],
  ])('%j on %j: %j', (pattern, text, expected) => {
    expect(wildcard(pattern)(text)).toBe(expected);
  });

  it('agrees with a matcher that tries every split', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 7 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
    fc.assert(
      fc.property(letters, text, (pattern, subject) => {
        expect(wildcard(pattern)(subject)).toBe(everySplit(pattern, subject));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no long for a text made to be slow', () => {
    const matches = wildcard('*a'.repeat(20) + 'b');
    const started = performance.now();
    expect(matches('a'.repeat(200_000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('anyWildcard', () => {
  it('matches what one of its patterns matches', () => {
    const matches = anyWildcard(['SELECT', 'CREATE *']);
    expect(['SELECT', 'CREATE TABLE', 'DROP TABLE'].map(matches)).toEqual([true, true, false]);
  });

  it('matches nothing where there is no pattern', () => {
    expect(anyWildcard([])('')).toBe(false);
  });
});

function everySplit(pattern: string, text: string): boolean {
  const [head, ...rest] = pattern;
  if (head === undefined) return text === '';
  if (head !== '*') return text.startsWith(head) && everySplit(rest.join(''), text.slice(1));
  for (let taken = 0; taken <= text.length; taken += 1) {
    if (everySplit(rest.join(''), text.slice(taken))) return true;
  }
  return false;
}
