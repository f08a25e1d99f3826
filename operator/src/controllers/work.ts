import type { Clock } from '../kube/clock.ts';
import { endOf, type Term } from '../kube/lease/election.ts';
import { controllerLimits } from '../kube/limits.ts';
import type { Log } from '../kube/log.ts';
import { WorkQueue, type WorkResult } from '../kube/queue/work-queue.ts';

export interface WorkOptions {
  /** What is looked at, as the log says it. */
  readonly what: string;
  /** Looks at one object, by its key. What it throws is tried again. */
  readonly reconcile: (key: string) => Promise<WorkResult | undefined>;
  /** Keys of all objects. */
  readonly keys: () => readonly string[];
  /** Keys of those of a namespace. */
  readonly keysIn: (namespace: string) => readonly string[];
  readonly clock: Clock;
  /** 0 to 1, exclusive. */
  readonly random: () => number;
  readonly log: Log;
}

/** Looks at objects of a kind when something about them changes, in each term of this replica anew. */
export class Work {
  readonly #options: WorkOptions;
  /** There only within a term. */
  #queue: WorkQueue | undefined;

  constructor(options: WorkOptions) {
    this.#options = options;
  }

  /** An object is judged beside the others of its namespace. */
  changedIn(namespace: string): void {
    if (this.#queue === undefined) return;
    for (const key of this.#options.keysIn(namespace)) this.#queue.add(key);
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
