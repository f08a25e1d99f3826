import type { Buffer } from 'node:buffer';
import { serialize } from 'pg-protocol';
import { BodyReader } from '../body-reader.ts';
import type { Malformed } from '../malformed.ts';
import { assertName } from './names.ts';
import { readTarget, type Target } from './target.ts';

/** Close ('C'). */
export interface Close extends Target {
  readonly kind: 'Close';
}

export function decodeClose(buf: Buffer, start: number, end: number): Close | Malformed {
  const body = new BodyReader(buf, start, end);
  const { of, name } = readTarget(body);
  return body.finish({ kind: 'Close', of, name });
}

export function encodeClose({ of, name }: Target): Buffer {
  assertName(name);
  return serialize.close({ type: of === 'statement' ? 'S' : 'P', name });
}
