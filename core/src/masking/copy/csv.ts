import { COPY_MISSHAPEN } from './types.ts';
import type { CopyBytes, CopyColumn, CopyCsvFormat } from './types.ts';
import type { CopyWriter } from './writer.ts';

const LF = 10;
const CR = 13;
/** The end of a cell, or of a row, is not there yet. */
const INCOMPLETE = -2;

/** One cell's place: `value` is what stands between its quotes, or all of it. */
interface Cell {
  start: number;
  end: number;
  quoted: boolean;
}

/**
 * Rows of format `csv`: cells between delimiters, rows end with LF; a value that holds either, or a quote, or is the NULL
 * string, stands in quotes. A replacement is quoted for what it holds itself and as FORCE_QUOTE says, never because the value
 * was: with delimiter, quote and NULL string chosen by the agent, a quote would tell something about it.
 */
export class CsvRows {
  rows = 0;
  readonly #columns: readonly CopyColumn[];
  readonly #constants: readonly (Uint8Array | undefined)[];
  readonly #keepsNull: readonly boolean[];
  readonly #format: CopyCsvFormat;
  readonly #nullText: Buffer;
  readonly #forced: readonly boolean[];
  readonly #cell: Cell = { start: 0, end: 0, quoted: false };
  #header: boolean;

  /**
   * @param columns all of them, in order
   * @param names of the columns
   */
  constructor(format: CopyCsvFormat, columns: readonly CopyColumn[], names: readonly string[]) {
    const { forceQuote } = format;
    this.#format = format;
    this.#nullText = Buffer.from(format.nullText);
    this.#header = format.header;
    this.#columns = columns;
    this.#forced = names.map((name) => forceQuote === 'all' || forceQuote.has(name));
    this.#keepsNull = columns.map((column) => column.kind === 'constant' && column.keepsNull);
    this.#constants = columns.map((column, i) =>
      column.kind === 'constant' ? this.#encoded(column.cell, i) : undefined,
    );
  }

  rewrite(source: CopyBytes, start: number, end: number, out: CopyWriter): number {
    let at = start;
    while (at < end) {
      const before = out.length;
      const next = this.#row(source, at, end, out);
      if (next === COPY_MISSHAPEN) return next;
      if (next === INCOMPLETE) {
        out.truncate(before);
        break;
      }
      if (this.#header) this.#header = false;
      else this.rows++;
      at = next;
    }
    return at;
  }

  /** Offset behind the row, INCOMPLETE, or COPY_MISSHAPEN. */
  #row(source: CopyBytes, start: number, end: number, out: CopyWriter): number {
    const { bytes } = source;
    const { delimiter } = this.#format;
    const columns = this.#columns;
    const cell = this.#cell;
    let [from, at] = [start, start];
    for (let i = 0; i < columns.length; i++) {
      const first = at;
      at = this.#scan(bytes, at, end);
      if (at < 0) return at;
      const ends = i === columns.length - 1 ? LF : delimiter;
      if (bytes[at] !== ends) return COPY_MISSHAPEN;
      if (columns[i]?.kind !== 'pass' && !this.#header) {
        out.copy(source, from, first);
        this.#replace(source, cell, i, out);
        from = at;
      }
      at++;
    }
    // A row of no columns is an empty line.
    if (columns.length === 0 && bytes[at++] !== LF) return COPY_MISSHAPEN;
    out.copy(source, from, at);
    return at;
  }

  /** Offset of what ends the cell, INCOMPLETE, or COPY_MISSHAPEN. */
  #scan(source: Buffer, start: number, end: number): number {
    const { delimiter, quote } = this.#format;
    const cell = this.#cell;
    if (start < end && source[start] === quote) return this.#scanQuoted(source, start, end);
    let at = start;
    for (; at < end; at++) {
      const byte = source[at];
      if (byte === delimiter || byte === LF) break;
      if (byte === quote) return COPY_MISSHAPEN;
    }
    if (at >= end) return INCOMPLETE;
    cell.start = start;
    cell.end = at;
    cell.quoted = false;
    return at;
  }

  #scanQuoted(source: Buffer, start: number, end: number): number {
    const { delimiter, quote, escape } = this.#format;
    let at = start + 1;
    for (; at < end; at++) {
      const byte = source[at];
      if (byte === escape && at + 1 >= end) return INCOMPLETE;
      if (byte === escape && (source[at + 1] === quote || source[at + 1] === escape)) at++;
      else if (byte === quote) break;
    }
    const after = at + 1;
    if (after >= end) return INCOMPLETE;
    if (source[after] !== delimiter && source[after] !== LF) return COPY_MISSHAPEN;
    this.#cell.start = start + 1;
    this.#cell.end = at;
    this.#cell.quoted = true;
    return after;
  }

  #replace(source: CopyBytes, { start, end, quoted }: Cell, index: number, out: CopyWriter): void {
    const asItIs = quoted ? 1 : 0;
    const { bytes } = source;
    const isNull = !quoted && this.#isNullText(bytes, start, end);
    const constant = this.#constants[index];
    if (constant !== undefined && !(isNull && this.#keepsNull[index] === true)) {
      out.bytes(constant);
      return;
    }
    const column = this.#columns[index];
    if (isNull || column === undefined || !('mask' in column)) {
      out.copy(source, start - asItIs, end + asItIs);
      return;
    }
    const value = quoted ? this.#unescape(bytes, start, end) : bytes.subarray(start, end);
    const masked = column.mask(value);
    if (masked === value && column.kind === 'detect') {
      out.copy(source, start - asItIs, end + asItIs);
    } else {
      out.bytes(this.#encoded(masked, index));
    }
  }

  #isNullText(source: Buffer, start: number, end: number): boolean {
    const text = this.#nullText;
    if (end - start !== text.length) return false;
    for (let i = 0; i < text.length; i++) if (source[start + i] !== text[i]) return false;
    return true;
  }

  #unescape(source: Buffer, start: number, end: number): Buffer {
    const { quote, escape } = this.#format;
    const cell = source.subarray(start, end);
    if (!cell.includes(escape)) return cell;
    const bytes: number[] = [];
    for (let at = 0; at < cell.length; at++) {
      const next = cell[at + 1];
      if (cell[at] === escape && (next === quote || next === escape)) at++;
      bytes.push(cell[at] ?? 0);
    }
    return Buffer.from(bytes);
  }

  #encoded(cell: Uint8Array | null, index: number): Uint8Array {
    if (cell === null) return this.#nullText;
    const { delimiter, quote, escape } = this.#format;
    const mustQuote =
      this.#forced[index] === true ||
      [delimiter, quote, LF, CR].some((byte) => cell.includes(byte)) ||
      this.#nullText.equals(cell);
    if (!mustQuote) return cell;
    const bytes = [quote];
    for (const byte of cell) {
      if (byte === quote || byte === escape) bytes.push(escape);
      bytes.push(byte);
    }
    return Buffer.from([...bytes, quote]);
  }
}
