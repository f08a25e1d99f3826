import type { Classification } from '../../catalog/classification.ts';
import type { SessionState } from '../state.ts';

/** Names of one message that are looked up again. */
const MOST_RENEWALS = 8;

/** Lets a message wait until what was sent before it has happened, where that changes what it means. */
export class Settling {
  readonly #state: SessionState;
  readonly #flush: () => void;
  #waitsFor: 'target' | 'names' | undefined;
  #renewals = 0;

  /** @param flush has the target answer what it holds back */
  constructor(state: SessionState, flush: () => void) {
    this.#state = state;
    this.#flush = flush;
  }

  get waits(): boolean {
    return this.#waitsFor !== undefined;
  }

  /** Does nothing under way change what the next text means? If not, its message waits. */
  settled(): boolean {
    const { meaning, pending } = this.#state;
    if (!meaning.unsettled) return true;
    if (pending.size > 0) {
      this.#awaitTarget();
      return false;
    }
    meaning.settle();
    return true;
  }

  /** The text with what the session knows of its names, or undefined while that is found out. */
  meant(found: Classification | undefined): Classification | undefined {
    const { meaning, pending, classifier } = this.#state;
    if (found === undefined || !meaning.concerns(found)) return found;
    if (pending.size > 0) {
      this.#awaitTarget();
      return undefined;
    }
    while (this.#renewals++ < MOST_RENEWALS) {
      const stale = meaning.stale(found);
      if (stale === undefined) break;
      const answer = classifier.classify(stale.text);
      if (answer instanceof Promise) {
        this.#awaitNames(answer.then(stale.renew));
        return undefined;
      }
      stale.renew(answer);
    }
    this.#renewals = 0;
    return meaning.resolve(found);
  }

  /** The target has answered everything. */
  quiet(): void {
    if (this.#waitsFor === 'target') this.#lookAgain();
  }

  #awaitTarget(): void {
    this.#waitsFor = 'target';
    this.#flush();
  }

  #awaitNames(renewed: Promise<void>): void {
    this.#waitsFor = 'names';
    renewed
      .then(() => {
        this.#lookAgain();
      })
      .catch(this.#state.defect);
  }

  #lookAgain(): void {
    this.#waitsFor = undefined;
    this.#state.agent.redeliver();
  }
}
