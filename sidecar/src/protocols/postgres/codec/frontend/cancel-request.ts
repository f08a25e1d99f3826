import type { Buffer } from 'node:buffer';
import type { BodyReader } from '../body-reader.ts';
import { BodyWriter } from '../body-writer.ts';
import { MAX_SECRET_KEY_BYTES, MIN_SECRET_KEY_BYTES } from '../frame-table.ts';
import type { Malformed } from '../malformed.ts';

const CANCEL_REQUEST = 80877102;

/** CancelRequest: comes on a connection of its own. The key has 4 bytes, with protocol 3.2 up to 256. */
export interface CancelRequest {
  readonly kind: 'CancelRequest';
  readonly processId: number;
  readonly secretKey: Buffer;
}

/** `body` stands behind the request code. */
export function readCancelRequest(body: BodyReader): CancelRequest | Malformed {
  const processId = body.int32();
  const length = body.remaining;
  if (length < MIN_SECRET_KEY_BYTES || length > MAX_SECRET_KEY_BYTES) {
    body.fail('BAD_LENGTH', `a secret key of ${String(length)} bytes`);
  }
  return body.finish({ kind: 'CancelRequest', processId, secretKey: body.rest() });
}

export function encodeCancelRequest(processId: number, secretKey: Buffer): Buffer {
  return new BodyWriter().int32(CANCEL_REQUEST).int32(processId).bytes(secretKey).packet();
}
