import { describe, expect, it } from '@jest/globals';
import { bytes } from '../testing/bytes.ts';
import { completedRows, encodeCommandComplete } from './command-complete.ts';

describe('the rows of a command tag', () => {
  it.each([
    ['SELECT 3', 3],
    ['SELECT 200000', 200_000],
    ['INSERT 0 1', 1],
    ['INSERT 16400 12', 12],
    ['UPDATE 0', 0],
    ['COPY 9007199254740991', Number.MAX_SAFE_INTEGER],
    ['COPY 99999999999999999999', -1],
    ['CREATE TABLE', -1],
    ['BEGIN', -1],
    ['X3', -1],
    ['3', -1],
    [' 3', -1],
    ['SELECT ', -1],
    ['', -1],
  ])('%j: %d', (tag, rows) => {
    const frame = encodeCommandComplete(tag);
    expect(completedRows(frame, 5, frame.length)).toBe(rows);
  });

  it('has none without its end', () => {
    expect(completedRows(bytes('SELECT 3'), 0, 8)).toBe(-1);
    expect(completedRows(bytes('SELECT 3'), 0, 0)).toBe(-1);
  });
});
