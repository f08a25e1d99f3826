/**
 * `make bench`: pgbench side by side in one run, alternating: direct, PgBouncer, a bare Node pipe, the sidecar.
 *   --quick   about a minute instead of five      --write   puts the tables into docs/performance.md
 * Builds dist/ first, since what is shipped is measured. Exits 1 when a number that the project promises does not hold.
 */
import { execFileSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { node, root } from '../harness/paths.ts';
import { bench, endAll, type Plan, type Report } from './bench.ts';
import { detectorTable } from './detectors.ts';
import { writeBetweenMarkers } from './document.ts';
import { holds, scenarioTable, show, table, targetTable } from './report.ts';
import { ratios, spread } from './statistics.ts';
import { targetsOf } from './targets.ts';

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, write: { type: 'boolean' } },
});

const quick: Plan = {
  alone: { mode: 'prepared', clients: 1, seconds: 1, rounds: 3 },
  eight: { mode: 'prepared', clients: 8, seconds: 1, rounds: 3 },
  others: [],
  wideRounds: 3,
  scale: 1,
};
const full: Plan = {
  alone: { mode: 'prepared', clients: 1, seconds: 2, rounds: 7 },
  eight: { mode: 'prepared', clients: 8, seconds: 3, rounds: 7 },
  others: [
    { mode: 'extended', clients: 8, seconds: 2, rounds: 3 },
    { mode: 'simple', clients: 8, seconds: 2, rounds: 3 },
  ],
  wideRounds: 7,
  scale: 10,
};

type Reads = Report['wide'];

function wideTable(what: string, wide: Reads): string {
  const direct = wide.get('direct') ?? [];
  const rows = [...wide].map(([way, times]) => [
    way,
    show(spread(times), 0),
    show(ratios(times, direct), 2),
  ]);
  return `200,000 rows x 3 columns, ${what}, psql\n\n${table(['way', 'ms', 'x direct'], rows)}`;
}

/** Of others, before anything is measured: with two processors, 1 already disturbs. */
const loadBefore = os.loadavg()[0] ?? 0;

function render(report: Report): string {
  const cpu = os.cpus()[0]?.model ?? 'unknown';
  const machine = `Node ${process.version}, PostgreSQL ${report.server}, ${String(os.cpus().length)} x ${cpu}, load average before ${loadBefore.toFixed(1)}`;
  return [
    `\`make bench${values.quick === true ? ' ARGS=--quick' : ''}\`, ${machine}. Medians of the rounds, in parentheses the smallest and the largest.`,
    targetTable(targetsOf(report)),
    ...report.scenarios.map(({ scenario, results }) => scenarioTable(scenario, results)),
    wideTable('SELECT', report.wide),
    wideTable('COPY', report.copied),
    detectorTable(),
  ].join('\n\n');
}

const ends: (() => Promise<unknown>)[] = [];
for (const [signal, status] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
  process.on(signal, () => {
    endAll(ends).then(
      () => process.exit(status),
      () => process.exit(1),
    );
  });
}

execFileSync(node, [path.join(root, 'hack', 'build.ts')], { stdio: 'inherit' });
const report = await bench(ends, values.quick === true ? quick : full, (text) => {
  console.log(`  ${text}`);
});
const text = render(report);
console.log(`\n${text}\n`);
const missed = targetsOf(report).filter((target) => !holds(target));
console.log(
  missed.length === 0
    ? 'every target holds'
    : `missed: ${missed.map(({ what }) => what).join('; ')}`,
);
if (values.write === true) {
  const file = path.join(root, 'docs', 'performance.md');
  await writeBetweenMarkers(file, text);
  console.log(`written to ${path.relative(root, file)}`);
}
process.exitCode = missed.length === 0 ? 0 : 1;
