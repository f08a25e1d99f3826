import { beforeAll, describe, expect, test } from '@jest/globals';
import { analyse, loadParser } from './index.ts';
import { effectsOf, refusalOf, shop } from './testing.ts';
import type { SessionUse } from './types.ts';

beforeAll(loadParser);

const reads: readonly (readonly [string, readonly string[]])[] = [
  ['', []],
  ['-- nothing', []],
  ['SELECT 1', []],
  ['VALUES (1)', []],
  ['SELECT * FROM t', ['SELECT public.t']],
  ['TABLE t', ['SELECT public.t']],
  ['SELECT * FROM public.t', ['SELECT public.t']],
  ['SELECT * FROM archive.orders', ['SELECT archive.orders']],
  ['SELECT * FROM "We.ird"', ['SELECT public."We.ird"']],
  ['SELECT * FROM nowhere', ['SELECT nowhere']],
  ['SELECT * FROM other.nowhere', ['SELECT other.nowhere']],
  ['SELECT * FROM "public.t"', ['SELECT "public.t"']],
  ['SELECT * FROM "select"', ['SELECT "select"']],
  ['SELECT * FROM ONLY t', ['SELECT public.t']],
  ['SELECT * FROM t JOIN s ON t.id = s.id', ['SELECT public.s', 'SELECT public.t']],
  ['SELECT * FROM t, LATERAL (SELECT * FROM s) x', ['SELECT public.s', 'SELECT public.t']],
  ['SELECT (SELECT 1 FROM s)', ['SELECT public.s']],
  ['SELECT 1 FROM t WHERE id IN (SELECT id FROM s)', ['SELECT public.s', 'SELECT public.t']],
  ['SELECT 1 FROM t WHERE EXISTS (SELECT * FROM s)', ['SELECT public.s', 'SELECT public.t']],
  ['SELECT 1 FROM t ORDER BY (SELECT a FROM s)', ['SELECT public.s', 'SELECT public.t']],
  ['SELECT 1 FROM t LIMIT (SELECT a FROM s)', ['SELECT public.s', 'SELECT public.t']],
  ['SELECT 1 FROM t GROUP BY (SELECT a FROM s)', ['SELECT public.s', 'SELECT public.t']],
  ['SELECT 1 FROM t HAVING (SELECT true FROM s)', ['SELECT public.s', 'SELECT public.t']],
  [
    'SELECT sum(a) OVER (ORDER BY (SELECT 1 FROM s)) FROM t',
    ['SELECT public.s', 'SELECT public.t'],
  ],
  [
    'SELECT sum(a) FILTER (WHERE (SELECT true FROM s)) FROM t',
    ['SELECT public.s', 'SELECT public.t'],
  ],
  ['SELECT JSON_ARRAY(SELECT a FROM s)', ['SELECT public.s']],
  ['SELECT ARRAY(SELECT a FROM s)', ['SELECT public.s']],
  ['SELECT 1 UNION SELECT a FROM t EXCEPT SELECT b FROM s', ['SELECT public.s', 'SELECT public.t']],
  ['VALUES ((SELECT a FROM s))', ['SELECT public.s']],
  ['SELECT * FROM ROWS FROM (generate_series(1, (SELECT a FROM s))) x', ['SELECT public.s']],
  ['SELECT * FROM t TABLESAMPLE bernoulli (10)', ['SELECT public.t']],
  ['SELECT * FROM t TABLESAMPLE f (10)', ['CALL public.f', 'SELECT public.t']],
  ['SELECT 1; SELECT * FROM t; DELETE FROM s', ['DELETE public.s !', 'SELECT public.t']],
  ['SELECT * FROM t FOR UPDATE', ['SELECT public.t', 'UPDATE public.t']],
  [
    'SELECT * FROM t x, s FOR SHARE OF x',
    ['SELECT public.s', 'SELECT public.t', 'UPDATE public.t'],
  ],
  ['SELECT * FROM (SELECT * FROM t) x FOR UPDATE OF x', ['SELECT public.t', 'UPDATE public.t']],
  ['SELECT * INTO new FROM t', ['SELECT INTO new', 'SELECT public.t']],
  ['SELECT * INTO t FROM s', ['SELECT INTO t', 'SELECT public.s']],
  ['COPY t TO STDOUT', ['COPY public.t', 'SELECT public.t']],
  ['COPY t FROM STDIN', ['COPY public.t', 'INSERT public.t']],
  ["COPY (SELECT * FROM t) TO '/tmp/x'", ['COPY', 'COPY FILE', 'SELECT public.t']],
  ['COPY (DELETE FROM t RETURNING *) TO STDOUT', ['COPY', 'DELETE public.t !']],
  ["COPY t FROM PROGRAM 'x'", ['COPY PROGRAM', 'COPY public.t', 'INSERT public.t']],
  ['SHOW search_path', ['SHOW search_path']],
  ['EXPLAIN SELECT 1', ['EXPLAIN']],
  ['EXPLAIN SELECT * FROM t', ['EXPLAIN', 'SELECT public.t']],
  ['EXPLAIN DELETE FROM t', ['DELETE public.t !', 'EXPLAIN']],
  ['EXPLAIN ANALYZE DELETE FROM t WHERE id = 1', ['DELETE public.t', 'EXPLAIN']],
];

