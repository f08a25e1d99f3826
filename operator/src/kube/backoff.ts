export interface BackoffOptions {
  readonly firstMs: number;
  /** No pause is longer, jitter included. */
  readonly mostMs: number;
  /** 0 to 1, exclusive. */
  readonly random: () => number;
}

const FACTOR = 2;

/**
 * The pause before the try after so many failures: doubling, and somewhere in its upper half, so that many who failed together
 * do not try together. Always within [firstMs / 2, mostMs].
 */
export function backoffMs({ firstMs, mostMs, random }: BackoffOptions, failures: number): number {
  const whole = Math.min(mostMs, firstMs * FACTOR ** Math.max(0, failures - 1));
  return (whole / 2) * (1 + random());
}
