import type { Buffer } from 'node:buffer';
import { serialize } from 'pg-protocol';
import { BodyReader } from '../body-reader.ts';
import { BodyWriter } from '../body-writer.ts';
import type { Malformed } from '../malformed.ts';
import { assertNoNul } from './names.ts';

/** The type 'p' carries three messages; which one is known from the Authentication message that it answers. */
export interface PasswordMessage {
  readonly kind: 'PasswordMessage';
  readonly password: string;
}

export interface SaslInitialResponse {
  readonly kind: 'SASLInitialResponse';
  readonly mechanism: string;
  /** Absent where the client sends no data with its choice (length -1). */
  readonly data: Buffer | null;
}

export interface SaslResponse {
  readonly kind: 'SASLResponse';
  readonly data: Buffer;
}

export function decodePassword(
  buf: Buffer,
  start: number,
  end: number,
): PasswordMessage | Malformed {
  const body = new BodyReader(buf, start, end);
  const password = body.cstring();
  return body.finish({ kind: 'PasswordMessage', password });
}

export function decodeSaslInitialResponse(
  buf: Buffer,
  start: number,
  end: number,
): SaslInitialResponse | Malformed {
  const body = new BodyReader(buf, start, end);
  const mechanism = body.cstring();
  const length = body.valueLength();
  const data = length < 0 ? null : body.copy(body.take(length), length);
  return body.finish({ kind: 'SASLInitialResponse', mechanism, data });
}

export function decodeSaslResponse(
  buf: Buffer,
  start: number,
  end: number,
): SaslResponse | Malformed {
  const body = new BodyReader(buf, start, end);
  const data = body.rest();
  return body.finish({ kind: 'SASLResponse', data });
}

export function encodePassword(password: string): Buffer {
  assertNoNul(password);
  return serialize.password(password);
}

export function encodeSaslInitialResponse(mechanism: string, data: Buffer | null): Buffer {
  return new BodyWriter().cstring(mechanism).value(data).frame('p');
}

export function encodeSaslResponse(data: Buffer): Buffer {
  return new BodyWriter().bytes(data).frame('p');
}
