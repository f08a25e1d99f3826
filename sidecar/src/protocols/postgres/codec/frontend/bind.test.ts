import { describe, expect, it } from '@jest/globals';
import { decoded } from '../testing/bytes.ts';
import { decodeBind, formatAt } from './bind.ts';

const NULL = [0xff, 0xff, 0xff, 0xff];

describe('Bind', () => {
  it('leaves values where they are', () => {
    const body = ['p\0s\0', 0, 1, 0, 1, 0, 2, 0, 0, 0, 2, 'ab', ...NULL, 0, 2, 0, 0, 0, 1];
    expect(decoded(decodeBind, ...body)).toEqual({
      kind: 'Bind',
      portal: 'p',
      statement: 's',
      formats: [1],
      starts: [14, 20],
      lengths: [2, -1],
      resultFormats: [0, 1],
    });
  });

  it.each([
    ['no formats', [], [0, 0]],
    ['one for all', [1], [1, 1]],
    ['one each', [0, 1], [0, 1]],
  ])('formats, %s', (_case, formats, expected) => {
    expect([formatAt(formats, 0), formatAt(formats, 1)]).toEqual(expected);
  });

  it.each([
    ['a value length below -1', 'BAD_LENGTH', [0, 0, 0, 1, 0xff, 0xff, 0xff, 0xfe, 0, 0]],
    ['a value that reaches behind the body', 'BAD_LENGTH', [0, 0, 0, 1, 0, 0, 0, 4, 'x', 0, 0]],
    ['the largest length', 'BAD_LENGTH', [0, 0, 0, 1, 0x7f, 0xff, 0xff, 0xff, 0, 0]],
    ['more values than fit', 'BAD_COUNT', [0, 0, 0xff, 0xff, ...NULL, 0, 0]],
    ['more formats than fit', 'BAD_COUNT', [0xff, 0xff, 0, 0, 0, 0]],
    [
      'two formats for three values',
      'BAD_COUNT',
      [0, 2, 0, 0, 0, 0, 0, 3, ...NULL, ...NULL, ...NULL, 0, 0],
    ],
    ['two formats for no value', 'BAD_COUNT', [0, 2, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['a format of 2', 'BAD_VALUE', [0, 1, 0, 2, 0, 0, 0, 0]],
    ['a result format of 256', 'BAD_VALUE', [0, 0, 0, 0, 0, 1, 1, 0]],
    ['no result formats', 'TRUNCATED', [0, 0, 0, 0]],
    ['left-over bytes', 'LEFTOVER_BYTES', [0, 0, 0, 0, 0, 0, 0]],
  ])('refuses %s', (_case, code, rest) => {
    expect(decoded(decodeBind, '\0\0', ...rest)).toMatchObject({ kind: 'malformed', code });
  });
});
