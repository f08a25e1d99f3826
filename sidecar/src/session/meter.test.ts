import { describe, expect, it } from '@jest/globals';
import { Meter } from './meter.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = 500_000 * HOUR + 30 * MINUTE;
const limits = { rowsPerHour: 10, bytesPerHour: 1000 };

describe('Meter', () => {
  it('says when the rows or bytes of an hour are read, and forgets what is older', () => {
    const meter = new Meter();
    meter.add(START, 9, 10);
    expect(meter.exhausted(START + 1, limits)).toBeUndefined();
    expect(meter.rowsLeft(START + 1, limits)).toBe(1);
    expect(meter.bytesLeft(START + 1, limits)).toBe(990);
    meter.add(START + 20 * MINUTE, 1, 10);
    expect(meter.exhausted(START + 59 * MINUTE, limits)).toContain('10 rows');
    expect(meter.rowsLeft(START + 61 * MINUTE, limits)).toBe(9);
    expect(meter.exhausted(START + 61 * MINUTE, limits)).toBeUndefined();
    expect(meter.rowsLeft(START + 81 * MINUTE, limits)).toBe(10);
    meter.add(START + 3 * HOUR, 0, 1000);
    expect(meter.exhausted(START + 3 * HOUR, limits)).toContain('1000 bytes');
  });

  it('allows no second hour at the turn of the clock', () => {
    const meter = new Meter();
    meter.add(START + 29 * MINUTE, 10, 0);
    expect(meter.rowsLeft(START + 31 * MINUTE, limits)).toBe(0);
    expect(meter.rowsLeft(START + 88 * MINUTE, limits)).toBe(0);
  });

  it('gives nothing back where the clock is set back', () => {
    const meter = new Meter();
    meter.add(START, 10, 0);
    expect(meter.rowsLeft(START - 5 * HOUR, limits)).toBe(0);
    expect(meter.rowsLeft(START + HOUR - 1, limits)).toBe(0);
  });

  it('limits nothing where policies do not', () => {
    const meter = new Meter();
    meter.add(0, 1e9, 1e12);
    expect(meter.exhausted(0, {})).toBeUndefined();
    expect(meter.rowsLeft(0, {})).toBe(Infinity);
    expect(meter.bytesLeft(0, {})).toBe(Infinity);
  });
});
