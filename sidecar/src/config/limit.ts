/** One limit of the sidecar; docs/limits.md is generated from the tables of these. */
export interface Limit {
  readonly unit: 'bytes' | 'ms' | 'count';
  readonly value: number;
  /** What happens beyond it, as a sentence. */
  readonly beyond: string;
}

export const KiB = 1024;
export const MiB: number = 1024 * KiB;
export const GiB: number = 1024 * MiB;

/** A row of a table of limits. */
export const limit = (unit: Limit['unit'], value: number, beyond: string): Limit => ({
  unit,
  value,
  beyond,
});
