import { Buffer } from 'node:buffer';

/** Where a read may still land when a full buffer was given out for it. */
const SPARE = 4096;

/**
 * Where reads land while nothing is left over from before: memory of each size is shared by all buffers of that size, since what
 * arrives is dealt with before anything else can. A connection without half a message has no memory of its own.
 */
const landings = new Map<number, Buffer>();

function landingOf(bytes: number): Buffer {
  const landing = landings.get(bytes) ?? Buffer.alloc(bytes);
  landings.set(bytes, landing);
  return landing;
}

/**
 * The bytes that were read and not yet consumed, always contiguous. They stand in shared memory until `settle`, which moves what is
 * left to memory of its own. That grows up to `ceiling` while a frame is incomplete, and is given up when everything was consumed.
 */
export class ReadBuffer {
  readonly #floor: number;
  readonly #ceiling: number;
  readonly #landing: Buffer;
  #buffer: Buffer;
  #start = 0;
  #end = 0;

  /** @param floor bytes that one read may bring @param ceiling bytes that an unconsumed remainder may take at most */
  constructor(floor: number, ceiling: number) {
    this.#floor = floor;
    this.#ceiling = Math.max(floor, ceiling);
    this.#landing = landingOf(floor);
    this.#buffer = this.#landing;
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

  /** Room for the next read, behind the unconsumed bytes; never empty. Asked for once they are settled. */
  space(): Buffer {
    if (this.#end === 0) return this.#landing;
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
    this.#buffer = this.#landing;
  }

  /** What is left is this buffer's alone from now on: others may read into the shared memory. */
  settle(): void {
    if (this.#buffer === this.#landing && this.#end > 0) this.#move(this.#floor / 2);
  }

  /** Makes room for the next read by moving what is left to the front, into a larger buffer where needed. */
  makeRoom(): void {
    this.settle();
    if (this.#end > 0 && this.#end - this.#start < this.#ceiling) this.#reserve(this.#floor / 2);
  }

  /**
   * Takes a chunk, for sockets that deliver chunks of their own, which nobody else writes to: as it is where nothing is left over,
   * otherwise copied behind that. Returns how much fitted.
   */
  take(chunk: Buffer, from: number): number {
    if (this.isEmpty) {
      this.#buffer = chunk;
      this.#start = from;
      this.#end = chunk.length;
      return chunk.length - from;
    }
    this.makeRoom();
    const count = Math.min(chunk.length - from, this.#buffer.length - this.#end);
    this.#buffer.set(chunk.subarray(from, from + count), this.#end);
    this.#end += count;
    return count;
  }

  #reserve(room: number): void {
    const length = this.#end - this.#start;
    if (this.#buffer.length - this.#end >= room) return;
    if (this.#buffer !== this.#landing && this.#buffer.length - length >= room) {
      this.#buffer.copyWithin(0, this.#start, this.#end);
      this.#start = 0;
      this.#end = length;
    } else {
      this.#move(room);
    }
  }

  #move(room: number): void {
    const length = this.#end - this.#start;
    const own = Buffer.alloc(Math.max(this.#floor, length + room, growth(this.#buffer, length)));
    this.#buffer.copy(own, 0, this.#start, this.#end);
    this.#buffer = own;
    this.#start = 0;
    this.#end = length;
  }
}

/** A buffer that is nearly full becomes twice as large: a long message is not moved with each read. */
function growth(buffer: Buffer, length: number): number {
  return length > buffer.length / 2 ? buffer.length * 2 : 0;
}
