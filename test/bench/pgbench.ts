import { readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { run, type Finished } from '../harness/run.ts';
import { login } from './config.ts';
import { cpuMicroseconds, cpuWhenQuiet } from './process-facts.ts';
import { median } from './statistics.ts';
import type { Way } from './ways.ts';

export type Mode = 'simple' | 'extended' | 'prepared';

export interface Scenario {
  readonly mode: Mode;
  readonly clients: number;
  readonly seconds: number;
  readonly rounds: number;
}

/** One way in one round. */
export interface Measurement {
  readonly tps: number;
  /** Of one transaction, which is one SELECT, microseconds. Only with one client. */
  readonly p50?: number;
  /** Of the process in between, microseconds per transaction, until it has nothing left to do for them. */
  readonly cpu?: number;
}

async function succeed(finished: Promise<Finished>, what: string): Promise<string> {
  const { status, stdout, stderr } = await finished;
  if (status !== 0) throw new Error(`${what} failed: ${stderr}`);
  return stdout;
}

/** As the superuser at the server itself, without a sidecar in between. */
export async function initialise(url: string, scale: number): Promise<void> {
  await succeed(run('pgbench', ['-i', '-q', '-s', String(scale), url]), 'pgbench -i');
}

/** Runs SELECTs by primary key through one way. `dir` takes its log and is left as it was. */
export async function measure(way: Way, scenario: Scenario, dir: string): Promise<Measurement> {
  const { mode, clients, seconds } = scenario;
  const isLogged = clients === 1;
  const before = way.pid === undefined ? 0 : await cpuMicroseconds(way.pid);
  const args = [
    ...['-h', '127.0.0.1', '-p', String(way.port), '-U', login.user, '-n', '-S', '-M', mode],
    ...['-c', String(clients), '-j', '1', '-T', String(seconds)],
    ...(isLogged ? ['-l'] : []),
    'postgres',
  ];
  const env = { PGPASSWORD: login.password, PGSSLMODE: 'disable', PGGSSENCMODE: 'disable' };
  const text = await succeed(
    run('pgbench', args, { cwd: dir, env }),
    `pgbench through ${way.name}`,
  );
  const tps = number(/^tps = ([\d.]+)/m, text);
  const transactions = number(/^number of transactions actually processed: (\d+)/m, text);
  const failed = number(/^number of failed transactions: (\d+)/m, text);
  if (failed > 0) throw new Error(`${String(failed)} transactions through ${way.name} failed`);
  const after = way.pid === undefined ? 0 : await cpuWhenQuiet(way.pid);
  return {
    tps,
    ...(isLogged ? { p50: await medianLatency(dir) } : {}),
    ...(way.pid === undefined ? {} : { cpu: (after - before) / transactions }),
  };
}

function number(pattern: RegExp, text: string): number {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`pgbench did not say ${pattern.source}: ${text}`);
  return Number(found);
}

/** Third field of a line of pgbench's log: the transaction's time, microseconds. */
async function medianLatency(dir: string): Promise<number> {
  const latencies: number[] = [];
  for (const name of (await readdir(dir)).filter((each) => each.startsWith('pgbench_log'))) {
    const file = path.join(dir, name);
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    for (const line of lines) latencies.push(Number(line.split(' ')[2]));
    await rm(file);
  }
  return median(latencies);
}
