import type { Measurement, Scenario } from './pgbench.ts';
import type { Results } from './rounds.ts';
import { differences, median, ratios, spread, type Spread } from './statistics.ts';
import type { WayName } from './ways.ts';

/** A Markdown table, its columns aligned so that a terminal shows it as well. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, i) =>
    Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)),
  );
  const format = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [format(head), rule, ...rows.map(format)].join('\n');
}

export function show({ median: middle, min, max }: Spread, digits: number): string {
  return `${middle.toFixed(digits)} (${min.toFixed(digits)}-${max.toFixed(digits)})`;
}

/** One number of a way, round by round. */
export function series(
  results: Results,
  way: WayName,
  value: (one: Measurement) => number | undefined,
): readonly number[] {
  return (results.get(way) ?? []).map((one) => value(one) ?? Number.NaN);
}

export const tpsOf = (results: Results, way: WayName): readonly number[] =>
  series(results, way, ({ tps }) => tps);

/** Microseconds that a way adds to the direct one's median latency, round by round. */
export function addedLatency(results: Results, way: WayName): readonly number[] {
  const p50 = (name: WayName): readonly number[] => series(results, name, (one) => one.p50);
  return differences(p50(way), p50('direct'));
}

function latencyCells(results: Results, way: WayName): readonly string[] {
  const p50 = median(series(results, way, (one) => one.p50));
  const added = way === 'direct' ? '' : show(spread(addedLatency(results, way)), 0);
  return [p50.toFixed(0), added];
}

/** One scenario: a row for each way. */
export function scenarioTable(scenario: Scenario, results: Results): string {
  const isAlone = scenario.clients === 1;
  const rows = [...results.keys()].map((way) => {
    const cpu = median(series(results, way, (one) => one.cpu));
    return [
      way,
      show(spread(tpsOf(results, way)), 0),
      show(ratios(tpsOf(results, way), tpsOf(results, 'PgBouncer')), 2),
      ...(isAlone ? latencyCells(results, way) : []),
      Number.isNaN(cpu) ? '' : cpu.toFixed(0),
    ];
  });
  const latency = isAlone ? ['p50 us', 'added p50 us'] : [];
  const { mode, clients, rounds, seconds } = scenario;
  const title = `pgbench -S -M ${mode}, ${String(clients)} ${isAlone ? 'client' : 'clients'}, ${String(rounds)} rounds of ${String(seconds)} s`;
  return `${title}\n\n${table(['way', 'tps', 'x PgBouncer', ...latency, 'CPU us'], rows)}`;
}

/** A promise of the project and what became of it. */
export interface Target {
  readonly what: string;
  readonly limit: number;
  readonly atLeast: boolean;
  readonly digits: number;
  readonly unit: string;
  readonly measured: Spread;
}

export function holds({ measured, limit, atLeast }: Target): boolean {
  return atLeast ? measured.median >= limit : measured.median <= limit;
}

export function targetTable(targets: readonly Target[]): string {
  const rows = targets.map((target) => {
    const { what, limit, atLeast, digits, unit, measured } = target;
    const value =
      measured.min === measured.max ? measured.median.toFixed(digits) : show(measured, digits);
    return [
      what,
      `${atLeast ? '>=' : '<='} ${String(limit)} ${unit}`.trimEnd(),
      `${value} ${unit}`.trimEnd(),
      holds(target) ? 'yes' : 'NO',
    ];
  });
  return table(['what', 'target', 'measured', 'holds'], rows);
}
