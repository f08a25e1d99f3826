import { brokerLimits } from './limits.ts';

interface Bucket {
  left: number;
  atMs: number;
}

export interface Rate {
  /** Requests at once. */
  readonly burst: number;
  readonly perSecond: number;
}

/** How often each pod may ask: a bucket that fills up again (token bucket). */
export class Rates {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  /** @param now milliseconds, of any origin */
  constructor(rate: Rate, now: () => number) {
    this.#rate = rate;
    this.#now = now;
  }

  /** False where the pod has to wait. */
  take(pod: string): boolean {
    const nowMs = this.#now();
    const { burst: full, perSecond } = this.#rate;
    const bucket = this.#buckets.get(pod) ?? { left: full, atMs: nowMs };
    const filled = ((nowMs - bucket.atMs) * perSecond) / 1_000;
    bucket.left = Math.min(full, bucket.left + filled);
    bucket.atMs = nowMs;
    // The one that asked last is last: whose bucket is full again stands at the front.
    this.#buckets.delete(pod);
    this.#buckets.set(pod, bucket);
    const [oldest = ''] = this.#buckets.keys();
    if (this.#buckets.size > brokerLimits.tokens.value) this.#buckets.delete(oldest);
    if (bucket.left < 1) return false;
    bucket.left -= 1;
    return true;
  }
}
