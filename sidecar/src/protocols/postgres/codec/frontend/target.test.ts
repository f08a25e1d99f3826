import { describe, expect, it } from '@jest/globals';
import type { Malformed } from '../malformed.ts';
import { decoded, type Decoder } from '../testing/bytes.ts';
import { decodeClose, type Close } from './close.ts';
import { decodeDescribe, type Describe } from './describe.ts';

const cases: [string, Decoder<Close | Describe | Malformed>][] = [
  ['Describe', decodeDescribe],
  ['Close', decodeClose],
];

describe.each(cases)('%s', (kind, decode) => {
  it('names a statement or a portal', () => {
    expect(decoded(decode, 'Sa\0')).toEqual({ kind, of: 'statement', name: 'a' });
    expect(decoded(decode, 'P\0')).toEqual({ kind, of: 'portal', name: '' });
  });

  it.each([
    ['another letter', 'BAD_VALUE', ['Xa\0']],
    ['a name without end', 'MISSING_NUL', ['Sa']],
    ['two names', 'LEFTOVER_BYTES', ['Sa\0b\0']],
    ['a name that the server would cut', 'NAME_TOO_LONG', [`S${'é'.repeat(32)}\0`]],
    ['nothing', 'TRUNCATED', []],
  ])('refuses %s', (_case, code, body) => {
    expect(decoded(decode, ...body)).toMatchObject({ kind: 'malformed', code });
  });
});
