import { Buffer } from 'node:buffer';

/*
 * Messages as bytes, by an encoder of the tests' own, which also writes what no client may send. Layouts: PostgreSQL
 * documentation, "Message Formats".
 */

export const cstring = (text: string): Buffer => Buffer.from(`${text}\0`, 'utf8');

export function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** A message of this type with a true length. */
export function frame(type: string, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(type, 'latin1'), int32(body.length + 4), body]);
}

/** A header that says `length` whatever follows. */
export function header(type: string, length: number): Buffer {
  const word = Buffer.alloc(4);
  word.writeUInt32BE(length);
  return Buffer.concat([Buffer.from(type, 'latin1'), word]);
}

/** The packet without type byte that opens a connection. */
export function packet(code: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat([int32(code), ...parts]);
  return Buffer.concat([int32(body.length + 4), body]);
}

export const PROTOCOL_3 = 0x00030000;
export const SSL_REQUEST = 80_877_103;
export const GSSENC_REQUEST = 80_877_104;
export const CANCEL_REQUEST = 80_877_102;

export function startup(parameters: Readonly<Record<string, string>>): Buffer {
  const pairs = Object.entries(parameters).flatMap(([name, value]) => [
    cstring(name),
    cstring(value),
  ]);
  return packet(PROTOCOL_3, ...pairs, Buffer.from([0]));
}

export const query = (text: string): Buffer => frame('Q', cstring(text));
export const parse = (text: string, name = ''): Buffer =>
  frame('P', cstring(name), cstring(text), int16(0));
export const execute = (portal = '', rows = 0): Buffer => frame('E', cstring(portal), int32(rows));
export const describe = (of: 'S' | 'P', name = ''): Buffer =>
  frame('D', Buffer.from(of, 'latin1'), cstring(name));
export const close = (of: 'S' | 'P', name = ''): Buffer =>
  frame('C', Buffer.from(of, 'latin1'), cstring(name));
export const sync: Buffer = frame('S');
export const flush: Buffer = frame('H');
export const terminate: Buffer = frame('X');

export interface BindOptions {
  readonly statement?: string;
  readonly portal?: string;
  readonly values?: readonly string[];
  /** 0 text, 1 binary; for all columns. */
  readonly resultFormat?: 0 | 1;
}

/** Values as text. */
export function bind(options: BindOptions = {}): Buffer {
  const { statement = '', portal = '', values = [], resultFormat } = options;
  const texts = values.map((value) => Buffer.from(value, 'utf8'));
  return frame(
    'B',
    cstring(portal),
    cstring(statement),
    int16(0),
    int16(values.length),
    ...texts.flatMap((text) => [int32(text.length), text]),
    ...(resultFormat === undefined ? [int16(0)] : [int16(1), int16(resultFormat)]),
  );
}
