import { describe, expect, it } from '@jest/globals';
import { decoded } from '../testing/bytes.ts';
import { decodeRowDescription, encodeRowDescription } from './row-description.ts';

const field = (format: number): number[] => [
  ...[0, 0, 0x40, 0],
  ...[0xff, 0xff],
  ...[0, 0, 0, 25],
  ...[0xff, 0xff],
  ...[0xff, 0xff, 0xff, 0xff],
  ...[0, format],
];

describe('RowDescription', () => {
  it('reads fields', () => {
    expect(decoded(decodeRowDescription, 0, 1, 'ctid\0', ...field(1))).toEqual({
      kind: 'RowDescription',
      fields: [
        {
          name: 'ctid',
          tableOid: 16384,
          attribute: -1,
          typeOid: 25,
          typeSize: -1,
          typeModifier: -1,
          format: 1,
        },
      ],
    });
  });

  it('reads a row without columns', () => {
    expect(decoded(decodeRowDescription, 0, 0)).toMatchObject({ fields: [] });
  });

  it.each([
    ['more fields than fit', 'BAD_COUNT', [0, 2, 'a\0', ...field(0)]],
    ['a format of 2', 'BAD_VALUE', [0, 1, 'a\0', ...field(2)]],
    ['a name that is no UTF-8', 'INVALID_UTF8', [0, 1, 0xff, 0, ...field(0)]],
    ['left-over bytes', 'LEFTOVER_BYTES', [0, 1, 'a\0', ...field(0), 0]],
  ])('refuses %s', (_case, code, body) => {
    expect(decoded(decodeRowDescription, ...body)).toMatchObject({ kind: 'malformed', code });
  });

  it('refuses more columns than any server has', () => {
    const one = { name: '', tableOid: 0, attribute: 0, typeOid: 0, typeSize: 0, typeModifier: 0 };
    const frame = encodeRowDescription(Array.from({ length: 1665 }, () => ({ ...one, format: 0 })));
    expect(decodeRowDescription(frame, 5, frame.length)).toMatchObject({ code: 'BAD_COUNT' });
  });
});
