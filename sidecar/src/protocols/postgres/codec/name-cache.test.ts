import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cachedName } from './name-cache.ts';

describe('cachedName', () => {
  it('answers the bytes as a string, whatever was asked before', () => {
    const name = fc.string({ unit: 'binary-ascii', maxLength: 63 });
    fc.assert(
      fc.property(fc.array(name, { maxLength: 40 }), (names) => {
        for (const one of [...names, ...names.toReversed()]) {
          const bytes = Buffer.from(`xx${one}yy`, 'latin1');
          expect(cachedName(bytes, 2, bytes.length - 2)).toBe(one);
        }
      }),
    );
  });

  it('tells names apart whose hash is the same', () => {
    // 31 * 'A' + 'a' = 31 * 'B' + 'B'
    expect(cachedName(Buffer.from('Aa'), 0, 2)).toBe('Aa');
    expect(cachedName(Buffer.from('BB'), 0, 2)).toBe('BB');
    expect(cachedName(Buffer.from('Aa'), 0, 2)).toBe('Aa');
  });
});
