import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { node, root } from '../harness/paths.ts';
import { startSidecar, type Sidecar } from '../harness/sidecar.ts';
import { BUFFERED, FSYNC } from './config.ts';
import { measure } from './pgbench.ts';
import { memoryOf } from './process-facts.ts';
import { spread, type Spread } from './statistics.ts';
import type { Way } from './ways.ts';

const STARTS = 7;
const IDLE_MS = 1_500;
const CONNECTIONS = 100;
const BUSY_SECONDS = 3;

/** The launcher of the bundle, with further variables of its environment. */
export function byLauncher(...variables: readonly string[]): readonly [string, ...string[]] {
  return launched('sidecar', variables);
}

export function launched(
  program: 'sidecar' | 'operator',
  variables: readonly string[] = [],
): readonly [string, ...string[]] {
  const launcher = path.join(root, 'dist', 'chaperone');
  return ['env', ...variables, `CHAPERONE_NODE=${node}`, launcher, program];
}

/** What is shipped: the bundle, started by its launcher. */
export async function startBundle(
  config: string,
  data?: string,
  program: readonly string[] = byLauncher(),
): Promise<Sidecar> {
  return startSidecar({
    config,
    connections: [BUFFERED, FSYNC],
    program,
    args: ['--max-data', '64Gi', '--log-level', 'warn'],
    pollMs: 2,
    ...(data === undefined ? {} : { data }),
  });
}

/** Milliseconds from spawn to a good /readyz, each time with an empty data directory. */
export async function measureStarts(config: string): Promise<Spread> {
  const times: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    const sidecar = await startBundle(config);
    times.push(sidecar.readyMs);
    await sidecar.stop();
  }
  return spread(times);
}

/** MiB resident while nobody is connected. */
export async function measureIdle(pid: number): Promise<number> {
  await sleep(IDLE_MS);
  return (await memoryOf(pid)).residentMb;
}

/** Most MiB resident while 100 connections are busy. */
export async function measureCrowd(way: Way, dir: string): Promise<number> {
  const crowd = {
    mode: 'prepared',
    clients: CONNECTIONS,
    seconds: BUSY_SECONDS,
    rounds: 1,
  } as const;
  let most = 0;
  const done = new AbortController();
  const watching = (async (): Promise<void> => {
    while (!done.signal.aborted && way.pid !== undefined) {
      most = Math.max(most, (await memoryOf(way.pid)).residentMb);
      await sleep(50);
    }
  })();
  try {
    await measure(way, crowd, dir);
  } finally {
    done.abort();
    await watching;
  }
  return most;
}