const ctes: readonly (readonly [string, readonly string[]])[] = [
  ['WITH x AS (SELECT * FROM t) SELECT * FROM x', ['SELECT public.t']],
  ['WITH t AS (SELECT * FROM t) SELECT * FROM t', ['SELECT public.t']],
  ['WITH t AS (SELECT 1) SELECT * FROM t', []],
  ['WITH t AS (SELECT 1) SELECT * FROM public.t', ['SELECT public.t']],
  ['WITH RECURSIVE t AS (SELECT 1 UNION SELECT 1 FROM t) SELECT * FROM t', []],
  ['WITH RECURSIVE t AS (SELECT * FROM s), s AS (SELECT 1) SELECT * FROM t', []],
  ['WITH t AS (SELECT * FROM s), s AS (SELECT 1) SELECT * FROM t', ['SELECT public.s']],
  ['WITH s AS (SELECT 1), t AS (SELECT * FROM s) SELECT * FROM t', []],
  ['SELECT (WITH t AS (SELECT 1) SELECT * FROM t), (SELECT a FROM t)', ['SELECT public.t']],
  ['WITH t AS (SELECT 1) SELECT (SELECT * FROM t)', []],
  ['WITH x AS (WITH t AS (SELECT 1) SELECT * FROM t) SELECT * FROM x, t', ['SELECT public.t']],
  ['WITH t AS (SELECT 1) SELECT 1 UNION SELECT * FROM t', []],
  ['(WITH t AS (SELECT 1) SELECT * FROM t) UNION SELECT a FROM t', ['SELECT public.t']],
  ['WITH t AS (SELECT 1) DELETE FROM t WHERE id = 1', ['DELETE public.t']],
  ['WITH t AS (SELECT 1) UPDATE t SET a = 1 WHERE id IN (SELECT * FROM t)', ['UPDATE public.t']],
  ['WITH t AS (SELECT 1) INSERT INTO t SELECT * FROM t', ['INSERT public.t']],
  [
    'WITH t AS (SELECT 1 AS a) MERGE INTO s USING t ON s.id = t.a WHEN MATCHED THEN DELETE',
    ['DELETE public.s'],
  ],
  ['WITH d AS (DELETE FROM t RETURNING *) SELECT * FROM d', ['DELETE public.t !']],
  [
    'WITH d AS (UPDATE t SET a = 1 WHERE id = 1 RETURNING *) INSERT INTO s SELECT * FROM d',
    ['INSERT public.s', 'UPDATE public.t'],
  ],
];

