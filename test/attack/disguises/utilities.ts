import { disguises, ordersGone, outside, P, secretGone, wide } from './disguise.ts';
import type { Disguise, Evidence } from './disguise.ts';

const U = 'UNSUPPORTED_';
const exists = (relation: string): Evidence => ({
  becomes: `to_regclass('${relation}') IS NOT NULL`,
});
const set = (name: string, value: string): Evidence => ({
  becomes: `current_setting('${name}') = '${value}'`,
});

/** Functions of the server's own. */
const builtins: readonly Disguise[] = disguises([
  ["SELECT nextval('ids')", P, 'answers'],
  ["SELECT pg_catalog.setval('ids', 500)", P, 'answers'],
  ["SELECT pg_read_file('xyzzy.txt')", P, 'shows'],
  ["SELECT * FROM pg_ls_dir('.')", P, 'shows'],
  [
    'SELECT lo_unlink(77)',
    P,
    { becomes: 'NOT EXISTS (SELECT FROM pg_largeobject_metadata WHERE oid = 77)' },
  ],
  [
    "SELECT lo_import('PG_VERSION')",
    P,
    { becomes: '(SELECT count(*) > 1 FROM pg_largeobject_metadata)' },
  ],
  ['SELECT convert_from(lo_get(77), $$utf8$$)', P, 'shows'],
  [
    "SELECT * FROM dblink('dbname=postgres user=postgres password=secret host=127.0.0.1 port=' || current_setting('port'), 'TABLE secret') AS t(a int, b text)",
    P,
    'shows',
  ],
  ["SELECT query_to_xml('TABLE secret', true, false, '')", P, 'shows'],
  ["SELECT * FROM ts_stat('SELECT to_tsvector(''simple'', word) FROM secret')", P, 'shows'],
  ['SELECT pg_sleep(0.01)', P, 'answers'],
  ['SELECT txid_current()', P, 'answers'],
  ["SELECT pg_notify('x', 'y')", P, 'answers'],
  ['SELECT pg_advisory_xact_lock(1)', P, 'answers'],
  ['SELECT pg_terminate_backend(pg_backend_pid())', P, 'ends'],
  [
    "SELECT set_config('role', 'clerk', true)",
    `${U}SETTING`,
    { becomes: "current_user = 'clerk'" },
  ],
]);

/** Statements that run others, now or later. */
const statements: readonly Disguise[] = disguises([
  [['PREPARE q AS DELETE FROM secret', 'EXECUTE q'], `${P} UNKNOWN_STATEMENT`, secretGone, wide],
  [
    ['PREPARE q (bool) AS DELETE FROM orders WHERE $1', 'EXECUTE q (true)'],
    `${P} UNKNOWN_STATEMENT`,
    ordersGone,
    wide,
  ],
  [['PREPARE q AS SELECT 1', 'EXECUTE q; DELETE FROM secret'], P, secretGone, wide],
  [['PREPARE q (int) AS SELECT $1', 'EXECUTE q (wipe())'], P, secretGone, wide],
  ['PREPARE q AS TABLE secret; EXECUTE q', P, 'shows', wide],
  [
    ['PREPARE q AS TABLE secret', 'CREATE TABLE stolen AS EXECUTE q'],
    `${P} UNKNOWN_STATEMENT`,
    exists('stolen'),
    wide,
  ],
  [
    ['PREPARE q AS DELETE FROM secret', 'EXPLAIN ANALYZE EXECUTE q'],
    `${P} UNKNOWN_STATEMENT`,
    secretGone,
  ],
  ['DECLARE c CURSOR FOR TABLE secret; FETCH ALL FROM c', P, 'shows', wide],
  [['DECLARE c CURSOR FOR SELECT wipe()', 'FETCH NEXT FROM c'], `${P} 25P02`, secretGone, wide],
  ['CREATE VIEW harmless AS SELECT * FROM secret', P, exists('harmless'), wide],
  [
    'CREATE OR REPLACE VIEW order_lines AS SELECT id, word AS item FROM secret',
    P,
    { becomes: "EXISTS (SELECT FROM order_lines WHERE item ~ 'xyzzy')" },
    wide,
  ],
  [
    'CREATE RULE r AS ON INSERT TO notes DO ALSO DELETE FROM secret',
    P,
    { becomes: "EXISTS (SELECT FROM pg_rules WHERE tablename = 'notes')" },
    wide,
  ],
  [
    'CREATE TRIGGER t AFTER INSERT ON notes FOR EACH ROW EXECUTE FUNCTION wipe_trigger()',
    P,
    { becomes: "EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'notes'::regclass)" },
    wide,
  ],
  ['ALTER TABLE plain ALTER COLUMN id TYPE bigint USING wipe_of(id)', P, secretGone, wide],
  [
    "CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'DELETE FROM secret; SELECT 1'",
    P,
    { becomes: "to_regproc('g') IS NOT NULL" },
  ],
  ['CREATE SCHEMA s CREATE VIEW s.v AS TABLE public.secret', P, exists('s.v'), wide],
]);

/** What the rest of the session, or the server, is different by. */
const settings: readonly Disguise[] = disguises([
  ['SET ROLE clerk', P, { becomes: "current_user = 'clerk'" }],
  ["SET SESSION AUTHORIZATION 'clerk'", P, { becomes: "session_user = 'clerk'" }],
  ['SET LOCAL "role" = \'clerk\'', P, { becomes: "current_user = 'clerk'" }],
  ['SET session_replication_role = replica', P, set('session_replication_role', 'replica')],
  [['SET search_path = vault', 'SELECT * FROM orders'], P, 'shows'],
  ['SET search_path = vault; SELECT * FROM orders', `${U}SETTING`, 'shows', wide],
  [["SET LOCAL search_path TO 'vault', public", 'TABLE orders'], P, 'shows', wide],
  [['CREATE TEMP TABLE secret (word text)', 'DROP TABLE secret; SELECT * FROM secret'], P, 'shows'],
  [
    ['CREATE TEMP VIEW orders AS SELECT * FROM public.secret', 'SELECT * FROM orders'],
    `${U}TEMPORARY 25P02`,
    'shows',
  ],
  ['LOCK TABLE orders', P, 'answers'],
  ['VACUUM orders', P, 'answers', outside],
  ['ANALYZE orders', P, 'answers'],
  ["NOTIFY x, 'y'", P, 'answers'],
  ['DISCARD TEMP', P, 'answers'],
  ['LOAD $$dblink$$', `${U}STATEMENT`, 'answers', wide],
  [
    'GRANT SELECT ON secret TO clerk',
    P,
    { becomes: "has_table_privilege('clerk', 'secret', 'SELECT')" },
    wide,
  ],
  [
    'ALTER ROLE clerk SUPERUSER',
    P,
    { becomes: "EXISTS (SELECT FROM pg_roles WHERE rolname = 'clerk' AND rolsuper)" },
  ],
  [
    "COMMENT ON TABLE secret IS 'x'",
    P,
    { becomes: "obj_description('secret'::regclass) = 'x'" },
    wide,
  ],
  ['DROP SCHEMA vault CASCADE', P, { becomes: "to_regnamespace('vault') IS NULL" }],
]);

export const utilities: readonly Disguise[] = [...builtins, ...statements, ...settings];
