import type { Buffer } from 'node:buffer';
import { BodyReader } from '../body-reader.ts';
import { BodyWriter } from '../body-writer.ts';
import type { Malformed } from '../malformed.ts';

/**
 * NegotiateProtocolVersion ('v'): answers a StartupMessage with a newer minor version or unknown `_pq_.` options.
 * PostgreSQL sends the whole version, major number included, and libpq reads it so.
 */
export interface NegotiateProtocolVersion {
  readonly kind: 'NegotiateProtocolVersion';
  readonly major: number;
  readonly minor: number;
  readonly unknownOptions: readonly string[];
}

export function decodeNegotiateProtocolVersion(
  buf: Buffer,
  start: number,
  end: number,
): NegotiateProtocolVersion | Malformed {
  const body = new BodyReader(buf, start, end);
  const version = body.uint32();
  const count = body.uint32();
  if (count > body.remaining) body.fail('BAD_COUNT', `${String(count)} options do not fit`);
  const unknownOptions: string[] = [];
  for (let i = 0; i < count && !body.failed; i++) unknownOptions.push(body.cstring());
  return body.finish({
    kind: 'NegotiateProtocolVersion',
    major: version >>> 16,
    minor: version & 0xffff,
    unknownOptions,
  });
}

export function encodeNegotiateProtocolVersion(
  minor: number,
  unknownOptions: readonly string[],
): Buffer {
  const body = new BodyWriter().int16(3).int16(minor).int32(unknownOptions.length);
  for (const option of unknownOptions) body.cstring(option);
  return body.frame('v');
}