const writes: readonly (readonly [string, readonly string[]])[] = [
  ['INSERT INTO t VALUES (1)', ['INSERT public.t']],
  ['INSERT INTO t DEFAULT VALUES', ['INSERT public.t']],
  ['INSERT INTO t SELECT * FROM s', ['INSERT public.t', 'SELECT public.s']],
  [
    'INSERT INTO t VALUES ((SELECT a FROM s)) RETURNING (SELECT b FROM orders)',
    ['INSERT public.t', 'SELECT public.orders', 'SELECT public.s'],
  ],
  ['INSERT INTO t (id) VALUES (1) ON CONFLICT DO NOTHING', ['INSERT public.t']],
  [
    'INSERT INTO t (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET a = 1',
    ['INSERT public.t', 'UPDATE public.t'],
  ],
  [
    'INSERT INTO t (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET a = (SELECT a FROM s)',
    ['INSERT public.t', 'SELECT public.s', 'UPDATE public.t'],
  ],
  ['UPDATE t SET a = 1 WHERE id = 1', ['UPDATE public.t']],
  ['UPDATE t SET a = 1', ['UPDATE public.t !']],
  ['UPDATE t SET a = s.a FROM s WHERE t.id = s.id', ['SELECT public.s', 'UPDATE public.t']],
  [
    'UPDATE t SET (a, b) = (SELECT a, b FROM s) WHERE id = 1 RETURNING *',
    ['SELECT public.s', 'UPDATE public.t'],
  ],
  ['UPDATE t SET a = 1 FROM t AS o WHERE t.id = o.id', ['SELECT public.t', 'UPDATE public.t']],
  ['UPDATE t SET a = 1 WHERE CURRENT OF c', ['UPDATE public.t']],
  ['DELETE FROM t USING s WHERE t.id = s.id', ['DELETE public.t', 'SELECT public.s']],
  ['DELETE FROM t', ['DELETE public.t !']],
  ['TRUNCATE t, s', ['TRUNCATE TABLE public.s', 'TRUNCATE TABLE public.t']],
  [
    'MERGE INTO t USING s ON t.id = s.id WHEN MATCHED AND s.a = 1 THEN UPDATE SET a = 2 WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN INSERT VALUES (s.id)',
    ['DELETE public.t', 'INSERT public.t', 'SELECT public.s', 'UPDATE public.t'],
  ],
  [
    'MERGE INTO t USING s ON true WHEN MATCHED THEN UPDATE SET a = 2',
    ['SELECT public.s', 'UPDATE public.t !'],
  ],
  [
    'MERGE INTO t USING s ON true WHEN MATCHED AND t.id = 1 THEN DELETE',
    ['DELETE public.t', 'SELECT public.s'],
  ],
  [
    'MERGE INTO t USING s ON t.id = s.id WHEN NOT MATCHED BY SOURCE THEN DELETE',
    ['DELETE public.t !', 'SELECT public.s'],
  ],
  [
    'MERGE INTO t USING s ON t.id = s.id WHEN MATCHED THEN DO NOTHING',
    ['SELECT public.s', 'SELECT public.t'],
  ],
];

