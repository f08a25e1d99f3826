import type { Refusal } from '../../protocol.ts';
import type { Change, Running, Statement } from './names.ts';

/** What the target still owes for one forwarded message. */
export type Owed =
  | { readonly kind: 'parse'; readonly change: Change; readonly statement: Statement }
  /** A Describe of the sidecar's own, whose answer the agent does not get. */
  | { readonly kind: 'describe-own'; readonly statement: Statement }
  | { readonly kind: 'describe-statement'; readonly statement: Statement }
  | {
      readonly kind: 'bind';
      readonly change: Change;
      readonly running: Running;
      /** The portal of the same name, which ends when the target does this Bind, not when it is asked to. */
      readonly replaces: Running | undefined;
    }
  | { readonly kind: 'describe-portal'; readonly running: Running }
  | { readonly kind: 'execute'; readonly running: Running }
  | { readonly kind: 'close'; readonly change: Change; readonly closes: Running | undefined }
  | { readonly kind: 'sync' }
  | { readonly kind: 'query'; readonly running: Running }
  /** A substitute: the target's error for it is replaced by the refusal. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'refused-query'; readonly refusal: Refusal }
  /** A message of the sidecar's own on behalf of a copy, and the type of its answer, which the agent does not get. */
  | { readonly kind: 'own'; readonly answer: '1' | 'T' | '3' | 'Z'; readonly running: Running };

function isSync(owed: Owed): boolean {
  return owed.kind === 'sync' || (owed.kind === 'own' && owed.answer === 'Z');
}

function endsInReady(owed: Owed): boolean {
  return isSync(owed) || owed.kind === 'query' || owed.kind === 'refused-query';
}

export const OWED_SYNC: Owed = Object.freeze({ kind: 'sync' as const });

/**
 * What the target owes, in the order in which it was asked: it answers strictly in order (PostgreSQL documentation,
 * "Pipelining"). A ring that grows; the agent is not read while it holds more than the limit.
 */
export class Pending {
  #ring: (Owed | undefined)[] = new Array<Owed | undefined>(16).fill(undefined);
  #head = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The oldest entry. */
  get first(): Owed | undefined {
    return this.#ring[this.#head];
  }

  /** Something is owed behind the next ReadyForQuery. */
  get reachesBehindReady(): boolean {
    for (let i = 0; i < this.#size - 1; i++) {
      const owed = this.#ring[(this.#head + i) & (this.#ring.length - 1)];
      if (owed !== undefined && endsInReady(owed)) return true;
    }
    return false;
  }

  push(owed: Owed): void {
    if (this.#size === this.#ring.length) this.#grow();
    this.#ring[(this.#head + this.#size) & (this.#ring.length - 1)] = owed;
    this.#size++;
  }

  shift(): Owed | undefined {
    const owed = this.#ring[this.#head];
    if (this.#size === 0) return undefined;
    this.#ring[this.#head] = undefined;
    this.#head = (this.#head + 1) & (this.#ring.length - 1);
    this.#size--;
    return owed;
  }

  /** Takes the newest entry back: its message was not sent. */
  retract(): Owed | undefined {
    if (this.#size === 0) return undefined;
    const at = (this.#head + this.#size - 1) & (this.#ring.length - 1);
    const owed = this.#ring[at];
    this.#ring[at] = undefined;
    this.#size--;
    return owed;
  }

  /** Takes what the target skips after an error: everything up to the next Sync, which stays. */
  skipped(): readonly Owed[] {
    const skipped: Owed[] = [];
    for (let owed = this.first; owed !== undefined && !isSync(owed); owed = this.first) {
      skipped.push(owed);
      this.shift();
    }
    return skipped;
  }

  #grow(): void {
    const length = this.#ring.length;
    const larger = new Array<Owed | undefined>(length * 2).fill(undefined);
    for (let i = 0; i < length; i++) larger[i] = this.#ring[(this.#head + i) & (length - 1)];
    this.#ring = larger;
    this.#head = 0;
  }
}
