import type { Buffer } from 'node:buffer';
import { BINARY, decodeRowDescription, encodeRowDescription, isMalformed } from '../codec/index.ts';

const HEADER = 5;

/**
 * A RowDescription with other format codes: a statement's has none, and those of its portal are in Bind.
 * @param formatOf code of the column of this number, from 0
 * @returns undefined for a description that is none
 */
export function inFormats(
  description: Buffer,
  formatOf: (column: number) => number,
): Buffer | undefined {
  const decoded = decodeRowDescription(description, HEADER, description.length);
  if (isMalformed(decoded)) return undefined;
  const fields = decoded.fields.map((field, at) => ({ ...field, format: formatOf(at) }));
  return encodeRowDescription(fields);
}

/** Undefined where all are text. */
export function binaryFormats(formats: readonly number[]): readonly number[] | undefined {
  return formats.includes(BINARY) ? formats : undefined;
}