const calls: readonly (readonly [string, readonly string[]])[] = [
  ['SELECT count(*), now(), upper(a), coalesce(a, b) FROM t', ['SELECT public.t']],
  ['SELECT current_user, current_date, system_user', []],
  [
    'SELECT extract(year FROM now()), now() AT TIME ZONE $1, substring($2 FROM 1 FOR 2), trim($3), position($4 IN $5)',
    [],
  ],
  [
    "SELECT a LIKE 'x' ESCAPE '!', a SIMILAR TO 'x', overlay(a PLACING 'x' FROM 1), normalize(a), a IS NORMALIZED FROM t",
    ['SELECT public.t'],
  ],
  [
    'SELECT row_number() OVER (ORDER BY id), percentile_cont(0.5) WITHIN GROUP (ORDER BY a) FROM t',
    ['SELECT public.t'],
  ],
  ['SELECT pg_catalog.lower(a) FROM t', ['SELECT public.t']],
  ['SELECT lower(a) FROM t', ['CALL public.lower', 'SELECT public.t']],
  ['SELECT public.upper(a) FROM t', ['CALL public.upper', 'SELECT public.t']],
  ['SELECT f(1)', ['CALL public.f']],
  ['SELECT g(1)', ['CALL archive.g', 'CALL public.g']],
  ['SELECT public.f(1)', ['CALL public.f']],
  ['SELECT unknown_function(1)', ['CALL unknown_function']],
  ['SELECT "F"(1)', ['CALL "F"']],
  ['SELECT * FROM f(1)', ['CALL public.f']],
  ['CALL f(1)', ['CALL public.f']],
  ['CALL f((SELECT a FROM t))', ['CALL public.f', 'SELECT public.t']],
  ...[
    'pg_sleep(1)',
    "nextval('x')",
    "setval('x', 1)",
    "current_setting('x')",
    "query_to_xml('x', true, true, '')",
    "ts_stat('x')",
    "pg_read_file('x')",
    'pg_terminate_backend(1)',
    "pg_notify('x', 'y')",
    'pg_advisory_lock(1)',
    "lo_import('x')",
    'pg_some_function_of_a_later_version()',
  ].map(
    (call) => [`SELECT ${call}`, [`CALL pg_catalog.${call.slice(0, call.indexOf('('))}`]] as const,
  ),
  ["SELECT dblink('x', 'y')", ['CALL dblink']],
  [
    'SELECT 1 FROM t WHERE id = f(1) ORDER BY pg_sleep(1)',
    ['CALL pg_catalog.pg_sleep', 'CALL public.f', 'SELECT public.t'],
  ],
  ['SELECT (1).pg_sleep', ['CALL pg_catalog.pg_sleep']],
  ['SELECT ((1)).f', ['CALL public.f']],
  ['SELECT (t.a).upper FROM t', ['SELECT public.t']],
  ['SELECT x.pg_sleep FROM generate_series(1, 2) x', ['CALL pg_catalog.pg_sleep']],
  ['SELECT x.n FROM generate_series(1, 2) AS x(n)', []],
  ['SELECT t.f FROM t', ['CALL public.f', 'SELECT public.t']],
  ['SELECT t.a, t.b FROM t', ['SELECT public.t']],
  ['SELECT orders.total FROM orders', ['SELECT public.orders']],
  ['SELECT x.total FROM t x', ['CALL public.total', 'SELECT public.t']],
  ['SELECT x.total FROM (SELECT 1 AS total) x', []],
  ['SELECT json_scalar(1)', []],
  ['UPDATE t SET a = f(1) WHERE id = 1', ['CALL public.f', 'UPDATE public.t']],
  ['SELECT XMLELEMENT(NAME a, f(1))', ['CALL public.f']],
  ['SELECT JSON_OBJECT(f(1): 2)', ['CALL public.f']],
  ["SELECT * FROM JSON_TABLE(f(1), '$' COLUMNS (a int PATH '$')) x", ['CALL public.f']],
];

