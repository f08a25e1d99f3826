import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CliError } from '../errors.ts';
import { painter } from './style.ts';
import { table } from './table.ts';
import { parseInstant, toDuration } from './time.ts';
import { visible, visibleJson, visibleLines } from './visible.ts';

const anyText = fc.string({ unit: 'binary' });
const acting = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/u;

test('no text acts on a terminal once it is visible', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(acting.test(visible(text))).toBe(false);
      expect(acting.test(visibleLines(text).replaceAll(/[\n\t]/g, ''))).toBe(false);
    }),
  );
});

test('JSON that is made visible has the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), anyText, (value, text) => {
      const whole = { value, text };
      const shown = visibleJson(JSON.stringify(whole, undefined, 2));
      expect(JSON.parse(shown)).toEqual(JSON.parse(JSON.stringify(whole)));
      expect(acting.test(shown.replaceAll('\n', ''))).toBe(false);
    }),
  );
});

test.each([
  ['\u001b[2J', '\\x1b[2J'],
  ['a\u0000b\u007f', 'a\\x00b\\x7f'],
  ['\u009b31m', '\\x9b31m'],
  ['\u202e', '\\u202e'],
  ['\u{e0041}', '\\u{e0041}'],
  ['\ud800', '\\ud800'],
  ['a\nb\tc\r', 'a\\nb\\tc\\r'],
  ['déjà vu 木 🙂', 'déjà vu 木 🙂'],
])('%j is shown as %j', (text, shown) => {
  expect(visible(text)).toBe(shown);
});

test('a table aligns what people see, and a cell keeps to its line', () => {
  const rows = [
    ['é', '1'],
    ['lön\ng', '22'],
  ];
  const text = table({ head: ['A', 'B'], rows, paint: painter(false), empty: 'nothing' });
  expect(text).toBe('A       B\né       1\nlön\\ng  22\n');
  expect(table({ head: ['A'], rows: [], paint: painter(false), empty: 'nothing' })).toBe(
    'nothing\n',
  );
});

test('times are absolute or counted back', () => {
  const now = Date.UTC(2026, 10, 21, 9);
  expect(parseInstant('--since', '2026-11-21T08:00:00+01:00', now)).toBe(now - 7_200_000);
  expect(parseInstant('--since', '2026-11-21', now)).toBe(now - 32_400_000);
  expect(parseInstant('--since', '7d', now)).toBe(now - 7 * 86_400_000);
  for (const wrong of ['', 'soon', '2026-13-01', '-5m', '5', '2026-11-21T08:00:00']) {
    expect(() => parseInstant('--since', wrong, now)).toThrow(CliError);
  }
  expect([0.123, 999, 1500].map(toDuration)).toEqual(['0.12 ms', '999 ms', '1.5 s']);
});
