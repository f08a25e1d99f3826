import { Buffer } from 'node:buffer';
import { MAX_NAME_BYTES } from '../frame-table.ts';

/** @throws TypeError: a NUL would end the field and start another one. */
export function assertNoNul(text: string): void {
  if (text.includes('\0')) throw new TypeError('a string of the protocol cannot hold NUL');
}

/** @throws TypeError: the sidecar's own names are short and hold no NUL. */
export function assertName(name: string): void {
  assertNoNul(name);
  if (Buffer.byteLength(name) > MAX_NAME_BYTES) throw new TypeError('the name is too long');
}
