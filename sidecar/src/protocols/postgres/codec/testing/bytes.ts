import { Buffer } from 'node:buffer';

/** Bytes from numbers and strings, the tests' own encoder: `[0, 1, 'name\0']`. */
export function bytes(...parts: readonly (number | string)[]): Buffer {
  return Buffer.concat(
    parts.map((part) => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part))),
  );
}

export type Decoder<T> = (buf: Buffer, start: number, end: number) => T;

/** Decodes a body that is given in bytes. */
export function decoded<T>(decode: Decoder<T>, ...parts: readonly (number | string)[]): T {
  const body = bytes(...parts);
  return decode(body, 0, body.length);
}
