import type { Buffer } from 'node:buffer';
import { BodyReader } from '../body-reader.ts';
import { BodyWriter } from '../body-writer.ts';
import type { Malformed } from '../malformed.ts';

/** ParameterDescription ('t'): the types that the server settled on for a statement's parameters. */
export interface ParameterDescription {
  readonly kind: 'ParameterDescription';
  readonly typeOids: readonly number[];
}

export function decodeParameterDescription(
  buf: Buffer,
  start: number,
  end: number,
): ParameterDescription | Malformed {
  const body = new BodyReader(buf, start, end);
  const count = body.count(4);
  const typeOids: number[] = [];
  for (let i = 0; i < count; i++) typeOids.push(body.uint32());
  return body.finish({ kind: 'ParameterDescription', typeOids });
}

export function encodeParameterDescription(typeOids: readonly number[]): Buffer {
  const body = new BodyWriter().int16(typeOids.length);
  for (const oid of typeOids) body.int32(oid);
  return body.frame('t');
}
