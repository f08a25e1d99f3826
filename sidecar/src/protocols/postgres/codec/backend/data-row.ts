import { Buffer } from 'node:buffer';
import { BodyWriter } from '../body-writer.ts';
import { MAX_COLUMNS } from '../frame-table.ts';
import { malformed, type Malformed } from '../malformed.ts';

/** Length of a cell that is SQL NULL. */
export const NULL_CELL = -1;

/** Why `readCells` found no row: its negative answers. */
const TRUNCATED = -1;
const LEFTOVER_BYTES = -2;
const BAD_COUNT = -3;
const BAD_LENGTH = -4;

/** Room for the cells of any row: start and length each. One array serves all rows of a session. */
export function cellSpans(): Int32Array {
  return new Int32Array(2 * MAX_COLUMNS);
}

/**
 * Finds the cells of a DataRow ('D') without allocation: cell i is `spans[2i + 1]` bytes at offset `spans[2i]` of
 * `buf`, and NULL where that length is `NULL_CELL`.
 * @param spans made by `cellSpans`
 * @returns the number of cells, or a negative number that `rowRefusal` explains
 */
export function readCells(buf: Buffer, start: number, end: number, spans: Int32Array): number {
  if (end - start < 2) return TRUNCATED;
  const count = buf.readUInt16BE(start);
  if (count * 2 > spans.length || count * 4 > end - start - 2) return BAD_COUNT;
  let at = start + 2;
  for (let i = 0; i < count; i++) {
    if (end - at < 4) return TRUNCATED;
    const length = buf.readInt32BE(at);
    at += 4;
    if (length < NULL_CELL || length > end - at) return BAD_LENGTH;
    spans[2 * i] = at;
    spans[2 * i + 1] = length;
    if (length > 0) at += length;
  }
  return at === end ? count : LEFTOVER_BYTES;
}

export function rowRefusal(answer: number): Malformed {
  if (answer === TRUNCATED) return malformed('TRUNCATED', 'the row ends inside a cell');
  if (answer === LEFTOVER_BYTES) return malformed('LEFTOVER_BYTES', 'bytes behind the last cell');
  if (answer === BAD_COUNT) return malformed('BAD_COUNT', 'the cells do not fit');
  if (answer === BAD_LENGTH) return malformed('BAD_LENGTH', 'a cell does not fit');
  throw new TypeError(`${String(answer)} is no refusal of a row`);
}

/** DataRow ('D'), for where a few objects do not matter. Cells are copies; null is SQL NULL. */
export interface DataRow {
  readonly kind: 'DataRow';
  readonly cells: readonly (Buffer | null)[];
}

export function decodeDataRow(buf: Buffer, start: number, end: number): DataRow | Malformed {
  const spans = cellSpans();
  const count = readCells(buf, start, end, spans);
  if (count < 0) return rowRefusal(count);
  const cells = Array.from({ length: count }, (_, i) => {
    const at = spans[2 * i] ?? 0;
    const length = spans[2 * i + 1] ?? NULL_CELL;
    return length === NULL_CELL ? null : Buffer.from(buf.subarray(at, at + length));
  });
  return { kind: 'DataRow', cells };
}

export function encodeDataRow(cells: readonly (Buffer | null)[]): Buffer {
  const body = new BodyWriter().int16(cells.length);
  for (const cell of cells) body.value(cell);
  return body.frame('D');
}
