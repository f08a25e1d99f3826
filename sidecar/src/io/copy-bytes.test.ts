import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Copyable } from './copy-bytes.ts';

describe('Copyable', () => {
  it('copies exactly the stretch, whatever its length and its place', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(20), fc.nat(400), (array, to, at) => {
        const data = Buffer.from(array);
        const from = Math.min(at, data.length);
        const target = Buffer.alloc(430, 0xee);
        const expected = Buffer.from(target);
        expected.set(data.subarray(from), to);
        const end = new Copyable(data).copyTo(new Copyable(target), to, from, data.length);
        expect(end).toBe(to + data.length - from);
        expect(target.equals(expected)).toBe(true);
      }),
    );
  });

  it('keeps to a view into a larger buffer', () => {
    const whole = Buffer.from('0123456789abcdefghij');
    const target = Buffer.alloc(12, '.');
    new Copyable(whole.subarray(5, 16)).copyTo(new Copyable(target.subarray(1)), 0, 0, 11);
    expect(target.toString()).toBe('.56789abcdef');
  });

  it.each([3, 9, 200])('never writes behind its target, %d bytes', (count) => {
    const source = new Copyable(Buffer.alloc(count));
    const target = Buffer.alloc(count + 8, 0xee);
    const short = new Copyable(target.subarray(0, count - 1));
    expect(() => source.copyTo(short, 0, 0, count)).toThrow(/bounds/);
    expect(target.subarray(count - 1).every((byte) => byte === 0xee)).toBe(true);
  });
});
