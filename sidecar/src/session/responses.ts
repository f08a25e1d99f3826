import type { Buffer } from 'node:buffer';
import { createHash, hash } from 'node:crypto';
import type { Hash } from 'node:crypto';

/** What a connection's `recording` says about responses. */
export interface ResponseRecording {
  readonly responses: 'Full' | 'Summary' | 'None';
  /** Bytes of a response that are kept. */
  readonly maxResponseBytes: number;
}

interface Unfinished {
  kept: number;
  truncated: boolean;
  readonly digest: Hash;
}

/** Of the response at hand, what was kept so far; only one that spans several reads needs an entry. */
export class Responses {
  readonly #policy: ResponseRecording;
  readonly #unfinished = new Map<number, Unfinished>();

  constructor(policy: ResponseRecording) {
    this.#policy = policy;
  }

  /** A stretch that is not the last. Answers whether it is kept. */
  part(command: number, bytes: Buffer): boolean {
    let state = this.#unfinished.get(command);
    if (state === undefined) {
      state = { kept: 0, truncated: false, digest: createHash('sha256') };
      this.#unfinished.set(command, state);
    }
    state.digest.update(bytes);
    return this.#keep(state, bytes.length);
  }

  /** The last stretch. A digest stands where the record does not hold the whole response. */
  last(
    command: number,
    bytes: Buffer,
  ): { readonly keep: boolean; readonly truncated: boolean; readonly digest: string | undefined } {
    const state = this.#unfinished.get(command);
    if (state === undefined) {
      const keep = this.#fits(bytes.length);
      const truncated = !keep && this.#policy.responses === 'Full';
      return {
        keep,
        truncated,
        digest: keep ? undefined : `sha256:${hash('sha256', bytes, 'hex')}`,
      };
    }
    this.#unfinished.delete(command);
    const keep = this.#keep(state, bytes.length);
    const whole = keep && !state.truncated;
    return {
      keep,
      truncated: state.truncated,
      digest: whole ? undefined : `sha256:${state.digest.update(bytes).digest('hex')}`,
    };
  }

  #fits(length: number): boolean {
    return this.#policy.responses === 'Full' && length <= this.#policy.maxResponseBytes;
  }

  #keep(state: Unfinished, length: number): boolean {
    if (this.#policy.responses !== 'Full') return false;
    if (state.truncated || state.kept + length > this.#policy.maxResponseBytes) {
      state.truncated = true;
      return false;
    }
    state.kept += length;
    return true;
  }
}
