import { Buffer } from 'node:buffer';
import { Copyable } from '../../../io/copy-bytes.ts';

/** Scratch memory for replies that differ from what was read; one buffer serves all sessions, in turn. */
export class ScratchPool {
  readonly #size: number;
  #free: Copyable | undefined;

  /** @param size bytes that a buffer starts with */
  constructor(size: number) {
    this.#size = size;
  }

  take(): Copyable {
    const scratch = this.#free ?? new Copyable(Buffer.alloc(this.#size));
    this.#free = undefined;
    return scratch;
  }

  /** Only once nothing refers to it any more; one that has grown is let go. */
  give(scratch: Copyable): void {
    if (scratch.bytes.length === this.#size) this.#free ??= scratch;
  }
}

/**
 * What one read sends on. As long as nothing differs it is a slice of what was read, without a copy; with the first
 * difference it moves to scratch memory. Positions count the bytes sent on, so that a stretch can be recorded as it goes out.
 */
export class Outgoing {
  readonly #pool: ScratchPool;
  #source: Buffer = Buffer.alloc(0);
  #runStart = 0;
  #runEnd = 0;
  #scratch: Copyable | undefined;
  #length = 0;

  constructor(pool: ScratchPool) {
    this.#pool = pool;
  }

  begin(source: Buffer, start: number): void {
    this.#source = source;
    this.#runStart = start;
    this.#runEnd = start;
    this.#length = 0;
  }

  /** Bytes sent on so far. */
  get position(): number {
    return this.#length + (this.#runEnd - this.#runStart);
  }

  /** Sends `[start, end)` of the source on as it is. */
  keep(start: number, end: number): void {
    if (start === this.#runEnd) {
      this.#runEnd = end;
    } else {
      this.#settle();
      this.#runStart = start;
      this.#runEnd = end;
    }
  }

  /** Sends other bytes. */
  put(bytes: Uint8Array): void {
    const at = this.room(bytes.length);
    this.scratch.bytes.set(bytes, at);
    this.grew(bytes.length);
  }

  /**
   * Makes room for `count` more bytes in `scratch` and answers where they go; `grew` says how many were written. Before that
   * it may be asked again, for more: what was written stays.
   */
  room(count: number): number {
    this.#settle();
    this.#reserve(count);
    return this.#length;
  }

  get scratch(): Copyable {
    this.#scratch ??= this.#pool.take();
    return this.#scratch;
  }

  grew(count: number): void {
    this.#length += count;
  }

  /** Forgets everything from a position on. */
  truncate(position: number): void {
    if (position <= this.#length) {
      this.#length = position;
      this.#runEnd = this.#runStart;
    } else {
      this.#runEnd = this.#runStart + (position - this.#length);
    }
  }

  /** Where everything sent on so far stands, in one piece, from `offset` on; valid until `release`. */
  get bytes(): Buffer {
    if (this.#length === 0) return this.#source;
    this.#settle();
    return this.scratch.bytes;
  }

  /** Offset of position 0 in `bytes`. */
  get offset(): number {
    return this.#length === 0 ? this.#runStart : 0;
  }

  /** What was sent has left: the scratch memory may serve others. */
  release(): void {
    if (this.#scratch !== undefined) this.#pool.give(this.#scratch);
    this.#scratch = undefined;
    this.#length = 0;
    this.#runEnd = this.#runStart;
  }

  #settle(): void {
    const count = this.#runEnd - this.#runStart;
    if (count === 0) return;
    this.#reserve(count);
    this.#source.copy(this.scratch.bytes, this.#length, this.#runStart, this.#runEnd);
    this.#length += count;
    this.#runStart = this.#runEnd;
  }

  #reserve(count: number): void {
    const need = this.#length + count;
    const { bytes } = this.scratch;
    if (bytes.length >= need) return;
    const larger = Buffer.alloc(Math.max(need, bytes.length * 2));
    // All of it: a row may be half-written behind `#length`.
    bytes.copy(larger);
    this.#scratch = new Copyable(larger);
  }
}
