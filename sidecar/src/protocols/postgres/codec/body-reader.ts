import { Buffer, isUtf8 } from 'node:buffer';
import { cachedName } from './name-cache.ts';
import { malformed, type Malformed, type MalformedCode } from './malformed.ts';
import { MAX_NAME_BYTES } from './frame-table.ts';

/** Strings up to here are searched and checked byte by byte; beyond it the native search is faster. */
const SHORT = 256;

/**
 * Reads one body from front to back and never behind its end. After the first failure every read answers a neutral
 * value and moves nothing, so that a decoder reads as the message's layout and `finish` answers once.
 */
export class BodyReader {
  private readonly bytes: Buffer;
  private readonly end: number;
  private at: number;
  private failure: Malformed | undefined = undefined;

  /** The body is `[start, end)`; the caller has checked by framing that `end` does not exceed what has arrived. */
  constructor(bytes: Buffer, start: number, end: number) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  get failed(): boolean {
    return this.failure !== undefined;
  }

  get remaining(): number {
    return this.end - this.at;
  }

  fail(code: MalformedCode, detail: string): void {
    this.failure ??= malformed(code, detail);
    this.at = this.end;
  }

  /** Offset of `length` bytes that are there, or 0 behind a failure. */
  take(length: number): number {
    if (length > this.end - this.at) {
      this.fail('TRUNCATED', 'the body ends inside a field');
      return 0;
    }
    const start = this.at;
    this.at += length;
    return start;
  }

  uint8(): number {
    const at = this.take(1);
    return this.failed ? 0 : this.bytes.readUInt8(at);
  }

  int16(): number {
    const at = this.take(2);
    return this.failed ? 0 : this.bytes.readInt16BE(at);
  }

  uint16(): number {
    const at = this.take(2);
    return this.failed ? 0 : this.bytes.readUInt16BE(at);
  }

  int32(): number {
    const at = this.take(4);
    return this.failed ? 0 : this.bytes.readInt32BE(at);
  }

  uint32(): number {
    const at = this.take(4);
    return this.failed ? 0 : this.bytes.readUInt32BE(at);
  }

  /** A 16-bit count of items of at least `itemBytes` each: never more than the rest of the body can hold. */
  count(itemBytes: number, max = 65_535): number {
    const count = this.uint16();
    if (count <= max && count * itemBytes <= this.remaining) return count;
    this.fail('BAD_COUNT', `${String(count)} items do not fit`);
    return 0;
  }

  /** A 32-bit length in front of a value: -1 for NULL, else within the body. */
  valueLength(): number {
    const length = this.int32();
    if (length >= -1 && length <= this.remaining) return length;
    this.fail('BAD_LENGTH', `a value of ${String(length)} bytes does not fit`);
    return 0;
  }

  /** A name of a statement or portal; what is no secret may stay in a cache. */
  name(): string {
    const start = this.at;
    const nul = this.findNul();
    if (nul < 0) return '';
    const length = nul - start;
    if (length > MAX_NAME_BYTES) {
      this.fail('NAME_TOO_LONG', `${String(length)} bytes, at most ${String(MAX_NAME_BYTES)}`);
      return '';
    }
    this.at = nul + 1;
    if (length === 0) return '';
    return this.isAscii(start, nul) ? cachedName(this.bytes, start, nul) : this.text(start, nul);
  }

  /** A string up to its NUL; invalid UTF-8 fails, so that no two byte sequences become one text. */
  cstring(): string {
    const start = this.at;
    const nul = this.findNul();
    if (nul < 0) return '';
    this.at = nul + 1;
    return this.text(start, nul);
  }

  /** A string up to its NUL in an encoding that is not known yet: what is no UTF-8 becomes U+FFFD. */
  lenientCstring(): string {
    const start = this.at;
    const nul = this.findNul();
    if (nul < 0) return '';
    this.at = nul + 1;
    return this.bytes.toString('utf8', start, nul);
  }

  /** A copy of everything that is left. */
  rest(): Buffer {
    const start = this.at;
    this.at = this.end;
    return this.copy(start, this.end - start);
  }

  copy(start: number, length: number): Buffer {
    return Buffer.from(this.bytes.subarray(start, start + length));
  }

  /** The message, if everything was there and nothing is left over. */
  finish<M>(message: M): M | Malformed {
    if (this.failure !== undefined) return this.failure;
    if (this.at === this.end) return message;
    return malformed('LEFTOVER_BYTES', `${String(this.end - this.at)} bytes behind the message`);
  }

  private findNul(): number {
    const near = Math.min(this.end, this.at + SHORT);
    for (let i = this.at; i < near; i++) if (this.bytes[i] === 0) return i;
    const far = near < this.end ? this.bytes.subarray(near, this.end).indexOf(0) : -1;
    if (far >= 0) return near + far;
    this.fail('MISSING_NUL', 'a string has no end');
    return -1;
  }

  private text(start: number, end: number): string {
    if (start === end) return '';
    if (end - start <= SHORT && this.isAscii(start, end)) {
      return this.bytes.toString('latin1', start, end);
    }
    if (isUtf8(this.bytes.subarray(start, end))) return this.bytes.toString('utf8', start, end);
    this.fail('INVALID_UTF8', 'a string is not valid UTF-8');
    return '';
  }

  private isAscii(start: number, end: number): boolean {
    for (let i = start; i < end; i++) if ((this.bytes[i] ?? 0) > 127) return false;
    return true;
  }
}
