import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { bytes, decoded } from '../testing/bytes.ts';
import { cellSpans, decodeDataRow, encodeDataRow, readCells, rowRefusal } from './data-row.ts';

const NULL = [0xff, 0xff, 0xff, 0xff];

describe('DataRow', () => {
  it('finds cells where they are, in one array that is used again', () => {
    const spans = cellSpans();
    const wide = encodeDataRow([bytes('abc'), null, bytes()]);
    expect(readCells(wide, 5, wide.length, spans)).toBe(3);
    expect([...spans.subarray(0, 6)]).toEqual([11, 3, 18, -1, 22, 0]);
    const narrow = encodeDataRow([bytes('z')]);
    expect(readCells(narrow, 5, narrow.length, spans)).toBe(1);
    expect([...spans.subarray(0, 2)]).toEqual([11, 1]);
  });

  it('reads the widest row and no wider one', () => {
    const widest = encodeDataRow(Array.from({ length: 1664 }, () => null));
    expect(readCells(widest, 5, widest.length, cellSpans())).toBe(1664);
    const wider = encodeDataRow(Array.from({ length: 1665 }, () => null));
    expect(rowRefusal(readCells(wider, 5, wider.length, cellSpans())).code).toBe('BAD_COUNT');
  });

  it.each([
    ['nothing', 'TRUNCATED', [0]],
    ['more cells than fit', 'BAD_COUNT', [0xff, 0xff, ...NULL]],
    ['a cell that reaches behind the row', 'BAD_LENGTH', [0, 1, 0, 0, 0, 2, 'x']],
    ['a length below -1', 'BAD_LENGTH', [0, 1, 0x80, 0, 0, 0]],
    ['a row that ends inside a length', 'TRUNCATED', [0, 2, 0, 0, 0, 2, 'xx', 0, 0]],
    ['left-over bytes', 'LEFTOVER_BYTES', [0, 1, ...NULL, 0]],
  ])('refuses %s', (_case, code, body) => {
    expect(decoded(decodeDataRow, ...body)).toMatchObject({ kind: 'malformed', code });
  });

  it('does not look behind the row for a cell that is too long', () => {
    const row = encodeDataRow([bytes('abc')]);
    const longer = Buffer.concat([row, bytes('behind')]);
    longer.writeInt32BE(4, 7);
    expect(rowRefusal(readCells(longer, 5, row.length, cellSpans())).code).toBe('BAD_LENGTH');
  });

  it('explains refusals only', () => {
    expect(() => rowRefusal(3)).toThrow(TypeError);
  });
});
