import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ReadBuffer } from './read-buffer.ts';

const unconsumed = (input: ReadBuffer): string =>
  input.bytes.toString('latin1', input.start, input.end);

describe('ReadBuffer', () => {
  it('gives the same bytes back in order, whatever is read, consumed and moved between', () => {
    const step = fc.record({
      read: fc.integer({ min: 0, max: 40 }),
      keep: fc.integer({ min: 0, max: 40 }),
      move: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const input = new ReadBuffer(16, 64);
        let space = input.space();
        let expected = '';
        let next = 0;
        for (const { read, keep, move } of steps) {
          const count = Math.min(read, space.length);
          for (let i = 0; i < count; i++) {
            space[i] = 33 + (next % 90);
            expected += String.fromCharCode(33 + (next++ % 90));
          }
          input.filled(space, count);
          expect(unconsumed(input)).toBe(expected);
          const consumed = Math.max(0, expected.length - keep);
          if (move) space = input.space();
          input.consume(input.start + consumed);
          expected = expected.slice(consumed);
          input.makeRoom();
          if (!move) space = input.space();
        }
        expect(unconsumed(input)).toBe(expected);
      }),
    );
  });

  it('never gives out an empty space, so that a read never fails', () => {
    const input = new ReadBuffer(8, 8);
    for (let i = 0; i < 10; i++) {
      const space = input.space();
      expect(space.length).toBeGreaterThan(0);
      input.filled(space, space.length);
      input.makeRoom();
    }
    expect(input.isFull).toBe(true);
  });

  it('falls back to its floor once everything is consumed', () => {
    const input = new ReadBuffer(8, 1024);
    input.take(Buffer.alloc(8), 0);
    input.makeRoom();
    input.take(Buffer.alloc(8), 0);
    expect(input.bytes.length).toBeGreaterThan(8);
    input.consume(input.end);
    expect(input.bytes.length).toBe(8);
  });
});
