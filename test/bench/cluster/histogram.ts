const NAME = 'chaperone_operator_admission_seconds';

interface Bucket {
  /** Seconds, upper bound. */
  readonly le: number;
  /** Observations up to it. */
  readonly count: number;
}

function bucketsOf(metrics: string, path: string): readonly Bucket[] {
  return metrics.split('\n').flatMap((line) => {
    if (!line.startsWith(`${NAME}_bucket{`) || !line.includes(`path="${path}"`)) return [];
    const le = /le="([^"]+)"/.exec(line)?.[1] ?? '';
    const count = Number(line.slice(line.lastIndexOf(' ') + 1));
    return [{ le: le === '+Inf' ? Infinity : Number(le), count }];
  });
}

/** Requests at a path that were answered so far. */
export function answered(metrics: string, path: string): number {
  return bucketsOf(metrics, path).at(-1)?.count ?? 0;
}

/**
 * Seconds below which a share of the requests between two readings of the metrics was answered: as Prometheus'
 * `histogram_quantile`, by a straight line within a bucket; Infinity beyond the last bound.
 */
export function quantile(before: string, after: string, path: string, share: number): number {
  const earlier = new Map(bucketsOf(before, path).map(({ le, count }) => [le, count]));
  const buckets = bucketsOf(after, path).map(({ le, count }) => ({
    le,
    count: count - (earlier.get(le) ?? 0),
  }));
  const wanted = (buckets.at(-1)?.count ?? 0) * share;
  if (wanted === 0) return Number.NaN;
  let [from, below] = [0, 0];
  for (const { le, count } of buckets) {
    if (count >= wanted)
      return le === Infinity ? le : from + ((le - from) * (wanted - below)) / (count - below);
    [from, below] = [le, count];
  }
  return Infinity;
}
