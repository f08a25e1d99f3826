import { setImmediate, setTimeout } from 'node:timers/promises';
import { spoolLimits } from '../config/limits.ts';

/** A turn of the event loop that takes longer than this had commands in it. */
const BUSY_TURN_MS = 0.03;

/**
 * Gives the event loop back between slices of long work, and gives way for longer while commands come: what sealing costs
 * is then paid when nobody waits.
 */
export class Pace {
  readonly #pressing: () => boolean;
  #since = performance.now();

  /** @param pressing whether the work has been put off for long enough */
  constructor(pressing: () => boolean = () => false) {
    this.#pressing = pressing;
  }

  /** Resolves at once within a slice, and after a turn of the loop, or a rest, behind it. */
  async rest(): Promise<void> {
    const begun = performance.now();
    if (begun - this.#since < spoolLimits.sealSliceMs.value) return;
    await setImmediate();
    if (performance.now() - begun > BUSY_TURN_MS) await setTimeout(this.#restMs());
    this.#since = performance.now();
  }

  #restMs(): number {
    return this.#pressing() ? spoolLimits.sealSliceMs.value : spoolLimits.sealRestMs.value;
  }
}
