import type { Buffer } from 'node:buffer';
import { BodyReader } from '../body-reader.ts';
import { BodyWriter } from '../body-writer.ts';
import type { Malformed } from '../malformed.ts';

/** ParameterStatus ('S'): a setting that clients need to know, at start-up and whenever it changes. */
export interface ParameterStatus {
  readonly kind: 'ParameterStatus';
  readonly name: string;
  readonly value: string;
}

export function decodeParameterStatus(
  buf: Buffer,
  start: number,
  end: number,
): ParameterStatus | Malformed {
  const body = new BodyReader(buf, start, end);
  const name = body.cstring();
  const value = body.cstring();
  return body.finish({ kind: 'ParameterStatus', name, value });
}

export function encodeParameterStatus(name: string, value: string): Buffer {
  return new BodyWriter().cstring(name).cstring(value).frame('S');
}
