import path from 'node:path';
import { atTarget } from '../harness/standalone.ts';
import { makeTempDir } from '../harness/temp.ts';
import { startPostgres, type Postgres } from '../postgres/server.ts';
import { login, writeBenchConfig } from './config.ts';
import { initialise, type Scenario } from './pgbench.ts';
import { memoryOf } from './process-facts.ts';
import { runScenario, type Results, type RoundsPlace } from './rounds.ts';
import { measureCrowd, measureIdle, measureStarts, startBundle } from './sidecar-facts.ts';
import type { Spread } from './statistics.ts';
import { sidecarWays, startPgBouncer, startPipe, type Way, type WayName } from './ways.ts';
import { createPeople, readWide } from './wide-read.ts';

/** How long and how often. The first two scenarios are those of the targets: one client, eight clients. */
export interface Plan {
  readonly alone: Scenario;
  readonly eight: Scenario;
  readonly others: readonly Scenario[];
  readonly wideRounds: number;
  readonly scale: number;
}

export interface Report {
  readonly server: string;
  readonly starts: Spread;
  readonly scenarios: readonly { readonly scenario: Scenario; readonly results: Results }[];
  readonly wide: ReadonlyMap<WayName, readonly number[]>;
  /** The same rows by COPY. */
  readonly copied: ReadonlyMap<WayName, readonly number[]>;
  /** MiB. */
  readonly memory: { readonly idle: number; readonly crowd: number; readonly peak: number };
}

/** What has to be ended, last first. */
type Ends = (() => Promise<unknown>)[];

async function startServer(ends: Ends, scale: number): Promise<Postgres> {
  const server = await startPostgres({ settings: ['shared_buffers=256MB', 'max_wal_size=4GB'] });
  ends.push(server.stop);
  await atTarget(server, `CREATE ROLE ${login.user} LOGIN PASSWORD '${login.password}'`);
  await initialise(server.url, scale);
  await createPeople(server);
  return server;
}

async function startWays(ends: Ends, dir: string, server: Postgres): Promise<readonly Way[]> {
  const sidecar = await startBundle(path.join(dir, 'config'), path.join(dir, 'data'));
  ends.push(sidecar.stop);
  const direct: Way = { name: 'direct', port: server.port, stop: async () => Promise.resolve() };
  const between = [await startPgBouncer(dir, server), await startPipe(server)];
  ends.push(...between.map(({ stop }) => stop));
  return [direct, ...between, ...sidecarWays(sidecar)];
}

async function runAll(
  place: RoundsPlace,
  plan: Plan,
): Promise<{ readonly scenario: Scenario; readonly results: Results }[]> {
  const scenarios = [];
  for (const scenario of [plan.alone, plan.eight, ...plan.others]) {
    scenarios.push({ scenario, results: await runScenario(place, scenario) });
  }
  return scenarios;
}

const wayOf = (ways: readonly Way[], name: WayName): Way => {
  const found = ways.find((way) => way.name === name);
  if (found === undefined) throw new TypeError(`no way ${name}`);
  return found;
};

/** Everything, in the order in which it is measured: start and idle memory first, the peak last. */
async function takeAll(ends: Ends, plan: Plan, progress: (text: string) => void): Promise<Report> {
  const temp = await makeTempDir('bench');
  ends.push(temp.remove);
  const dir = temp.path;
  progress(`a PostgreSQL of its own, pgbench -i -s ${String(plan.scale)}`);
  const server = await startServer(ends, plan.scale);
  const config = path.join(dir, 'config');
  await writeBenchConfig(config, server.port);
  progress('starts of the sidecar');
  const starts = await measureStarts(config);
  const ways = await startWays(ends, dir, server);
  const sidecar = wayOf(ways, 'sidecar');
  const pid = sidecar.pid ?? 0;
  const idle = await measureIdle(pid);
  const scenarios = await runAll({ ways, dir, progress }, plan);
  progress('200,000 rows x 3 columns');
  const readers = (['direct', 'Node pipe', 'sidecar'] as const).map((name) => wayOf(ways, name));
  const wide = await readWide(readers, plan.wideRounds, 'query');
  const copied = await readWide(readers, plan.wideRounds, 'copy');
  progress('100 connections');
  const crowd = await measureCrowd(sidecar, dir);
  const { peakMb: peak } = await memoryOf(pid);
  const memory = { idle, crowd, peak };
  return { server: server.version, starts, scenarios, wide, copied, memory };
}

/** Measures everything in one run, on processes of its own, and ends them all. */
export async function bench(
  ends: Ends,
  plan: Plan,
  progress: (text: string) => void,
): Promise<Report> {
  try {
    return await takeAll(ends, plan, progress);
  } finally {
    await endAll(ends);
  }
}

/** Also for whoever interrupts it. */
export async function endAll(ends: Ends): Promise<void> {
  for (let end = ends.pop(); end !== undefined; end = ends.pop())
    await end().catch(() => undefined);
}
