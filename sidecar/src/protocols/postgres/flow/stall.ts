import { postgresLimits } from '../../../config/limits.ts';
import type { Wire } from '../../../io/wire.ts';

/** Notices a peer that takes nothing of what is sent to it. */
export class Stall {
  #taken = -1;
  #since = 0;

  isStuck(wire: Wire, now: number): boolean {
    const taken = wire.pendingBytes === 0 ? -1 : wire.socket.bytesWritten - wire.pendingBytes;
    if (taken !== this.#taken || taken === -1) {
      this.#taken = taken;
      this.#since = now;
      return false;
    }
    return now - this.#since > postgresLimits.untakenBytesMs.value;
  }
}
