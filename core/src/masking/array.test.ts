import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { binaryCellMask } from './binary.ts';
import { cellMask } from './cell.ts';
import type { MaskMethod } from './types.ts';

const key = Buffer.from('a key for tests');
const PARTIAL: MaskMethod = { kind: 'Partial', keepLast: 2 };
const HASH: MaskMethod = { kind: 'Hash' };
const [TEXTS, TEXT, JSONS, JSONBS, INTS] = [1009, 25, 199, 3807, 1007];

function text(method: MaskMethod, cell: string, type = TEXTS): string | null {
  const masked = cellMask(method, type, key)(Buffer.from(cell));
  return masked && Buffer.from(masked).toString();
}

/** array_send of these elements. */
function sent(
  elements: readonly (string | null)[],
  { sizes = [elements.length], bound = 1, type = TEXT } = {},
): Buffer {
  const word = (value: number): Buffer => {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(value);
    return bytes;
  };
  const dimensions = sizes.flatMap((size) => [word(size), word(bound)]);
  const values = elements.flatMap((value) =>
    value === null ? [word(-1)] : [word(Buffer.byteLength(value)), Buffer.from(value)],
  );
  const head = [word(sizes.length), word(elements.includes(null) ? 1 : 0), word(type)];
  return Buffer.concat([...head, ...dimensions, ...values]);
}

const binary = (method: MaskMethod, cell: Buffer, type = TEXTS): Buffer | null => {
  const masked = binaryCellMask(method, type, key)(cell);
  return masked && Buffer.from(masked);
};

const hashed = (value: string): string =>
  `hash:${createHmac('sha256', key).update(value).digest('hex').slice(0, 32)}`;

describe('an array in text format', () => {
  it.each([
    ['{secret,ab,NULL,""}', '{****et,**,NULL,""}'],
    ['{}', '{}'],
    ['{{a1234,b1234},{NULL,c1234}}', '{{***34,***34},{NULL,***34}}'],
    ['[5:6]={a1234,b1234}', '{***34,***34}'],
    ['[-1:0][2:2]={{a1234},{b1234}}', '{{***34},{***34}}'],
    [String.raw`{"a,b\"c\\","x {y}","NULL",null}`, String.raw`{"****c\\","***y}",**LL,NULL}`],
    ['{žluťou čký}', '{********ký}'],
    [String.raw`{"a\"b"}`, String.raw`{"*\"b"}`],
  ])('%s has its elements masked: %s', (cell, expected) => {
    expect(text(PARTIAL, cell)).toBe(expected);
  });

  it.each([
    '',
    'secret',
    '{secret',
    'secret}',
    '{a}}',
    '{a}{b}',
    '{"a}',
    String.raw`{a\b}`,
    '{{{{{{{a}}}}}}}',
  ])('%j is none, and becomes NULL', (cell) => {
    expect(text(PARTIAL, cell)).toBeNull();
  });

  it('has the same hash for an element as the element has alone', () => {
    expect(text(HASH, '{secret,"a b"}')).toBe(`{${hashed('secret')},${hashed('a b')}}`);
  });

  it('does not tell how many it has where it is redacted', () => {
    for (const cell of ['{}', '{a,b,c}'])
      expect(text({ kind: 'Redact' }, cell)).toBe('{[redacted]}');
    expect(text({ kind: 'Redact' }, '{"{}"}', JSONBS)).toBe(String.raw`{"\"[redacted]\""}`);
  });

  it('is NULL for Null, for other types, and where JSON could not stay JSON', () => {
    expect(text({ kind: 'Null' }, '{a}')).toBeNull();
    expect(text({ kind: 'Redact' }, '{1}', INTS)).toBeNull();
    for (const type of [JSONS, JSONBS]) expect(text(PARTIAL, '{1}', type)).toBeNull();
  });

  it('is masked whole however long it is', () => {
    const element = `"${'x'.repeat(1_000_000)}"`;
    expect(text(PARTIAL, `{${element},${element}}`)?.match(/x+/g)).toEqual(['xx', 'xx']);
  });
});

describe('an array in binary format', () => {
  it.each([
    [sent(['secret', null, '']), sent(['****et', null, ''])],
    [sent([], { sizes: [] }), sent([], { sizes: [] })],
    [sent(['a1234', 'b1'], { sizes: [2, 1], bound: 7 }), sent(['***34', '**'], { sizes: [2, 1] })],
  ])('%# has its elements masked', (cell, expected) => {
    expect(binary(PARTIAL, cell)).toEqual(expected);
  });

  it('does not tell how many it has where it is redacted', () => {
    const redact: MaskMethod = { kind: 'Redact' };
    expect(binary(redact, sent(['a', 'b']))).toEqual(sent(['[redacted]']));
    const json = sent(['\x01"[redacted]"'], { type: 3802 });
    expect(binary(redact, sent([], { sizes: [] }), JSONBS)).toEqual(json);
  });

  it('is NULL where it is not what its type says', () => {
    const good = sent(['secret', 'other']);
    for (let end = 0; end < good.length; end++) {
      expect(binary(PARTIAL, good.subarray(0, end))).toBeNull();
    }
    expect(binary(PARTIAL, Buffer.concat([good, Buffer.of(0)]))).toBeNull();
    expect(binary(PARTIAL, sent(['secret'], { type: 23 }))).toBeNull();
    expect(binary(PARTIAL, sent(['secret'], { sizes: [0x7fffffff, 0x7fffffff] }))).toBeNull();
    expect(binary(PARTIAL, sent(['a'], { sizes: [1, 1, 1, 1, 1, 1, 1] }))).toBeNull();
    expect(binary({ kind: 'Null' }, good)).toBeNull();
  });
});

describe('an array of any elements', () => {
  const element = fc.option(
    fc.string({
      unit: fc.constantFrom('a', '"', '\\', ',', '{', '}', ' ', 'é', 'N'),
      maxLength: 6,
    }),
    { nil: null },
  );
  const quoted = (value: string | null): string =>
    value === null ? 'NULL' : `"${value.replace(/["\\]/g, '\\$&')}"`;

  it('has each replaced, in either format', () => {
    fc.assert(
      fc.property(fc.array(element, { minLength: 1 }), (values) => {
        const hashes = values.map((value) => (value === null ? null : hashed(value)));
        expect(text(HASH, `{${values.map(quoted).join()}}`)).toBe(
          `{${hashes.map((one) => one ?? 'NULL').join()}}`,
        );
        expect(binary(HASH, sent(values))).toEqual(sent(hashes));
      }),
    );
  });
});
