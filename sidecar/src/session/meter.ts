import type { EffectivePolicies } from '@chaperone/core/policy';

type Limits = EffectivePolicies['limits'];

const MINUTE_MS = 60_000;
/** An hour and the minute at hand: what is counted is never less than what the last 60 minutes saw. */
const MINUTES = 61;

/** What one agent has read through one connection in the last hour, minute by minute, over all its sessions. */
export class Meter {
  readonly #rowsOf = new Float64Array(MINUTES);
  readonly #bytesOf = new Float64Array(MINUTES);
  #minute = 0;
  #rows = 0;
  #bytes = 0;

  add(nowMs: number, rows: number, bytes: number): void {
    const slot = this.#turn(nowMs) % MINUTES;
    this.#rowsOf[slot] = (this.#rowsOf[slot] ?? 0) + rows;
    this.#bytesOf[slot] = (this.#bytesOf[slot] ?? 0) + bytes;
    this.#rows += rows;
    this.#bytes += bytes;
  }

  /** Rows that may still be read. */
  rowsLeft(nowMs: number, { rowsPerHour }: Limits): number {
    if (rowsPerHour === undefined) return Infinity;
    this.#turn(nowMs);
    return Math.max(0, rowsPerHour - this.#rows);
  }

  /** Bytes that may still be read. */
  bytesLeft(nowMs: number, { bytesPerHour }: Limits): number {
    if (bytesPerHour === undefined) return Infinity;
    this.#turn(nowMs);
    return Math.max(0, bytesPerHour - this.#bytes);
  }

  /** Why nothing more may be read now. */
  exhausted(nowMs: number, limits: Limits): string | undefined {
    const { rowsPerHour, bytesPerHour } = limits;
    if (rowsPerHour === undefined && bytesPerHour === undefined) return undefined;
    this.#turn(nowMs);
    if (rowsPerHour !== undefined && this.#rows >= rowsPerHour) {
      return `${String(this.#rows)} rows were read within an hour and policies allow ${String(rowsPerHour)}`;
    }
    if (bytesPerHour !== undefined && this.#bytes >= bytesPerHour) {
      return `${String(this.#bytes)} bytes were read within an hour and policies allow ${String(bytesPerHour)}`;
    }
    return undefined;
  }

  /** Forgets what is older than an hour; a clock that was set back counts as one that stands still. */
  #turn(nowMs: number): number {
    const minute = Math.floor(nowMs / MINUTE_MS);
    const passed = Math.min(MINUTES, minute - this.#minute);
    for (let i = 1; i <= passed; i++) {
      const slot = (this.#minute + i) % MINUTES;
      this.#rows -= this.#rowsOf[slot] ?? 0;
      this.#bytes -= this.#bytesOf[slot] ?? 0;
      this.#rowsOf[slot] = 0;
      this.#bytesOf[slot] = 0;
    }
    if (passed > 0) this.#minute = minute;
    return this.#minute;
  }
}
