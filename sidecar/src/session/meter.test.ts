import { describe, expect, it } from '@jest/globals';
import { Meter } from './meter.ts';

const HOUR = 3_600_000;

describe('Meter', () => {
  it('says when the rows or bytes of an hour are read, and starts anew with the next', () => {
    const meter = new Meter();
    const limits = { rowsPerHour: 10, bytesPerHour: 1000 };
    meter.add(5 * HOUR, 9, 10);
    expect(meter.exhausted(5 * HOUR + 1, limits)).toBeUndefined();
    expect(meter.rowsLeft(5 * HOUR + 1, limits)).toBe(1);
    meter.add(5 * HOUR + 2, 1, 10);
    expect(meter.exhausted(6 * HOUR - 1, limits)).toContain('10 rows');
    expect(meter.exhausted(6 * HOUR, limits)).toBeUndefined();
    meter.add(6 * HOUR, 0, 1000);
    expect(meter.exhausted(6 * HOUR, limits)).toContain('1000 bytes');
  });

  it('limits nothing where policies do not', () => {
    const meter = new Meter();
    meter.add(0, 1e9, 1e12);
    expect(meter.exhausted(0, {})).toBeUndefined();
    expect(meter.rowsLeft(0, {})).toBe(Infinity);
  });
});
