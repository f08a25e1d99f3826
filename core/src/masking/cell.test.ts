import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { cellMask } from './cell.ts';
import type { MaskMethod } from './types.ts';

const key = Buffer.from('a key for tests');
const oid = {
  text: 25,
  varchar: 1043,
  bpchar: 1042,
  name: 19,
  unknown: 705,
  json: 114,
  jsonb: 3802,
};
const others = { int4: 23, bool: 16, uuid: 2950, date: 1082, char: 18, bytea: 17, citext: 16_412 };

function masked(method: MaskMethod, typeOid: number, cell: string): string | null {
  const result = cellMask(method, typeOid, key)(Buffer.from(cell));
  return result === null ? null : Buffer.from(result).toString();
}

describe('cellMask', () => {
  it.each(Object.entries(oid).slice(0, 5))('redacts %s', (_name, typeOid) => {
    expect(masked({ kind: 'Redact' }, typeOid, '4111')).toBe('[redacted]');
  });

  it.each([oid.json, oid.jsonb])('redacts JSON (%d) with JSON', (typeOid) => {
    expect(masked({ kind: 'Redact' }, typeOid, '{"a":1}')).toBe('"[redacted]"');
    expect(masked({ kind: 'Hash' }, typeOid, '{"a":1}')).toBeNull();
    expect(masked({ kind: 'Partial', keepLast: 2 }, typeOid, '{"a":1}')).toBeNull();
  });

  it.each(Object.entries(others))('answers NULL for %s, whatever the method', (_name, typeOid) => {
    const methods: MaskMethod[] = [
      { kind: 'Redact' },
      { kind: 'Hash' },
      { kind: 'Partial', keepLast: 4 },
      { kind: 'Null' },
    ];
    for (const method of methods) expect(masked(method, typeOid, '1')).toBeNull();
  });

  it('answers NULL for Null', () => {
    expect(masked({ kind: 'Null' }, oid.text, 'x')).toBeNull();
  });

  it.each([
    ['4111111111111111', 4, '************1111'],
    ['1111', 4, '****'],
    ['111', 4, '***'],
    ['11111', 4, '*1111'],
    ['', 4, ''],
    ['abc', 0, '***'],
    ['žluťoučký', 3, '******čký'],
    ['a😀😀', 1, '**😀'],
    ['😀😀', 2, '**'],
  ])('masks %j but for the last %d: %j', (cell, keepLast, expected) => {
    expect(masked({ kind: 'Partial', keepLast }, oid.text, cell)).toBe(expected);
  });

  it('shows nothing of bytes that are no text', () => {
    const mask = cellMask({ kind: 'Partial', keepLast: 2 }, oid.text, key);
    expect(Buffer.from(mask(Buffer.from([0x80, 0x81, 0x82])) ?? [])).toHaveLength(0);
  });

  it('hashes with the key, the same for the same value', () => {
    const expected = createHmac('sha256', key).update('4111').digest('hex').slice(0, 32);
    expect(masked({ kind: 'Hash' }, oid.text, '4111')).toBe(`hash:${expected}`);
    expect(masked({ kind: 'Hash' }, oid.text, '4111')).toBe(`hash:${expected}`);
    expect(masked({ kind: 'Hash' }, oid.text, '4112')).not.toBe(`hash:${expected}`);
  });

  it.each([1, 63, 64, 65, 200])('is an HMAC for a key of %d bytes', (length) => {
    const long = Buffer.alloc(length, 7);
    const expected = createHmac('sha256', long).update('x').digest('hex').slice(0, 32);
    const cell = cellMask({ kind: 'Hash' }, oid.text, long)(Buffer.from('x'));
    expect(Buffer.from(cell ?? []).toString()).toBe(`hash:${expected}`);
  });

  it('keeps its key when the caller wipes his', () => {
    const passing = Buffer.from('passing');
    const mask = cellMask({ kind: 'Hash' }, oid.text, passing);
    const before = Buffer.from(mask(Buffer.from('x')) ?? []).toString();
    passing.fill(0);
    expect(Buffer.from(mask(Buffer.from('x')) ?? []).toString()).toBe(before);
  });

  it('refuses a method that would show more than it says', () => {
    expect(() => cellMask({ kind: 'Hash' }, oid.text, new Uint8Array())).toThrow(TypeError);
    expect(() => cellMask({ kind: 'Partial', keepLast: -1 }, oid.text, key)).toThrow(TypeError);
    expect(() => cellMask({ kind: 'Partial', keepLast: NaN }, oid.text, key)).toThrow(TypeError);
  });
});
