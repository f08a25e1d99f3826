import { COPY_MISSHAPEN } from './types.ts';
import type { CopyColumn, CopyTextFormat } from './types.ts';
import type { CopyWriter } from './writer.ts';

const LF = 10;
const BACKSLASH = 0x5c;
const NULL_MARK = 0x4e;
const MARKED_NULL = '\\N';

/** Letters behind a backslash, and the control characters that they stand for (PostgreSQL documentation, COPY). */
const ESCAPES: readonly (readonly [string, number])[] = [
  ['b', 8],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
];
const MEANING = new Map(ESCAPES.map(([letter, byte]) => [letter.charCodeAt(0), byte]));
const LETTER = new Map(ESCAPES.map(([letter, byte]) => [byte, letter.charCodeAt(0)]));

/** Which column a cell is of, and where it goes. */
interface Place {
  index: number;
  out: CopyWriter;
}

/**
 * Rows of format `text`: cells between delimiters, rows end with LF, and within a value both stand behind a backslash.
 * Only `\N` is sure to be NULL: any other NULL string can be a value as well, and is masked like one, since whether a value
 * equals a string of the agent's choice is an answer about it.
 */
export class TextRows {
  rows = 0;
  readonly #columns: readonly CopyColumn[];
  readonly #constants: readonly (Uint8Array | undefined)[];
  readonly #delimiter: number;
  readonly #nullText: Buffer;
  readonly #marksNull: boolean;
  /** Used again and again. */
  #at: Place | undefined;
  #header: boolean;

  /** @param columns all of them, in order */
  constructor(format: CopyTextFormat, columns: readonly CopyColumn[]) {
    this.#delimiter = format.delimiter;
    this.#nullText = Buffer.from(format.nullText);
    this.#marksNull = format.nullText === MARKED_NULL;
    this.#header = format.header;
    const last = columns.findLastIndex(({ kind }) => kind !== 'pass');
    this.#columns = columns.slice(0, last + 1);
    this.#constants = this.#columns.map((column) =>
      column.kind === 'constant' ? this.#encoded(column.cell) : undefined,
    );
  }

  rewrite(source: Buffer, start: number, end: number, out: CopyWriter): number {
    let at = start;
    while (at < end) {
      const before = out.length;
      const next = this.#header
        ? this.#skip(source, at, end, out)
        : this.#row(source, at, end, out);
      if (next === COPY_MISSHAPEN) return next;
      if (next === 0) {
        out.truncate(before);
        break;
      }
      at = next;
    }
    return at;
  }

  #skip(source: Buffer, start: number, end: number, out: CopyWriter): number {
    const line = lineEnd(source, start, end);
    if (line < 0) return 0;
    this.#header = false;
    out.copy(source, start, line + 1);
    return line + 1;
  }

  #place(out: CopyWriter): Place {
    this.#at ??= { index: 0, out };
    this.#at.out = out;
    return this.#at;
  }

  /** Offset behind the row, 0 where its end is not there yet, or COPY_MISSHAPEN. */
  #row(source: Buffer, start: number, end: number, out: CopyWriter): number {
    const columns = this.#columns;
    const delimiter = this.#delimiter;
    const place = this.#place(out);
    let [from, at] = [start, start];
    for (let i = 0; i < columns.length; i++) {
      if (i > 0) {
        if (source[at] !== delimiter) return COPY_MISSHAPEN;
        at++;
      }
      const cell = at;
      for (; at < end; at++) {
        const byte = source[at];
        if (byte === BACKSLASH) at++;
        else if (byte === delimiter || byte === LF) break;
      }
      if (at >= end) return 0;
      if (columns[i]?.kind === 'pass') continue;
      out.copy(source, from, cell);
      place.index = i;
      this.#cell(source, cell, at, place);
      from = at;
    }
    const line = lineEnd(source, at, end);
    if (line < 0) return 0;
    out.copy(source, from, line + 1);
    this.rows++;
    return line + 1;
  }

  /** Writes what stands for the cell `[start, end)`. */
  #cell(source: Buffer, start: number, end: number, { index, out }: Place): void {
    const column = this.#columns[index];
    const constant = this.#constants[index];
    if (this.#isNull(source, start, end)) {
      out.copy(source, start, end);
    } else if (constant !== undefined) {
      out.bytes(constant);
    } else if (column !== undefined && 'mask' in column) {
      const value = unescape(source, start, end);
      const masked = column.mask(value);
      if (masked === value) out.copy(source, start, end);
      else out.bytes(this.#encoded(masked));
    }
  }

  #isNull(source: Buffer, start: number, end: number): boolean {
    return (
      this.#marksNull &&
      end - start === 2 &&
      source[start] === BACKSLASH &&
      source[start + 1] === NULL_MARK
    );
  }

  #encoded(cell: Uint8Array | null): Uint8Array {
    if (cell === null) return this.#nullText;
    const bytes: number[] = [];
    for (const byte of cell) {
      const letter = LETTER.get(byte);
      if (letter !== undefined || byte === BACKSLASH || byte === this.#delimiter)
        bytes.push(BACKSLASH);
      bytes.push(letter ?? byte);
    }
    return Buffer.from(bytes);
  }
}

function lineEnd(source: Buffer, start: number, end: number): number {
  if (source[start] === LF) return start;
  const line = source.indexOf(LF, start);
  return line < end ? line : -1;
}

function unescape(source: Buffer, start: number, end: number): Buffer {
  const cell = source.subarray(start, end);
  if (!cell.includes(BACKSLASH)) return cell;
  const bytes: number[] = [];
  for (let at = 0; at < cell.length; at++) {
    const byte = cell[at] ?? 0;
    if (byte !== BACKSLASH) {
      bytes.push(byte);
      continue;
    }
    at++;
    const next = cell[at] ?? BACKSLASH;
    bytes.push(MEANING.get(next) ?? next);
  }
  return Buffer.from(bytes);
}
