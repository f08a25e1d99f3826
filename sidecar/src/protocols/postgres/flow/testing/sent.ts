import type { Buffer } from 'node:buffer';
import type { Outgoing } from '../outgoing.ts';

/** Everything that goes out, valid until `release`. */
export function sent(outgoing: Outgoing): Buffer {
  const { bytes, offset } = outgoing;
  return bytes.subarray(offset, offset + outgoing.position);
}
