import { upstreamLimits } from '../config/identity-limits.ts';
import { SidecarError } from '../errors.ts';
import type { Grant } from './types.ts';

export interface LeaseParts {
  /** @throws SidecarError EXCHANGE_* */
  readonly exchange: () => Promise<Grant>;
  /** Milliseconds since some moment, never set back. */
  readonly elapsedMs: () => number;
  /** A renewal that nobody waits for has failed. */
  readonly failed: (error: SidecarError) => void;
}

interface Held {
  readonly token: string;
  readonly expiresAt: number;
}

/**
 * One credential that is renewed as long as somebody holds it: the next one is asked for when four fifths of the time of the
 * last are over. What failed is tried again, unless it was refused; the last one is used until it has expired.
 */
export class SharedLease {
  readonly #parts: LeaseParts;
  #held: Held | undefined;
  #asking: Promise<string> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(parts: LeaseParts) {
    this.#parts = parts;
  }

  /** @throws SidecarError EXCHANGE_* where there is none that has not expired, and none is given */
  async current(): Promise<string> {
    const held = this.#held;
    if (held !== undefined && this.#parts.elapsedMs() < held.expiresAt) return held.token;
    return this.#ask();
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#held = undefined;
  }

  /** One exchange for all who wait. */
  async #ask(): Promise<string> {
    this.#asking ??= this.#exchange().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #exchange(): Promise<string> {
    const askedAt = this.#parts.elapsedMs();
    const { token, lifetimeMs } = await this.#parts.exchange();
    if (!this.#ended) {
      this.#held = { token, expiresAt: askedAt + lifetimeMs };
      this.#renewAfter(lifetimeMs * 0.8);
    }
    return token;
  }

  #renewAfter(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.#ask().catch((error: unknown) => {
          this.#notRenewed(error);
        });
      },
      Math.min(Math.max(ms, upstreamLimits.renewMs.value), MAX_TIMER_MS),
    );
    this.#timer.unref();
  }

  #notRenewed(error: unknown): void {
    if (!(error instanceof SidecarError)) throw error;
    this.#parts.failed(error);
    if (error.code !== 'EXCHANGE_REFUSED' && !this.#ended) {
      this.#renewAfter(upstreamLimits.renewAgainMs.value);
    }
  }
}

/** Timers take 31 bits of milliseconds. */
const MAX_TIMER_MS = 2 ** 31 - 1;
