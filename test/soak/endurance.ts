import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { residentBytes } from '../harness/memory.ts';
import { readRecordedCommands, recordedSessions } from '../harness/recording.ts';
import { runChaperone } from '../harness/run.ts';
import { startSidecar } from '../harness/sidecar.ts';
import type { Sidecar } from '../harness/sidecar.ts';
import {
  atTarget,
  createLogin,
  standaloneLogin,
  writeStandaloneConfig,
} from '../harness/standalone.ts';
import { makeTempDir } from '../harness/temp.ts';
import { startPostgres } from '../postgres/server.ts';
import type { Postgres } from '../postgres/server.ts';
import { startLoad } from './load.ts';
import type { Load } from './load.ts';
import { startReaders } from './readers.ts';
import { writers } from './writers.ts';

const CONNECTION = 'orders-db';
const TABLE = 'public.orders';
const MB = 1e6;
/** Of the time, until caches are full and code is compiled. */
const WARM_UP = 0.3;
/** Bytes by which the last third may differ from the one before: what the collector leaves lying about. */
const SLACK = 12 * MB;

export interface EnduranceOptions {
  readonly seconds: number;
  readonly connections: number;
  /** Between two commands of a connection. */
  readonly paceMs: number;
  readonly progress: (text: string) => void;
}

/** What was recorded in minutes is sealed once nobody waits for commands any more; on a busy machine that is half a minute. */
const STOP_MS = 300_000;

/** What a long mixed load left behind. */
export interface Endurance {
  readonly commands: number;
  readonly committed: number;
  /** Committed at the target, and in no recorded command that was allowed. */
  readonly unrecorded: readonly string[];
  /** Connections that ended before they were told to. */
  readonly failures: readonly string[];
  /** MB resident: medians of the first and of the last third after the warm-up. */
  readonly memory: { readonly early: number; readonly late: number; readonly grows: boolean };
  /** Exit status of the sidecar and of `chaperone verify --all`. */
  readonly stopped: number | null;
  readonly verified: number | null;
}

/** A mixed load on many connections at once, on a real PostgreSQL; then everything is held against the recordings. */
export async function endure(options: EnduranceOptions): Promise<Endurance> {
  const dir = await makeTempDir('endure');
  const server = await startPostgres({ settings: ['max_connections=300'] });
  try {
    const config = path.join(dir.path, 'config');
    const data = path.join(dir.path, 'data');
    await prepare(server, config);
    const sidecar = await startSidecar({
      ...{ config, connections: [CONNECTION], data, stopMs: STOP_MS },
    });
    const { load, memory } = await run(sidecar, options);
    const stopping = performance.now();
    const stopped = await sidecar.stop();
    const seconds = Math.round((performance.now() - stopping) / 1000);
    options.progress(`stopped, everything sealed, after ${String(seconds)} s`);
    options.progress('reading what was recorded');
    const { commands, recorded } = await readNumbers(data);
    const rows = await atTarget<{ number: string }>(server, `SELECT number FROM ${TABLE}`);
    const unrecorded = rows.map(({ number }) => number).filter((number) => !recorded.has(number));
    const { status } = await runChaperone('verify', '--all', '--data', data);
    const { failures } = load;
    return {
      ...{ commands, committed: rows.length, unrecorded, failures },
      ...{ memory, stopped, verified: status },
    };
  } finally {
    await server.stop();
    await dir.remove();
  }
}

async function prepare(server: Postgres, config: string): Promise<void> {
  await createLogin(server);
  await atTarget(
    server,
    `CREATE TABLE ${TABLE} (number text PRIMARY KEY, item text);
     CREATE TABLE public.customers (id int PRIMARY KEY, email text, ssn text, card text);
     INSERT INTO public.customers SELECT i, 'a@b.cz', '123-45-6789', '4111' FROM generate_series(1, 1000) i;
     GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO ${standaloneLogin.user}`,
  );
  await writeStandaloneConfig(config, server.port);
  // The limits of the example are an hour's; this is about another kind of endurance.
  const policy = path.join(config, 'policy.yaml');
  const text = await readFile(policy, 'utf8');
  await writeFile(policy, text.slice(0, text.indexOf('\n  limits:') + 1));
}

async function run(
  sidecar: Sidecar,
  { seconds, connections, paceMs, progress }: EnduranceOptions,
): Promise<{
  readonly load: { readonly failures: readonly string[] };
  readonly memory: Endurance['memory'];
}> {
  const place = { port: sidecar.port(CONNECTION), database: 'postgres', table: TABLE };
  const kinds = Object.keys(writers).length;
  const groups = Math.max(1, Math.floor((connections * 0.7) / kinds));
  const loads: Load[] = [];
  for (let group = 0; group < groups; group++) {
    loads.push(await startLoad(place, `g${String(group)}`, paceMs));
  }
  const readers = startReaders(place, connections - groups * kinds, paceMs);
  const samples: number[] = [];
  const every = Math.max(1, Math.round(seconds / 60));
  for (let second = every; second <= seconds; second += every) {
    await sleep(every * 1_000);
    samples.push((await residentBytes(sidecar.pid)) / MB);
    if (second % (every * 6) === 0) {
      const alive = loads.reduce((sum, load) => sum + load.alive(), 0);
      const rows = loads.reduce((sum, load) => sum + load.acknowledged.size, 0);
      progress(
        `${String(second)} s: ${String(alive)} writers, ${String(rows)} rows, ${String(readers.answered())} reads, ${(samples.at(-1) ?? 0).toFixed(0)} MB`,
      );
    }
  }
  const early = loads.flatMap(({ failures }) =>
    [...failures].map(([name, why]) => `${name}: ${why}`),
  );
  await readers.stop();
  for (const load of loads) await load.stop();
  return { load: { failures: [...early, ...readers.failures] }, memory: growth(samples) };
}

function growth(samples: readonly number[]): Endurance['memory'] {
  const warm = samples.slice(Math.floor(samples.length * WARM_UP));
  const third = Math.max(1, Math.floor(warm.length / 3));
  const middle = (part: readonly number[]): number =>
    part.toSorted((a, b) => a - b)[part.length >> 1] ?? 0;
  const [early, late] = [middle(warm.slice(0, third)), middle(warm.slice(-third))];
  return { early, late, grows: (late - early) * MB > SLACK };
}

async function readNumbers(
  data: string,
): Promise<{ readonly commands: number; readonly recorded: ReadonlySet<string> }> {
  const recorded = new Set<string>();
  let commands = 0;
  for (const session of await recordedSessions(data)) {
    for (const { text, parameters, verdict } of await readRecordedCommands(data, session)) {
      commands++;
      if (verdict !== 'Allow') continue;
      const found = `${text} ${JSON.stringify(parameters)}`.match(/\bg\d+-[a-z]+-\d+\b/g) ?? [];
      for (const number of found) recorded.add(number);
    }
  }
  return { commands, recorded };
}
