import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Parameter } from '../command/types.ts';
import { EventEncoder, prepareCommand } from './event-encoder.ts';
import { parseEvent } from './parse-event.ts';
import { formatTime, isTime, TimeWriter } from './time.ts';

const SESSION = '01JD3Q0W2T4ZP6V8XK5M7N9R1S';
const NOON = Date.UTC(2026, 10, 21, 12);
const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 200 }));
const anyParameter: fc.Arbitrary<Parameter> = fc.oneof(
  anyText,
  fc.constant(null),
  fc.uint8Array().map((bytes) => ({ binary: Buffer.from(bytes).toString('base64') })),
);

const linesOf = (encoder: EventEncoder): string[] =>
  encoder.pending().toString('utf8').split('\n').slice(0, -1);

describe('a line', () => {
  test('has its keys in their order', () => {
    const encoder = new EventEncoder(SESSION).at(NOON, 42);
    encoder.encode('gap', { reason: 'why' });
    expect(encoder.pending().toString()).toBe(
      `{"seq":0,"time":"2026-11-21T12:00:00.000000042Z","session":"${SESSION}","type":"gap","payload":{"reason":"why"}}\n`,
    );
  });

  test('of a command is what JSON.stringify gives, for any text and parameters', () => {
    fc.assert(
      fc.property(anyText, fc.array(anyParameter), fc.nat(), (text, parameters, command) => {
        const effects = [{ command: 'SELECT', kind: 'relation', object: text }] as const;
        const verdict = { effect: 'Allow', reason: text } as const;
        const encoder = new EventEncoder(SESSION);
        const template = { statement: 3, text, effects, verdict, code: 'X' };
        encoder.encodeCommand(prepareCommand(template), command, parameters);
        const payload = { command, statement: 3, text, parameters, effects, verdict, code: 'X' };
        const other = new EventEncoder(SESSION);
        other.encode('command', payload);
        expect(encoder.pending().equals(other.pending())).toBe(true);
      }),
    );
  });

  test('of an outcome carries the response, a stretch of a buffer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(400), fc.nat(400), (bytes, a, b) => {
        const fields = {
          command: 1,
          status: 'success',
          rows: 2,
          bytes: 3,
          durationMs: 0.25,
        } as const;
        const encoder = new EventEncoder(SESSION);
        const end = Math.min(b, bytes.length);
        const start = Math.min(a, end);
        encoder.encodeOutcome(fields, bytes, start, end);
        const response = Buffer.from(bytes).toString('base64', start, end);
        const other = new EventEncoder(SESSION);
        other.encode('outcome', { ...fields, response });
        expect(encoder.pending().equals(other.pending())).toBe(true);
      }),
    );
  });

  test('of an outcome has its duration in milliseconds, to the microsecond', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (durationMs) => {
        const fields = { command: 1, status: 'error', code: '42P01', rows: 0, bytes: 0 } as const;
        const encoder = new EventEncoder(SESSION);
        encoder.encodeOutcome({ ...fields, durationMs });
        const other = new EventEncoder(SESSION);
        other.encode('outcome', { ...fields, durationMs: Math.round(durationMs * 1000) / 1000 });
        expect(encoder.pending().toString()).toBe(other.pending().toString());
      }),
    );
  });

  test('grows with a large response and is parsed again', () => {
    const encoder = new EventEncoder(SESSION);
    const wire = Buffer.alloc(3_000_001, 'x');
    encoder.encodeData({ stream: 'response', command: 1 }, wire);
    const parsed = parseEvent(encoder.pending().subarray(0, -1));
    expect(parsed).toMatchObject({
      kind: 'event',
      event: { payload: { wire: wire.toString('base64') } },
    });
    encoder.commit();
    expect(encoder.pendingBytes).toBe(0);
  });

  test('whose numbers are large stays whole', () => {
    for (const seq of [0, 9, 10, 99, 1e6, 2 ** 40, Number.MAX_SAFE_INTEGER - 1]) {
      const encoder = new EventEncoder(SESSION, { seq });
      encoder.encode('gap', { reason: '' });
      expect(encoder.pending().toString()).toContain(`{"seq":${String(seq)},`);
    }
  });
});

