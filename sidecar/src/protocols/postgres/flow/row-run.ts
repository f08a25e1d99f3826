import { Buffer } from 'node:buffer';
import { Copyable } from '../../../io/copy-bytes.ts';

/** Where rows go; `Outgoing` is one. */
export interface RowSink {
  readonly scratch: Copyable;
  room(count: number): number;
  grew(count: number): void;
  keep(start: number, end: number): void;
}

/** What replaces the cells of rows, the same in each of them. */
export interface Constants {
  /** By column: a cell with its length word, or undefined for the cell that is there. */
  readonly cells: readonly (Copyable | undefined)[];
  /** By column: whether it replaces NULL too; elsewhere a NULL stays NULL. */
  readonly overNull: readonly boolean[];
  /** Bytes by which they may lengthen a row. */
  readonly growth: number;
}

export interface RunOf {
  readonly constants: Constants;
  /** Rows that may be sent. */
  readonly maxRows: number;
}

/** Type byte, length word and the count of columns. */
export const HEADER = 7;
export const NULL_LENGTH = -1;
const DATA_ROW = 0x44;
const MISSHAPEN = -1;
const NOTHING = new Copyable(Buffer.alloc(0));
/** What is kept keeps its buffer alive; a larger one is only there for a while. */
const KEPT_BYTES = 64 * 1024;

/**
 * Sends runs of rows in which no cell has to be looked into. Most of what a large result costs is here: rows are copied in one
 * pass, stretch by stretch between the cells that are replaced, without a call per cell or an object per row.
 */
export class RowRun {
  /** Rows of the last run. */
  rows = 0;
  /** Bytes sent of the last run. */
  bytes = 0;
  readonly #sink: RowSink;
  #source = NOTHING;
  #out = NOTHING;

  constructor(sink: RowSink) {
    this.#sink = sink;
  }

  /**
   * The rows that begin at `start`, as many as stand there whole, with their cells replaced.
   * @returns the offset behind the last that was sent; behind it stands no whole row of this shape, or `maxRows` were sent
   */
  send(buffer: Buffer, start: number, end: number, { constants, maxRows }: RunOf): number {
    this.#begin(buffer);
    let at = start;
    let first = 0;
    let to = 0;
    while (this.rows < maxRows) {
      const next = this.#rowEnd(at, end);
      if (next === at) break;
      if (to + (next - at) + constants.growth > this.#out.bytes.length || this.rows === 0) {
        this.#sink.grew(to - first);
        first = this.#makeRoom(next - at + constants.growth);
        to = first;
      }
      const after = this.#row(at, next, to, constants);
      if (after === MISSHAPEN) break;
      this.bytes += after - to;
      this.rows++;
      to = after;
      at = next;
    }
    this.#sink.grew(to - first);
    this.#end();
    return at;
  }

  /** The same for rows that pass as they are. */
  keep(buffer: Buffer, start: number, end: number, maxRows: number): number {
    this.#begin(buffer);
    let at = start;
    for (; this.rows < maxRows; this.rows++) {
      const next = this.#rowEnd(at, end);
      if (next === at) break;
      at = next;
    }
    this.bytes = at - start;
    this.#sink.keep(start, at);
    this.#end();
    return at;
  }

  #begin(buffer: Buffer): void {
    if (this.#source.bytes !== buffer) this.#source = new Copyable(buffer);
    this.rows = 0;
    this.bytes = 0;
  }

  #end(): void {
    this.#out = NOTHING;
    if (this.#source.bytes.length > KEPT_BYTES) this.#source = NOTHING;
  }

  /** Where the row that begins here ends; `at` where none begins, or not all of it is there. */
  #rowEnd(at: number, end: number): number {
    const { view } = this.#source;
    if (end - at < HEADER || view.getUint8(at) !== DATA_ROW) return at;
    const next = at + 1 + view.getUint32(at + 1);
    return next <= end && next - at >= HEADER ? next : at;
  }

  #makeRoom(count: number): number {
    const first = this.#sink.room(count);
    this.#out = this.#sink.scratch;
    return first;
  }

  /** @returns offset behind the row in the scratch memory, or MISSHAPEN */
  #row(start: number, end: number, to: number, constants: Constants): number {
    const { cells, overNull } = constants;
    const source = this.#source;
    const { view } = source;
    if (view.getUint16(start + 5) !== cells.length) return MISSHAPEN;
    let from = start;
    let at = start + HEADER;
    let out = to;
    for (let column = 0; column < cells.length; column++) {
      if (at + 4 > end) return MISSHAPEN;
      const length = view.getInt32(at);
      const next = at + 4 + (length > 0 ? length : 0);
      if (length < NULL_LENGTH || next > end) return MISSHAPEN;
      const cell = length < 0 && overNull[column] !== true ? undefined : cells[column];
      if (cell !== undefined) {
        out = source.copyTo(this.#out, out, from, at);
        out = cell.copyTo(this.#out, out, 0, cell.bytes.length);
        from = next;
      }
      at = next;
    }
    if (at !== end) return MISSHAPEN;
    out = source.copyTo(this.#out, out, from, end);
    this.#out.view.setInt32(to + 1, out - to - 1);
    return out;
  }
}
