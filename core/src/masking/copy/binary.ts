import { COPY_MISSHAPEN } from './types.ts';
import type { CopyBytes, CopyColumn } from './types.ts';
import type { CopyWriter } from './writer.ts';

/** What the stream begins with: signature, flags, length of an extension (PostgreSQL documentation, COPY, Binary Format). */
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const HEADER_BYTES = SIGNATURE.length + 8;
const TRAILER = -1;
const NULL_LENGTH = -1;

/** Rows of format `binary`. */
export class BinaryRows {
  rows = 0;
  readonly #columns: readonly CopyColumn[];
  #begun = false;
  #ended = false;

  /** @param columns all of them, in order */
  constructor(columns: readonly CopyColumn[]) {
    this.#columns = columns;
  }

  rewrite(source: CopyBytes, start: number, end: number, out: CopyWriter): number {
    let at = start;
    while (at < end) {
      const before = out.length;
      const next = this.#begun ? this.#row(source, at, end, out) : this.#head(source, at, end, out);
      if (next === COPY_MISSHAPEN) return next;
      if (next === 0) {
        out.truncate(before);
        break;
      }
      at = next;
    }
    return at;
  }

  #head(source: CopyBytes, start: number, end: number, out: CopyWriter): number {
    const { bytes } = source;
    const signature = bytes.subarray(start, Math.min(end, start + SIGNATURE.length));
    if (!signature.equals(SIGNATURE.subarray(0, signature.length))) return COPY_MISSHAPEN;
    if (end - start < HEADER_BYTES) return 0;
    // Flags that are set change what a row looks like; and nothing is known of extensions.
    if (bytes.readInt32BE(start + SIGNATURE.length) !== 0) return COPY_MISSHAPEN;
    if (bytes.readInt32BE(start + SIGNATURE.length + 4) !== 0) return COPY_MISSHAPEN;
    this.#begun = true;
    out.copy(source, start, start + HEADER_BYTES);
    return start + HEADER_BYTES;
  }

  /** Offset behind the row, 0 where its end is not there yet, or COPY_MISSHAPEN. */
  #row(source: CopyBytes, start: number, end: number, out: CopyWriter): number {
    const { view } = source;
    const columns = this.#columns;
    if (this.#ended) return COPY_MISSHAPEN;
    if (end - start < 2) return 0;
    const count = view.getInt16(start);
    let at = start + 2;
    if (count === TRAILER) {
      this.#ended = true;
      out.copy(source, start, at);
      return at;
    }
    if (count !== columns.length) return COPY_MISSHAPEN;
    let from = start;
    for (const column of columns) {
      if (end - at < 4) return 0;
      const length = view.getInt32(at);
      if (length < NULL_LENGTH) return COPY_MISSHAPEN;
      const next = at + 4 + Math.max(length, 0);
      if (next > end) return 0;
      if (column.kind !== 'pass' && (length >= 0 || replacesNull(column))) {
        out.copy(source, from, at);
        replace(source.bytes.subarray(at + 4, next), column, out);
        from = next;
      }
      at = next;
    }
    out.copy(source, from, at);
    this.rows++;
    return at;
  }
}

const replacesNull = (column: CopyColumn): boolean =>
  column.kind === 'constant' && !column.keepsNull;

function replace(
  value: Buffer,
  column: Exclude<CopyColumn, { kind: 'pass' }>,
  out: CopyWriter,
): void {
  const cell = column.kind === 'constant' ? column.cell : column.mask(value);
  out.int32(cell === null ? NULL_LENGTH : cell.length);
  if (cell !== null) out.bytes(cell);
}
