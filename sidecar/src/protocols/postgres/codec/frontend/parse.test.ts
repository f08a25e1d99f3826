import { describe, expect, it } from '@jest/globals';
import { decoded } from '../testing/bytes.ts';
import { decodeParse, encodeParse } from './parse.ts';

describe('Parse', () => {
  it('reads statement, text and types', () => {
    expect(decoded(decodeParse, 's\0', 'select $1\0', 0, 1, 0xee, 0x6b, 0x28, 0)).toEqual({
      kind: 'Parse',
      statement: 's',
      text: 'select $1',
      parameterTypes: [4_000_000_000],
    });
  });

  it('keeps text beyond ASCII, and a byte order mark', () => {
    const text = `\uFEFFselect '${'ü'.repeat(40)}'`;
    expect(decoded(decodeParse, `\0${text}\0`, 0, 0)).toMatchObject({ text });
  });

  it.each([
    ['INVALID_UTF8', ['\0', 0xc3, 0x28, 0, 0, 0]],
    ['INVALID_UTF8', ['\0', 0xed, 0xa0, 0x80, 0, 0, 0]],
    ['INVALID_UTF8', ['\0', 0xc0, 0x80, 0, 0, 0]],
    ['MISSING_NUL', ['\0select 1']],
    ['TRUNCATED', ['\0select 1\0', 0]],
    ['BAD_COUNT', ['\0\0', 0xff, 0xff]],
    ['BAD_COUNT', ['\0\0', 0, 2, 0, 0, 0, 23]],
    ['LEFTOVER_BYTES', ['\0\0', 0, 0, 0]],
    ['NAME_TOO_LONG', [`${'n'.repeat(64)}\0`, 'select 1\0', 0, 0]],
  ])('refuses %s', (code, body) => {
    expect(decoded(decodeParse, ...body)).toMatchObject({ kind: 'malformed', code });
  });

  it('takes a name of 63 bytes, the longest that a server tells apart', () => {
    expect(decoded(decodeParse, `${'n'.repeat(63)}\0\0`, 0, 0)).toMatchObject({ kind: 'Parse' });
  });

  it('cannot be made to write a second field', () => {
    expect(() => encodeParse('', 'select 1\0x')).toThrow(TypeError);
    expect(() => encodeParse('a\0b', '')).toThrow(TypeError);
    expect(() => encodeParse('n'.repeat(64), '')).toThrow(TypeError);
  });
});
