import { describe, expect, it } from '@jest/globals';
import { bytes, decoded } from '../testing/bytes.ts';
import { decodeAuthentication } from './authentication.ts';

describe('Authentication', () => {
  it.each([
    [0, [], { kind: 'AuthenticationOk' }],
    [2, [], { kind: 'AuthenticationOther', method: 'Kerberos V5' }],
    [3, [], { kind: 'AuthenticationCleartextPassword' }],
    [5, ['salt'], { kind: 'AuthenticationMD5Password', salt: bytes('salt') }],
    [7, [], { kind: 'AuthenticationOther', method: 'GSSAPI' }],
    [9, [], { kind: 'AuthenticationOther', method: 'SSPI' }],
    [10, ['A\0B\0\0'], { kind: 'AuthenticationSASL', mechanisms: ['A', 'B'] }],
    [11, ['r=1'], { kind: 'AuthenticationSASLContinue', data: bytes('r=1') }],
    [12, ['v=1'], { kind: 'AuthenticationSASLFinal', data: bytes('v=1') }],
  ])('reads method %d', (method, rest, message) => {
    expect(decoded(decodeAuthentication, 0, 0, 0, method, ...rest)).toEqual(message);
  });

  it.each([
    ['a method that nobody knows', 'BAD_VALUE', [0, 0, 0, 99]],
    ['half a number', 'TRUNCATED', [0, 0]],
    ['a short salt', 'TRUNCATED', [0, 0, 0, 5, 'sal']],
    ['a long salt', 'LEFTOVER_BYTES', [0, 0, 0, 5, 'salts']],
    ['mechanisms without end', 'MISSING_NUL', [0, 0, 0, 10, 'A\0']],
    ['bytes behind Ok', 'LEFTOVER_BYTES', [0, 0, 0, 0, 0]],
  ])('refuses %s', (_case, code, body) => {
    expect(decoded(decodeAuthentication, ...body)).toMatchObject({ kind: 'malformed', code });
  });
});
