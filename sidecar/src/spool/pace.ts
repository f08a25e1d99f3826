import { setImmediate } from 'node:timers/promises';
import { spoolLimits } from '../config/limits.ts';

/** Gives the event loop back between slices of long work, so that commands do not wait for it. */
export class Pace {
  #since = performance.now();

  /** Resolves at once within a slice, and after a turn of the loop behind it. */
  async rest(): Promise<void> {
    if (performance.now() - this.#since < spoolLimits.sealSliceMs.value) return;
    await setImmediate();
    this.#since = performance.now();
  }
}
