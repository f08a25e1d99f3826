import { describe, expect, it } from '@jest/globals';
import { NamePatternError, objectMatcher, parseNamePattern } from './names.ts';

describe('objectMatcher', () => {
  it.each([
    ['public.orders', 'public.orders', true],
    ['public.orders', 'public.Orders', false],
    ['public.*', 'public.orders', true],
    ['public.*', 'public."We.ird"', true],
    ['public.*', '"public.evil".orders', false],
    ['public.*', 'publics.orders', false],
    ['*', 'search_path', true],
    ['*', 'public."We.ird"', true],
    ['*.customers', 'public.customers', true],
    ['*.customers', 'customers', false],
    ['public."We.ird"', 'public."We.ird"', true],
    ['public."We.ird"', 'public.We.ird', false],
    // quote_ident quotes what is a keyword or has capitals; who writes a policy need not.
    ['public.user', 'public."user"', true],
    ['public.Orders', 'public."Orders"', true],
    ['public."user"', 'public."user"', true],
    ['"say ""hi"""', '"say ""hi"""', true],
    ['public."a*b"', 'public."a*b"', true],
    ['public."a*b"', 'public.axb', false],
    ['public.a*b', 'public."a*b"', true],
    ['pub*', 'public.orders', true],
  ])('%j on %j: %j', (pattern, object, expected) => {
    expect(objectMatcher(pattern)(object)).toBe(expected);
  });

  it('never takes a name that cannot be taken apart for one of a schema', () => {
    expect(objectMatcher('public.*')('public."unclosed')).toBe(false);
  });
});

describe('parseNamePattern', () => {
  it('keeps wildcards apart from quoted text', () => {
    expect(parseNamePattern('pub*."a.*".c')).toEqual([['pub', ''], ['a.*'], ['c']]);
  });

  it.each(['', 'a.', '.a', 'a..b', '"a', 'a"b', '"a"b', '""', 'a.""'])('refuses %j', (pattern) => {
    expect(() => parseNamePattern(pattern)).toThrow(NamePatternError);
  });
});
