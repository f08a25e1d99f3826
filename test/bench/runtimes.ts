/**
 * The same bundle on other runtimes, beside PgBouncer and a bare pipe, in one run (docs/adr/0021):
 * `node test/bench/runtimes.ts [PATH-OF-BUN]`, behind `make build` and `make system`. Prints a Markdown table.
 */
import path from 'node:path';
import { root } from '../harness/paths.ts';
import { atTarget } from '../harness/standalone.ts';
import type { Sidecar } from '../harness/sidecar.ts';
import { makeTempDir } from '../harness/temp.ts';
import { startPostgres } from '../postgres/server.ts';
import { login, writeBenchConfig } from './config.ts';
import { initialise } from './pgbench.ts';
import { memoryOf } from './process-facts.ts';
import { series, show, table, tpsOf } from './report.ts';
import { runScenario } from './rounds.ts';
import { byLauncher, measureCrowd, measureIdle, startBundle } from './sidecar-facts.ts';
import { median, ratios, spread } from './statistics.ts';
import { sidecarWays, startPgBouncer, startPipe, type Way, type WayName } from './ways.ts';

const SCENARIO = { mode: 'prepared', clients: 8, seconds: 3, rounds: 7 } as const;

const [bun] = process.argv.slice(2);
const programs: readonly (readonly [WayName, readonly string[]])[] = [
  ['sidecar', byLauncher()],
  ['sidecar, large pages', byLauncher('NODE_OPTIONS=--use-largepages=on')],
  ...(bun === undefined
    ? []
    : [['sidecar on Bun', [bun, path.join(root, 'dist', 'sidecar.mjs')]] as const]),
];

const server = await startPostgres({ settings: ['fsync=off', 'max_connections=300'] });
const work = await makeTempDir('runtimes');
const sidecars: Sidecar[] = [];
const others: Way[] = [];
try {
  await atTarget(
    server,
    `CREATE ROLE ${login.user} LOGIN PASSWORD '${login.password}'; GRANT pg_read_all_data TO ${login.user}`,
  );
  await initialise(server.url, 1);
  await writeBenchConfig(work.path, server.port);
  others.push(await startPgBouncer(work.path, server), await startPipe(server));
  const idle = new Map<WayName, number>();
  const ways = [...others];
  for (const [name, program] of programs) {
    const sidecar = await startBundle(work.path, path.join(work.path, name), program);
    sidecars.push(sidecar);
    idle.set(name, await measureIdle(sidecar.pid));
    const [way] = sidecarWays(sidecar);
    if (way !== undefined) ways.push({ ...way, name });
  }
  const progress = (text: string): void => void process.stderr.write(`  ${text}\n`);
  const results = await runScenario({ ways, dir: work.path, progress }, SCENARIO);
  const rows: string[][] = [];
  for (const way of ways) {
    const tps = tpsOf(results, way.name);
    const crowd = idle.has(way.name) ? await measureCrowd(way, work.path) : undefined;
    const memory = way.pid === undefined ? undefined : await memoryOf(way.pid);
    rows.push([
      way.name,
      show(spread(tps), 0),
      show(ratios(tps, tpsOf(results, 'PgBouncer')), 2),
      median(series(results, way.name, ({ cpu }) => cpu)).toFixed(0),
      idle.get(way.name)?.toFixed(0) ?? '',
      crowd?.toFixed(0) ?? '',
      crowd === undefined ? '' : (memory?.peakMb.toFixed(0) ?? ''),
    ]);
  }
  const head = ['way', 'tps', 'x PgBouncer', 'CPU us', 'idle MiB', '100 busy MiB', 'peak MiB'];
  console.log(table(head, rows));
} finally {
  for (const sidecar of sidecars) await sidecar.stop();
  for (const { stop } of others) await stop();
  await work.remove();
  await server.stop();
}
