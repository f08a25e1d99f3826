import type { CellMask } from '../cell.ts';
import { COPY_MISSHAPEN } from './types.ts';
import type { CopyBytes, CopyColumn, CopyTextFormat } from './types.ts';
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

interface MaskedColumn {
  readonly keepsNull: boolean;
  /** What stands for the cell `[start, end)`, with its escapes. */
  readonly replace: (source: Buffer, start: number, end: number) => Uint8Array;
}

/**
 * Rows of format `text`: cells between delimiters, rows end with LF, and within a value both stand behind a backslash.
 * Only `\N` is sure to be NULL: any other NULL string can be a value as well, and is masked like one, since whether a value
 * equals a string of the agent's choice is an answer about it.
 */
export class TextRows {
  rows = 0;
  /** By column, up to the last that does not pass. */
  readonly #masked: readonly (MaskedColumn | undefined)[];
  readonly #delimiter: number;
  readonly #nullText: Buffer;
  readonly #marksNull: boolean;
  #header: boolean;

  /** @param columns all of them, in order */
  constructor(format: CopyTextFormat, columns: readonly CopyColumn[]) {
    this.#delimiter = format.delimiter;
    this.#nullText = Buffer.from(format.nullText);
    this.#marksNull = format.nullText === MARKED_NULL;
    this.#header = format.header;
    const last = columns.findLastIndex(({ kind }) => kind !== 'pass');
    this.#masked = columns.slice(0, last + 1).map((column) => this.#maskedAs(column));
  }

  rewrite(source: CopyBytes, start: number, end: number, out: CopyWriter): number {
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

  #skip(source: CopyBytes, start: number, end: number, out: CopyWriter): number {
    const line = lineEnd(source.bytes, start, end);
    if (line < 0) return 0;
    this.#header = false;
    out.copy(source, start, line + 1);
    return line + 1;
  }

  /** Offset behind the row, 0 where its end is not there yet, or COPY_MISSHAPEN. */
  #row(source: CopyBytes, start: number, end: number, out: CopyWriter): number {
    const { bytes } = source;
    const masked = this.#masked;
    const delimiter = this.#delimiter;
    let [from, at] = [start, start];
    for (let i = 0; i < masked.length; i++) {
      if (i > 0 && bytes[at++] !== delimiter) return COPY_MISSHAPEN;
      const cell = at;
      at = this.#cellEnd(bytes, at, end);
      if (at >= end) return 0;
      const column = masked[i];
      if (column === undefined || (column.keepsNull && this.#isNull(bytes, cell, at))) continue;
      out.copy(source, from, cell);
      out.bytes(column.replace(bytes, cell, at));
      from = at;
    }
    const line = lineEnd(bytes, at, end);
    if (line < 0) return 0;
    out.copy(source, from, line + 1);
    this.rows++;
    return line + 1;
  }

  #maskedAs(column: CopyColumn): MaskedColumn | undefined {
    if (column.kind === 'pass') return undefined;
    if (column.kind !== 'constant')
      return { keepsNull: true, replace: this.#replaceBy(column.mask) };
    const constant = this.#encoded(column.cell);
    return { keepsNull: column.keepsNull, replace: () => constant };
  }

  #replaceBy(mask: CellMask): MaskedColumn['replace'] {
    return (source, start, end) => {
      const cell = source.subarray(start, end);
      const value = unescape(cell);
      const masked = mask(value);
      return masked === value ? cell : this.#encoded(masked);
    };
  }

  #cellEnd(source: Buffer, start: number, end: number): number {
    const delimiter = this.#delimiter;
    let at = start;
    for (; at < end; at++) {
      const byte = source[at];
      if (byte === BACKSLASH) at++;
      else if (byte === delimiter || byte === LF) break;
    }
    return at;
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

function unescape(cell: Buffer): Buffer {
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
