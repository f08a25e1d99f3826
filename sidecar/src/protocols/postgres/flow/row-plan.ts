import type { Buffer } from 'node:buffer';
import type { CellMask, Detectors } from '@chaperone/core/masking';

/** What happens to one column of a result. */
export type ColumnPlan =
  | { readonly kind: 'pass' }
  | { readonly kind: 'mask' | 'detect'; readonly mask: CellMask }
  | { readonly kind: 'null' };

/** What happens to each row of a result. */
export interface RowPlan {
  /** Rows pass as they are; nothing else is looked at. */
  readonly untouched: boolean;
  readonly columns: readonly ColumnPlan[];
  /** Absent where no column is looked into. */
  readonly detectors: Detectors | undefined;
  /** At least one column is masked whatever it holds. */
  readonly masks: boolean;
}

/** A row that does not have the shape that its description announced. */
export const ROW_MISSHAPEN = -1;

/** Where a row goes; `Outgoing` is one. */
export interface RowSink {
  readonly scratch: Buffer;
  room(count: number): number;
  grew(count: number): void;
  keep(start: number, end: number): void;
}

/** Type byte, length word and the count of columns. */
const HEADER = 7;

/** Sends rows on as their plan says. */
export class RowWriter {
  readonly #sink: RowSink;

  constructor(sink: RowSink) {
    this.#sink = sink;
  }

  /**
   * One DataRow `[start, end)`.
   * @returns bytes sent, or ROW_MISSHAPEN; then nothing was sent
   */
  send(buffer: Buffer, start: number, end: number, plan: RowPlan): number {
    if (plan.untouched || (!plan.masks && plan.detectors?.mayMatch(buffer, start, end) !== true)) {
      this.#sink.keep(start, end);
      return end - start;
    }
    const changed = rewrite(buffer, start, end, plan);
    if (changed === undefined) return ROW_MISSHAPEN;
    if (changed.length > 0) return this.#write(buffer, start, end, changed);
    this.#sink.keep(start, end);
    return end - start;
  }

  #write(buffer: Buffer, start: number, end: number, changed: readonly Change[]): number {
    let size = end - start;
    for (const { length, cell } of changed) size += (cell?.length ?? 0) - length;
    const first = this.#sink.room(size);
    const out = this.#sink.scratch;
    let from = start;
    let to = first;
    for (const { at, length, cell } of changed) {
      // What is in front of the cell, without its length word.
      buffer.copy(out, to, from, at - 4);
      to += at - 4 - from;
      to = out.writeInt32BE(cell === null ? -1 : cell.length, to);
      if (cell !== null) out.set(cell, to);
      to += cell?.length ?? 0;
      from = at + length;
    }
    buffer.copy(out, to, from, end);
    out.writeInt32BE(size - 1, first + 1);
    this.#sink.grew(size);
    return size;
  }
}

/** A cell that differs: where it stood, and what stands there now; null is SQL NULL. */
interface Change {
  readonly at: number;
  readonly length: number;
  readonly cell: Uint8Array | null;
}

function rewrite(buffer: Buffer, start: number, end: number, plan: RowPlan): Change[] | undefined {
  const { columns } = plan;
  if (end - start < HEADER || buffer.readUInt16BE(start + 5) !== columns.length) return undefined;
  const changed: Change[] = [];
  let at = start + HEADER;
  for (const column of columns) {
    if (at + 4 > end) return undefined;
    const length = buffer.readInt32BE(at);
    at += 4;
    if (length === -1) continue;
    if (length < 0 || at + length > end) return undefined;
    if (column.kind !== 'pass') {
      const before = buffer.subarray(at, at + length);
      const cell = column.kind === 'null' ? null : column.mask(before);
      if (cell !== before) changed.push({ at, length, cell });
    }
    at += length;
  }
  return at === end ? changed : undefined;
}
