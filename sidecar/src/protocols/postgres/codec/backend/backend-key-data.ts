import type { Buffer } from 'node:buffer';
import { BodyReader } from '../body-reader.ts';
import { BodyWriter } from '../body-writer.ts';
import { MAX_SECRET_KEY_BYTES, MIN_SECRET_KEY_BYTES } from '../frame-table.ts';
import type { Malformed } from '../malformed.ts';

/** BackendKeyData ('K'): what a CancelRequest has to know. The key has 4 bytes, with protocol 3.2 up to 256. */
export interface BackendKeyData {
  readonly kind: 'BackendKeyData';
  readonly processId: number;
  readonly secretKey: Buffer;
}

export function decodeBackendKeyData(
  buf: Buffer,
  start: number,
  end: number,
): BackendKeyData | Malformed {
  const body = new BodyReader(buf, start, end);
  const processId = body.int32();
  const length = body.remaining;
  if (length < MIN_SECRET_KEY_BYTES || length > MAX_SECRET_KEY_BYTES) {
    body.fail('BAD_LENGTH', `a secret key of ${String(length)} bytes`);
  }
  return body.finish({ kind: 'BackendKeyData', processId, secretKey: body.rest() });
}

/** @throws TypeError for a key that no CancelRequest can carry. */
export function encodeBackendKeyData(processId: number, secretKey: Buffer): Buffer {
  if (secretKey.length < MIN_SECRET_KEY_BYTES || secretKey.length > MAX_SECRET_KEY_BYTES) {
    throw new TypeError('a secret key has 4 to 256 bytes');
  }
  return new BodyWriter().int32(processId).bytes(secretKey).frame('K');
}
