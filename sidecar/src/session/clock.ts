/** Wall clock and monotonic clock as one: times of events never go back, whatever happens to the system's clock. */
export class SessionClock {
  readonly #epochMs: number;
  readonly #origin: number;

  constructor() {
    this.#epochMs = Date.now();
    this.#origin = performance.now();
  }

  /** Milliseconds since the epoch when the session began. */
  get startMs(): number {
    return this.#epochMs;
  }

  /** Nanoseconds since the session began. */
  nanos(): number {
    return Math.trunc((performance.now() - this.#origin) * 1e6);
  }
}
