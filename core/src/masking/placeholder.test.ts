import { describe, expect, it } from '@jest/globals';
import { cellMask } from './cell.ts';
import { eitherPattern, placeholderPattern } from './placeholder.ts';
import type { MaskMethod } from './types.ts';

const PARTIAL: MaskMethod = { kind: 'Partial', keepLast: 4 };
const key = Buffer.from('k');
const TEXT = 25;
const masked = (method: MaskMethod, value: string): string =>
  Buffer.from(cellMask(method, TEXT, key)(Buffer.from(value)) ?? '').toString();

describe('a placeholder', () => {
  const found = placeholderPattern([PARTIAL]);

  it.each<[MaskMethod, string]>([
    [{ kind: 'Redact' }, 'ada@example.com'],
    [{ kind: 'Hash' }, 'ada@example.com'],
    [PARTIAL, '4929381747205538'],
    [PARTIAL, '12345'],
    [PARTIAL, '1234'],
    [PARTIAL, 'größe'],
  ])('of %j is found wherever a value stands', (method, value) => {
    const placeholder = masked(method, value);
    for (const text of [
      placeholder,
      `UPDATE t SET a = '${placeholder}' WHERE id = 1`,
      `INSERT INTO t VALUES (1,'${placeholder}')`,
      `1\t${placeholder}\n2\tx\n`,
      `1,"${placeholder}",x\n`,
      `\0\0\0\x10${placeholder}\0\0\0\x04`,
      `\0\0\0\x01\0\0\0$${placeholder}\0\0\0\x04`,
      `\0\0\x01,${placeholder}`,
      `UPDATE t SET a = '{${placeholder}}'`,
      `{x,${placeholder},{y}}`,
      `{{${placeholder}},{y}}`,
    ])
      expect({ text, found: found.test(text) }).toEqual({ text, found: true });
  });

  it.each([
    'SELECT *, a.* FROM t',
    'INSERT INTO t SELECT id,*\n FROM s',
    'SELECT count(*), a * 1234 FROM t',
    "UPDATE t SET a = '*' WHERE b = 'redacted'",
    "UPDATE t SET a = 'hash:short', b = '*note*'",
    '/****/ UPDATE t SET a = 5 /* ****1234 */',
    "UPDATE t SET a = 'rated ***** by many'",
  ])('is not in %s', (text) => {
    expect(found.test(text)).toBe(false);
  });

  it('with stars is one only where a column is masked so', () => {
    expect(placeholderPattern([{ kind: 'Redact' }]).test('****5538')).toBe(false);
    expect(placeholderPattern([{ kind: 'Partial', keepLast: 0 }]).test('****')).toBe(true);
  });

  it('of either pattern is one', () => {
    const none = placeholderPattern([]);
    expect(eitherPattern(undefined, none)).toBe(none);
    expect(eitherPattern(none, undefined)).toBe(none);
    expect(eitherPattern(none, placeholderPattern([]))).toBe(none);
    expect(eitherPattern(none, found)?.test('****5538')).toBe(true);
  });
});
