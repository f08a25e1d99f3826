import type { KubeClient } from '../client/client.ts';
import { pause, type Clock } from '../clock.ts';
import { isKubeError } from '../errors.ts';
import { leases, type Lease } from '../kinds.ts';
import { leaseLimits } from '../limits.ts';
import type { Log } from '../log.ts';
import { claimed, decide, observe, released, type Observation } from './decision.ts';

export interface ElectionTimes {
  /** Whole seconds after which others may take a record over that did not change. */
  readonly leaseSeconds: number;
  /** From before a renewal was sent until the right to work ends; shorter than leaseSeconds. */
  readonly renewMs: number;
  /** Between two looks at the record, and between two renewals. */
  readonly retryMs: number;
}

/** The right to work, from its beginning to its end. */
export interface Term {
  /** Aborted when the term ends. */
  readonly signal: AbortSignal;
  /** By the clock: false also where a process that stood still has not been told yet. To be asked before each effect. */
  readonly isCurrent: () => boolean;
}

/** Resolves when the term has ended. */
export async function endOf({ signal }: Term): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}

export interface ElectionOptions {
  /** Of its own, with a time-out below renewMs: a renewal must not wait behind other requests. */
  readonly client: Pick<KubeClient, 'get' | 'create' | 'replace'>;
  readonly namespace: string;
  /** Of the Lease. */
  readonly name: string;
  /** Of this replica, and never of another: pod name and something random. */
  readonly identity: string;
  /** What the leader does. Ends soon after the signal; ending earlier, or throwing, gives the lease back. */
  readonly lead: (term: Term) => Promise<void>;
  readonly clock: Clock;
  /** 0 to 1, exclusive. */
  readonly random: () => number;
  readonly log: Log;
  readonly times?: Partial<ElectionTimes>;
}

interface Leadership {
  readonly ended: AbortController;
  /** Resolves when `lead` has ended. */
  readonly done: Promise<void>;
  /** Before the last good renewal was sent. */
  renewedAt: number;
}

/** One replica's part in choosing the one that works. At no time do two work; for some seconds nobody may. */
export class Election {
  readonly #options: ElectionOptions;
  readonly #times: ElectionTimes;
  readonly #stopping = new AbortController();
  #observation: Observation | undefined;
  #leadership: Leadership | undefined;
  #running: Promise<void> = Promise.resolve();
  /** Terms of this replica so far. */
  terms = 0;
  failures = 0;

