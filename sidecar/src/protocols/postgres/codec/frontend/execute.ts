import type { Buffer } from 'node:buffer';
import { serialize } from 'pg-protocol';
import { BodyReader } from '../body-reader.ts';
import type { Malformed } from '../malformed.ts';
import { assertName } from './names.ts';

/** Execute ('E'): `maxRows` of 0 or less means all rows. */
export interface Execute {
  readonly kind: 'Execute';
  readonly portal: string;
  readonly maxRows: number;
}

export function decodeExecute(buf: Buffer, start: number, end: number): Execute | Malformed {
  const body = new BodyReader(buf, start, end);
  const portal = body.name();
  const maxRows = body.int32();
  return body.finish({ kind: 'Execute', portal, maxRows });
}

export function encodeExecute(portal = '', maxRows = 0): Buffer {
  assertName(portal);
  return serialize.execute({ portal, rows: maxRows });
}