const utilities: readonly (readonly [string, readonly string[]])[] = [
  ['BEGIN; SAVEPOINT x; RELEASE x; ROLLBACK TO x; COMMIT', []],
  ['START TRANSACTION ISOLATION LEVEL SERIALIZABLE', []],
  ['SET TRANSACTION READ ONLY', ['SET transaction_read_only']],
  ['SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY', ['SET default_transaction_read_only']],
  ["SET statement_timeout = '1s'", ['SET statement_timeout']],
  ['SET LOCAL "Statement_Timeout" = \'1s\'', ['SET statement_timeout']],
  ["SET TIME ZONE 'UTC'", ['SET timezone']],
  ['RESET statement_timeout', ['RESET statement_timeout']],
  ['SET CONSTRAINTS ALL DEFERRED', ['SET CONSTRAINTS']],
  ['CREATE TABLE new (id int)', ['CREATE TABLE new']],
  ['CREATE TABLE t (id int)', ['CREATE TABLE t']],
  [
    'CREATE TABLE public.new (id int REFERENCES t)',
    ['CREATE TABLE public.new', 'CREATE TABLE public.t'],
  ],
  ['CREATE TABLE new (id int DEFAULT f(1))', ['CALL public.f', 'CREATE TABLE new']],
  ['CREATE TABLE new AS SELECT * FROM t', ['CREATE TABLE AS new', 'SELECT public.t']],
  [
    'CREATE MATERIALIZED VIEW new AS SELECT * FROM t',
    ['CREATE MATERIALIZED VIEW new', 'SELECT public.t'],
  ],
  ['CREATE VIEW public.new AS SELECT * FROM t', ['CREATE VIEW public.new', 'SELECT public.t']],
  ['CREATE INDEX ON t (f(a))', ['CALL public.f', 'CREATE INDEX public.t']],
  ['CREATE SEQUENCE q', ['CREATE SEQUENCE q']],
  [
    'CREATE SCHEMA x CREATE TABLE new (id int) CREATE VIEW v AS SELECT * FROM t',
    ['CREATE SCHEMA', 'CREATE TABLE new', 'CREATE VIEW v', 'SELECT public.t'],
  ],
  ["CREATE FUNCTION h() RETURNS int LANGUAGE sql AS 'SELECT 1'", ['CREATE FUNCTION']],
  [
    'CREATE FUNCTION h(a int DEFAULT f(1)) RETURNS int LANGUAGE sql RETURN 1',
    ['CALL public.f', 'CREATE FUNCTION'],
  ],
  ["CREATE PROCEDURE h() LANGUAGE sql AS 'SELECT 1'", ['CREATE PROCEDURE']],
  [
    'CREATE TRIGGER x BEFORE INSERT ON t EXECUTE FUNCTION f()',
    ['CALL public.f', 'CREATE TRIGGER public.t'],
  ],
  [
    'CREATE RULE x AS ON INSERT TO t DO ALSO DELETE FROM s',
    ['CREATE RULE public.t', 'DELETE public.s !'],
  ],
  [
    'CREATE POLICY p ON t USING (id = (SELECT 1 FROM s))',
    ['CREATE POLICY public.t', 'SELECT public.s'],
  ],
  ['CREATE TYPE new AS (a int)', ['CREATE TYPE new']],
  ['CREATE OPERATOR + (FUNCTION = f)', ['CREATE OPERATOR']],
  ['CREATE ROLE x', ['CREATE ROLE']],
  ['CREATE EXTENSION x', ['CREATE EXTENSION']],
  ['ALTER TABLE t ADD COLUMN c int', ['ALTER TABLE public.t']],
  ['ALTER TABLE t RENAME TO u', ['ALTER TABLE public.t']],
  ['ALTER TABLE t RENAME COLUMN a TO c', ['ALTER TABLE public.t']],
  ['ALTER INDEX t RENAME TO u', ['ALTER INDEX public.t']],
  ['ALTER TABLE t SET SCHEMA archive', ['ALTER TABLE public.t']],
  ['ALTER TABLE t OWNER TO x', ['ALTER TABLE public.t']],
  ['ALTER TABLE t ATTACH PARTITION s DEFAULT', ['ALTER TABLE public.s', 'ALTER TABLE public.t']],
  ['ALTER FUNCTION f() RENAME TO h', ['ALTER FUNCTION']],
  ['ALTER ROLE x SUPERUSER', ['ALTER ROLE']],
  ['DROP TABLE t, archive.orders', ['DROP TABLE archive.orders', 'DROP TABLE public.t']],
  ['DROP MATERIALIZED VIEW IF EXISTS nowhere', ['DROP MATERIALIZED VIEW nowhere']],
  ['DROP FUNCTION f(int)', ['DROP FUNCTION']],
  ['DROP SCHEMA x CASCADE', ['DROP SCHEMA']],
  ['DROP TRIGGER x ON t', ['DROP TRIGGER public.t']],
  ['COMMENT ON TABLE t IS NULL', ['COMMENT public.t']],
  ['COMMENT ON COLUMN t.a IS NULL', ['COMMENT public.t']],
  ['COMMENT ON ROLE x IS NULL', ['COMMENT']],
  ['GRANT SELECT ON t TO x', ['GRANT public.t']],
  ['REVOKE ALL ON ALL TABLES IN SCHEMA public FROM x', ['REVOKE']],
  ['GRANT a TO b', ['GRANT ROLE']],
  ['LOCK TABLE t', ['LOCK TABLE public.t']],
  ['VACUUM t', ['VACUUM public.t']],
  ['ANALYZE', ['ANALYZE']],
  ['REINDEX TABLE t', ['REINDEX public.t']],
  ['REFRESH MATERIALIZED VIEW t', ['REFRESH MATERIALIZED VIEW public.t']],
  ['CHECKPOINT', ['CHECKPOINT']],
];

describe.each([
  ['reads', reads],
  ['CTEs', ctes],
  ['writes', writes],
  ['calls', calls],
  ['utilities', utilities],
] as const)('effects of %s', (_, table) => {
  test.each(table)('%s', (sql, effects) => {
    expect([...effectsOf(sql)].sort()).toEqual([...effects].sort());
    expect(refusalOf(sql)).toBeUndefined();
  });
});

