import type { Clock } from '../kube/clock.ts';
import { endOf, type Term } from '../kube/lease/election.ts';
import { controllerLimits } from '../kube/limits.ts';
import type { Log } from '../kube/log.ts';
import type { PictureChange } from '../pictures/pictures.ts';
import { WorkQueue, type WorkResult } from '../kube/queue/work-queue.ts';

export interface WorkOptions {
  /** What is looked at, as the log says it. */
  readonly what: string;
  /** Looks at one object, by its key. What it throws is tried again. */
  readonly reconcile: (key: string) => Promise<WorkResult | undefined>;
  /** Keys of all objects. */
  readonly keys: () => readonly string[];
  /** What of them is to be looked at where something changed. */
  readonly affected: (change: PictureChange) => Affected | undefined;
  readonly clock: Clock;
  /** 0 to 1, exclusive. */
  readonly random: () => number;
  readonly log: Log;
}

export interface Affected {
  readonly keys: readonly string[];
  /** Not at once: what changes in crowds is looked at once for all. */
  readonly inMs?: number;
}

/** Looks at objects of a kind when something about them changes, in each term of this replica anew. */
export class Work {
  readonly #options: WorkOptions;
  /** There only within a term. */
  #queue: WorkQueue | undefined;

  constructor(options: WorkOptions) {
    this.#options = options;
  }

  changed(change: PictureChange): void {
    if (this.#queue === undefined) return;
    const { keys = [], inMs } = this.#options.affected(change) ?? {};
    for (const key of keys)
      if (inMs === undefined) this.#queue.add(key);
      else this.#queue.addAfter(key, inMs);
  }

  /** Looks at every object, and then at what changes, until the term ends. */
  async during(term: Term): Promise<void> {
    const { what, reconcile, clock, random, log, keys } = this.#options;
    const queue = new WorkQueue({
      ...{ clock, random },
      parallelism: controllerLimits.parallelism.value,
      firstBackoffMs: controllerLimits.firstBackoffMs.value,
      mostBackoffMs: controllerLimits.mostBackoffMs.value,
      work: async (key) => (term.isCurrent() ? reconcile(key) : undefined),
      failed: ({ key, error, failures, pauseMs }) => {
        log.warn({ what, key, failures, pauseMs, err: error }, 'it could not be looked at');
      },
    });
    this.#queue = queue;
    for (const key of keys()) queue.add(key);
    queue.start();
    await endOf(term);
    this.#queue = undefined;
    await queue.stop();
  }
}
