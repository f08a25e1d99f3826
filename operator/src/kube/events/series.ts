/** What happened to an object, as people read it in `kubectl events`. */
export interface Happening {
  readonly regarding: Regarding;
  readonly type: 'Normal' | 'Warning';
  /** A word for programs: `SecretMissing`. */
  readonly reason: string;
  /** What was being done: `Reconcile`. */
  readonly action: string;
  /** A sentence for people. Never a secret's value. */
  readonly note: string;
}

export interface Regarding {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly uid?: string;
}

/** What is done about a happening. */
export type EventStep =
  /** The first of its kind for a while. */
  | { readonly do: 'create' }
  /** One that was told already: it happened so often now. */
  | { readonly do: 'count'; readonly event: string; readonly count: number }
  /** Too many about this object. */
  | { readonly do: 'drop' };

export interface SeriesTimes {
  /** A happening that was silent for so long is new again. */
  readonly seriesMs: number;
  /** Happenings of one object that are told at once, and how often one more is. */
  readonly burst: number;
  readonly refillMs: number;
  /** Happenings, and objects, that are remembered. */
  readonly remembered: number;
}

interface Series {
  event: string | undefined;
  count: number;
  lastAt: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * Remembers what was told. The same reason about the same object is one event with a count, whatever its note says; and of one
 * object only so many are told, so that a controller in a circle does not fill etcd. Holds a bounded number of both.
 */
export class EventSeries {
  readonly #times: SeriesTimes;
  readonly #series = new Map<string, Series>();
  readonly #buckets = new Map<string, Bucket>();

  constructor(times: SeriesTimes) {
    this.#times = times;
  }

  next(happening: Happening, now: number): EventStep {
    const key = keyOf(happening);
    if (!this.#take(objectOf(happening.regarding), now)) return { do: 'drop' };
    const known = this.#series.get(key);
    if (known?.event === undefined || now - known.lastAt > this.#times.seriesMs) {
      remember(
        this.#series,
        key,
        { event: undefined, count: 1, lastAt: now },
        this.#times.remembered,
      );
      return { do: 'create' };
    }
    known.count += 1;
    known.lastAt = now;
    return { do: 'count', event: known.event, count: known.count };
  }

  /** The event was written under this name; the same again is counted there. */
  told(happening: Happening, event: string): void {
    const known = this.#series.get(keyOf(happening));
    if (known !== undefined) known.event = event;
  }

  /** The event is gone: the next of its kind is told anew. */
  forget(happening: Happening): void {
    const known = this.#series.get(keyOf(happening));
    if (known === undefined) return;
    known.event = undefined;
    known.count = 1;
  }

  #take(object: string, now: number): boolean {
    const { burst, refillMs, remembered } = this.#times;
    const { tokens, at } = this.#buckets.get(object) ?? { tokens: burst, at: now };
    const filled = Math.min(burst, tokens + (now - at) / refillMs);
    const isAllowed = filled >= 1;
    const bucket = { tokens: isAllowed ? filled - 1 : filled, at: now };
    remember(this.#buckets, object, bucket, remembered);
    return isAllowed;
  }
}

const objectOf = ({ kind, namespace = '', name, uid = '' }: Regarding): string =>
  [kind, namespace, name, uid].join('\0');
const keyOf = ({ regarding, type, reason, action }: Happening): string =>
  [objectOf(regarding), type, reason, action].join('\0');

/** The one that was used longest ago goes. */
function remember<T>(map: Map<string, T>, key: string, value: T, most: number): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= most) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}
