import { oracle, tries, type Try } from './try.ts';

const L = 'LINEAGE_UNKNOWN';
const W = 'MASKED_WRITE';
const U = 'UNSUPPORTED_';

/** Ways that name the value nowhere: SQL as text, files, statistics, other languages and other protocols. */
export const roundabout: readonly Try[] = tries([
  // SQL or a relation given as text.
  ["SELECT query_to_xml('SELECT email FROM customers', true, false, '')", L],
  ["SELECT query_to_xml('SELECT ema' || 'il FROM cust' || 'omers', true, false, '')", L],
  ["SELECT table_to_xml('customers', true, false, '')", L],
  ["SELECT schema_to_xml('public', true, false, '')", L],
  ["SELECT database_to_xml(true, false, '')", L],
  ["SELECT * FROM ts_stat('SELECT to_tsvector(email) FROM customers')", L],
  [
    "SELECT ts_rewrite('a'::tsquery, 'SELECT ''a''::tsquery, to_tsquery($$simple$$, $$''''$$ || email || $$''''$$) FROM customers LIMIT 1')",
    L,
  ],
  ["SELECT query_to_xml FROM query_to_xml('TABLE customers', true, false, '')", L],
  ["SELECT ('TABLE customers'::text).query_to_xml", L, oracle],
  ["SELECT t.query_to_xml FROM (SELECT 'TABLE customers' AS a) t", '42703', oracle],
  [
    "SELECT * FROM dblink('dbname=postgres', 'SELECT email FROM customers') AS t(e text)",
    L,
    oracle,
  ],
  ["SELECT dblink_exec('dbname=postgres', 'CREATE TABLE copy AS TABLE customers')", L, oracle],
  ["SELECT currtid2('customers', '(0,1)')", L, oracle],

  // Statements about statements.
  [['PREPARE p AS SELECT lower(email) FROM customers', 'EXECUTE p', 'DEALLOCATE p'], 'masked'],
  ['PREPARE p AS SELECT lower(email) FROM customers; EXECUTE p; DEALLOCATE p', 'masked'],
  ['PREPARE p AS SELECT 1; DEALLOCATE p', 'masked', oracle],
  [['PREPARE p AS SELECT email FROM customers', 'EXECUTE p', 'DEALLOCATE p'], 'masked'],
  ['EXECUTE p', 'UNKNOWN_STATEMENT', oracle],
  ['DEALLOCATE ALL', 'masked', oracle],
  ["EXECUTE IMMEDIATE 'SELECT email FROM customers'", 'SQL_SYNTAX', oracle],
  [
    ['BEGIN', 'DECLARE c CURSOR FOR SELECT lower(email) FROM customers', 'FETCH ALL FROM c'],
    'masked',
  ],
  ['BEGIN; DECLARE c CURSOR FOR SELECT lower(email) FROM customers; FETCH ALL FROM c', 'masked'],
  [
    [
      'BEGIN',
      'DECLARE c CURSOR FOR SELECT email, id FROM customers',
      'FETCH 1 FROM c',
      'FETCH ALL c',
    ],
    'masked',
  ],
  ['FETCH ALL FROM "<unnamed portal 1>"', '34000', oracle],
  ['MOVE ALL FROM c', '34000', oracle],
  ['CLOSE ALL', 'masked', oracle],
  ["DO $$ BEGIN RAISE NOTICE '%', (SELECT email FROM customers LIMIT 1); END $$", L],
  ["DO LANGUAGE plpgsql 'BEGIN EXECUTE ''CREATE TABLE copy AS TABLE customers''; END'", L, oracle],
  [
    'CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$SELECT email FROM customers$$; SELECT f()',
    L,
  ],
  ['EXPLAIN (ANALYZE) EXECUTE p', 'UNKNOWN_STATEMENT', oracle],
  ['EXPLAIN (ANALYZE) DECLARE c CURSOR FOR TABLE customers', 'masked', oracle],
  ['EXPLAIN ANALYZE CREATE TABLE copy AS TABLE customers', W, oracle],

  // COPY.
  ['COPY customers TO STDOUT', 'masked'],
  ['COPY (SELECT email FROM customers) TO STDOUT (FORMAT binary)', 'masked'],
  ['COPY customers (email) TO STDOUT (FORMAT csv, HEADER)', 'masked'],
  ["COPY customers TO STDOUT (ENCODING 'LATIN1')", `${U}COPY`],
  ['COPY customers TO STDOUT; COPY customers TO STDOUT', `${U}COPY`],
  ["COPY customers TO '/tmp/chaperone-attack'", 'MASKED_PREDICATE', oracle],
  ["COPY customers TO PROGRAM 'cat > /tmp/chaperone-attack'", 'MASKED_PREDICATE', oracle],

  // What the server keeps of the values.
  ['SELECT most_common_vals, histogram_bounds FROM pg_stats WHERE tablename = $$customers$$', L],
  ['SELECT * FROM pg_catalog.pg_statistic', L],
  ['SELECT stavalues1 FROM pg_statistic', L],
  ['SELECT s FROM pg_stats s', L],
  ['SELECT * FROM pg_stats_ext', L, oracle],
  ['SELECT query FROM pg_stat_activity', L, oracle],
  ['SELECT * FROM pg_stat_get_activity(NULL)', L, oracle],
  ['SELECT pg_stat_get_backend_activity(1)', L, oracle],
  ['SELECT * FROM pg_prepared_statements', L, oracle],
  ['SELECT * FROM pg_cursors', L, oracle],
  ["SELECT * FROM pg_logical_slot_peek_changes('s', NULL, NULL)", L, oracle],

  // Files and large objects.
  ["SELECT pg_read_file('postgresql.auto.conf')", L, oracle],
  ["SELECT pg_read_binary_file('base/1/1259')", L, oracle],
  ["SELECT pg_catalog.pg_read_file('PG_VERSION')", L, oracle],
  ["SELECT pg_ls_dir('.')", 'masked', oracle],
  ['SELECT loread(lo_open(1, 262144), 100)', L, oracle],
  ['SELECT lo_get(1)', L, oracle],
  ["SELECT lo_export(1, '/tmp/chaperone-attack')", L, oracle],
  ['SELECT data FROM pg_largeobject', L, oracle],

  // The credential.
  ['SELECT rolname, rolpassword FROM pg_authid', 'POLICY_DENIED', oracle],
  ['SELECT passwd FROM pg_shadow', 'POLICY_DENIED', oracle],
  ['SELECT * FROM pg_hba_file_rules', 'masked', oracle],
  ['SELECT current_user, session_user', 'masked', oracle],
  ["SELECT current_setting('primary_conninfo', true)", 'masked', oracle],
  ['SHOW ALL', 'masked', oracle],

  // What outlives or leaves the session.
  ['LISTEN x', 'masked', oracle],
  ["NOTIFY x, 'payload'", 'masked', oracle],
  ['UNLISTEN *', 'masked', oracle],
  ["SELECT pg_notify('x', peek(1))", L, oracle],
  ["PREPARE TRANSACTION 'x'", `${U}STATEMENT`, oracle],
  ["LOAD 'auto_explain'", `${U}STATEMENT`, oracle],
  ['LOCK TABLE customers IN ACCESS SHARE MODE', '25P01', oracle],
  ['CLUSTER customers USING customers_email_key', L, oracle],
  ['VACUUM (VERBOSE) customers (email)', 'MASKED_PREDICATE', oracle],
  ['ANALYZE VERBOSE customers (email)', 'MASKED_PREDICATE', oracle],
]);
