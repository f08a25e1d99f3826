import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { run, type Finished } from '../harness/run.ts';
import { startGround, type Ground } from './ground.ts';

const rules = [
  {
    name: 'bench',
    effect: 'Allow',
    postgres: { commands: ['SELECT', 'INSERT', 'UPDATE'], relations: ['public.pgbench_*'] },
  },
  // pgbench looks for its tables before it starts.
  {
    name: 'catalog',
    effect: 'Allow',
    postgres: {
      commands: ['SELECT'],
      relations: [
        'pg_catalog.pg_class',
        'pg_catalog.pg_namespace',
        'pg_catalog.pg_inherits',
        'pg_catalog.pg_partitioned_table',
      ],
    },
  },
];
const filler = [
  { name: 'filler', postgres: { columns: ['public.pgbench_accounts.filler'] }, method: 'Redact' },
];

describe('pgbench', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await startGround({
      policies: { bench: { rules }, masked: { rules, masking: filler } },
      schema: '',
    });
    const { socketDir, port } = ground.server;
    const where = ['-h', socketDir, '-p', String(port), '-U', 'postgres', 'postgres'];
    const made = await run('pgbench', ['-i', '-q', '-s', '1', ...where]);
    expect(made).toMatchObject({ status: 0 });
    await ground.target('GRANT ALL ON ALL TABLES IN SCHEMA public TO orders_rw');
  });
  afterAll(async () => {
    await ground.stop();
  });

  const pgbench = async (connection: string, ...args: readonly string[]): Promise<Finished> => {
    const port = String(ground.sidecar.port(connection));
    return run('pgbench', [
      '-n',
      ...args,
      '-h',
      '127.0.0.1',
      '-p',
      port,
      '-U',
      'agent',
      'postgres',
    ]);
  };

  const modes = ['simple', 'extended', 'prepared'];
  const cases = ['bench', 'masked'].flatMap((name) => modes.map((mode) => [name, mode] as const));

  it.each(cases)('reads through %s in mode %s', async (connection, mode) => {
    const done = await pgbench(connection, '-S', '-M', mode, '-c', '4', '-j', '1', '-t', '100');
    expect(done.status).toBe(0);
    expect(done.stderr).not.toMatch(/aborted|error/i);
    expect(done.stdout).toMatch(/transactions actually processed: 400\/400/);
    expect(done.stdout).toMatch(/failed transactions: 0 /);
  });

  it.each(cases)(
    'runs its TPC-B through %s in mode %s, and the sums agree',
    async (connection, mode) => {
      const before = await history(ground);
      const done = await pgbench(connection, '-M', mode, '-c', '4', '-j', '1', '-t', '30');
      expect(done.status).toBe(0);
      expect(done.stderr).not.toMatch(/aborted|error/i);
      expect(done.stdout).toMatch(/transactions actually processed: 120\/120/);
      expect(await history(ground)).toBe(before + 120);
      const [sums] = await ground.target(
        `SELECT (SELECT sum(delta) FROM pgbench_history) = (SELECT sum(abalance) FROM pgbench_accounts)
          AND (SELECT sum(bbalance) FROM pgbench_branches) = (SELECT sum(tbalance) FROM pgbench_tellers) AS agree`,
      );
      expect(sums).toEqual({ agree: true });
    },
  );

  it('pipelines', async () => {
    const script = `${ground.config}/../pipeline.pgbench`;
    const select = 'SELECT abalance FROM pgbench_accounts WHERE aid = :aid;';
    await writeFile(
      script,
      `\\set aid random(1, 100000)\n\\startpipeline\n${`${select}\n`.repeat(20)}\\endpipeline\n`,
    );
    for (const mode of ['extended', 'prepared']) {
      const done = await pgbench('masked', '-M', mode, '-c', '2', '-t', '20', '-f', script);
      expect(done.status).toBe(0);
      expect(done.stderr).not.toMatch(/aborted|error/i);
      expect(done.stdout).toMatch(/transactions actually processed: 40\/40/);
    }
  });

  it('leaves sessions that verify', async () => {
    const done = await ground.chaperone('verify', '--all');
    expect(done.stdout).not.toMatch(/failed/);
    expect(done.status).toBe(0);
  });
});

async function history(ground: Ground): Promise<number> {
  const [row] = await ground.target<{ n: number }>(
    'SELECT count(*)::int AS n FROM pgbench_history',
  );
  return row?.n ?? 0;
}
