import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileDetectors, detectorCellMask, detectorNames, isDetector } from './detection.ts';
import type { MaskMethod } from './types.ts';

const key = Buffer.from('a key for tests');
const redact: MaskMethod = { kind: 'Redact' };
const all = compileDetectors([{ detectors: detectorNames, method: redact }], key);

const values = [
  '4111 1111 1111 1111',
  '4111111111111111',
  'ada@example.com',
  '123-45-6789',
  'DE89370400440532013000',
  'GB82 WEST 1234 5698 7654 32',
  'AKIAIOSFODNN7EXAMPLE',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2ln',
];

/** Pieces of what the detectors look for, whole and cut, between pieces of anything. */
const fragment = fc.oneof(
  fc.constantFrom(
    '4111 1111 1111 1111',
    '4111111111111111',
    '378282246310005',
    '5555-5555-5555-4444',
    'ada@example.com',
    '"a b"@c.de',
    '123-45-6789',
    '123 45 6789',
    'DE89370400440532013000',
    'GB82 WEST 1234 5698 7654 32',
    'AKIAIOSFODNN7EXAMPLE',
    'ASIAIOSFODNN7EXAMPLE',
    'ACCAIOSFODNN7EXAMPLE',
    'SecretAccessKey=',
    'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    '-----BEGIN RSA PRIVATE KEY-----',
    '-----END RSA PRIVATE KEY-----',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2ln',
    ' ',
    '.',
    '-',
    '\n',
    'é',
    '😀',
    '\u{ff10}',
  ),
  fc.string({ maxLength: 6 }),
  fc.string({
    unit: fc.constantFrom('1', '4', ' ', '-', 'A', 'e', 'y', 'J', '@', '.'),
    maxLength: 20,
  }),
);
const texts = fc.array(fragment, { maxLength: 8 }).map((parts) => parts.join(''));

describe('maskText', () => {
  it.each([
    ['', ''],
    ['nothing here', 'nothing here'],
    ['ada@example.com', '[redacted]'],
    ['a: ada@example.com, b: 4111 1111 1111 1111.', 'a: [redacted], b: [redacted].'],
  ])('%j: %j', (text, expected) => {
    expect(all.maskText(text)).toBe(expected);
  });

  it('masks what overlaps as one, by the strictest method', () => {
    const overlapping = compileDetectors(
      [
        { detectors: ['Email'], method: { kind: 'Partial', keepLast: 4 } },
        { detectors: ['CreditCard'], method: redact },
      ],
      key,
    );
    expect(overlapping.maskText('4111111111111111@example.com')).toBe('[redacted]');
    expect(overlapping.maskText('ada@example.com')).toBe('***********.com');
  });

  it('uses the strictest method where a detector is named twice, in any order', () => {
    const entries = [
      { detectors: ['Email'], method: { kind: 'Partial', keepLast: 4 } as const },
      { detectors: ['Email', 'JWT'], method: redact },
    ];
    expect(compileDetectors(entries, key).maskText('a@b.cz')).toBe('[redacted]');
    expect(compileDetectors(entries.reverse(), key).maskText('a@b.cz')).toBe('[redacted]');
  });

  it('redacts within a text where the method is Null', () => {
    const none = compileDetectors([{ detectors: ['Email'], method: { kind: 'Null' } }], key);
    expect(none.maskText('to a@b.cz')).toBe('to [redacted]');
  });

  it('leaves no value that stands apart, whatever is around it', () => {
    const between = fc.constantFrom(' ', '\n', ', ', '; ', ' = ', ' é ', ' 7 ', ' A ');
    const parts = fc.array(fc.tuple(fc.constantFrom(...values), between), { maxLength: 6 });
    fc.assert(
      fc.property(parts, (pieces) => {
        const masked = all.maskText(pieces.flat().join(''));
        for (const [value] of pieces) expect(masked).not.toContain(value);
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses a detector that does not exist', () => {
    expect(() => compileDetectors([{ detectors: ['Nope'], method: redact }], key)).toThrow(
      TypeError,
    );
    expect([isDetector('Email'), isDetector('toString')]).toEqual([true, false]);
  });
});

describe('mayMatch', () => {
  it.each([...detectorNames, 'all of them'])('misses nothing that is found by %s', (name) => {
    const names = name === 'all of them' ? detectorNames : [name];
    const { maskText, mayMatch } = compileDetectors([{ detectors: names, method: redact }], key);
    fc.assert(
      fc.property(texts, fc.nat(3), (text, margin) => {
        const bytes = Buffer.concat([
          Buffer.alloc(margin),
          Buffer.from(text),
          Buffer.alloc(margin),
        ]);
        if (maskText(text) === text) return;
        expect(mayMatch(bytes, margin, bytes.length - margin)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    '',
    'a row of words',
    '12345678',
    '2026-01-01',
    '2026-11-21 09:00:00.123456+00',
    '127.0.0.1, 192.168.100.200',
    'Ey J -----END',
    'AK1B',
  ])('spares a look at %j', (text) => {
    const bytes = Buffer.from(text);
    expect(all.mayMatch(bytes, 0, bytes.length)).toBe(false);
  });

  it('looks at nothing outside its part', () => {
    const bytes = Buffer.from('a@b.cz and nothing');
    expect(all.mayMatch(bytes, 6, bytes.length)).toBe(false);
    expect(all.mayMatch(Buffer.from('12345678901234'), 0, 8)).toBe(false);
    expect(all.mayMatch(Buffer.from('-----BEGIN '), 0, 10)).toBe(false);
  });

  it('finds nothing where no detector is configured', () => {
    const none = compileDetectors([], key);
    expect([none.none, none.mayMatch(Buffer.from('a@b.cz'), 0, 6)]).toEqual([true, false]);
    expect(none.maskText('a@b.cz')).toBe('a@b.cz');
  });
});

describe('detectorCellMask', () => {
  const run = (typeOid: number, cell: string): string | null => {
    const masked = detectorCellMask(all, typeOid)(Buffer.from(cell));
    return masked === null ? null : Buffer.from(masked).toString();
  };

  it('keeps the rest of a text', () => {
    expect(run(25, 'to a@b.cz')).toBe('to [redacted]');
  });

  it('keeps JSON parseable', () => {
    expect(run(3802, '{"mail": "a@b.cz"}')).toBe('{"mail": "[redacted]"}');
    expect(run(3802, '{"card": 4111111111111111}')).toBe('"[redacted]"');
  });

  it('answers NULL where no placeholder fits the type', () => {
    expect(run(20, '4111111111111111')).toBeNull();
    expect(run(20, '17')).toBe('17');
  });

  it('gives the same bytes where nothing is found', () => {
    const cell = Buffer.from('12345678901234567890');
    expect(detectorCellMask(all, 25)(cell)).toBe(cell);
    expect(detectorCellMask(compileDetectors([], key), 25)(cell)).toBe(cell);
  });
});
