import type { Clock } from '../../kube/clock.ts';
import type { Term } from '../../kube/lease/election.ts';
import { controllerLimits } from '../../kube/limits.ts';
import type { Log } from '../../kube/log.ts';
import { WorkQueue } from '../../kube/queue/work-queue.ts';
import { reconcilePolicy, type PolicyControllerOptions } from './controller.ts';
import { keyOf } from '../../kube/object.ts';

export interface PolicyWorkOptions extends PolicyControllerOptions {
  /** Keys of all policies. */
  readonly keys: () => readonly string[];
  readonly clock: Clock;
  /** 0 to 1, exclusive. */
  readonly random: () => number;
  readonly log: Log;
}

/** Looks at policies when something about them changes, in each term of this replica anew. */
export class PolicyWork {
  readonly #options: PolicyWorkOptions;
  /** There only within a term. */
  queue: WorkQueue | undefined;

  constructor(options: PolicyWorkOptions) {
    this.#options = options;
  }

  /** A policy is judged beside the others of its namespace, and by its connections. */
  changedIn(namespace: string): void {
    if (this.queue === undefined) return;
    for (const policy of this.#options.sources.policies.by('namespace', namespace)) {
      this.queue.add(keyOf(policy));
    }
  }

  /** Looks at every policy, and then at what changes, until the term ends. */
  async during(term: Term): Promise<void> {
    const { clock, random, log, keys } = this.#options;
    const queue = new WorkQueue({
      ...{ clock, random },
      parallelism: controllerLimits.parallelism.value,
      firstBackoffMs: controllerLimits.firstBackoffMs.value,
      mostBackoffMs: controllerLimits.mostBackoffMs.value,
      work: async (key) => (term.isCurrent() ? reconcilePolicy(key, this.#options) : undefined),
      failed: ({ key, error, failures, pauseMs }) => {
        log.warn({ key, failures, pauseMs, err: error }, 'a policy could not be looked at');
      },
    });
    this.queue = queue;
    for (const key of keys()) queue.add(key);
    queue.start();
    await endOf(term);
    this.queue = undefined;
    await queue.stop();
  }
}

export async function endOf({ signal }: Term): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}
