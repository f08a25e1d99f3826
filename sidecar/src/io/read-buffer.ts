import { Buffer } from 'node:buffer';

/** Where a read may still land when a full buffer was given out for it. */
const SPARE = 4096;

/**
 * The bytes that were read and not yet consumed, always contiguous, in one buffer that is used again and again.
 * It grows up to `ceiling` while a frame is incomplete and falls back to `floor` when everything was consumed.
 */
export class ReadBuffer {
  readonly #floor: number;
  readonly #ceiling: number;
  readonly #home: Buffer;
  #buffer: Buffer;
  #start = 0;
  #end = 0;

  /** @param floor bytes kept allocated @param ceiling bytes that an unconsumed remainder may take at most */
  constructor(floor: number, ceiling: number) {
    this.#floor = floor;
    this.#ceiling = Math.max(floor, ceiling);
    this.#home = Buffer.alloc(floor);
    this.#buffer = this.#home;
  }

  get bytes(): Buffer {
    return this.#buffer;
  }
  get start(): number {
    return this.#start;
  }
  get end(): number {
    return this.#end;
  }
  get isEmpty(): boolean {
    return this.#start === this.#end;
  }
  /** No room is left, and none may be added: whoever consumes has to do so before more is read. */
  get isFull(): boolean {
    return this.#end - this.#start >= this.#ceiling;
  }

  /** Room for the next read, behind the unconsumed bytes; never empty. */
  space(): Buffer {
    if (this.#end === 0) return this.#buffer;
    return this.#end < this.#buffer.length ? this.#buffer.subarray(this.#end) : Buffer.alloc(SPARE);
  }

  /**
   * `count` bytes were read into `space`, a buffer that `space()` gave out earlier. Where the unconsumed bytes were
   * consumed or moved since then, it is no longer the place behind them, and the bytes are copied there.
   */
  filled(space: Uint8Array, count: number): void {
    const inPlace =
      space.buffer === this.#buffer.buffer &&
      space.byteOffset === this.#buffer.byteOffset + this.#end;
    if (!inPlace) {
      this.#reserve(count);
      this.#buffer.set(space.subarray(0, count), this.#end);
    }
    this.#end += count;
  }

  consume(upTo: number): void {
    this.#start = upTo;
    if (this.#start !== this.#end) return;
    this.#start = 0;
    this.#end = 0;
    this.#buffer = this.#home;
  }

  /** Makes room for the next read by moving what is left to the front, into a larger buffer where needed. */
  makeRoom(): void {
    if (this.#end - this.#start < this.#ceiling) this.#reserve(this.#floor / 2);
  }

  /** Copies a chunk in, for sockets that deliver chunks of their own. Returns how much fitted. */
  take(chunk: Uint8Array, from: number): number {
    this.makeRoom();
    const count = Math.min(chunk.length - from, this.#buffer.length - this.#end);
    this.#buffer.set(chunk.subarray(from, from + count), this.#end);
    this.#end += count;
    return count;
  }

  #reserve(room: number): void {
    const length = this.#end - this.#start;
    if (this.#buffer.length - this.#end >= room) return;
    if (this.#buffer.length - length >= room) {
      this.#buffer.copyWithin(0, this.#start, this.#end);
    } else {
      const larger = Buffer.alloc(Math.max(length + room, this.#buffer.length * 2));
      this.#buffer.copy(larger, 0, this.#start, this.#end);
      this.#buffer = larger;
    }
    this.#start = 0;
    this.#end = length;
  }
}
