import type { Buffer } from 'node:buffer';

/** One in as many names of a busy connection is looked up; a power of two. */
const SLOTS = 256;
const slots: string[] = new Array<string>(SLOTS).fill('');

/**
 * The string of ASCII bytes `[start, end)`. Names of statements and portals come again and again, and comparing with the last
 * string of the same hash is several times cheaper than making a new one. Bounded by slots and by the length of names.
 */
export function cachedName(bytes: Buffer, start: number, end: number): string {
  let hash = end - start;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] ?? 0)) | 0;
  const slot = (hash ^ (hash >>> 8)) & (SLOTS - 1);
  const known = slots[slot] ?? '';
  if (isSame(known, bytes, start, end)) return known;
  const name = bytes.toString('latin1', start, end);
  slots[slot] = name;
  return name;
}

function isSame(known: string, bytes: Buffer, start: number, end: number): boolean {
  if (known.length !== end - start) return false;
  for (let i = start; i < end; i++) if (known.charCodeAt(i - start) !== bytes[i]) return false;
  return true;
}
