import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileDetectors } from '../detection.ts';
import { compilePattern, PatternError } from './pattern.ts';
import { requiredLiteral } from './pattern-literal.ts';

describe('requiredLiteral', () => {
  it.each([
    ['EMP-[0-9]{6}', 'EMP-'],
    ['\\bACC\\d+-XYZZY\\b', '-XYZZY'],
    ['ab?cde', 'cde'],
    ['abc*', 'ab'],
    ['abc{0,2}de', 'ab'],
    ['abc+d', 'abc'],
    ['(?:ab|cd)ef', undefined],
    ['(ab|cd)efg', 'efg'],
    ['ab|cd', undefined],
    ['(?i)abc', undefined],
    ['[ab(]cd', 'cd'],
    ['[]ab]cd', 'cd'],
    ['[[:alpha:]]cd', 'cd'],
    ['a\\.b\\x41cdef', 'cdef'],
    ['\\Qab\\E', undefined],
    ['[0-9]{8}', undefined],
    ['a.b.c', undefined],
    ['é😀x', 'é😀x'],
    ['ab😀*', 'ab'],
  ])('%s: %s', (regex, literal) => {
    expect(requiredLiteral(regex)).toBe(literal);
  });

  const piece = fc.constantFrom(
    ...['ab', 'a', 'b', 'c', '-', '\\.', '\\d', '[ab]', '[^a]', '(ab)', '(a|b)', '(?:a)', '.', '|'],
    ...['?', '*', '+', '{0,2}', '{2}', '??', '^', '$', '\\b', '[]a]', '\\x61', 'é'],
  );
  const regexes = fc.array(piece, { minLength: 1, maxLength: 7 }).map((parts) => parts.join(''));
  const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'ab', '-', '.', '1', 'é', ' '), {
    maxLength: 12,
  });

  it('stands in every text that the expression matches', () => {
    let matched = 0;
    fc.assert(
      fc.property(regexes, texts, (regex, parts) => {
        const literal = requiredLiteral(regex);
        if (literal === undefined) return;
        const text = parts.join('');
        try {
          if (compilePattern(regex)(text).length === 0) return;
        } catch (error) {
          if (error instanceof PatternError) return;
          throw error;
        }
        matched++;
        expect(text).toContain(literal);
      }),
      { numRuns: 4_000 },
    );
    expect(matched).toBeGreaterThan(5);
  });
});

describe('a pattern with a literal', () => {
  const method = { kind: 'Redact' } as const;
  const own = [compilePattern('EMP-[0-9]{6}'), compilePattern('[0-9]{3}x')];
  const found = compileDetectors(
    [{ detectors: ['Email'], patterns: own, method }],
    Buffer.alloc(1),
  );

  it.each([
    ['nothing', undefined],
    ['an EMP-123456 and a@b.cz', 'an [redacted] and [redacted]'],
    ['123x', '[redacted]'],
    ['EMP-1', undefined],
  ])('%s: %s', (cell, masked) => {
    expect(found.maskCell(Buffer.from(cell))).toBe(masked);
  });
});
