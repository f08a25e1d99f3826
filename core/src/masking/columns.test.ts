import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseColumnPattern, resolveMasking } from './columns.ts';
import type { ColumnMasking } from './columns.ts';
import type { MaskMethod } from './types.ts';

function masking(pattern: string, method: MaskMethod, policy = 'p', name = 'm'): ColumnMasking {
  const parsed = parseColumnPattern(pattern);
  if (!parsed) throw new TypeError(pattern);
  return { pattern: parsed, method, policy, masking: name };
}

const redact: MaskMethod = { kind: 'Redact' };
const hash: MaskMethod = { kind: 'Hash' };
const nothing: MaskMethod = { kind: 'Null' };
const last = (keepLast: number): MaskMethod => ({ kind: 'Partial', keepLast });

describe('resolveMasking', () => {
  it('lists literal columns and matches by name', () => {
    const masks = resolveMasking([masking('public.customers.ssn', redact)]);
    expect(masks.columns).toEqual([
      {
        schema: 'public',
        relation: 'customers',
        column: 'ssn',
        method: redact,
        policy: 'p',
        masking: 'm',
      },
    ]);
    expect(masks.patterned).toBe(false);
    expect(masks.matchColumn('public', 'customers', 'ssn')).toEqual(redact);
    expect(masks.matchColumn('public', 'customers', 'SSN')).toBeUndefined();
    expect(masks.matchColumn('public', 'customers', 'id')).toBeUndefined();
  });

  it('allows predicates where every entry that masks the column does', () => {
    const asked = (pattern: string, policy: string): ColumnMasking => ({
      ...masking(pattern, redact, policy),
      predicates: true,
    });
    const masks = resolveMasking([
      asked('public.customers.*', 'a'),
      asked('public.customers.ssn', 'b'),
      masking('public.*.email', hash, 'c'),
    ]);
    const rule = (column: string): unknown => masks.matchRule('public', 'customers', column);
    expect(rule('ssn')).toEqual({ method: redact, predicates: true });
    expect(rule('email')).toEqual({ method: redact, predicates: false });
    expect(masks.matchRule('public', 'orders', 'id')).toBeUndefined();
  });

  it('keeps a wildcard within its part', () => {
    const masks = resolveMasking([masking('*.cust*.*_no', redact)]);
    expect(masks.columns).toEqual([]);
    expect(masks.patterned).toBe(true);
    expect(masks.matchColumn('crm', 'customers', 'card_no')).toEqual(redact);
    expect(masks.matchColumn('crm', 'orders', 'card_no')).toBeUndefined();
  });

  it('knows names with dots by their quotes', () => {
    const masks = resolveMasking([masking('public."We.ird"."a*"', redact)]);
    expect(masks.matchColumn('public', 'We.ird', 'a*')).toEqual(redact);
    expect(masks.matchColumn('public', 'We.ird', 'ab')).toBeUndefined();
  });

  it.each<[MaskMethod, MaskMethod, MaskMethod]>([
    [redact, nothing, nothing],
    [hash, redact, redact],
    [last(4), hash, hash],
    [last(4), last(2), last(2)],
  ])('%j and %j: %j', (a, b, winner) => {
    const one = masking('s.t.c', a, 'a');
    const other = masking('s.t.c', b, 'b');
    expect(resolveMasking([one, other]).columns[0]?.method).toEqual(winner);
    expect(resolveMasking([other, one])).toMatchObject({ columns: [{ method: winner }] });
  });

  it('lets a stricter wildcard win over a literal name', () => {
    const masks = resolveMasking([
      masking('s.t.c', last(4)),
      masking('s.*.*', nothing, 'z', 'all'),
    ]);
    expect(masks.columns).toMatchObject([{ method: nothing, policy: 'z', masking: 'all' }]);
  });

  it('gives the same in any order', () => {
    const method = fc.constantFrom(redact, hash, nothing, last(1), last(3));
    const pattern = fc.constantFrom('s.t.c', 's.*.c', 's.t.d', '*.t.*');
    const entry = fc.tuple(pattern, method, fc.constantFrom('a', 'b'), fc.constantFrom('m', 'n'));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), (entries) => {
        const maskings = entries.map((parts) => masking(...parts));
        const there = resolveMasking(maskings);
        const back = resolveMasking([...maskings].reverse());
        for (const column of ['c', 'd', 'e']) {
          expect(back.matchColumn('s', 't', column)).toEqual(there.matchColumn('s', 't', column));
        }
      }),
    );
  });
});

describe('parseColumnPattern', () => {
  it.each(['customers.ssn', 'ssn', 'a.b.c.d'])('has no answer for %j', (pattern) => {
    expect(parseColumnPattern(pattern)).toBeUndefined();
  });
});
