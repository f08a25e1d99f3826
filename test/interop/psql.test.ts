import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { run, type Finished } from '../harness/run.ts';
import { startGround, type Ground } from './ground.ts';
import { ordersSchema } from './schema.ts';

const readAndWrite = [
  {
    name: 'read',
    effect: 'Allow',
    postgres: { commands: ['SELECT'], relations: ['public.*'] },
  },
  {
    name: 'write',
    effect: 'Allow',
    postgres: { commands: ['INSERT', 'UPDATE', 'DELETE'], relations: ['public.orders'] },
  },
  {
    name: 'no-drop',
    effect: 'Deny',
    postgres: { commands: ['DROP *'] },
    message: 'Tables are dropped by migrations.',
  },
];
const catalog = {
  name: 'catalog',
  effect: 'Allow',
  postgres: { commands: ['SELECT', 'CALL'], relations: ['pg_catalog.*'] },
};
const catalogFunctions = {
  name: 'catalog-functions',
  effect: 'Allow',
  postgres: { functions: ['pg_catalog.*'] },
};

describe('psql', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await startGround({
      policies: {
        'orders-db': { rules: readAndWrite },
        'with-catalog': { rules: [...readAndWrite, catalog, catalogFunctions] },
      },
      schema: ordersSchema,
    });
  });
  afterAll(async () => {
    await ground.stop();
  });

  const psql = async (args: readonly string[], connection = 'orders-db'): Promise<Finished> => {
    const { sidecar } = ground;
    const where = `host=127.0.0.1 port=${String(sidecar.port(connection))} user=agent dbname=postgres`;
    return run('psql', ['-X', '-w', '-A', '-t', ...args, where], { env: { LC_ALL: 'C.UTF-8' } });
  };
  /** A script as a person types it: each statement by itself, and on after errors. */
  const script = async (text: string, connection?: string): Promise<Finished> => {
    const file = path.join(ground.config, '..', 'script.sql');
    await writeFile(file, text);
    return psql(['-f', file], connection);
  };

  it('queries', async () => {
    const done = await psql(['-c', 'SELECT id, item, amount FROM orders ORDER BY id']);
    expect(done).toMatchObject({ status: 0, stderr: '' });
    expect(done.stdout).toBe('1|lamp|12.50\n2|chair|80.00\n3|table|200.00\n');
  });

  it('asks for nothing that a policy has to know', async () => {
    expect(await psql(['-c', 'SELECT 1'])).toMatchObject({ status: 0, stdout: '1\n', stderr: '' });
  });

  it('sends several statements in a string, and batches with \\;', async () => {
    const several = await psql([
      '-c',
      'SELECT id FROM orders WHERE id = 1; SELECT item FROM orders WHERE id = 2',
    ]);
    expect(several).toMatchObject({ status: 0, stdout: '1\nchair\n' });
    const batch = await script('SELECT item FROM orders WHERE id = 1\\; SELECT 2\\; SELECT 3;\n');
    expect(batch).toMatchObject({ status: 0, stdout: 'lamp\n2\n3\n', stderr: '' });
  });

  it('has transactions', async () => {
    const done = await script(`
      BEGIN; INSERT INTO orders VALUES (10, 1, 'pen', 1); SAVEPOINT a; DELETE FROM orders WHERE id = 10;
      ROLLBACK TO a; COMMIT; SELECT item FROM orders WHERE id = 10; DELETE FROM orders WHERE id = 10;`);
    expect(done.stderr).toBe('');
    expect(done.stdout).toBe(
      'BEGIN\nINSERT 0 1\nSAVEPOINT\nDELETE 1\nROLLBACK\nCOMMIT\npen\nDELETE 1\n',
    );
  });

  it('sees the errors of the database, with their position, and goes on', async () => {
    const done = await script('SELECT nothing FROM orders;\nSELECT 1/0;\nSELECT 7;\n');
    expect(done.stdout).toBe('7\n');
    expect(done.stderr).toMatch(/column "nothing" does not exist/);
    expect(done.stderr).toMatch(/LINE 1: SELECT nothing FROM orders;\n\s+\^/);
    expect(done.stderr).toMatch(/division by zero/);
  });

  it('reads a denial, and goes on', async () => {
    const done = await script(
      'DROP TABLE orders;\nTRUNCATE orders;\nSELECT count(*) FROM orders;\n',
    );
    expect(done.stdout).toBe('3\n');
    expect(done.stderr).toMatch(/HINT: {2}Tables are dropped by migrations\./);
    expect(done.stderr).toMatch(
      /DETAIL: {2}\{"code":"POLICY_DENIED","policy":"orders-db","rule":"no-drop"/,
    );
    expect(done.stderr).toMatch(
      /ERROR: {2}chaperone: nothing allows TRUNCATE TABLE on public\.orders/,
    );
    expect(done.stderr).toMatch(/HINT: {2}allowed: .*SELECT on public\.\*/);
  });

  it('stops at a denial where it is told to stop at errors', async () => {
    const done = await psql(['-v', 'ON_ERROR_STOP=1', '-c', 'DROP TABLE orders', '-c', 'SELECT 1']);
    expect(done).toMatchObject({ status: 1, stdout: '' });
  });

  it('is refused \\d where the policy says nothing of the catalog', async () => {
    const done = await psql(['-c', '\\d orders']);
    expect(done.stdout).toBe('');
    expect(done.stderr).toMatch(/chaperone: nothing allows .*SELECT on pg_catalog\.pg_class/);
    expect(done.stderr).toMatch(/"code":"POLICY_DENIED"/);
  });

  it('describes with \\d where the policy allows the catalog', async () => {
    for (const command of [
      '\\d orders',
      '\\d',
      '\\dt',
      '\\dn',
      '\\df',
      '\\du',
      '\\l',
      '\\d+ customers',
    ]) {
      const through = await psql(['-c', command], 'with-catalog');
      expect([command, through.stderr]).toEqual([command, '']);
      const { socketDir, port } = ground.server;
      const direct = await run('psql', [
        '-X',
        '-A',
        '-t',
        '-c',
        command,
        '-h',
        socketDir,
        '-p',
        String(port),
        '-U',
        'postgres',
        'postgres',
      ]);
      expect([command, through.stdout]).toEqual([command, direct.stdout]);
    }
  });

  it('copies where a policy says so', async () => {
    const done = await script('\\copy orders to stdout\nCOPY orders FROM stdin;\nSELECT 5;\n');
    expect(done.stdout).toBe('5\n');
    expect(done.stderr.match(/POLICY_DENIED/g)).toHaveLength(2);
  });

  it('encrypts where it may: without a certificate the sidecar says no to SSLRequest', async () => {
    const { sidecar } = ground;
    const where = `host=127.0.0.1 port=${String(sidecar.port('orders-db'))} user=agent dbname=postgres`;
    const prefers = await run('psql', [
      '-X',
      '-A',
      '-t',
      '-c',
      'SELECT 1',
      `${where} sslmode=prefer`,
    ]);
    expect(prefers).toMatchObject({ status: 0, stdout: '1\n' });
    const requires = await run('psql', ['-X', '-c', 'SELECT 1', `${where} sslmode=require`]);
    expect(requires.status).toBe(2);
    expect(requires.stderr).toMatch(/server does not support SSL/);
  });

  it('does not get in where the database does not exist, and learns no role', async () => {
    const { sidecar } = ground;
    const where = `host=127.0.0.1 port=${String(sidecar.port('orders-db'))} user=agent dbname=nowhere`;
    const done = await run('psql', ['-X', '-c', 'SELECT 1', where]);
    expect(done.status).toBe(2);
    expect(done.stderr).toMatch(/database "nowhere" does not exist/);
    expect(done.stderr).not.toMatch(/orders_rw/);
  });
});
