import { describe, expect, it } from '@jest/globals';
import { decoded } from '../testing/bytes.ts';
import { decodePassword, decodeSaslInitialResponse, encodePassword } from './password.ts';

describe('the messages of type p', () => {
  it('reads a choice without data', () => {
    const body = ['SCRAM-SHA-256\0', 0xff, 0xff, 0xff, 0xff];
    expect(decoded(decodeSaslInitialResponse, ...body)).toMatchObject({ data: null });
  });

  it.each([
    ['data shorter than announced', 'BAD_LENGTH', ['X\0', 0, 0, 0, 4, 'abc']],
    ['data longer than announced', 'LEFTOVER_BYTES', ['X\0', 0, 0, 0, 2, 'abc']],
    ['a length below -1', 'BAD_LENGTH', ['X\0', 0xff, 0xff, 0xff, 0xf0]],
    ['no length', 'TRUNCATED', ['X\0']],
  ])('refuses %s', (_case, code, body) => {
    expect(decoded(decodeSaslInitialResponse, ...body)).toMatchObject({ code });
  });

  it('refuses a password with a NUL inside', () => {
    expect(decoded(decodePassword, 'a\0b\0')).toMatchObject({ code: 'LEFTOVER_BYTES' });
    expect(() => encodePassword('a\0b')).toThrow(TypeError);
  });
});