describe('statements refused in this release keep their effects', () => {
  test.each([
    ["LOAD 'x'", 'UNSUPPORTED_STATEMENT', ['LOAD']],
    ["PREPARE TRANSACTION 'x'", 'UNSUPPORTED_STATEMENT', ['PREPARE TRANSACTION']],
    ["COMMIT PREPARED 'x'", 'UNSUPPORTED_STATEMENT', ['COMMIT PREPARED']],
    ["ROLLBACK PREPARED 'x'", 'UNSUPPORTED_STATEMENT', ['ROLLBACK PREPARED']],
    ['CREATE TEMP VIEW x AS SELECT 1', 'UNSUPPORTED_TEMPORARY', ['CREATE VIEW pg_temp.x']],
    ['CREATE TEMP SEQUENCE x', 'UNSUPPORTED_TEMPORARY', ['CREATE SEQUENCE pg_temp.x']],
    ['SELECT * FROM pg_temp_3.x', 'UNSUPPORTED_TEMPORARY', ['SELECT pg_temp_3.x']],
    ['SELECT pg_temp.x()', 'UNSUPPORTED_TEMPORARY', ['CALL pg_temp.x']],
    ['SELECT 1::pg_temp.x', 'UNSUPPORTED_TEMPORARY', []],
    [
      'CREATE FUNCTION pg_temp.x() RETURNS int LANGUAGE sql RETURN 1',
      'UNSUPPORTED_TEMPORARY',
      ['CREATE FUNCTION'],
    ],
    ["SET NAMES 'SJIS'", 'UNSUPPORTED_SETTING', ['SET client_encoding']],
    [
      'SET standard_conforming_strings = off',
      'UNSUPPORTED_SETTING',
      ['SET standard_conforming_strings'],
    ],
    [
      "SELECT set_config('search_path', 'x', false)",
      'UNSUPPORTED_SETTING',
      ['CALL pg_catalog.set_config'],
    ],
    [
      "SELECT pg_catalog.set_config('search_path', 'x', false)",
      'UNSUPPORTED_SETTING',
      ['CALL pg_catalog.set_config'],
    ],
    [
      "UPDATE pg_settings SET setting = 'x' WHERE name = 'search_path'",
      'UNSUPPORTED_SETTING',
      ['UPDATE pg_catalog.pg_settings'],
    ],
    ['ALTER ROLE x SET search_path = y', 'UNSUPPORTED_SETTING', ['ALTER ROLE']],
    ['ALTER DATABASE x SET role = y', 'UNSUPPORTED_SETTING', ['ALTER DATABASE']],
    ['ALTER DATABASE x RESET ALL', 'UNSUPPORTED_SETTING', ['ALTER DATABASE']],
    ["ALTER SYSTEM SET session_preload_libraries = 'x'", 'UNSUPPORTED_SETTING', ['ALTER SYSTEM']],
  ] as const)('%s: %s', (sql, code, effects) => {
    expect(refusalOf(sql)).toBe(code);
    expect([...effectsOf(sql)].sort()).toEqual([...effects].sort());
  });
});