describe('numbers', () => {
  test('are given back when a write fails', () => {
    const encoder = new EventEncoder(SESSION);
    encoder.encode('gap', { reason: 'kept' });
    encoder.commit();
    encoder.encode('gap', { reason: 'lost' });
    encoder.encode('gap', { reason: 'lost' });
    encoder.rollback();
    expect(encoder.seq).toBe(1);
    encoder.encode('gap', { reason: 'again' });
    expect(linesOf(encoder).map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual([1]);
  });

  test('and time go on where a recording is continued', () => {
    const encoder = new EventEncoder(SESSION, { seq: 7, time: formatTime(NOON, 5) }).at(
      NOON - 10_000,
      0,
    );
    encoder.encode('gap', { reason: '' });
    expect(JSON.parse(linesOf(encoder)[0] ?? '')).toMatchObject({
      seq: 7,
      time: formatTime(NOON, 5),
    });
  });
});

describe('time', () => {
  test('is right to the nanosecond for any split into epoch and rest', () => {
    fc.assert(
      fc.property(fc.nat({ max: 4e12 }), fc.nat({ max: 1e15 }), (epochMs, nanos) => {
        const total = BigInt(epochMs) * 1_000_000n + BigInt(nanos);
        const second = new Date(Number(total / 1_000_000_000n) * 1000).toISOString().slice(0, 19);
        const fraction = String(total % 1_000_000_000n).padStart(9, '0');
        expect(formatTime(epochMs, nanos)).toBe(`${second}.${fraction}Z`);
      }),
    );
  });

  test('never goes back', () => {
    const writer = new TimeWriter();
    const times = [0, 5, 3, 1_000_000_000, 999_999_999].map((nanos) => {
      writer.set(NOON, nanos);
      return writer.toString();
    });
    expect(times).toEqual([...times].sort());
    expect(times.every(isTime)).toBe(true);
  });
});

test.each([
  ['', 'not JSON'],
  ['[]', 'no object'],
  [`{"seq":0}`, 'fields missing'],
  [
    `{"seq":0,"time":"2026-11-21T12:00:00.000000042Z","session":"${SESSION}","type":"gap","payload":{"reason":"a","reason":"b"}}`,
    'a key twice',
  ],
  [
    `{"time":"2026-11-21T12:00:00.000000042Z","seq":0,"session":"${SESSION}","type":"gap","payload":{"reason":""}}`,
    'another order',
  ],
  [
    `{"seq":0, "time":"2026-11-21T12:00:00.000000042Z","session":"${SESSION}","type":"gap","payload":{"reason":""}}`,
    'a blank',
  ],
  [
    `{"seq":0,"time":"2026-11-21T12:00:00.000000042Z","session":"${SESSION}","type":"gap","payload":{"reason":"","more":1}}`,
    'a field more',
  ],
  [
    `{"seq":0,"time":"2026-13-21T12:00:00.000000042Z","session":"${SESSION}","type":"gap","payload":{"reason":""}}`,
    'no such month',
  ],
  [
    `{"seq":0,"time":"2026-11-21T12:00:00.000000042Z","session":"${SESSION}","type":"toString","payload":{}}`,
    'a type that is none',
  ],
  [
    `{"seq":-1,"time":"2026-11-21T12:00:00.000000042Z","session":"${SESSION}","type":"gap","payload":{"reason":""}}`,
    'a negative number',
  ],
])('%s is malformed: %s', (line) => {
  expect(parseEvent(Buffer.from(line)).kind).toBe('malformed');
});

test('bytes that are not UTF-8 are malformed', () => {
  expect(parseEvent(Buffer.from([0x7b, 0xff, 0x7d]))).toMatchObject({
    kind: 'malformed',
    reason: 'it is not UTF-8',
  });
});
