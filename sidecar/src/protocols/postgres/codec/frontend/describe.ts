import type { Buffer } from 'node:buffer';
import { serialize } from 'pg-protocol';
import { BodyReader } from '../body-reader.ts';
import type { Malformed } from '../malformed.ts';
import { assertName } from './names.ts';
import { readTarget, type Target } from './target.ts';

/** Describe ('D'). */
export interface Describe extends Target {
  readonly kind: 'Describe';
}

export function decodeDescribe(buf: Buffer, start: number, end: number): Describe | Malformed {
  const body = new BodyReader(buf, start, end);
  const { of, name } = readTarget(body);
  return body.finish({ kind: 'Describe', of, name });
}

export function encodeDescribe({ of, name }: Target): Buffer {
  assertName(name);
  return serialize.describe({ type: of === 'statement' ? 'S' : 'P', name });
}
