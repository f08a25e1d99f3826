import type { Buffer } from 'node:buffer';
import { serialize } from 'pg-protocol';
import { BodyReader } from '../body-reader.ts';
import { BodyWriter } from '../body-writer.ts';
import type { Malformed } from '../malformed.ts';
import { readCancelRequest, type CancelRequest } from './cancel-request.ts';

/** Request codes in place of a protocol version ("Message Formats"). */
const CANCEL_REQUEST = 80877102;
const SSL_REQUEST = 80877103;
const GSSENC_REQUEST = 80877104;

/** SSLRequest and GSSENCRequest: asks for encryption before anything else; the answer is one byte. */
export interface EncryptionRequest {
  readonly kind: 'SSLRequest' | 'GSSENCRequest';
}

/** StartupMessage: no type byte. Names and values as sent, in order; a name may come twice. */
export interface StartupMessage {
  readonly kind: 'StartupMessage';
  readonly major: number;
  readonly minor: number;
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

export type StartupPacket = EncryptionRequest | CancelRequest | StartupMessage;

/** Decodes what opens a connection. `[start, end)` is the body behind the length word. */
export function decodeStartupPacket(
  buf: Buffer,
  start: number,
  end: number,
): StartupPacket | Malformed {
  const body = new BodyReader(buf, start, end);
  const code = body.uint32();
  if (code === SSL_REQUEST) return body.finish({ kind: 'SSLRequest' });
  if (code === GSSENC_REQUEST) return body.finish({ kind: 'GSSENCRequest' });
  if (code === CANCEL_REQUEST) return readCancelRequest(body);
  return readStartupMessage(body, code);
}

/** Another major version may have another layout: only its number is read then. */
function readStartupMessage(body: BodyReader, code: number): StartupMessage | Malformed {
  const major = code >>> 16;
  const minor = code & 0xffff;
  const parameters: (readonly [string, string])[] = [];
  if (major !== 3) body.rest();
  while (major === 3 && !body.failed) {
    const name = body.cstring();
    if (name === '') break;
    parameters.push([name, body.cstring()]);
  }
  return body.finish({ kind: 'StartupMessage', major, minor, parameters });
}

export function encodeStartupMessage(
  parameters: Iterable<readonly [string, string]>,
  minor = 0,
): Buffer {
  const body = new BodyWriter().int16(3).int16(minor);
  for (const [name, value] of parameters) {
    if (name === '') throw new TypeError('an empty name would end the parameters');
    body.cstring(name).cstring(value);
  }
  return body.int8(0).packet();
}

export const encodeSslRequest = (): Buffer => serialize.requestSsl();

export const encodeGssencRequest = (): Buffer => new BodyWriter().int32(GSSENC_REQUEST).packet();
