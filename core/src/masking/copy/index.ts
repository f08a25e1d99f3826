import { BinaryRows } from './binary.ts';
import { CsvRows } from './csv.ts';
import { TextRows } from './text.ts';
import type { CopyBytes, CopyColumn, CopyFormat } from './types.ts';
import type { CopyWriter } from './writer.ts';

export { COPY_MISSHAPEN } from './types.ts';
export type {
  CopyBinaryFormat,
  CopyBytes,
  CopyColumn,
  CopyCsvFormat,
  CopyFormat,
  CopySink,
  CopyTextFormat,
} from './types.ts';
export { CopyFormatError, copyFormat } from './format.ts';
export { CopyWriter } from './writer.ts';

/** Rewrites the stream of one COPY TO. */
export interface CopyRows {
  /** Whole rows so far, without the header. */
  readonly rows: number;
  /**
   * Writes the whole rows in `[start, end)` as their columns say; a row whose end is not there yet has to come again.
   * @returns offset behind the last whole row, or COPY_MISSHAPEN
   */
  rewrite(source: CopyBytes, start: number, end: number, out: CopyWriter): number;
}

/** One column's name and what happens to it. */
export interface NamedCopyColumn {
  readonly name: string;
  readonly column: CopyColumn;
}

export function copyRows(format: CopyFormat, named: readonly NamedCopyColumn[]): CopyRows {
  const columns = named.map(({ column }) => column);
  switch (format.kind) {
    case 'text':
      return new TextRows(format, columns);
    case 'csv':
      return new CsvRows(
        format,
        columns,
        named.map(({ name }) => name),
      );
    case 'binary':
      return new BinaryRows(columns);
  }
}
