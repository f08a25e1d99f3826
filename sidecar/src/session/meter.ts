import type { EffectivePolicies } from '@chaperone/core/policy';

const HOUR_MS = 3_600_000;

/** What one agent has read through one connection in the current hour, over all its sessions. */
export class Meter {
  #hour = 0;
  #rows = 0;
  #bytes = 0;

  add(nowMs: number, rows: number, bytes: number): void {
    this.#turn(nowMs);
    this.#rows += rows;
    this.#bytes += bytes;
  }

  /** Rows that may still be read in this hour. */
  rowsLeft(nowMs: number, { rowsPerHour }: EffectivePolicies['limits']): number {
    if (rowsPerHour === undefined) return Infinity;
    this.#turn(nowMs);
    return Math.max(0, rowsPerHour - this.#rows);
  }

  /** Why nothing more may be read in this hour. */
  exhausted(nowMs: number, limits: EffectivePolicies['limits']): string | undefined {
    const { rowsPerHour, bytesPerHour } = limits;
    if (rowsPerHour === undefined && bytesPerHour === undefined) return undefined;
    this.#turn(nowMs);
    if (rowsPerHour !== undefined && this.#rows >= rowsPerHour) {
      return `${String(this.#rows)} rows were read in this hour and policies allow ${String(rowsPerHour)}`;
    }
    if (bytesPerHour !== undefined && this.#bytes >= bytesPerHour) {
      return `${String(this.#bytes)} bytes were read in this hour and policies allow ${String(bytesPerHour)}`;
    }
    return undefined;
  }

  /** Hours are those of the clock, in UTC. */
  #turn(nowMs: number): void {
    const hour = Math.floor(nowMs / HOUR_MS);
    if (hour === this.#hour) return;
    this.#hour = hour;
    this.#rows = 0;
    this.#bytes = 0;
  }
}
