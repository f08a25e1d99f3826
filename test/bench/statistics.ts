/** Of several rounds: the middle one, and the ends. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export function spread(values: readonly number[]): Spread {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

/** Pairs of the same round, since the machine differs more from minute to minute than the ways from each other. */
export function ratios(values: readonly number[], of: readonly number[]): Spread {
  return spread(values.map((value, i) => value / (of[i] ?? Number.NaN)));
}

export function differences(values: readonly number[], from: readonly number[]): readonly number[] {
  return values.map((value, i) => value - (from[i] ?? Number.NaN));
}
