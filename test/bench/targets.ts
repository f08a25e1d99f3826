import type { Report } from './bench.ts';
import { addedLatency, tpsOf, type Target } from './report.ts';
import { median, ratios, type Spread } from './statistics.ts';

const exactly = (value: number): Spread => ({ median: value, min: value, max: value });

/** What `make bench` is for: each number that the project promises, beside the one measured. */
export function targetsOf({ scenarios, wide, copied, memory, starts }: Report): readonly Target[] {
  const [alone, eight] = scenarios;
  if (alone === undefined || eight === undefined) throw new TypeError('two scenarios have targets');
  const versus = (other: 'PgBouncer' | 'Node pipe'): Spread =>
    ratios(tpsOf(eight.results, 'sidecar'), tpsOf(eight.results, other));
  const added = (way: 'sidecar' | 'PgBouncer'): number => median(addedLatency(alone.results, way));
  const ratio = { digits: 2, unit: 'x' };
  const mib = { digits: 0, unit: 'MiB', atLeast: false };
  return [
    {
      what: 'throughput, 8 clients, of PgBouncer',
      limit: 0.6,
      atLeast: true,
      ...ratio,
      measured: versus('PgBouncer'),
    },
    {
      what: 'throughput, 8 clients, of a bare Node pipe',
      limit: 0.85,
      atLeast: true,
      ...ratio,
      measured: versus('Node pipe'),
    },
    {
      what: 'added p50, 1 client, of what PgBouncer adds',
      limit: 2,
      atLeast: false,
      ...ratio,
      measured: exactly(added('sidecar') / added('PgBouncer')),
    },
    {
      what: '200,000 rows x 3 columns, 1 masked, of direct',
      limit: 1.5,
      atLeast: false,
      ...ratio,
      measured: ratios(wide.get('sidecar') ?? [], wide.get('direct') ?? []),
    },
    {
      what: 'the same by COPY, of direct',
      limit: 1.6,
      atLeast: false,
      ...ratio,
      measured: ratios(copied.get('sidecar') ?? [], copied.get('direct') ?? []),
    },
    { what: 'memory, idle', limit: 80, ...mib, measured: exactly(memory.idle) },
    { what: 'memory, 100 busy connections', limit: 100, ...mib, measured: exactly(memory.crowd) },
    { what: 'memory, peak of the whole run', limit: 120, ...mib, measured: exactly(memory.peak) },
    { what: 'spawn to ready', limit: 400, atLeast: false, digits: 0, unit: 'ms', measured: starts },
  ];
}
