import { describe, expect, it } from '@jest/globals';
import { decoded } from '../testing/bytes.ts';
import {
  decodeErrorResponse,
  encodeErrorFields,
  encodeErrorResponse,
  errorField,
  type ErrorOrNotice,
} from './error-fields.ts';

describe('ErrorResponse', () => {
  it('keeps order and unknown letters, and is the same bytes again', () => {
    const body = 'SFEHLER\0VERROR\0C23514\0Mno\0DFailing row contains (1)\0?new\0\0';
    const message = decoded(decodeErrorResponse, body) as ErrorOrNotice;
    expect(errorField(message, 'C')).toBe('23514');
    expect(errorField(message, 'Z')).toBeUndefined();
    expect(encodeErrorFields(message).toString('utf8', 5)).toBe(body);
  });

  it('reads a message in an encoding that it does not know', () => {
    const message = decoded(decodeErrorResponse, 'M', 0xe9, '\0\0') as ErrorOrNotice;
    expect(errorField(message, 'M')).toBe('\uFFFD');
  });

  it.each([
    ['no end of the fields', 'TRUNCATED', ['Mno\0']],
    ['a field without end', 'MISSING_NUL', ['Mno']],
    ['bytes behind the end', 'LEFTOVER_BYTES', ['Mno\0\0\0']],
    ['nothing', 'TRUNCATED', []],
  ])('refuses %s', (_case, code, body) => {
    expect(decoded(decodeErrorResponse, ...body)).toMatchObject({ kind: 'malformed', code });
  });

  it('says severity twice: once for people, once for programs', () => {
    const frame = encodeErrorResponse({ severity: 'FATAL', sqlstate: '0A000', message: 'm' });
    expect(frame.toString('utf8', 5)).toBe('SFATAL\0VFATAL\0C0A000\0Mm\0\0');
  });

  it('does not write a field that is none', () => {
    for (const letter of ['', 'ab', '\0', '€']) {
      const message: ErrorOrNotice = { kind: 'NoticeResponse', fields: [[letter, 'x']] };
      expect(() => encodeErrorFields(message)).toThrow(TypeError);
    }
  });
});
