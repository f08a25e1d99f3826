import type { Buffer } from 'node:buffer';
import { serialize } from 'pg-protocol';
import { BodyReader } from '../body-reader.ts';
import type { Malformed } from '../malformed.ts';
import { assertName, assertNoNul } from './names.ts';

/** Parse ('P'): prepares `text` under `statement`; '' is the unnamed statement. */
export interface Parse {
  readonly kind: 'Parse';
  readonly statement: string;
  readonly text: string;
  /** OIDs as declared; 0 leaves the choice to the server, as do types that are not listed. */
  readonly parameterTypes: readonly number[];
}

export function decodeParse(buf: Buffer, start: number, end: number): Parse | Malformed {
  const body = new BodyReader(buf, start, end);
  const statement = body.name();
  const text = body.cstring();
  const count = body.count(4);
  const parameterTypes: number[] = [];
  for (let i = 0; i < count; i++) parameterTypes.push(body.uint32());
  return body.finish({ kind: 'Parse', statement, text, parameterTypes });
}

export function encodeParse(
  statement: string,
  text: string,
  types: readonly number[] = [],
): Buffer {
  assertName(statement);
  assertNoNul(text);
  return serialize.parse({ name: statement, text, types: types.map((oid) => oid | 0) });
}