  constructor(options: ElectionOptions) {
    this.#options = options;
    this.#times = {
      leaseSeconds: leaseLimits.leaseMs.value / 1000,
      renewMs: leaseLimits.renewMs.value,
      retryMs: leaseLimits.retryMs.value,
      ...options.times,
    };
    const { leaseSeconds, renewMs, retryMs } = this.#times;
    if (renewMs >= leaseSeconds * 1000 || retryMs * 2 > renewMs) {
      throw new TypeError('a lease outlasts its renewal, and a renewal two tries');
    }
  }

  /** Whether this replica may work now. */
  get isLeader(): boolean {
    const leadership = this.#leadership;
    return (
      leadership !== undefined && !leadership.ended.signal.aborted && this.#isFresh(leadership)
    );
  }

  start(): void {
    this.#running = this.#run(this.#stopping.signal);
  }

  /** Ends the term, waits until the work has ended, and only then gives the lease to the next. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#turn();
      await this.#settle();
      const { retryMs } = this.#times;
      // Replicas that started together do not ask together.
      await pause(this.#options.clock, retryMs * (1 + 0.2 * this.#options.random()), signal);
    }
    this.#leadership?.ended.abort();
    await this.#settle();
  }

  /** One look at the record, and what follows from it. */
  async #turn(): Promise<void> {
    const { clock, log, name } = this.#options;
    const asked = clock.now();
    try {
      const isHeld = await this.#attempt();
      if (isHeld) this.#hold(asked);
      else this.#leadership?.ended.abort();
    } catch (error) {
      this.failures += 1;
      // Somebody else was faster: nothing is wrong.
      if (isKubeError(error, 'CONFLICT', 'ALREADY_EXISTS')) return;
      log.warn({ lease: name, err: error }, 'the lease could not be read or written');
    }
  }

  /** Whether this replica holds the record now. Every write is refused where the record changed since it was read. */
  async #attempt(): Promise<boolean> {
    const { client, clock, identity, namespace, name } = this.#options;
    const lease = await this.#read();
    const now = clock.now();
    this.#observation = lease && observe(this.#observation, lease, now);
    const decision = decide({ lease, observation: this.#observation, identity, now });
    if (decision === 'wait') return false;
    const base = lease ?? { metadata: { namespace, name } };
    const { leaseSeconds } = this.#times;
    const claim = claimed(base, { identity, leaseSeconds, date: clock.date() });
    await (decision === 'create' ? client.create(leases, claim) : client.replace(leases, claim));
    return true;
  }

  async #read(): Promise<Lease | undefined> {
    const { client, namespace, name } = this.#options;
    try {
      return await client.get(leases, { namespace, name });
    } catch (error) {
      if (isKubeError(error, 'NOT_FOUND')) return undefined;
      throw error;
    }
  }

  #hold(asked: number): void {
    const leadership = this.#leadership;
    // A term that has ended is not taken up again: its work may still be ending.
    if (leadership?.ended.signal.aborted === true) return;
    if (leadership === undefined) this.#begin(asked);
    else leadership.renewedAt = asked;
  }

  #begin(asked: number): void {
    const ended = new AbortController();
    const begun = Promise.withResolvers<undefined>();
    const leadership: Leadership = { ended, renewedAt: asked, done: this.#lead(begun.promise) };
    this.#leadership = leadership;
    this.terms += 1;
    this.#fence(leadership);
    this.#options.log.info({ lease: this.#options.name, term: this.terms }, 'this replica leads');
    begun.resolve(undefined);
  }

  async #lead(begun: Promise<undefined>): Promise<void> {
    await begun;
    const leadership = this.#leadership;
    if (leadership === undefined) return;
    const { signal } = leadership.ended;
    const isCurrent = (): boolean => !signal.aborted && this.#isFresh(leadership);
    try {
      await this.#options.lead({ signal, isCurrent });
    } catch (error) {
      this.#options.log.error({ err: error }, 'the work of the leader failed');
    }
    leadership.ended.abort();
  }

  /** Ends the term when its right ends, whatever a request that is under way may still answer. */
  #fence(leadership: Leadership): void {
    if (leadership.ended.signal.aborted) return;
    const left = leadership.renewedAt + this.#times.renewMs - this.#options.clock.now();
    if (left > 0) {
      this.#options.clock.after(left, () => {
        this.#fence(leadership);
      });
      return;
    }
    this.#options.log.warn({ lease: this.#options.name }, 'the lease was not renewed in time');
    leadership.ended.abort();
  }

  #isFresh({ renewedAt }: Leadership): boolean {
    return this.#options.clock.now() - renewedAt < this.#times.renewMs;
  }

  /** After the end of a term: waits for its work, then gives the lease back where it is still held. */
  async #settle(): Promise<void> {
    const leadership = this.#leadership;
    if (leadership?.ended.signal.aborted !== true) return;
    await leadership.done;
    this.#leadership = undefined;
    const { client, clock, identity, log, name } = this.#options;
    log.info({ lease: name, term: this.terms }, 'this replica leads no more');
    try {
      const lease = await this.#read();
      if (lease?.spec?.holderIdentity !== identity) return;
      await client.replace(leases, released(lease, clock.date()));
    } catch (error) {
      log.warn({ lease: name, err: error }, 'the lease was not given back; it ends by itself');
    }
  }
}
