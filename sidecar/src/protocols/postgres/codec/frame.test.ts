import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ALL_PHASES } from './testing/phases.ts';
import { directions, surrounded, withLength } from './testing/samples.ts';
import {
  checkedFrameEnd,
  frameEnd,
  frameRefusal,
  LENGTH_TOO_LARGE,
  LENGTH_TOO_SMALL,
  MAX_STARTUP_BODY_BYTES,
  NEED_MORE,
  readFrame,
  startupFrameEnd,
  UNKNOWN_TYPE,
  WRONG_PHASE,
} from './frame.ts';
import { frontendFrames, PHASE_COPY, PHASE_SESSION, PHASE_STARTUP } from './frame-table.ts';
import { encodeQuery, encodeSync, encodeStartupMessage } from './index.ts';

const sync = encodeSync();

describe('frameEnd', () => {
  it('waits for every byte and then answers the offset behind the frame', () => {
    const frame = encodeQuery('select 1');
    for (let have = 0; have < frame.length; have++) {
      expect(frameEnd(frame, 0, have, 1024)).toBe(NEED_MORE);
    }
    expect(frameEnd(frame, 0, frame.length, 1024)).toBe(frame.length);
  });

  it('answers the same in the middle of other bytes', () => {
    const { buf, start } = surrounded(sync, 0xff);
    expect(frameEnd(buf, start, start + 5, 1024)).toBe(start + 5);
    expect(frameEnd(buf, start, start + 4, 1024)).toBe(NEED_MORE);
  });

  it.each([0, 1, 2, 3])('refuses a length of %d, which excludes itself', (length) => {
    expect(frameEnd(withLength(sync, length), 0, 5, 1024)).toBe(LENGTH_TOO_SMALL);
  });

  it('counts the ceiling in bytes of the whole frame', () => {
    const frame = Buffer.alloc(101);
    frame.writeUInt32BE(100, 1);
    expect(frameEnd(frame, 0, 101, 101)).toBe(101);
    expect(frameEnd(frame, 0, 101, 100)).toBe(LENGTH_TOO_LARGE);
  });

  it.each([0x7fffffff, 0x80000000, 0xffffffff])('refuses a length of %d at once', (length) => {
    expect(frameEnd(withLength(sync, length), 0, 5, 1 << 30)).toBe(LENGTH_TOO_LARGE);
  });
});

describe('checkedFrameEnd', () => {
  const rules = { table: frontendFrames, phase: PHASE_SESSION, max: 1024 };

  it('knows an unknown type by its first byte', () => {
    expect(checkedFrameEnd(Buffer.from('~'), 0, 1, rules)).toBe(UNKNOWN_TYPE);
  });

  it('knows a phase', () => {
    expect(checkedFrameEnd(Buffer.from('p'), 0, 1, rules)).toBe(WRONG_PHASE);
    expect(checkedFrameEnd(Buffer.from('Q'), 0, 1, { ...rules, phase: PHASE_COPY })).toBe(
      WRONG_PHASE,
    );
    expect(checkedFrameEnd(sync, 0, 5, { ...rules, phase: PHASE_STARTUP })).toBe(WRONG_PHASE);
    expect(checkedFrameEnd(sync, 0, 5, rules)).toBe(5);
  });

  it('refuses a Sync with a body before the body has come', () => {
    expect(checkedFrameEnd(withLength(sync, 5), 0, 5, rules)).toBe(LENGTH_TOO_LARGE);
  });

  it('needs a first byte', () => {
    expect(checkedFrameEnd(sync, 5, 5, rules)).toBe(NEED_MORE);
  });
});

describe('readFrame', () => {
  it('answers a frame, a wait or a refusal', () => {
    const rules = { table: frontendFrames, phase: PHASE_SESSION, max: 1024 };
    expect(readFrame(sync, 0, 5, rules)).toEqual({
      kind: 'frame',
      type: 0x53,
      bodyStart: 5,
      end: 5,
    });
    expect(readFrame(sync, 0, 4, rules)).toEqual({ kind: 'need-more' });
    expect(readFrame(withLength(sync, 3), 0, 5, rules)).toMatchObject({ code: 'LENGTH_TOO_SMALL' });
  });

  it('has a sentence for each refusal and for nothing else', () => {
    for (const answer of [LENGTH_TOO_SMALL, LENGTH_TOO_LARGE, UNKNOWN_TYPE, WRONG_PHASE]) {
      expect(frameRefusal(answer).kind).toBe('malformed');
    }
    expect(() => frameRefusal(0)).toThrow(TypeError);
  });
});

describe('startupFrameEnd', () => {
  const packet = encodeStartupMessage([['user', 'me']]);
  it('waits for every byte', () => {
    for (let have = 0; have < packet.length; have++) {
      expect(startupFrameEnd(packet, 0, have)).toBe(NEED_MORE);
    }
    expect(startupFrameEnd(packet, 0, packet.length)).toBe(packet.length);
  });

  it.each([
    [0, LENGTH_TOO_SMALL],
    [7, LENGTH_TOO_SMALL],
    [8, 8],
    [4 + MAX_STARTUP_BODY_BYTES, 4 + MAX_STARTUP_BODY_BYTES],
    [5 + MAX_STARTUP_BODY_BYTES, LENGTH_TOO_LARGE],
    [0xffffffff, LENGTH_TOO_LARGE],
  ])('answers a length of %d by %d', (length, answer) => {
    const bytes = Buffer.alloc(20_000);
    bytes.writeUInt32BE(length);
    expect(startupFrameEnd(bytes, 0, bytes.length)).toBe(answer);
  });
});

describe('a conversation split at every byte', () => {
  it.each(directions)('$name: gives the same frames', (direction) => {
    const all = Buffer.concat(direction.samples);
    const rules = { table: direction.table, phase: ALL_PHASES, max: 4096 };
    const whole: number[] = [];
    for (let at = 0; at < all.length; at = whole.at(-1) ?? all.length) {
      const end = checkedFrameEnd(all, at, all.length, rules);
      expect(end).toBeGreaterThan(at);
      whole.push(end);
    }
    expect(whole).toHaveLength(direction.samples.length);
    for (let split = 0; split <= all.length; split++) {
      const ends: number[] = [];
      let at = 0;
      for (const have of [split, all.length]) {
        for (let end = checkedFrameEnd(all, at, have, rules); end > 0;) {
          ends.push(end);
          at = end;
          end = checkedFrameEnd(all, at, have, rules);
        }
      }
      expect(ends).toEqual(whole);
    }
  });

  it.each(directions)('$name: any bytes whatever behind `end` change nothing', (direction) => {
    const rules = { table: direction.table, phase: ALL_PHASES, max: 4096 };
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const answers = [0x00, 0x01, 0xff].map((poison) => {
          const { buf, start } = surrounded(Buffer.from(bytes), poison);
          return checkedFrameEnd(buf, start, start + bytes.length, rules);
        });
        expect(new Set(answers).size).toBe(1);
      }),
    );
  });
});
