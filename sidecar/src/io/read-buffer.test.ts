import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ReadBuffer } from './read-buffer.ts';

const unconsumed = (input: ReadBuffer): string =>
  input.bytes.toString('latin1', input.start, input.end);

function fail(): never {
  throw new Error('there are three');
}

describe('ReadBuffer', () => {
  it('gives the same bytes back in order, whatever is read, consumed and moved between, and by others', () => {
    const step = fc.record({
      who: fc.nat({ max: 2 }),
      read: fc.integer({ min: 0, max: 40 }),
      keep: fc.integer({ min: 0, max: 40 }),
      move: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const all = [0, 1, 2].map(() => {
          const input = new ReadBuffer(16, 64);
          return { input, space: input.space(), expected: '' };
        });
        let next = 0;
        for (const { who, read, keep, move } of steps) {
          const one = all[who] ?? fail();
          const { input } = one;
          const count = Math.min(read, one.space.length);
          for (let i = 0; i < count; i++) {
            one.space[i] = 33 + (next % 90);
            one.expected += String.fromCharCode(33 + (next++ % 90));
          }
          input.filled(one.space, count);
          expect(unconsumed(input)).toBe(one.expected);
          const consumed = Math.max(0, one.expected.length - keep);
          if (move) one.space = input.space();
          input.consume(input.start + consumed);
          one.expected = one.expected.slice(consumed);
          input.makeRoom();
          if (!move) one.space = input.space();
          for (const { input: other, expected } of all) expect(unconsumed(other)).toBe(expected);
        }
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

  it('has memory of its own only while something is left over', () => {
    const [input, other] = [new ReadBuffer(8, 1024), new ReadBuffer(8, 1024)];
    const shared = other.bytes;
    input.filled(input.space(), 8);
    expect(input.bytes).toBe(shared);
    input.consume(7);
    input.settle();
    expect(input.bytes).not.toBe(shared);
    input.filled(input.space(), 8);
    input.makeRoom();
    expect(input.bytes.length).toBeGreaterThan(8);
    input.consume(input.end);
    expect(input.bytes).toBe(shared);
  });

  it('takes a chunk as it is, and what comes behind a remainder as a copy', () => {
    const input = new ReadBuffer(8, 1024);
    const chunk = Buffer.from('0123456789');
    expect(input.take(chunk, 4)).toBe(6);
    expect(input.bytes).toBe(chunk);
    input.consume(8);
    expect(input.take(Buffer.from('abcdefgh'), 2)).toBe(6);
    expect(unconsumed(input)).toBe('89cdefgh');
  });
});
