import { backoffMs } from '../backoff.ts';
import type { KubeClient, Selection } from '../client/client.ts';
import { pause, type Clock } from '../clock.ts';
import { isKubeError } from '../errors.ts';
import type { Kind } from '../kinds.ts';
import { reflectorLimits } from '../limits.ts';
import type { Log } from '../log.ts';
import { keyOf, type KubeObject } from '../object.ts';
import { listAll } from './list.ts';
import { Store, type Change, type Indexes } from './store.ts';
import type { WatchEvent } from './watch-event.ts';
import { watchOnce } from './watching.ts';

export interface ReflectorTimes {
  readonly watchSeconds: number;
  readonly watchGraceMs: number;
  readonly silentMs: number;
  readonly deafMs: number;
  readonly firstBackoffMs: number;
  readonly mostBackoffMs: number;
}

export interface ReflectorOptions<T extends KubeObject, Name extends string> {
  readonly client: Pick<KubeClient, 'page' | 'watch'>;
  readonly kind: Kind<T>;
  /** Default: all objects. */
  readonly selection?: Selection;
  readonly indexes: Indexes<T, Name>;
  /** Called once a change, in order, after the store has it. What it throws is logged and counted, and stops nothing. */
  readonly changed: (change: Change<T>) => void;
  /**
   * What of an object is kept; undefined where it does not count, as if it were not there. Default: all but `managedFields`, which
   * nobody here reads.
   */
  readonly keep?: (object: T) => T | undefined;
  readonly clock: Clock;
  /** 0 to 1, exclusive. */
  readonly random: () => number;
  readonly log: Log;
  readonly times?: Partial<ReflectorTimes>;
  readonly pageObjects?: number;
}

/**
 * Where a reflector is. `idle` until started; `listing` and `watching` alternate with `waiting` (after a failure) until
 * `stopped`, which is the end. Only `#become` changes it.
 */
export type ReflectorState =
  | { readonly at: 'idle' }
  | { readonly at: 'listing' }
  | { readonly at: 'watching'; readonly resourceVersion: string }
  | { readonly at: 'waiting'; readonly failures: number; readonly error: unknown }
  | { readonly at: 'stopped' };

export interface ReflectorCounts {
  lists: number;
  watches: number;
  events: number;
  failures: number;
  handlerErrors: number;
}

/** A picture of all objects of a kind that follows the API server through whatever happens to the connection. */
export class Reflector<T extends KubeObject, Name extends string = never> {
  readonly store: Store<T, Name>;
  readonly counts: ReflectorCounts = {
    lists: 0,
    watches: 0,
    events: 0,
    failures: 0,
    handlerErrors: 0,
  };
  readonly #options: ReflectorOptions<T, Name>;
  readonly #times: ReflectorTimes;
  readonly #stopping = new AbortController();
  readonly #synced = Promise.withResolvers<undefined>();
  #state: ReflectorState = { at: 'idle' };
  #isSynced = false;
  #lastHeard: number;
  #version: string | undefined;
  #failures = 0;
  #running: Promise<void> = Promise.resolve();

  constructor(options: ReflectorOptions<T, Name>) {
    this.#options = options;
    const values = Object.entries(reflectorLimits).map(([name, { value }]) => [name, value]);
    this.#times = { ...(Object.fromEntries(values) as ReflectorTimes), ...options.times };
    this.store = new Store(options.indexes);
    this.#lastHeard = options.clock.now();
  }

  get state(): ReflectorState {
    return this.#state;
  }

  /** Whether the store was complete once; since then it is at most as old as `lastHeard` says. */
  get isSynced(): boolean {
    return this.#isSynced;
  }

  /** When the API server was last heard, as the clock's `now` counts; at first, when this was made. */
  get lastHeard(): number {
    return this.#lastHeard;
  }

  /** Whether nothing was heard for so long that the picture must not be trusted to be recent. */
  get isDeaf(): boolean {
    return this.#options.clock.now() - this.#lastHeard > this.#times.deafMs;
  }

