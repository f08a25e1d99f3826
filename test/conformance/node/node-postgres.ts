import assert from 'node:assert/strict';
import { pipeline } from 'node:stream/promises';
import { Readable, Writable } from 'node:stream';
import pg from 'pg';
import Cursor from 'pg-cursor';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { installedPackage } from './installed.ts';
import type { Suite } from '../suite.ts';
import { fails, runCases, type Cases } from './cases.ts';

const valuesOf = async (
  client: pg.Client,
  sql: string,
  values: unknown[] = [],
): Promise<unknown[]> =>
  (await client.query<unknown[]>({ text: sql, values, rowMode: 'array' })).rows.flat();

async function copyOut(client: pg.Client, sql: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  await pipeline(client.query(copyTo(sql)), sink);
  return Buffer.concat(chunks);
}

const copyIn = async (client: pg.Client, sql: string, data: string): Promise<void> =>
  pipeline(Readable.from([Buffer.from(data)]), client.query(copyFrom(sql)));

const queries: Cases<pg.Client> = {
  'simple query': async (client) => {
    const result = await client.query<{ n: number; t: string }>("SELECT 1 AS n, 'a' AS t");
    assert.deepEqual(result.rows, [{ n: 1, t: 'a' }]);
    assert.equal(result.command, 'SELECT');
    assert.deepEqual(
      result.fields.map(({ dataTypeID }) => dataTypeID),
      [23, 25],
    );
  },
  'several statements in one text': async (client) => {
    const results = (await client.query(
      'SELECT 1 AS a; SELECT 2 AS a',
    )) as unknown as pg.QueryResult[];
    assert.deepEqual(
      results.map(({ rows }) => rows as unknown),
      [[{ a: 1 }], [{ a: 2 }]],
    );
  },
  'empty query': async (client) => {
    assert.equal((await client.query('')).rows.length, 0);
    assert.equal((await client.query('-- nothing')).rows.length, 0);
  },
  'parameters of many types': async (client) => {
    const sql = 'SELECT $1::int, $2::text, $3::bool, $4::float8, $5::int[], $6::jsonb, $7::text';
    const values = await valuesOf(client, sql, [7, 'x', true, 1.5, [1, 2], { a: [1] }, null]);
    assert.deepEqual(values, [7, 'x', true, 1.5, [1, 2], { a: [1] }, null]);
  },
  'bytes as a parameter and as a result': async (client) => {
    const bytes = Buffer.from([0, 255, 92, 39, 10]);
    assert.deepEqual(await valuesOf(client, 'SELECT $1::bytea', [bytes]), [bytes]);
  },
  'binary results': async (client) => {
    const query = { text: 'SELECT $1::int4 AS n, $2::text AS t', values: [258, 'x'], binary: true };
    assert.deepEqual((await client.query(query)).rows, [{ n: 258, t: 'x' }]);
  },
  'named statement used again': async (client) => {
    for (const n of [1, 2, 3]) {
      const query = { name: 'again', text: 'SELECT $1::int + 1 AS n', values: [n] };
      assert.deepEqual((await client.query(query)).rows, [{ n: n + 1 }]);
    }
  },
  'rows limited by a portal': async (client) => {
    const query = { text: 'SELECT g FROM generate_series(1, 10) AS g', values: [], rows: 3 };
    assert.equal((await client.query(query)).rows.length, 10);
  },
  'cursor read in parts and closed': async (client) => {
    const cursor = client.query(new Cursor('SELECT g FROM generate_series(1, 100) AS g', []));
    assert.equal((await cursor.read(10)).length, 10);
    assert.equal((await cursor.read(85)).length, 85);
    assert.equal((await cursor.read(10)).length, 5);
    assert.equal((await cursor.read(10)).length, 0);
    await cursor.close();
    assert.deepEqual(await valuesOf(client, 'SELECT 1'), [1]);
  },
  'many queries without waiting': async (client) => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, i) => valuesOf(client, 'SELECT $1::int', [i])),
    );
    assert.deepEqual(
      answers.flat(),
      Array.from({ length: 50 }, (_, i) => i),
    );
  },
  'large value both ways': async (client) => {
    const text = 'ä'.repeat(500_000);
    assert.deepEqual(await valuesOf(client, 'SELECT $1::text', [text]), [text]);
  },
};

