import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDuration } from './duration.ts';
import { UnitError } from './errors.ts';
import type { Secret } from './generated/secret.ts';
import { parseQuantity } from './quantity.ts';
import { configMapValue, secretValue } from './secret-value.ts';

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return error instanceof UnitError ? error.code : String(error);
  }
}

describe('parseDuration', () => {
  test.each([
    ['0s', 0],
    ['500ms', 500],
    ['15m', 900_000],
    ['1h30m', 5_400_000],
    ['400d', 34_560_000_000],
    ['1d2h3m4s', 93_784_000],
  ])('%s', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  test.each([
    '',
    '15',
    'm',
    '-1s',
    '1.5h',
    '1 h',
    '1w',
    '1H',
    '1h1h1h1h1h',
    '1'.repeat(10) + 's',
    '1s '.repeat(40),
  ])('not %j', (text) => {
    expect(codeOf(() => parseDuration(text))).toBe('BAD_DURATION');
  });

  test('never throws anything else', () => {
    fc.assert(
      fc.property(fc.string(), (text) =>
        [undefined, 'BAD_DURATION'].includes(codeOf(() => parseDuration(text))),
      ),
    );
  });
});

describe('parseQuantity', () => {
  test.each([
    ['0', 0],
    [1024, 1024],
    ['64Mi', 67_108_864],
    ['1Gi', 1_073_741_824],
    ['2Ki', 2048],
    ['3k', 3000],
    ['3M', 3_000_000],
    ['3G', 3_000_000_000],
    ['1Ti', 1_099_511_627_776],
    ['1T', 1_000_000_000_000],
  ])('%s', (value, bytes) => {
    expect(parseQuantity(value)).toBe(bytes);
  });

  test.each([
    '',
    'Mi',
    '1.5Gi',
    '-1',
    '1mi',
    '1MB',
    '1 Mi',
    '1e3',
    '999999999999999Ti',
    0.5,
    -1,
    Number.NaN,
    2 ** 60,
  ])('not %j', (value) => {
    expect(codeOf(() => parseQuantity(value))).toBe('BAD_QUANTITY');
  });
});

describe('secretValue', () => {
  const secret: Secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 's', namespace: 'default' },
    data: { a: 'w6Q=', b: Buffer.from([0, 255]).toString('base64') },
    stringData: { b: 'wins', c: 'ä' },
  };

  test('decodes data, and prefers stringData', () => {
    expect(secretValue(secret, 'a')).toEqual(Buffer.from('ä'));
    expect(secretValue(secret, 'b')?.toString()).toBe('wins');
    expect(secretValue(secret, 'c')?.toString()).toBe('ä');
  });

  test.each(['d', 'constructor', '__proto__', 'toString', ''])('has nothing under %j', (key) => {
    expect(secretValue(secret, key)).toBeUndefined();
  });

  test('configMapValue does the same', () => {
    const map = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: secret.metadata,
      data: { 'ca.crt': 'PEM' },
      binaryData: { der: 'AA==' },
    } as const;
    expect(configMapValue(map, 'ca.crt')?.toString()).toBe('PEM');
    expect(configMapValue(map, 'der')).toEqual(Buffer.from([0]));
    expect(configMapValue(map, 'x')).toBeUndefined();
  });
});
