import type { CellMask } from './cell.ts';

/** OIDs of pg_type, fixed since PostgreSQL 8: arrays of text, varchar, bpchar and name, of json and jsonb. */
const elementTypes: ReadonlyMap<number, number> = new Map([
  [1009, 25],
  [1015, 1043],
  [1014, 1042],
  [1003, 19],
  [199, 114],
  [3807, 3802],
]);

/** OID of the elements' type where they can be masked one by one; undefined for any other type. */
export function elementType(typeOid: number): number | undefined {
  return elementTypes.get(typeOid);
}

/** array_out (PostgreSQL documentation, "Array Input and Output Syntax"): where a lower bound is not 1, all stand in front. */
const BOUNDS = /^(?:\[[+-]?\d+:[+-]?\d+\])+=/;
const TOKEN = /[{},]|"[^"\\]*(?:\\[^][^"\\]*)*"|[^{},"\\]+/gy;
const NEEDS_QUOTES = /^$|^null$|[{},"\\\s]/i;
/** MAXDIM of array.h. */
const MOST_DIMENSIONS = 6;

/**
 * Masks each element of an array in text format; NULL stays NULL, and so does the shape: how many there are. Lower bounds
 * become 1. Whatever is no array becomes NULL.
 */
export function textArrayMask(element: CellMask): CellMask {
  return (cell) => {
    const text = Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength).toString();
    const masked = rewrite(text.replace(BOUNDS, ''), element);
    return masked === undefined ? null : Buffer.from(masked);
  };
}

function rewrite(text: string, element: CellMask): string | undefined {
  let out = '';
  let depth = 0;
  let at = 0;
  for (const [token] of text.matchAll(TOKEN)) {
    // Nothing stands outside of the outermost braces.
    if (depth === 0 && (at > 0 || token !== '{')) return undefined;
    at += token.length;
    if (token === '{') depth++;
    else if (token === '}') depth--;
    out += '{},'.includes(token) ? token : maskedElement(token, element);
    if (depth > MOST_DIMENSIONS) return undefined;
  }
  return depth === 0 && at === text.length && at > 0 ? out : undefined;
}

function maskedElement(token: string, element: CellMask): string {
  if (/^null$/i.test(token)) return 'NULL';
  const value = token.startsWith('"') ? token.slice(1, -1).replace(/\\([^])/g, '$1') : token;
  const masked = element(Buffer.from(value));
  if (masked === null) return 'NULL';
  const text = Buffer.from(masked).toString();
  return NEEDS_QUOTES.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : text;
}

const WORD = 4;
const DIMENSION = 2 * WORD;
const HEADER = 3 * WORD;
const NULL_LENGTH = -1;

/**
 * As `textArrayMask`, for array_send: number of dimensions, whether there may be NULL, OID of the elements' type; size and lower
 * bound of each dimension; each element with its length in front.
 * @param type OID that the elements have to have
 */
export function binaryArrayMask(element: CellMask, type: number): CellMask {
  return (cell) => {
    const bytes = Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength);
    const count = elements(bytes, type);
    return count === undefined ? null : rewriteBinary(bytes, element, count);
  };
}

/** How many there should be; undefined for what is no array of this type. */
function elements(bytes: Buffer, type: number): number | undefined {
  if (bytes.length < HEADER || bytes.readInt32BE(2 * WORD) !== type) return undefined;
  const dimensions = bytes.readInt32BE(0);
  if (dimensions < 0 || dimensions > MOST_DIMENSIONS) return undefined;
  if (bytes.length < HEADER + dimensions * DIMENSION) return undefined;
  let count = dimensions === 0 ? 0 : 1;
  for (let i = 0; i < dimensions; i++) {
    const size = bytes.readInt32BE(HEADER + i * DIMENSION);
    if (size < 0) return undefined;
    count *= size;
  }
  // Each takes a length at least: a shape that promises more is none.
  return count * WORD > bytes.length ? undefined : count;
}

function rewriteBinary(bytes: Buffer, element: CellMask, count: number): Buffer | null {
  const dimensions = bytes.readInt32BE(0);
  let at = HEADER + dimensions * DIMENSION;
  const head = Buffer.from(bytes.subarray(0, at));
  for (let i = 0; i < dimensions; i++) head.writeInt32BE(1, HEADER + i * DIMENSION + WORD);
  const parts: Uint8Array[] = [head];
  for (let i = 0; i < count; i++) {
    if (at + WORD > bytes.length) return null;
    const length = bytes.readInt32BE(at);
    const next = at + WORD + Math.max(length, 0);
    if (length < NULL_LENGTH || next > bytes.length) return null;
    const masked = length === NULL_LENGTH ? null : element(bytes.subarray(at + WORD, next));
    const word = Buffer.alloc(WORD);
    word.writeInt32BE(masked === null ? NULL_LENGTH : masked.length);
    parts.push(word);
    if (masked !== null) parts.push(masked);
    else head.writeInt32BE(1, WORD);
    at = next;
  }
  return at === bytes.length ? Buffer.concat(parts) : null;
}

/** An array of one element, in text format: what stands for an array of which not even the size may be told. */
export function textArrayOf(value: Uint8Array): Uint8Array | null {
  return textArrayMask(() => value)(Buffer.from('{x}'));
}

/** The same in binary format. */
export function binaryArrayOf(value: Uint8Array, type: number): Buffer {
  const words = [1, 0, type, 1, 1, value.length];
  const head = Buffer.alloc(words.length * WORD);
  for (const [i, word] of words.entries()) head.writeInt32BE(word, i * WORD);
  return Buffer.concat([head, value]);
}
