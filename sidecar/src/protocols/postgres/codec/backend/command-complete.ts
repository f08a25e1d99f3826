import type { Buffer } from 'node:buffer';
import { BodyReader } from '../body-reader.ts';
import { BodyWriter } from '../body-writer.ts';
import type { Malformed } from '../malformed.ts';

/** CommandComplete ('C'). */
export interface CommandComplete {
  readonly kind: 'CommandComplete';
  /** `SELECT 3`, `INSERT 0 1`, `CREATE TABLE`. */
  readonly tag: string;
}

export function decodeCommandComplete(
  buf: Buffer,
  start: number,
  end: number,
): CommandComplete | Malformed {
  const body = new BodyReader(buf, start, end);
  const tag = body.cstring();
  return body.finish({ kind: 'CommandComplete', tag });
}

/**
 * The number of rows that the tag in the body `[start, end)` ends with, without allocation. -1 where it has none;
 * `INSERT`'s OID in front of it is no count.
 */
export function completedRows(buf: Buffer, start: number, end: number): number {
  if (buf[end - 1] !== 0) return -1;
  let rows = 0;
  let scale = 1;
  let at = end - 2;
  for (; at >= start; at--) {
    const digit = (buf[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) break;
    rows += digit * scale;
    scale *= 10;
  }
  const isNumber = scale > 1 && at > start && buf[at] === 0x20;
  return isNumber && Number.isSafeInteger(rows) ? rows : -1;
}

export function encodeCommandComplete(tag: string): Buffer {
  return new BodyWriter().cstring(tag).frame('C');
}
