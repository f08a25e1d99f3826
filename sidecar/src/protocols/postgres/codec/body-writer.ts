import { Buffer } from 'node:buffer';

const NUL = Buffer.from([0]);

/** Collects one message. For what the sidecar says itself, which is rare: the data path forwards original bytes. */
export class BodyWriter {
  private readonly parts: Buffer[] = [];

  int8(value: number): this {
    const part = Buffer.alloc(1);
    part.writeUInt8(value);
    return this.bytes(part);
  }

  /** -32768 to 65535: counts are unsigned on the wire, attribute numbers are not. */
  int16(value: number): this {
    const part = Buffer.alloc(2);
    if (value < 0) part.writeInt16BE(value);
    else part.writeUInt16BE(value);
    return this.bytes(part);
  }

  /** -2^31 to 2^32 - 1: OIDs are unsigned, lengths are not. */
  int32(value: number): this {
    const part = Buffer.alloc(4);
    if (value < 0) part.writeInt32BE(value);
    else part.writeUInt32BE(value);
    return this.bytes(part);
  }

  /** @throws TypeError for a NUL inside, which would start another field. */
  cstring(text: string): this {
    if (text.includes('\0')) throw new TypeError('a string of the protocol cannot hold NUL');
    return this.bytes(Buffer.from(text, 'utf8')).bytes(NUL);
  }

  bytes(part: Buffer): this {
    this.parts.push(part);
    return this;
  }

  /** A value with its length in front; null is SQL NULL. */
  value(value: Buffer | null): this {
    return value === null ? this.int32(-1) : this.int32(value.length).bytes(value);
  }

  /** The frame of type `type`, one character. */
  frame(type: string): Buffer {
    return Buffer.concat([Buffer.from(type, 'latin1'), this.packet()]);
  }

  /** The frame without type byte, as at the start of a connection. */
  packet(): Buffer {
    const body = Buffer.concat(this.parts);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length + 4);
    return Buffer.concat([length, body]);
  }
}
