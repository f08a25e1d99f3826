/**
 * What a sidecar keeps resident under different settings of V8 and malloc (docs/adr/0009). Needs `make build` and the system
 * packages of `make system`. Starts a PostgreSQL of its own and, one after the other, a sidecar per setting: idle, behind
 * 32,000 prepared statements of 8 clients, and behind 90 clients and a read of 100,000 rows.
 */
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { BUFFERED, FSYNC, login, writeBenchConfig } from './config.ts';
import { initialise } from './pgbench.ts';
import { memoryOf } from './process-facts.ts';
import { node, root } from '../harness/paths.ts';
import { run } from '../harness/run.ts';
import { startSidecar } from '../harness/sidecar.ts';
import { makeTempDir } from '../harness/temp.ts';
import { startPostgres } from '../postgres/server.ts';

const base = ['--disable-warning=ExperimentalWarning'];
const semiSpace = '--max-semi-space-size=1';
const oneCompiler = ['--no-maglev', '--no-concurrent-recompilation'];
const arena = 'MALLOC_ARENA_MAX=1';
const trim = ['MALLOC_TRIM_THRESHOLD_=65536', 'MALLOC_MMAP_THRESHOLD_=65536'];

interface Setting {
  readonly name: string;
  readonly env: readonly string[];
  readonly flags: readonly string[];
}

const settings: readonly Setting[] = [
  { name: "Node's defaults", env: [], flags: [] },
  { name: semiSpace, env: [], flags: [semiSpace] },
  { name: '  and --optimize-for-size', env: [], flags: [semiSpace, '--optimize-for-size'] },
  { name: `${semiSpace}, ${arena}`, env: [arena], flags: [semiSpace] },
  { name: '  and malloc gives back from 64 KiB', env: [arena, ...trim], flags: [semiSpace] },
  {
    name: '  and one compiler, on the main thread',
    env: [arena, ...trim],
    flags: [semiSpace, ...oneCompiler],
  },
];

const server = await startPostgres({ settings: ['max_connections=150', 'fsync=off'] });
const work = await makeTempDir('memory');
try {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(`CREATE ROLE ${login.user} LOGIN PASSWORD '${login.password}'`);
  await client.query(`GRANT pg_read_all_data TO ${login.user}`);
  await client.end();
  await initialise(server.url, 1);
  await writeBenchConfig(work.path, server.port);
  for (const { name, env, flags } of settings)
    console.log(name.padEnd(52), await measure(env, flags));
} finally {
  await work.remove();
  await server.stop();
}

async function measure(env: readonly string[], flags: readonly string[]): Promise<string> {
  const bundle = path.join(root, 'dist', 'sidecar.mjs');
  const sidecar = await startSidecar({
    config: work.path,
    connections: [BUFFERED, FSYNC],
    program: ['env', ...env, node, ...base, ...flags, bundle],
    args: ['--log-level', 'warn'],
  });
  const resident = async (): Promise<string> => {
    await sleep(1_500);
    return `${String(Math.round((await memoryOf(sidecar.pid)).residentMb))} MB`;
  };
  const address = ['-h', '127.0.0.1', '-p', String(sidecar.port(BUFFERED)), '-U', login.user];
  const load = async (...args: readonly string[]): Promise<void> => {
    await run('pgbench', [
      ...address,
      '-n',
      '-S',
      '-M',
      'prepared',
      '-j',
      '1',
      ...args,
      'postgres',
    ]);
  };
  try {
    const idle = await resident();
    await load('-c', '8', '-t', '4000');
    const busy = await resident();
    await load('-c', '90', '-t', '100');
    await run('psql', [
      ...address,
      '-X',
      '-q',
      '-o',
      '/dev/null',
      '-c',
      'SELECT aid, bid, abalance FROM pgbench_accounts',
      'postgres',
    ]);
    return `idle ${idle}, 8 clients ${busy}, end ${await resident()}`;
  } finally {
    await sidecar.stop();
  }
}
