import type { CellMask } from '../cell.ts';

/** What happens to one column of a COPY. */
export type CopyColumn =
  | { readonly kind: 'pass' }
  /** Depends on the cell; its value comes without the format's quotes and escapes. */
  | { readonly kind: 'mask' | 'detect'; readonly mask: CellMask }
  /** The same for each cell, or with `keepsNull` for each that is not NULL; null is SQL NULL. */
  | { readonly kind: 'constant'; readonly cell: Uint8Array | null; readonly keepsNull: boolean };

/** Format `text` of COPY. Delimiters, quotes and escapes are single ASCII characters, given as bytes. */
export interface CopyTextFormat {
  readonly kind: 'text';
  readonly delimiter: number;
  readonly nullText: string;
  /** The first line has the columns' names. */
  readonly header: boolean;
}

export interface CopyCsvFormat {
  readonly kind: 'csv';
  readonly delimiter: number;
  readonly nullText: string;
  readonly header: boolean;
  readonly quote: number;
  readonly escape: number;
  /** Names of columns whose values are always quoted; `all` for FORCE_QUOTE *. */
  readonly forceQuote: ReadonlySet<string> | 'all';
}

export interface CopyBinaryFormat {
  readonly kind: 'binary';
}

export type CopyFormat = CopyTextFormat | CopyCsvFormat | CopyBinaryFormat;

/** A stream that is not what its format and its columns say: nothing of it can be told apart any more. */
export const COPY_MISSHAPEN = -1;

/** Bytes that are read and written often, and know how to copy themselves fast. */
export interface CopyBytes {
  readonly bytes: Buffer;
  readonly view: DataView;
  /**
   * Copies `[from, upTo)` to `to` in `target`.
   * @returns offset behind the copy
   */
  copyTo(target: CopyBytes, to: number, from: number, upTo: number): number;
}

/** Where rewritten bytes go. Before `grew` says how many were written, `room` may be asked again: what was written stays. */
export interface CopySink {
  readonly scratch: CopyBytes;
  /** Makes room for `count` bytes in `scratch.bytes`; answers where they go. */
  room(count: number): number;
  grew(count: number): void;
}
