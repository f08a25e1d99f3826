import { Buffer } from 'node:buffer';
import type { CellMask, Detectors } from '@chaperone/core/masking';
import { Copyable } from '../../../io/copy-bytes.ts';
import { HEADER, NULL_LENGTH, RowRun } from './row-run.ts';
import type { Constants, RowSink } from './row-run.ts';

/** What happens to one column of a result. */
export type ColumnPlan =
  | { readonly kind: 'pass' }
  /** Depends on the cell. */
  | { readonly kind: 'mask' | 'detect'; readonly mask: CellMask }
  /** The same for each cell, or with `keepsNull` for each that is not NULL; null is SQL NULL. */
  | { readonly kind: 'constant'; readonly cell: Uint8Array | null; readonly keepsNull: boolean };

/** What happens to each row of a result. */
export interface RowPlan {
  /** Rows pass as they are; nothing else is looked at. */
  readonly untouched: boolean;
  readonly columns: readonly ColumnPlan[];
  /** Absent where no column is looked into. */
  readonly detectors: Detectors | undefined;
  /** At least one column is masked whatever it holds. */
  readonly masks: boolean;
  /** Where no cell has to be looked into: what replaces each column. Absent where one has. */
  readonly constants: Constants | undefined;
}

/** The plan for rows of these columns. */
export function planOf(columns: readonly ColumnPlan[], detectors: Detectors | undefined): RowPlan {
  const masks = columns.some(({ kind }) => kind === 'mask' || kind === 'constant');
  const looks = columns.some(({ kind }) => kind === 'mask' || kind === 'detect');
  return {
    untouched: !masks && detectors === undefined,
    columns,
    detectors,
    masks,
    constants: looks ? undefined : constantsOf(columns),
  };
}

function constantsOf(columns: readonly ColumnPlan[]): Constants {
  const cells = columns.map((column) =>
    column.kind === 'constant' ? new Copyable(cellBytes(column.cell)) : undefined,
  );
  const overNull = columns.map((column) => column.kind === 'constant' && !column.keepsNull);
  return {
    cells,
    overNull,
    growth: cells.reduce((sum, cell) => sum + (cell?.bytes.length ?? 0), 0),
  };
}

/** A cell with its length word. */
function cellBytes(cell: Uint8Array | null): Buffer {
  const bytes = Buffer.alloc(4 + (cell?.length ?? 0));
  bytes.writeInt32BE(cell === null ? NULL_LENGTH : cell.length);
  bytes.set(cell ?? NOTHING, 4);
  return bytes;
}

/** Rows of one result, and how many of them may be sent. */
export interface RowsOf {
  readonly plan: RowPlan;
  readonly maxRows: number;
}

/** A row that does not have the shape that its description announced. */
export const ROW_MISSHAPEN = -1;

/** Below this a loop over bytes is faster than a call into native code. */
const SHORT = 64;
const NOTHING = Buffer.alloc(0);

/** Sends rows on as their plan says. */
export class RowWriter {
  readonly #sink: RowSink;
  readonly #run: RowRun;

  constructor(sink: RowSink) {
    this.#sink = sink;
    this.#run = new RowRun(sink);
  }

  /** Rows of the last run. */
  get ran(): number {
    return this.#run.rows;
  }

  /**
   * The run of DataRows that begins at `start`, where the plan does not look into any of them.
   * @returns the offset behind the last row that was sent; `start` where the first has to be sent by itself
   */
  sendRun(buffer: Buffer, start: number, end: number, { plan, maxRows }: RowsOf): number {
    const { constants } = plan;
    if (plan.untouched) return this.#run.keep(buffer, start, end, maxRows);
    if (constants === undefined || plan.detectors !== undefined) return start;
    return this.#run.send(buffer, start, end, { constants, maxRows });
  }

  /**
   * One DataRow `[start, end)`.
   * @returns bytes sent, or ROW_MISSHAPEN; then nothing was sent
   */
  send(buffer: Buffer, start: number, end: number, plan: RowPlan): number {
    const looks = plan.detectors?.mayMatch(buffer, start, end) === true;
    if (plan.untouched || (!plan.masks && !looks)) {
      this.#sink.keep(start, end);
      return end - start;
    }
    if (end - start < HEADER || buffer.readUInt16BE(start + 5) !== plan.columns.length) {
      return ROW_MISSHAPEN;
    }
    if (plan.constants === undefined) return this.#rewrite(buffer, start, end, plan);
    const one = { constants: plan.constants, maxRows: 1 };
    const after = this.#run.send(buffer, start, end, one);
    return after === end && this.#run.rows === 1 ? this.#run.bytes : ROW_MISSHAPEN;
  }

  /** Writes cell by cell; what does not differ is copied in one stretch. */
  #rewrite(buffer: Buffer, start: number, end: number, { columns }: RowPlan): number {
    const first = this.#sink.room(end - start);
    const row = new RowCopy(this.#sink, buffer, start, first);
    let at = start + HEADER;
    for (const column of columns) {
      if (at + 4 > end) return ROW_MISSHAPEN;
      const length = buffer.readInt32BE(at);
      const next = at + 4 + Math.max(length, 0);
      if (length < NULL_LENGTH || next > end) return ROW_MISSHAPEN;
      const masked = length >= 0 ? column.kind !== 'pass' : replacesNull(column);
      if (masked) {
        const before = column.kind === 'constant' ? undefined : buffer.subarray(at + 4, next);
        const cell = before === undefined ? constantOf(column) : maskOf(column)(before);
        if (cell !== before) row.replace(at, next, cell, end);
      }
      at = next;
    }
    return at === end ? row.finish(end) : ROW_MISSHAPEN;
  }
}

const replacesNull = (column: ColumnPlan): boolean =>
  column.kind === 'constant' && !column.keepsNull;

function constantOf(column: ColumnPlan): Uint8Array | null {
  return column.kind === 'constant' ? column.cell : null;
}

function maskOf(column: ColumnPlan): CellMask {
  return 'mask' in column ? column.mask : () => null;
}

/** One row on its way into the sink. */
class RowCopy {
  readonly #sink: RowSink;
  readonly #source: Buffer;
  readonly #first: number;
  #from: number;
  #to: number;

  constructor(sink: RowSink, source: Buffer, from: number, to: number) {
    this.#sink = sink;
    this.#source = source;
    this.#first = to;
    this.#from = from;
    this.#to = to;
  }

  /** Another cell in place of `[at, next)`, its length word included. */
  replace(at: number, next: number, cell: Uint8Array | null, end: number): void {
    this.#copy(at);
    const length = cell?.length ?? 0;
    // Room for this cell and for all that may still follow of the row.
    this.#sink.room(this.#to - this.#first + 4 + length + (end - next));
    const out = this.#sink.scratch.bytes;
    this.#to = out.writeInt32BE(cell === null ? NULL_LENGTH : length, this.#to);
    if (cell !== null) out.set(cell, this.#to);
    this.#to += length;
    this.#from = next;
  }

  finish(end: number): number {
    this.#copy(end);
    const size = this.#to - this.#first;
    this.#sink.scratch.bytes.writeInt32BE(size - 1, this.#first + 1);
    this.#sink.grew(size);
    return size;
  }

  #copy(upTo: number): void {
    const out = this.#sink.scratch.bytes;
    const count = upTo - this.#from;
    if (count >= SHORT) {
      this.#source.copy(out, this.#to, this.#from, upTo);
    } else {
      for (let i = 0; i < count; i++) out[this.#to + i] = this.#source[this.#from + i] ?? 0;
    }
    this.#to += count;
    this.#from = upTo;
  }
}
