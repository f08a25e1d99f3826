import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import postgres from 'postgres';
import type { Suite } from '../suite.ts';
import { fails, runCases, type Cases } from './cases.ts';
import { installedPackage } from './installed.ts';

type Sql = postgres.Sql;

const plain = (rows: readonly unknown[]): unknown[] =>
  rows.map((row) => ({ ...(row as Record<string, unknown>) }));

const queries: Cases<Sql> = {
  'tagged query with parameters': async (sql) => {
    assert.deepEqual(plain(await sql`SELECT ${1}::int AS n, ${'x'}::text AS t`), [
      { n: 1, t: 'x' },
    ]);
  },
  'the same query again': async (sql) => {
    for (const n of [1, 2, 3])
      assert.deepEqual(plain(await sql`SELECT ${n}::int + 1 AS n`), [{ n: n + 1 }]);
  },
  'simple protocol, several statements': async (sql) => {
    const results = (await sql`SELECT 1 AS a; SELECT 2 AS a`.simple()) as unknown as unknown[][];
    assert.deepEqual(results.map(plain), [[{ a: 1 }], [{ a: 2 }]]);
  },
  'unprepared query': async (sql) => {
    assert.deepEqual(plain(await sql.unsafe('SELECT $1::int AS n', [5])), [{ n: 5 }]);
  },
  'arrays, JSON, dates, bytes': async (sql) => {
    const bytes = Buffer.from([0, 1, 255]);
    const date = new Date('2024-02-29T12:00:00Z');
    const [row] = await sql`SELECT ${sql.array([1, 2])}::int[] AS a, ${sql.json({ b: 1 })} AS j,
      ${date}::timestamptz AS d, ${bytes}::bytea AS b`;
    assert.deepEqual({ ...row }, { a: [1, 2], j: { b: 1 }, d: date, b: bytes });
  },
  describe: async (sql) => {
    const { types, columns } = await sql`SELECT ${1}::int AS n, ${'x'}::text AS t`.describe();
    assert.deepEqual(
      [types, columns.map(({ name }) => name)],
      [
        [23, 25],
        ['n', 't'],
      ],
    );
  },
  'values and raw': async (sql) => {
    assert.deepEqual([...(await sql`SELECT 1, 2`.values())], [[1, 2]]);
    assert.equal((await sql`SELECT 'x' AS t`.raw())[0]?.[0]?.toString(), 'x');
  },
  'helpers for insert and update': async (sql) => {
    await sql`CREATE TABLE pj_h (n int, t text)`;
    await sql`INSERT INTO pj_h ${sql([
      { n: 1, t: 'a' },
      { n: 2, t: 'b' },
    ])}`;
    await sql`UPDATE pj_h SET ${sql({ t: 'c' })} WHERE n IN ${sql([2, 3])}`;
    assert.deepEqual(plain(await sql`SELECT n, t FROM pj_h ORDER BY n`), [
      { n: 1, t: 'a' },
      { n: 2, t: 'c' },
    ]);
  },
  'pipelined queries': async (sql) => {
    const rows = await Promise.all(
      Array.from({ length: 50 }, async (_, i) => sql`SELECT ${i}::int AS n`),
    );
    assert.deepEqual(
      rows.map(([row]) => (row as { n: number }).n),
      Array.from({ length: 50 }, (_, i) => i),
    );
  },
  'cursor with a callback': async (sql) => {
    const sizes: number[] = [];
    await sql`SELECT g FROM generate_series(1, 25) AS g`.cursor(10, (rows) => {
      sizes.push(rows.length);
    });
    assert.deepEqual(sizes, [10, 10, 5]);
  },
  'cursor that is left early': async (sql) => {
    for await (const rows of sql`SELECT g FROM generate_series(1, 25) AS g`.cursor(5)) {
      assert.equal(rows.length, 5);
      break;
    }
    assert.deepEqual(plain(await sql`SELECT 1 AS n`), [{ n: 1 }]);
  },
  'row by row': async (sql) => {
    let sum = 0;
    await sql`SELECT g FROM generate_series(1, 4) AS g`.forEach(({ g }) => {
      sum += g as number;
    });
    assert.equal(sum, 10);
  },
};

const states: Cases<Sql> = {
  'errors with their fields': async (sql) => {
    await fails(sql`SELECT 1 / 0`, '22012');
    await fails(sql`SELECT no_such FROM pg_class`, '42703');
    assert.deepEqual(plain(await sql`SELECT 1 AS n`), [{ n: 1 }]);
  },
  'transaction with a savepoint': async (sql) => {
    await sql`CREATE TABLE pj_t (n int)`;
    await sql.begin(async (tx) => {
      await tx`INSERT INTO pj_t VALUES (1)`;
      await tx
        .savepoint(async (inner) => {
          await inner`INSERT INTO pj_t VALUES (2)`;
          throw new Error('undo');
        })
        .catch(() => undefined);
    });
    await sql
      .begin(async (tx) => {
        await tx`INSERT INTO pj_t VALUES (3)`;
        throw new Error('undo');
      })
      .catch(() => undefined);
    assert.deepEqual(plain(await sql`SELECT n FROM pj_t`), [{ n: 1 }]);
  },
  'prepared transaction': async (sql) => {
    await sql`CREATE TABLE pj_2pc (n int)`;
    await sql.begin(async (tx) => {
      await tx`INSERT INTO pj_2pc VALUES (1)`;
      await tx.prepare('pj_gid');
    });
    await sql`COMMIT PREPARED 'pj_gid'`;
    assert.deepEqual(plain(await sql`SELECT n FROM pj_2pc`), [{ n: 1 }]);
  },
  'listen and notify': async (sql) => {
    let hear: (payload: string) => void = () => undefined;
    const heard = new Promise<string>((resolve) => (hear = resolve));
    await sql.listen('pj_channel', (payload) => {
      hear(payload);
    });
    await sql.notify('pj_channel', 'hello');
    assert.equal(await heard, 'hello');
  },
  cancel: async (sql) => {
    const query = sql`SELECT pg_sleep(30)`;
    setTimeout(() => {
      query.cancel();
    }, 300);
    await fails(query, '57014');
  },
  'COPY in and out': async (sql) => {
    await sql`CREATE TABLE pj_c (n int, t text)`;
    await pipeline(Readable.from(['1\ta\n2\tb\n']), await sql`COPY pj_c FROM STDIN`.writable());
    let out = '';
    for await (const chunk of await sql`COPY pj_c TO STDOUT`.readable()) out += String(chunk);
    assert.equal(out, '1\ta\n2\tb\n');
  },
};

export const postgresJs: Suite = {
  name: 'postgres.js',
  title: 'a client program over the API of the npm package `postgres`',
  prepare: async () => installedPackage('postgres'),
  run: async (_cache, ground) => runCases({ ...queries, ...states }, open, ground),
};

async function open(
  ground: Parameters<Suite['run']>[1],
): Promise<readonly [Sql, () => Promise<void>]> {
  const { host, port, user, password } = ground;
  const options = {
    host,
    port,
    user,
    password,
    database: 'postgres',
    max: 1,
    onnotice: () => undefined,
  };
  const sql = postgres(options);
  return Promise.resolve([sql, async () => sql.end({ timeout: 2 })]);
}
