import process from 'node:process';
import { describe, expect, it } from '@jest/globals';
import { compileDetectors } from '../detection.ts';
import { compilePattern, PatternError } from './pattern.ts';

const key = Buffer.from('a key for tests');

describe('compilePattern', () => {
  it('finds each match', () => {
    const find = compilePattern('EMP-[0-9]{4}');
    expect(find('EMP-1234, EMP-12, EMP-99999')).toEqual([
      { start: 0, end: 8 },
      { start: 18, end: 26 },
    ]);
    expect(find('😀EMP-1234')).toEqual([{ start: 2, end: 10 }]);
    expect(find('')).toEqual([]);
  });

  it('is one of the detectors', () => {
    const entry = { detectors: ['Email'], patterns: [compilePattern('EMP-[0-9]{4}')] };
    const { maskText, mayMatch } = compileDetectors(
      [{ ...entry, method: { kind: 'Redact' } }],
      key,
    );
    expect(maskText('EMP-1234 a@b.cz x')).toBe('[redacted] [redacted] x');
    expect([mayMatch(Buffer.from('EMP-'), 0, 4), mayMatch(Buffer.from('EMP'), 0, 3)]).toEqual([
      true,
      false,
    ]);
  });

  it.each(['(a', 'a**', '(?=a)', '\\1', 'a*', '', 'x?', '(a{1,1000}){1}b{1,500}'])(
    'refuses %j',
    (regex) => {
      expect(() => compilePattern(regex)).toThrow(PatternError);
    },
  );

  it('takes no long for a text made to be slow, and then masks rather more', () => {
    const started = process.threadCpuUsage().user;
    expect(compilePattern('(a+)+$')('a'.repeat(50_000) + 'b')).toEqual([]);
    const hits = compilePattern('a(.*b)?')('a'.repeat(50_000));
    expect(hits.at(-1)?.end).toBe(50_000);
    expect((process.threadCpuUsage().user - started) / 1_000).toBeLessThan(10_000);
  });
});