describe('what a statement makes of the session', () => {
  test.each<readonly [string, readonly string[], SessionUse]>([
    ['PREPARE p AS DELETE FROM t', ['DELETE public.t !'], { kind: 'prepare', name: 'p' }],
    ['EXECUTE p(f(1))', ['CALL public.f'], { kind: 'execute', name: 'p', into: false }],
    ['EXPLAIN EXECUTE p', ['EXPLAIN'], { kind: 'execute', name: 'p', into: false }],
    [
      'CREATE TABLE x AS EXECUTE p',
      ['CREATE TABLE AS x'],
      { kind: 'execute', name: 'p', into: true },
    ],
    ['DEALLOCATE "P"', [], { kind: 'deallocate', name: 'P' }],
    ['DEALLOCATE ALL', [], { kind: 'deallocate' }],
    [
      'DECLARE c BINARY CURSOR WITH HOLD FOR SELECT * FROM t',
      ['SELECT public.t'],
      { kind: 'declare', name: 'c', hold: true, binary: true },
    ],
    [
      'DECLARE c CURSOR FOR SELECT 1',
      [],
      { kind: 'declare', name: 'c', hold: false, binary: false },
    ],
    ['FETCH c', [], { kind: 'fetch', name: 'c' }],
    ['MOVE ALL IN c', [], { kind: 'fetch', name: 'c' }],
    ['CLOSE c', [], { kind: 'close', name: 'c' }],
    ['CLOSE ALL', [], { kind: 'close' }],
    [
      'CREATE TEMP TABLE x (id int)',
      ['CREATE TABLE pg_temp.x'],
      { kind: 'temporary', name: 'x', lasting: true },
    ],
    [
      'CREATE TABLE pg_temp.x () ON COMMIT DROP',
      ['CREATE TABLE pg_temp.x'],
      { kind: 'temporary', name: 'x', lasting: false },
    ],
    [
      'CREATE TEMP TABLE x AS SELECT 1',
      ['CREATE TABLE AS pg_temp.x'],
      { kind: 'temporary', name: 'x', lasting: true },
    ],
    [
      'SELECT 1 INTO TEMP x',
      ['SELECT INTO pg_temp.x'],
      { kind: 'temporary', name: 'x', lasting: true },
    ],
    [
      'SET search_path = x, "Y"',
      ['SET search_path'],
      { kind: 'set', setting: 'search_path', value: ['x', 'Y'], local: false },
    ],
    [
      'SET LOCAL "SEARCH_PATH" = x',
      ['SET search_path'],
      { kind: 'set', setting: 'search_path', value: ['x'], local: true },
    ],
    [
      'SET LOCAL search_path TO DEFAULT',
      ['SET search_path'],
      { kind: 'set', setting: 'search_path', local: true },
    ],
    [
      'RESET search_path',
      ['RESET search_path'],
      { kind: 'set', setting: 'search_path', local: false },
    ],
    ['SET ROLE x', ['SET ROLE role'], { kind: 'set', setting: 'role', value: ['x'], local: false }],
    ['RESET ROLE', ['SET ROLE role'], { kind: 'set', setting: 'role', local: false }],
    [
      'SET SESSION AUTHORIZATION x',
      ['SET SESSION AUTHORIZATION session_authorization'],
      { kind: 'set', setting: 'session_authorization', value: ['x'], local: false },
    ],
    ['RESET ALL', ['RESET all'], { kind: 'discard', what: 'settings' }],
    ['DISCARD ALL', ['DISCARD ALL'], { kind: 'discard', what: 'all' }],
    ['DISCARD TEMP', ['DISCARD TEMP'], { kind: 'discard', what: 'temporary' }],
  ])('%s', (sql, effects, use) => {
    expect(effectsOf(sql)).toEqual(effects);
    expect(refusalOf(sql)).toBeUndefined();
    expect(analyse(sql).statements[0]?.session).toEqual([use]);
  });
});

describe('what else an analysis says', () => {
  test('a created relation goes to the creation schema, not to an equal name found elsewhere', () => {
    expect(effectsOf('CREATE TABLE t (id int)', { ...shop, creationSchema: 'first' })).toEqual([
      'CREATE TABLE first.t',
    ]);
  });

  test.each([
    ['BEGIN', 'begin'],
    ['END', 'commit'],
    ['ABORT', 'rollback'],
    ['SAVEPOINT a', 'savepoint'],
    ['RELEASE a', 'release'],
    ['ROLLBACK TO a', 'rollback-to'],
    ['SELECT 1', undefined],
  ])('%s is transaction control: %s', (sql, command) => {
    expect(analyse(sql).statements[0]?.transaction).toBe(command);
  });

  test.each([
    ['SELECT * FROM t', false],
    ['UPDATE t SET a = 1', false],
    ['SELECT nextval($1)', false],
    ['SELECT f(1)', true],
    ['CREATE TABLE x (id int)', true],
    ['ALTER TABLE t ADD COLUMN c int', true],
    ['DROP VIEW v', true],
    ['ROLLBACK', true],
    ['COMMIT', false],
  ])('%s invalidates what was resolved: %s', (sql, invalidates) => {
    expect(analyse(sql).statements[0]?.invalidates).toBe(invalidates);
  });

  test('each name once, with CTEs left out', () => {
    expect(analyse('WITH x AS (SELECT * FROM t) SELECT f(1) FROM x, t, archive.t').names).toEqual([
      { kind: 'relation', name: 't' },
      { kind: 'relation', schema: 'archive', name: 't' },
      { kind: 'function', name: 'f' },
    ]);
  });
});
