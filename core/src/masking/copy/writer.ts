import type { CopySink } from './types.ts';

/** Below this a loop over bytes is faster than a call into native code. */
const SHORT = 48;
/** Bytes of room beyond what is needed at the moment. */
const SLACK = 1024;

/** Bytes on their way into a sink, whose room grows as they come. */
export class CopyWriter {
  readonly #sink: CopySink;
  #out: Buffer;
  #first: number;
  #to: number;

  /** @param expected bytes that will probably be written */
  constructor(sink: CopySink, expected: number) {
    this.#sink = sink;
    this.#first = sink.room(expected + SLACK);
    this.#out = sink.scratch.bytes;
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

  copy(source: Uint8Array, from: number, upTo: number): void {
    const count = upTo - from;
    if (count <= 0) return;
    this.#reserve(count);
    const out = this.#out;
    let to = this.#to;
    if (count >= SHORT) out.set(source.subarray(from, upTo), to);
    else for (let at = from; at < upTo; at++) out[to++] = source[at] ?? 0;
    this.#to += count;
  }

  bytes(bytes: Uint8Array): void {
    this.copy(bytes, 0, bytes.length);
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#out[this.#to++] = value;
  }

  int32(value: number): void {
    this.#reserve(4);
    this.#to = this.#out.writeInt32BE(value, this.#to);
  }

  /** Replaces four bytes that were written before. */
  int32At(offset: number, value: number): void {
    this.#out.writeInt32BE(value, this.#first + offset);
  }

  /** Everything written counts. */
  finish(): number {
    const size = this.length;
    this.#sink.grew(size);
    this.#first = this.#to;
    return size;
  }

  #reserve(count: number): void {
    if (this.#to + count <= this.#out.length) return;
    this.#sink.room(this.length + count + SLACK);
    this.#out = this.#sink.scratch.bytes;
  }
}
