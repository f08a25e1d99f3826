import { hash } from 'node:crypto';
import { elementType, textArrayMask, textArrayOf } from './array.ts';
import type { MaskMethod } from './types.ts';

/** Masks one cell in text format, UTF-8; null stands for SQL NULL. The given bytes are never written to. */
export type CellMask = (cell: Uint8Array) => Uint8Array | null;

/** What stands where a value was redacted. */
export const redacted = '[redacted]';

/** OIDs of pg_type, fixed since PostgreSQL 8: text, varchar, bpchar, name, and the type of an untyped literal. */
const textTypes: ReadonlySet<number> = new Set([25, 1043, 1042, 19, 705]);
/** json and jsonb. */
const jsonTypes: ReadonlySet<number> = new Set([114, 3802]);

const redactedBytes = Buffer.from(redacted);
const redactedJson = Buffer.from(`"${redacted}"`);
const star = 0x2a;

export type TypeFamily = 'text' | 'json' | 'other';

/**
 * What a placeholder for this type may look like. Only built-in types are told apart: an extension's type such as
 * citext has an OID of its own in each database and counts as `other`; so does `"char"`, which holds a single byte.
 */
export function typeFamily(typeOid: number): TypeFamily {
  if (textTypes.has(typeOid)) return 'text';
  return jsonTypes.has(typeOid) ? 'json' : 'other';
}

/**
 * The mask for the cells of one column. What it returns can still be parsed as the column's type, so that a client
 * that knows the type is not surprised:
 *
 * | type | Redact | Partial | Hash | Null |
 * |---|---|---|---|---|
 * | text, varchar, bpchar, name, unknown | `[redacted]` | `*` for all but the last characters | `hash:` and 32 hex digits | NULL |
 * | json, jsonb | `"[redacted]"` | NULL | NULL | NULL |
 * | arrays of the first | `{[redacted]}` | each element | each element | NULL |
 * | arrays of json, jsonb | `{"\"[redacted]\""}` | NULL | NULL | NULL |
 * | any other | NULL | NULL | NULL | NULL |
 *
 * How many elements an array has tells something of it, and Redact tells nothing; with Partial and Hash an array keeps its
 * shape, and which elements are NULL.
 *
 * Hash is HMAC-SHA-256 of the cell's bytes, so that equal values stay comparable for whoever sees them and cannot be
 * found by trying values without the key.
 *
 * @param key of the HMAC, any length; used with Hash alone
 * @throws TypeError where `keepLast` is no whole number of at least 0, or the key of Hash is empty
 */
export function cellMask(method: MaskMethod, typeOid: number, key: Uint8Array): CellMask {
  const element = elementType(typeOid);
  if (element === undefined) return scalarMask(method, typeOid, key);
  const mask = scalarMask(method, element, key);
  if (method.kind === 'Redact') return always(mask, textArrayOf);
  return method.kind === 'Null' || typeFamily(element) === 'json'
    ? () => null
    : textArrayMask(mask);
}

/** The mask of what is the same for each value, made into something else once. */
export function always(mask: CellMask, into: (value: Uint8Array) => Uint8Array | null): CellMask {
  const value = mask(new Uint8Array());
  const made = value && into(value);
  return () => made;
}

function scalarMask(method: MaskMethod, typeOid: number, key: Uint8Array): CellMask {
  const text = textMask(method, key);
  const family = typeFamily(typeOid);
  if (family === 'text') return text;
  if (family === 'json' && method.kind === 'Redact') return () => redactedJson;
  return () => null;
}

function textMask(method: MaskMethod, key: Uint8Array): CellMask {
  switch (method.kind) {
    case 'Null':
      return () => null;
    case 'Redact':
      return () => redactedBytes;
    case 'Partial':
      return partialMask(method.keepLast);
    case 'Hash':
      return hashMask(key);
  }
}

/** Block of SHA-256, in bytes. */
const block = 64;

/**
 * HMAC as in RFC 2104, section 2, by two one-shot hashes: an Hmac object for each cell costs several times as much.
 */
function hashMask(key: Uint8Array): CellMask {
  if (key.length === 0) throw new TypeError('masking by hash needs a key');
  const own = Buffer.alloc(block);
  own.set(key.length > block ? Buffer.from(hash('sha256', key, 'hex'), 'hex') : key);
  const inner = own.map((byte) => byte ^ 0x36);
  const outer = Buffer.alloc(block + 32);
  outer.set(own.map((byte) => byte ^ 0x5c));
  return (cell) => {
    outer.write(hash('sha256', Buffer.concat([inner, cell]), 'hex'), block, 'hex');
    return Buffer.from(`hash:${hash('sha256', outer, 'hex').slice(0, 32)}`);
  };
}

function partialMask(keepLast: number): CellMask {
  if (!Number.isSafeInteger(keepLast) || keepLast < 0) {
    throw new TypeError('keepLast has to be a whole number of at least 0');
  }
  return (cell) => {
    const total = codePoints(cell);
    // A value as short as what may stay would stay whole.
    if (total <= keepLast) return Buffer.alloc(total, star);
    const kept = cell.subarray(tailStart(cell, keepLast));
    const masked = Buffer.alloc(total - keepLast + kept.length, star);
    masked.set(kept, total - keepLast);
    return masked;
  };
}

/** Counts the bytes that start a character; bytes that only continue one do not count (RFC 3629, section 3). */
function codePoints(cell: Uint8Array): number {
  let count = 0;
  for (const byte of cell) if ((byte & 0xc0) !== 0x80) count += 1;
  return count;
}

/** Where the last `count` characters start. */
function tailStart(cell: Uint8Array, count: number): number {
  let at = cell.length;
  for (let left = count; left > 0 && at > 0;) {
    at -= 1;
    if (((cell[at] ?? 0) & 0xc0) !== 0x80) left -= 1;
  }
  return at;
}

/** The same masking for a piece of a text; Null has no meaning inside a text and redacts. */
export function pieceMask(method: MaskMethod, key: Uint8Array): (piece: string) => string {
  if (method.kind === 'Null') return () => redacted;
  const mask = textMask(method, key);
  return (piece) => {
    const masked = mask(Buffer.from(piece));
    return masked === null ? redacted : Buffer.from(masked).toString();
  };
}