  start(): void {
    if (this.#state.at !== 'idle') throw new TypeError('a reflector starts once');
    this.#become({ at: 'listing' });
    this.#running = this.#run(this.#stopping.signal);
  }

  /** Resolves when the store is complete for the first time. */
  async synced(): Promise<void> {
    await this.#synced.promise;
  }

  /** Ends list, watch or pause, and resolves when no handler will be called any more. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    this.#become({ at: 'stopped' });
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        this.#version ??= await this.#list(signal);
        await this.#watch(this.#version, signal);
      } catch (error) {
        // Stopped meanwhile: that is what failed.
        if (!isKubeError(error, 'STOPPED')) await this.#recover(error, signal);
      }
    }
  }

  async #list(signal: AbortSignal): Promise<string> {
    this.#become({ at: 'listing' });
    this.counts.lists += 1;
    const { client, kind, selection = {} } = this.#options;
    const listed = await listAll<T>({
      ...{ client, kind, selection, signal },
      keep: (item) => this.#kept(item),
      pageObjects: this.#options.pageObjects ?? reflectorLimits.pageObjects.value,
      heard: this.#heard,
    });
    const keys = new Set(listed.items.map(keyOf));
    for (const key of this.store.keys()) if (!keys.has(key)) this.#tell(this.store.remove(key));
    for (const item of listed.items) this.#tell(this.store.put(item));
    this.#isSynced = true;
    this.#synced.resolve(undefined);
    return listed.resourceVersion;
  }

  async #watch(resourceVersion: string, signal: AbortSignal): Promise<void> {
    this.#become({ at: 'watching', resourceVersion });
    this.counts.watches += 1;
    const { client, kind, selection = {}, clock, random } = this.#options;
    const { watchSeconds, watchGraceMs, silentMs } = this.#times;
    const events = this.counts.events;
    const began = clock.now();
    await watchOnce<T>({
      ...{ client, kind, selection, resourceVersion, clock, signal, silentMs },
      timeoutSeconds: Math.ceil(watchSeconds * (1 + random())),
      graceMs: watchGraceMs,
      heard: this.#heard,
      take: (event) => {
        this.counts.events += 1;
        this.#failures = 0;
        this.#version = event.resourceVersion;
        if (event.type !== 'bookmark') this.#take(event);
      },
    });
    // A server that ends each watch at once would be asked as fast as it answers.
    const isShort = clock.now() - began < this.#times.firstBackoffMs;
    if (isShort && this.counts.events === events) throw new Error('the watch ended at once');
    this.#failures = 0;
  }

  async #recover(error: unknown, signal: AbortSignal): Promise<void> {
    const { kind, clock, log, random } = this.#options;
    if (isKubeError(error, 'SILENT')) {
      // No failure yet: a server sends no bookmarks of a kind of which it has seen no change. A new watch shows whether it is there.
      log.info({ kind: kind.kind, err: error }, 'the watch was silent, and is begun again');
      return;
    }
    // An object that cannot be decoded or held is met again at the same version.
    const isLost = isKubeError(error, 'EXPIRED', 'MALFORMED_ANSWER', 'TOO_LARGE', 'BAD_REQUEST');
    if (isLost) this.#version = undefined;
    this.counts.failures += 1;
    this.#failures += 1;
    this.#become({ at: 'waiting', failures: this.#failures, error });
    const { firstBackoffMs: firstMs, mostBackoffMs: mostMs } = this.#times;
    const asked = isKubeError(error) ? (error.retryAfterMs ?? 0) : 0;
    const ms = Math.max(
      backoffMs({ firstMs, mostMs, random }, this.#failures),
      Math.min(asked, mostMs),
    );
    const facts = {
      kind: kind.kind,
      failures: this.#failures,
      pauseMs: Math.round(ms),
      err: error,
    };
    log.warn(facts, isLost ? 'the objects are listed again' : 'the watch is begun again');
    await pause(clock, ms, signal);
  }

  readonly #heard = (): void => {
    this.#lastHeard = this.#options.clock.now();
  };

  #take({ type, object }: Exclude<WatchEvent<T>, { type: 'error' | 'bookmark' }>): void {
    const kept = this.#kept(object);
    const isThere = type === 'changed' && kept !== undefined;
    this.#tell(isThere ? this.store.put(kept) : this.store.remove(keyOf(object), kept));
  }

  #kept(object: T): T | undefined {
    return (this.#options.keep ?? withoutManagedFields)(object);
  }

  #tell(change: Change<T> | undefined): void {
    if (change === undefined) return;
    try {
      this.#options.changed(change);
    } catch (error) {
      this.counts.handlerErrors += 1;
      const { kind } = this.#options.kind;
      this.#options.log.error({ kind, key: change.key, err: error }, 'a handler of changes failed');
    }
  }

  #become(state: ReflectorState): void {
    if (this.#state.at !== 'stopped') this.#state = state;
  }
}

function withoutManagedFields<T extends KubeObject>(object: T): T {
  const metadata: Record<string, unknown> = { ...object.metadata };
  delete metadata['managedFields'];
  return { ...object, metadata };
}
