import type { Buffer } from 'node:buffer';
import { serialize } from 'pg-protocol';
import { BodyReader } from '../body-reader.ts';
import type { Malformed } from '../malformed.ts';
import { assertNoNul } from './names.ts';

/** Query ('Q'): the simple protocol; `text` may hold several statements or none. */
export interface Query {
  readonly kind: 'Query';
  readonly text: string;
}

export function decodeQuery(buf: Buffer, start: number, end: number): Query | Malformed {
  const body = new BodyReader(buf, start, end);
  const text = body.cstring();
  return body.finish({ kind: 'Query', text });
}

export function encodeQuery(text: string): Buffer {
  assertNoNul(text);
  return serialize.query(text);
}
