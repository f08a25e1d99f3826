import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { serialize } from 'pg-protocol';
import { typesOf } from './frames.ts';
import { startGround, type Ground } from './ground.ts';
import { allowAll, standaloneMasking } from './manifests.ts';
import { errorIn } from './raw-client.ts';
import { sleepsAt } from './wait.ts';
import { ordersSchema, protocolSchema } from './schema.ts';

/** What pg types do not say of the driver: a limit of rows for each Execute. */
interface Limited extends pg.QueryConfig {
  readonly rows: number;
}

describe('node-postgres', () => {
  let ground: Ground;
  let agent: pg.Client;
  let direct: pg.Client;

  beforeAll(async () => {
    ground = await startGround({
      policies: {
        'orders-db': { rules: [allowAll], masking: standaloneMasking },
        plain: { rules: [allowAll] },
      },
      schema: ordersSchema + protocolSchema,
    });
    agent = await ground.agent();
    const { port } = ground.server;
    direct = new pg.Client({ host: '127.0.0.1', port, user: 'direct', database: 'postgres' });
    await direct.connect();
  });
  afterAll(async () => {
    await direct.end();
    await ground.stop();
  });

  it('gets every type as it does from the server', async () => {
    const texts = [
      'SELECT * FROM kinds ORDER BY id',
      'SELECT * FROM orders',
      'SELECT now() > $1 AS later',
    ];
    for (const text of texts) {
      const values = text.includes('$1') ? [new Date(0)] : undefined;
      const [through, plain] = [await agent.query(text, values), await direct.query(text, values)];
      expect(through.rows).toEqual(plain.rows);
      expect(through.fields).toEqual(plain.fields);
      expect([through.command, through.rowCount]).toEqual([plain.command, plain.rowCount]);
    }
  });

  it('binds values of every type', async () => {
    const values = [
      ...[1, 2.5, true, null, 'ünïcode 🐘 \\ \' "', new Date('2026-11-21T12:00:00Z')],
      ...[Buffer.from([0, 1, 255]), [1, 2, null], { a: [1, 'two'] }, '9007199254740993'],
    ];
    const text = `SELECT $1::int a, $2::float8 b, $3::bool c, $4::text d, $5::text e, $6::timestamptz f, $7::bytea g,
      $8::int[] h, $9::jsonb i, $10::int8 j`;
    const [row] = (await agent.query<Record<string, unknown>>(text, values)).rows;
    expect(row).toEqual((await direct.query<Record<string, unknown>>(text, values)).rows[0]);
    expect(row).toMatchObject({
      d: null,
      e: values[4],
      g: values[6],
      h: [1, 2, null],
      j: values[9],
    });
  });

  it('gets results in binary', async () => {
    const config = {
      text: 'SELECT i8, f, t, b FROM kinds WHERE id = $1',
      values: [1],
      binary: true,
    };
    expect((await agent.query(config)).rows).toEqual((await direct.query(config)).rows);
  });

  it('executes a named statement again and again, through errors', async () => {
    const named = (id: unknown): pg.QueryConfig => ({
      name: 'by-id',
      text: 'SELECT item FROM orders WHERE id = $1::int',
      values: [id],
    });
    for (const [id, item] of [
      [1, 'lamp'],
      [2, 'chair'],
      [3, 'table'],
    ] as const) {
      expect((await agent.query(named(id))).rows).toEqual([{ item }]);
      await expect(agent.query(named('none'))).rejects.toMatchObject({ code: '22P02' });
    }
    expect((await agent.query(named(99))).rows).toEqual([]);
  });

  it('reads results in parts', async () => {
    const text = "SELECT g, 'row ' || g AS label FROM generate_series(1, 95) g";
    const limited: Limited = { text, rows: 10 };
    const { rows } = await agent.query<{ g: number }>(limited);
    expect(rows.map(({ g }) => g)).toEqual(Array.from({ length: 95 }, (_, i) => i + 1));
  });

  it('gets several results of one string', async () => {
    const text =
      "SELECT 1 AS a; INSERT INTO scratch VALUES (1, 'x'), (2, 'y'); SELECT t FROM scratch; DELETE FROM scratch";
    const results = (await agent.query(text)) as unknown as pg.QueryResult[];
    expect(results.map(({ command, rowCount }) => [command, rowCount])).toEqual([
      ['SELECT', 1],
      ['INSERT', 2],
      ['SELECT', 2],
      ['DELETE', 2],
    ]);
  });

  it('has transactions with savepoints and errors', async () => {
    const plain = await ground.agent({}, 'plain');
    await plain.query('BEGIN');
    await plain.query("INSERT INTO scratch VALUES ($1, 'kept')", [1]);
    await plain.query('SAVEPOINT s');
    await expect(
      plain.query("INSERT INTO scratch VALUES ($1, 'again')", [1]),
    ).rejects.toMatchObject({
      code: '23505',
      constraint: 'scratch_pkey',
      detail: 'Key (id)=(1) already exists.',
    });
    await expect(plain.query('SELECT 1')).rejects.toMatchObject({ code: '25P02' });
    await plain.query('ROLLBACK TO SAVEPOINT s');
    await plain.query("INSERT INTO scratch VALUES ($1, 'more')", [2]);
    await plain.query('COMMIT');
    expect(await ground.target('SELECT t FROM scratch ORDER BY id')).toEqual([
      { t: 'kept' },
      { t: 'more' },
    ]);
    await plain.query('BEGIN');
    await plain.query('DELETE FROM scratch');
    await plain.query('ROLLBACK');
    expect((await plain.query('DELETE FROM scratch')).rowCount).toBe(2);
  });

  it('pipelines', async () => {
    const piped = await ground.agent({ pipeline: true });
    const asked = Array.from({ length: 200 }, async (_, i) => {
      if (i % 50 === 49) {
        await expect(piped.query('SELECT 1 / $1::int', [0])).rejects.toMatchObject({
          code: '22012',
        });
        return i;
      }
      const config = i % 3 === 0 ? { name: 'n' } : {};
      const text = i % 3 === 0 ? 'SELECT $1::int AS i' : 'SELECT $1::int + 0 AS i';
      return (await piped.query<{ i: number }>({ ...config, text, values: [i] })).rows[0]?.i;
    });
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 200 }, (_, i) => i));
  });

  it('serves a pool', async () => {
    const port = ground.sidecar.port('orders-db');
    const pool = new pg.Pool({
      host: '127.0.0.1',
      port,
      user: 'agent',
      database: 'postgres',
      max: 8,
    });
    const asked = Array.from({ length: 300 }, async (_, i) => {
      const text = i % 7 === 0 ? 'SELECT 1 / 0 AS i' : 'SELECT $1::int AS i';
      try {
        return (await pool.query<{ i: number }>(text, i % 7 === 0 ? [] : [i])).rows[0]?.i;
      } catch (error) {
        return (error as pg.DatabaseError).code;
      }
    });
    const expected = Array.from({ length: 300 }, (_, i) => (i % 7 === 0 ? '22012' : i));
    expect(await Promise.all(asked)).toEqual(expected);
    await pool.end();
  });

  it('hears notices', async () => {
    const free = await ground.agent({}, 'plain');
    const heard: string[] = [];
    free.on('notice', (notice) => heard.push(`${notice.severity ?? ''} ${notice.message ?? ''}`));
    await free.query('SELECT speak($1)', [2]);
    expect(heard).toEqual(['NOTICE said 1', 'NOTICE said 2', 'WARNING last words']);
  });

  it('cancels what runs', async () => {
    const raw = await ground.raw();
    const answer = raw.until('Z');
    raw.send(serialize.query('SELECT pg_sleep(100)'));
    await sleepsAt(ground);
    await raw.cancel();
    expect(errorIn(await answer).code).toBe('57014');
    expect(typesOf(await raw.exchange([serialize.query('SELECT 1')]))).toBe('TDCZ');
  });

  it('gives each session its own cancel key, and believes no other', async () => {
    const [mine, other] = [await ground.raw(), await ground.raw()];
    const answer = mine.until('Z');
    mine.send(serialize.query('SELECT pg_sleep(2)'));
    await sleepsAt(ground);
    await other.cancel();
    expect(typesOf(await answer)).toBe('TDCZ');
  });

  it('keeps what startup says', async () => {
    const named = await ground.agent({ application_name: 'the agent' });
    const { rows } = await named.query('SHOW application_name');
    expect(rows).toEqual([{ application_name: 'the agent' }]);
  });
});
