import { disguises, ordersGone, ordersSame, P, secretGone, wide } from './disguise.ts';
import type { Disguise } from './disguise.ts';

/** Reading what is denied, by names that do not look like it. */
const reading: readonly Disguise[] = disguises([
  ['SELECT * FROM "secret"', P, 'shows'],
  ['TABLE U&"s\\0065cret"', P, 'shows'],
  ['SELECT/**/*/**/FROM/**/PUBLIC/*x*/./*y*/SeCrEt', P, 'shows', wide],
  ['SELECT $a$ FROM notes $a$, s.* FROM SECRET s', P, 'shows'],
  ['SELECT 1 -- FROM notes\n, word FROM secret', P, 'shows'],
  ["SELECT E'\\'' , word FROM secret --'", P, 'shows', wide],
  ["SELECT 'a\\', word FROM secret --'", P, 'shows'],
  ['SELECT postgres.public.secret.word FROM postgres.public.secret', P, 'shows', wide],
  ['SELECT (SELECT word FROM secret LIMIT 1)', P, 'shows'],
  ['SELECT * FROM notes, LATERAL (SELECT word FROM secret) s', P, 'shows', wide],
  ['SELECT ARRAY(SELECT word FROM secret)', P, 'shows'],
  ['VALUES ((SELECT max(word) FROM secret))', P, 'shows', wide],
  ['WITH notes AS (SELECT word FROM secret) SELECT * FROM notes', P, 'shows'],
  ['WITH secret AS (SELECT 1) SELECT word FROM public.secret', P, 'shows', wide],
  ['SELECT body FROM notes UNION ALL SELECT word FROM secret', P, 'shows'],
  ['SELECT * FROM notes JOIN secret USING (id)', P, 'shows', wide],
  ['INSERT INTO notes SELECT id + 100, word FROM secret RETURNING body', P, 'shows', wide],
  [
    'UPDATE notes SET body = word FROM secret s WHERE notes.id = s.id RETURNING body',
    P,
    'shows',
    wide,
  ],
]);

/** Writing, in what looks like reading or like writing something else. */
const writing: readonly Disguise[] = disguises([
  ['WITH d AS (DELETE FROM secret RETURNING *) SELECT count(*) FROM d', P, secretGone, wide],
  ['WITH d AS (DELETE FROM orders RETURNING *) SELECT count(*) FROM d', P, ordersGone],
  ['WITH a AS (WITH b AS (SELECT 1) SELECT 2), c AS (DELETE FROM secret) SELECT 1', P, secretGone],
  [
    'MERGE INTO secret s USING (VALUES (1), (2)) n(id) ON s.id = n.id WHEN MATCHED THEN DELETE',
    P,
    secretGone,
    wide,
  ],
  [
    'MERGE INTO orders o USING (SELECT 1 AS one) n ON true WHEN MATCHED THEN DELETE',
    P,
    ordersGone,
    wide,
  ],
  [
    "INSERT INTO secret VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET word = 'x'",
    P,
    { becomes: "EXISTS (SELECT FROM secret WHERE word = 'x')" },
    wide,
  ],
  ['EXPLAIN ANALYZE DELETE FROM orders', P, ordersGone],
  ['EXPLAIN (ANALYZE, COSTS off) WITH x AS (DELETE FROM secret) SELECT 1', P, secretGone, wide],
  ['SELECT * INTO stolen FROM secret', P, { becomes: "to_regclass('stolen') IS NOT NULL" }, wide],
  [
    'CREATE TABLE stolen AS TABLE secret',
    P,
    { becomes: "to_regclass('stolen') IS NOT NULL" },
    wide,
  ],
  ['SELECT * FROM secret FOR UPDATE', P, 'shows', wide],
  ['SELECT 1; DELETE FROM secret; SELECT 2', P, secretGone, wide],
  ['TRUNCATE ONLY public . secret', P, secretGone, wide],
  ['DELETE FROM ONLY secret USING notes WHERE true OR notes.id = secret.id', P, secretGone, wide],
]);

/** Every row, although there is a WHERE. */
const everyRow: readonly Disguise[] = disguises([
  ['DELETE FROM orders WHERE true', P, ordersGone],
  ['DELETE FROM orders WHERE 1 = 1', P, ordersGone, wide],
  ['UPDATE orders SET total = 7 WHERE id = id', P, ordersSame],
  ['UPDATE orders SET total = 7 WHERE id IS NOT NULL OR true', P, ordersSame, wide],
  ['DELETE FROM orders WHERE id = ANY (ARRAY[id])', P, ordersGone],
  ['DELETE FROM orders o WHERE EXISTS (SELECT 1 FROM notes)', P, ordersGone],
  ['DELETE FROM orders WHERE id IN (SELECT id FROM orders)', P, ordersGone],
  [
    'DELETE FROM orders WHERE EXISTS (SELECT FROM notes WHERE orders.id = orders.id)',
    P,
    ordersGone,
  ],
  ['DELETE FROM orders WHERE ctid = ctid AND NOT (id <> id)', P, ordersGone],
  ['UPDATE orders SET total = 7 WHERE (id, item) = (id, item)', P, ordersSame],
  ["UPDATE orders SET total = 7 WHERE item LIKE '%'", P, ordersSame, wide],
  ["UPDATE orders SET total = 7 WHERE item ~ '.*'", P, ordersSame],
  ['DELETE FROM orders WHERE id * 0 = 0', P, ordersGone],
  ['DELETE FROM orders WHERE done OR NOT done', P, ordersGone],
  ['DELETE FROM orders WHERE CASE WHEN id > 2 THEN true ELSE true END', P, ordersGone],
  ['DELETE FROM orders USING notes WHERE notes.id = 1', P, ordersGone, wide],
  ['DELETE FROM orders WHERE random() < 2', P, ordersGone],
  ['DELETE FROM orders WHERE id > 1 OR id <= 1', P, ordersGone],
  ['DELETE FROM orders WHERE coalesce(id, 1) = coalesce(id, 1)', P, ordersGone],
  ['UPDATE orders o SET total = 7 FROM orders p WHERE p.id = 1', P, ordersSame],
  [
    'UPDATE order_lines SET item = $$x$$ WHERE true',
    P,
    { becomes: "(SELECT every(item = 'x') FROM orders)" },
  ],
]);

export const queries: readonly Disguise[] = [...reading, ...writing, ...everyRow];
