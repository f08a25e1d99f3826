import { createHash, type Hash } from 'node:crypto';
import { leafHash } from '@chaperone/core/record';
import { HEAD_BYTES } from './event-head.ts';

const LF = 0x0a;
const LEAF_PREFIX = Buffer.from([0x00]);

export interface LineSink {
  /** @param head the line's first bytes, at most HEAD_BYTES, without LF */
  readonly line: (leaf: Buffer, head: Buffer) => void;
}

/** Leaf hashes of a segment's lines, chunk by chunk; memory does not grow with the length of a line. */
export class LeafReader {
  readonly #sink: LineSink;
  #hash: Hash | undefined;
  #head: Buffer = Buffer.alloc(0);

  constructor(sink: LineSink) {
    this.#sink = sink;
  }

  push(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, start)) {
      this.#end(chunk.subarray(start, end));
      start = end + 1;
    }
    if (start < chunk.length) this.#hold(chunk.subarray(start));
  }

  /** True where the last chunk ended in the middle of a line. */
  get torn(): boolean {
    return this.#hash !== undefined;
  }

  #end(part: Buffer): void {
    if (this.#hash === undefined) {
      this.#sink.line(leafHash(part), part.subarray(0, HEAD_BYTES));
      return;
    }
    this.#hold(part);
    this.#sink.line(this.#hash.digest(), this.#head);
    this.#hash = undefined;
    this.#head = Buffer.alloc(0);
  }

  #hold(part: Buffer): void {
    this.#hash ??= createHash('sha256').update(LEAF_PREFIX);
    this.#hash.update(part);
    const room = HEAD_BYTES - this.#head.length;
    if (room > 0) this.#head = Buffer.concat([this.#head, part.subarray(0, room)]);
  }
}
