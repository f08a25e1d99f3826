import type { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';

/** What a connection's `recording` says about responses. */
export interface ResponseRecording {
  readonly responses: 'Full' | 'Summary' | 'None';
  /** Bytes of a response that are kept. */
  readonly maxResponseBytes: number;
}

interface Unfinished {
  kept: number;
  /** Over what is not kept; begun with the first stretch that is not, after which nothing is. */
  rest: Hash | undefined;
}

/**
 * Which stretches of a response the record keeps. What it keeps is proved by the tree, so that only what it does not keep
 * is hashed here: the end of a response that is longer than `maxResponseBytes`, or all of one that is not to be kept.
 */
export class Responses {
  readonly #policy: ResponseRecording;
  /** Responses that span several reads. */
  readonly #unfinished = new Map<number, Unfinished>();

  constructor(policy: ResponseRecording) {
    this.#policy = policy;
  }

  /** The stretch `[start, end)`, which is not the last. Answers whether it is kept. */
  part(command: number, bytes: Buffer, start: number, end: number): boolean {
    let state = this.#unfinished.get(command);
    if (state === undefined) {
      state = { kept: 0, rest: undefined };
      this.#unfinished.set(command, state);
    }
    return this.#keep(state, bytes, start, end);
  }

  /** The last stretch. Answers the digest of what is not kept of the response; undefined where all of it is. */
  last(command: number, bytes: Buffer, start: number, end: number): string | undefined {
    const state = this.#unfinished.size === 0 ? undefined : this.#unfinished.get(command);
    if (state === undefined && this.#fits(end - start)) return undefined;
    const whole = state ?? { kept: 0, rest: undefined };
    this.#unfinished.delete(command);
    this.#keep(whole, bytes, start, end);
    return whole.rest === undefined ? undefined : `sha256:${whole.rest.digest('hex')}`;
  }

  #fits(length: number): boolean {
    return this.#policy.responses === 'Full' && length <= this.#policy.maxResponseBytes;
  }

  #keep(state: Unfinished, bytes: Buffer, start: number, end: number): boolean {
    if (state.rest === undefined && this.#fits(state.kept + end - start)) {
      state.kept += end - start;
      return true;
    }
    state.rest ??= createHash('sha256');
    state.rest.update(bytes.subarray(start, end));
    return false;
  }
}
