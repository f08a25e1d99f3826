import { disguises, outside, wide } from './disguise.ts';
import type { Disguise, Evidence } from './disguise.ts';

const set = (name: string, value: string): Evidence => ({
  becomes: `current_setting('${name}') = '${value}'`,
});
const order = (condition: string): Evidence => ({
  becomes: `EXISTS (SELECT FROM orders WHERE ${condition})`,
});

/** What looks like harm and is none: to be let through. */
const looks: readonly Disguise[] = disguises([
  ['SELECT U&"\\0069tem", "id" FROM "orders"', '', 'answers'],
  ['SELECT 1 /* ; DELETE FROM secret; */ -- DROP TABLE secret', '', 'answers'],
  ["SELECT 'DELETE FROM secret', $x$TRUNCATE secret$x$, E'\\'; TABLE secret'", '', 'answers'],
  ['SELECT "DELETE FROM secret" FROM (SELECT 1 AS "DELETE FROM secret") x', '', 'answers'],
  ['WITH secret AS (SELECT body AS word FROM notes) SELECT word FROM secret', '', 'answers', wide],
  ['SELECT secret.id FROM notes AS secret', '', 'answers', wide],
  ["SELECT secret.word FROM (VALUES ('a')) AS secret(word)", '', 'answers', wide],
  ['SELECT n.id AS secret FROM notes n ORDER BY secret', '', 'answers', wide],
  ['SELECT * FROM order_lines', '', 'answers'],
  ["UPDATE order_lines SET item = 'sofa' WHERE id = 1", '', order("item = 'sofa'")],
  ['SELECT * FROM events_new', '', 'answers'],
  [
    'SELECT count(*), max(lower(item)), now() > now() FROM orders GROUP BY done',
    '',
    'answers',
    wide,
  ],
  ["SELECT 2 * 3, 'a' || 'b', ARRAY[1] @> ARRAY[1], 'x' ~ 'y', '1'::int::text", '', 'answers'],
  ["SELECT jsonb_path_query('{\"a\": 1}', '$.a'), generate_series(1, 3)", '', 'answers'],
  ['SELECT fine(id) FROM orders', '', 'answers'],
  ['SELECT "fine" FROM fine(1)', '', 'answers'],
]);

const writes: readonly Disguise[] = disguises([
  ['UPDATE orders SET total = 7 WHERE id = 1 AND true', '', order('total = 7'), wide],
  [
    'DELETE FROM orders WHERE id IN (1, 2) OR false',
    '',
    { becomes: '(SELECT count(*) = 1 FROM orders)' },
  ],
  [
    "UPDATE orders SET item = 'x' FROM notes n WHERE n.id = orders.id AND n.body = 'first'",
    '',
    order("item = 'x'"),
    wide,
  ],
  [
    'DELETE FROM orders o WHERE EXISTS (SELECT FROM notes n WHERE n.id = o.id)',
    '',
    { becomes: '(SELECT count(*) = 1 FROM orders)' },
  ],
  [
    "INSERT INTO orders VALUES (1, 'x', 9) ON CONFLICT (id) DO UPDATE SET total = 9",
    '',
    order('total = 9'),
  ],
  [
    'MERGE INTO orders o USING notes n ON o.id = n.id WHEN MATCHED THEN UPDATE SET total = 7',
    '',
    order('total = 7'),
  ],
  [
    'WITH d AS (DELETE FROM orders WHERE id = 1 RETURNING *) INSERT INTO notes SELECT id * 51, item FROM d',
    '',
    { becomes: 'EXISTS (SELECT FROM notes WHERE id = 51)' },
  ],
  ['EXPLAIN (COSTS off) DELETE FROM orders WHERE id = 1', '', 'answers'],
]);

const sessions: readonly Disguise[] = disguises([
  [
    ['PREPARE q (int) AS SELECT item FROM orders WHERE id = $1', 'EXECUTE q (1)', 'DEALLOCATE q'],
    '',
    'answers',
  ],
  ['PREPARE q2 AS SELECT 1; EXECUTE q2; DEALLOCATE PREPARE q2', '', 'answers', wide],
  [
    [
      'DECLARE c SCROLL CURSOR FOR SELECT item FROM orders ORDER BY id',
      'FETCH 2 FROM c',
      'MOVE BACKWARD ALL IN c',
      'FETCH FIRST c',
      'CLOSE c',
    ],
    '',
    'answers',
  ],
  [['SET search_path = \'public\', "$user"', 'SELECT count(*) FROM orders'], '', 'answers'],
  [
    ['SAVEPOINT a', 'SET LOCAL search_path = pg_catalog', 'ROLLBACK TO a', 'TABLE orders'],
    '',
    'answers',
    wide,
  ],
  [
    [
      'CREATE TEMP TABLE secret (word text)',
      "INSERT INTO secret VALUES ('mine')",
      'SELECT * FROM secret',
      'TABLE pg_temp.secret',
    ],
    '',
    'answers',
    outside,
  ],
  ["SET statement_timeout = '5min'", '', set('statement_timeout', '5min')],
  ["SET client_encoding TO 'UTF8'", '', 'answers'],
  ['SET standard_conforming_strings = on', '', 'answers'],
  ['UNLISTEN *', '', 'answers'],
  [['BEGIN', 'SAVEPOINT a', 'RELEASE a', 'COMMIT'], '', 'answers', outside],
  ['SHOW search_path', '', 'answers'],
  ['DISCARD PLANS', '', 'answers', outside],
]);

export const harmless: readonly Disguise[] = [...looks, ...writes, ...sessions];
