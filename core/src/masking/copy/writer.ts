import type { CopyBytes, CopySink } from './types.ts';

/** Below this a loop over bytes is faster than a call into native code. */
const SHORT = 48;
/** Bytes of room beyond what is needed at the moment. */
const SLACK = 1024;

/** Bytes on their way into a sink, whose room grows as they come. */
export class CopyWriter {
  readonly #sink: CopySink;
  #out: CopyBytes;
  #first: number;
  #to: number;

  /** @param expected bytes that will probably be written */
  constructor(sink: CopySink, expected: number) {
    this.#sink = sink;
    this.#first = sink.room(expected + SLACK);
    this.#out = sink.scratch;
    this.#to = this.#first;
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#to - this.#first;
  }

  /** Takes back what was written behind this length. */
  truncate(length: number): void {
    this.#to = this.#first + length;
  }

  copy(source: CopyBytes, from: number, upTo: number): void {
    if (upTo <= from) return;
    this.#reserve(upTo - from);
    this.#to = source.copyTo(this.#out, this.#to, from, upTo);
  }

  bytes(bytes: Uint8Array): void {
    const count = bytes.length;
    this.#reserve(count);
    const out = this.#out.bytes;
    if (count >= SHORT) out.set(bytes, this.#to);
    else for (let i = 0; i < count; i++) out[this.#to + i] = bytes[i] ?? 0;
    this.#to += count;
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#out.view.setUint8(this.#to, value);
    this.#to += 1;
  }

  int32(value: number): void {
    this.#reserve(4);
    this.#out.view.setInt32(this.#to, value);
    this.#to += 4;
  }

  /** Replaces four bytes that were written before. */
  int32At(offset: number, value: number): void {
    this.#out.view.setInt32(this.#first + offset, value);
  }

  /** Everything written counts. */
  finish(): number {
    const size = this.length;
    this.#sink.grew(size);
    this.#first = this.#to;
    return size;
  }

  #reserve(count: number): void {
    if (this.#to + count <= this.#out.bytes.length) return;
    this.#sink.room(this.length + count + SLACK);
    this.#out = this.#sink.scratch;
  }
}
