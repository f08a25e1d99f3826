import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Responses } from './responses.ts';

const digest = (text: string): string =>
  `sha256:${createHash('sha256').update(text).digest('hex')}`;
const bytes = Buffer.from('0123456789');

describe('a response that the record keeps', () => {
  const policy = { responses: 'Full', maxResponseBytes: 10 } as const;

  it('has no digest, in one stretch or in several, up to the last byte allowed', () => {
    const responses = new Responses(policy);
    expect(responses.last(1, bytes, 0, 10)).toBeUndefined();
    expect(responses.part(2, bytes, 0, 6)).toBe(true);
    expect(responses.last(2, bytes, 6, 10)).toBeUndefined();
  });

  it('has a digest of what follows the kept part once it grows too long', () => {
    const responses = new Responses(policy);
    expect(responses.part(1, bytes, 0, 6)).toBe(true);
    expect(responses.part(1, bytes, 0, 5)).toBe(false);
    // A short stretch behind a gap is not kept either: what is kept is a beginning.
    expect(responses.part(1, bytes, 0, 1)).toBe(false);
    expect(responses.last(1, bytes, 8, 10)).toBe(digest('01234089'));
    expect(responses.last(1, bytes, 0, 1)).toBeUndefined();
  });

  it('has a digest of its last stretch where only that is too much', () => {
    const responses = new Responses(policy);
    expect(responses.part(1, bytes, 0, 9)).toBe(true);
    expect(responses.last(1, bytes, 2, 4)).toBe(digest('23'));
  });
});

describe.each(['Summary', 'None'] as const)('with %s', (kind) => {
  it('nothing is kept, and the digest is of the whole response', () => {
    const responses = new Responses({ responses: kind, maxResponseBytes: 10 });
    expect(responses.part(1, bytes, 0, 2)).toBe(false);
    expect(responses.last(1, bytes, 2, 4)).toBe(digest('0123'));
    expect(responses.last(2, bytes, 0, 0)).toBe(digest(''));
  });
});
