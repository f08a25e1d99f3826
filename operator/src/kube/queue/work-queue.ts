import { backoffMs } from '../backoff.ts';
import type { Clock } from '../clock.ts';

/** When to look again although all went well; absent: not before something changes. */
export interface WorkResult {
  readonly againMs?: number;
}

export interface WorkFailure {
  readonly key: string;
  readonly error: unknown;
  /** In a row. */
  readonly failures: number;
  /** Before the next try, unless the key is added earlier. */
  readonly pauseMs: number;
}

export interface WorkQueueOptions {
  /** Brings the world of one key to what it should be. What it throws is a failure, and is tried again. */
  readonly work: (key: string, signal: AbortSignal) => Promise<WorkResult | undefined>;
  /** Keys that are worked on at the same time. */
  readonly parallelism: number;
  readonly firstBackoffMs: number;
  readonly mostBackoffMs: number;
  readonly clock: Clock;
  /** 0 to 1, exclusive. */
  readonly random: () => number;
  /** Told of each failure; must not throw. */
  readonly failed: (failure: WorkFailure) => void;
}

/** Where a key is; a key that is nowhere has nothing to do. */
type Place =
  | { readonly at: 'queued' }
  /** `again`: it was added while it ran. */
  | { readonly at: 'running'; readonly again: boolean }
  | { readonly at: 'delayed'; readonly due: number; readonly cancel: () => void };

/**
 * Keys to work on. A key is there once, however often it is added; it is never worked on twice at the same time; one that is added
 * while it is worked on is worked on once more. Failures are tried again, ever later, until `work` succeeds.
 */
export class WorkQueue {
  readonly #options: WorkQueueOptions;
  readonly #places = new Map<string, Place>();
  readonly #ready = new Set<string>();
  readonly #failures = new Map<string, number>();
  readonly #stopping = new AbortController();
  readonly #waitingForIdle = new Set<() => void>();
  #isStarted = false;
  #isPulling = false;
  #running = 0;

  constructor(options: WorkQueueOptions) {
    this.#options = options;
  }

  /** Keys that are ready and wait for their turn. */
  get length(): number {
    return this.#ready.size;
  }

  get running(): number {
    return this.#running;
  }

  /** Keys whose last work failed. */
  get failing(): number {
    return this.#failures.size;
  }

  /** Keys that were added before are kept until now. */
  start(): void {
    this.#isStarted = true;
    this.#pullSoon();
  }

  /** As soon as possible, also where it waited for a later time: what changed may be what it failed of. */
  add(key: string): void {
    if (this.#stopping.signal.aborted) return;
    const place = this.#places.get(key);
    if (place?.at === 'queued') return;
    if (place?.at === 'running') {
      this.#places.set(key, { at: 'running', again: true });
      return;
    }
    if (place?.at === 'delayed') place.cancel();
    this.#places.set(key, { at: 'queued' });
    this.#ready.add(key);
    this.#pullSoon();
  }

  /** After so many milliseconds, or earlier where it is added meanwhile. */
  addAfter(key: string, ms: number): void {
    if (this.#stopping.signal.aborted) return;
    const place = this.#places.get(key);
    const due = this.#options.clock.now() + ms;
    if (place?.at === 'queued') return;
    // What runs has read what it works on already.
    if (place?.at === 'running') {
      this.#places.set(key, { at: 'running', again: true });
      return;
    }
    if (place?.at === 'delayed') {
      if (place.due <= due) return;
      place.cancel();
    }
    const cancel = this.#options.clock.after(ms, () => {
      this.#places.delete(key);
      this.add(key);
    });
    this.#places.set(key, { at: 'delayed', due, cancel });
  }

  /** Nothing is left to do for this key: its delay ends, and its next failure is its first. */
  forget(key: string): void {
    this.#failures.delete(key);
    const place = this.#places.get(key);
    if (place?.at !== 'delayed') return;
    place.cancel();
    this.#places.delete(key);
  }

  /** Resolves when nothing runs and nothing is ready; what waits for a later time does not count. */
  async drained(): Promise<void> {
    if (this.#isIdle()) return;
    await new Promise<void>((resolve) => this.#waitingForIdle.add(resolve));
  }

  /** Takes no more keys, drops those that wait, and resolves when what runs has ended; its signal is aborted. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#ready.clear();
    for (const [key, place] of this.#places) {
      if (place.at === 'delayed') place.cancel();
      if (place.at !== 'running') this.#places.delete(key);
    }
    await this.drained();
  }

  #isIdle(): boolean {
    return this.#running === 0 && this.#ready.size === 0;
  }

  /** Whoever adds many keys, as a list does, has added them all before the first is worked on. */
  #pullSoon(): void {
    if (this.#isPulling || !this.#isStarted) return;
    this.#isPulling = true;
    queueMicrotask(() => {
      this.#isPulling = false;
      this.#pull();
    });
  }

  #pull(): void {
    for (const key of this.#ready) {
      if (this.#running >= this.#options.parallelism) return;
      this.#ready.delete(key);
      this.#places.set(key, { at: 'running', again: false });
      this.#running += 1;
      this.#workOn(key).then(this.#next, this.#next);
    }
  }

  readonly #next = (): void => {
    this.#running -= 1;
    this.#pull();
    if (!this.#isIdle()) return;
    for (const resolve of this.#waitingForIdle) resolve();
    this.#waitingForIdle.clear();
  };

  async #workOn(key: string): Promise<void> {
    try {
      const { againMs } = (await this.#options.work(key, this.#stopping.signal)) ?? {};
      this.#failures.delete(key);
      this.#leave(key, againMs);
    } catch (error) {
      const failure = this.#failure(key, error);
      this.#leave(key, failure.pauseMs);
      this.#options.failed(failure);
    }
  }

  /** The key runs no more; it is ready again where it was added meanwhile, otherwise after `laterMs`. */
  #leave(key: string, laterMs: number | undefined): void {
    const place = this.#places.get(key);
    this.#places.delete(key);
    if (place?.at === 'running' && place.again) this.add(key);
    else if (laterMs !== undefined) this.addAfter(key, laterMs);
  }

  #failure(key: string, error: unknown): WorkFailure {
    const failures = (this.#failures.get(key) ?? 0) + 1;
    this.#failures.set(key, failures);
    const { firstBackoffMs: firstMs, mostBackoffMs: mostMs, random } = this.#options;
    return { key, error, failures, pauseMs: backoffMs({ firstMs, mostMs, random }, failures) };
  }
}
