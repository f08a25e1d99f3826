import { beforeAll, expect, test } from '@jest/globals';
import { loadParser } from './index.ts';
import { effectsOf } from './testing.ts';

beforeAll(loadParser);

const all = [
  'true',
  '1 = 1',
  '1 <> 2',
  "'a' = 'a'",
  'false',
  'NULL',
  '$1',
  '$1 = $2',
  "'t'::boolean",
  "'yes'",
  '1::boolean',
  'now() > $1',
  'random() < 0.5',
  'current_user = $1',
  'id = id',
  't.id = id',
  'public.t.id = t.id',
  'NOT (id <> id)',
  'id >= id',
  'id IN (id, 5)',
  'id = ANY (ARRAY[id])',
  'id BETWEEN id AND id',
  'id IS NOT DISTINCT FROM id',
  '(id, a) = (id, a)',
  'lower(a) = lower(a)',
  'id + 1 = id + 1',
  'NOT false',
  'NOT (NOT true)',
  'id IS NOT NULL OR true',
  'id = 1 OR 1 = 1',
  'id = 1 OR id = id',
  'id = 1 OR $1',
  'id = 1 OR $1 IS NULL',
  'id = 1 OR now() > $1',
  'id = 1 OR EXISTS (SELECT 1)',
  'id = 1 OR (true AND NOT false)',
  'NOT (id = 1 AND false)',
  'id = 1 OR NOT (id = 1)',
  'id IS NULL OR id IS NOT NULL',
  'id = 1 OR id <> 1',
  'id < 1 OR id >= 1',
  '(id = 1) IS NOT NULL',
  '(id = 1) IS NOT UNKNOWN',
  '(id = id) IS TRUE',
  '(id <> id) IS NOT TRUE',
  'NULL IS NULL',
  '1 IS NOT NULL',
  'COALESCE(true, id = 1)',
  'CASE WHEN true THEN true ELSE id = 1 END',
  'CASE WHEN id = 1 THEN true ELSE true END',
  'CASE 1 WHEN 1 THEN true END',
  "a LIKE '%'",
  "a ILIKE '%%'",
  "a ~ ''",
  "a ~ '.*'",
  'id * 0 = 0',
  'id - id = 0',
  'id % 1 = 0',
  'EXISTS (SELECT 1 FROM s)',
  'EXISTS (SELECT 1 FROM s WHERE s.id = 1)',
  '(SELECT count(*) FROM s) > 0',
  '(SELECT true)',
  '1 IN (SELECT 1)',
  'true AND true',
  'true OR id = 1',
];

const some = [
  'id = 1',
  'id = $1',
  'active',
  'NOT active',
  'id = 1 AND true',
  'id = 1 AND $1',
  'id = 1 OR false',
  'id = 1 OR 1 = 2',
  'id = 1 OR NULL',
  'id IN (1, 2)',
  'id IN (SELECT id FROM s)',
  'id = ANY ($1)',
  'id = a',
  "a LIKE 'x%'",
  "a ~ '^x'",
  'a IS NULL',
  'id BETWEEN 1 AND 2',
  'EXISTS (SELECT 1 FROM s WHERE s.id = t.id)',
  'NOT EXISTS (SELECT 1 FROM s WHERE s.id = t.id)',
  'id = (SELECT max(id) FROM s)',
  'f(id) = 1',
  'COALESCE(active, true)',
  'CASE WHEN id = 1 THEN true ELSE false END',
  'active IS TRUE',
  '(id = 1) IS TRUE',
  'CURRENT OF c',
  'id - 1 = 0',
  'lower(a) = upper(a)',
  'date_trunc($1, a) = now()',
];

test.each(all)('UPDATE and DELETE WHERE %s reach every row', (where) => {
  expect(effectsOf(`DELETE FROM t WHERE ${where}`)).toContain('DELETE public.t !');
  expect(effectsOf(`UPDATE t SET a = 1 WHERE ${where}`)).toContain('UPDATE public.t !');
});

test.each(some)('UPDATE and DELETE WHERE %s are bounded', (where) => {
  expect(effectsOf(`DELETE FROM t WHERE ${where}`)).toContain('DELETE public.t');
  expect(effectsOf(`UPDATE t SET a = 1 WHERE ${where}`)).toContain('UPDATE public.t');
});

test.each([
  ['DELETE FROM t USING s WHERE t.id = s.id', 'DELETE public.t'],
  ['DELETE FROM t USING s WHERE id = s.id', 'DELETE public.t'],
  ['DELETE FROM t USING s WHERE s.id = 1', 'DELETE public.t !'],
  ['DELETE FROM t USING s WHERE s.id = s.id', 'DELETE public.t !'],
  ['UPDATE t x SET a = 1 FROM s y WHERE y.id = 1 OR x.id = y.id', 'UPDATE public.t !'],
  ['UPDATE t x SET a = 1 FROM s y WHERE y.id = 1 AND x.id = y.id', 'UPDATE public.t'],
  ['INSERT INTO t VALUES (1) ON CONFLICT (id) DO UPDATE SET a = 1', 'UPDATE public.t'],
  ['TRUNCATE t', 'TRUNCATE TABLE public.t'],
])('%s: %s', (sql, effect) => {
  expect(effectsOf(sql)).toContain(effect);
});