const states: Cases<pg.Client> = {
  'error with its fields, connection usable': async (client) => {
    await assert.rejects(client.query('SELECT 1 / 0'), {
      code: '22012',
      severity: 'ERROR',
      routine: 'int4div',
    });
    await fails(client.query('SELEC 1'), '42601');
    await fails(client.query('SELECT no_such FROM pg_class'), '42703');
    assert.deepEqual(await valuesOf(client, 'SELECT 1'), [1]);
  },
  'position of a syntax error': async (client) => {
    await assert.rejects(client.query('SELECT * FORM pg_class'), { code: '42601', position: '10' });
  },
  'transaction, commit and rollback': async (client) => {
    await client.query('CREATE TABLE np_t (n int PRIMARY KEY)');
    await client.query('BEGIN');
    await client.query('INSERT INTO np_t VALUES (1)');
    await client.query('SAVEPOINT s');
    await fails(client.query('INSERT INTO np_t VALUES (1)'), '23505');
    await fails(client.query('SELECT 1'), '25P02');
    await client.query('ROLLBACK TO s');
    await client.query('COMMIT');
    await client.query('BEGIN');
    await client.query('DELETE FROM np_t');
    await client.query('ROLLBACK');
    assert.deepEqual(await valuesOf(client, 'SELECT n FROM np_t'), [1]);
  },
  'row counts of writes': async (client) => {
    await client.query('CREATE TABLE np_w (n int, t text)');
    const insert = await client.query('INSERT INTO np_w SELECT g FROM generate_series(1, 5) AS g');
    const update = await client.query("UPDATE np_w SET t = 'x' WHERE n > $1", [2]);
    const remove = await client.query('DELETE FROM np_w WHERE n = 1 RETURNING n');
    assert.deepEqual([insert.rowCount, update.rowCount, remove.rows], [5, 3, [{ n: 1 }]]);
  },
  'temporary table': async (client) => {
    await client.query('CREATE TEMP TABLE np_tmp (n int)');
    await client.query('INSERT INTO np_tmp VALUES (1)');
    assert.deepEqual(await valuesOf(client, 'SELECT n FROM np_tmp'), [1]);
  },
  settings: async (client) => {
    await client.query("SET application_name = 'np'");
    assert.deepEqual(await valuesOf(client, 'SHOW application_name'), ['np']);
    await client.query("SET statement_timeout = '5s'");
    await client.query('SET search_path = pg_catalog, public');
    await client.query('RESET ALL');
  },
  'PREPARE and EXECUTE': async (client) => {
    await client.query('PREPARE np_p (int) AS SELECT $1 + 1 AS n');
    assert.deepEqual((await client.query('EXECUTE np_p (1)')).rows, [{ n: 2 }]);
    await client.query('DEALLOCATE np_p');
  },
  'DECLARE and FETCH': async (client) => {
    await client.query('BEGIN');
    await client.query('DECLARE np_c CURSOR FOR SELECT g FROM generate_series(1, 5) AS g');
    assert.deepEqual(await valuesOf(client, 'FETCH 2 FROM np_c'), [1, 2]);
    await client.query('CLOSE np_c');
    await client.query('COMMIT');
  },
  'DO block': async (client) => {
    const notices: string[] = [];
    client.on('notice', ({ message = '' }) => notices.push(message));
    await client.query("DO $$ BEGIN RAISE NOTICE 'hello'; END $$");
    assert.deepEqual(notices, ['hello']);
  },
  'LISTEN and NOTIFY': async (client) => {
    const heard = new Promise((resolve) => {
      client.on('notification', ({ channel, payload }) => {
        resolve([channel, payload]);
      });
    });
    await client.query('LISTEN np_channel');
    await client.query("NOTIFY np_channel, 'hello'");
    assert.deepEqual(await heard, ['np_channel', 'hello']);
  },
};

const copies: Cases<pg.Client> = {
  'COPY FROM STDIN': async (client) => {
    await client.query('CREATE TABLE np_in (n int, t text)');
    await copyIn(client, 'COPY np_in FROM STDIN', '1\ta\n2\t\\N\n');
    assert.deepEqual(await valuesOf(client, 'SELECT n, t FROM np_in ORDER BY n'), [
      1,
      'a',
      2,
      null,
    ]);
  },
  'COPY FROM STDIN with a bad row': async (client) => {
    await client.query('CREATE TABLE np_bad (n int)');
    await fails(copyIn(client, 'COPY np_bad FROM STDIN', 'x\n'), '22P02');
    assert.deepEqual(await valuesOf(client, 'SELECT 1'), [1]);
  },
  'COPY TO STDOUT': async (client) => {
    const sql = 'COPY (SELECT g, g * 2 FROM generate_series(1, 3) AS g) TO STDOUT (FORMAT csv)';
    assert.equal((await copyOut(client, sql)).toString(), '1,2\n2,4\n3,6\n');
  },
  'COPY TO STDOUT, binary': async (client) => {
    const bytes = await copyOut(client, 'COPY (SELECT 1::int4) TO STDOUT (FORMAT binary)');
    assert.equal(bytes.toString('latin1', 0, 6), 'PGCOPY');
  },
};

export const nodePostgres: Suite = {
  name: 'node-postgres',
  title:
    'a client program over the API of the npm packages `pg`, `pg-cursor` and `pg-copy-streams`',
  prepare: async () => installedPackage('pg'),
  run: async (_cache, ground) => runCases({ ...queries, ...states, ...copies }, open, ground),
};

async function open({
  host,
  port,
  user,
  password,
}: Parameters<Suite['run']>[1]): Promise<readonly [pg.Client, () => Promise<void>]> {
  const client = new pg.Client({ host, port, user, password, database: 'postgres' });
  client.on('error', () => undefined);
  await client.connect();
  return [client, async () => client.end()];
}
