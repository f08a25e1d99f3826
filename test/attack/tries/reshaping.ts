import { oracle, tries, writes, type Try } from './try.ts';

const L = 'LINEAGE_UNKNOWN';
const W = 'MASKED_WRITE';
const M = 'MASKED_PREDICATE';
const S = 'UNSUPPORTED_SETTING';
/** It changes the session: in a transaction that is rolled back. */
const passing = { ...oracle, ...writes };

/** Ways to have a name mean something else, or code run in another way, by the time it counts. */
export const reshaping: readonly Try[] = tries([
  // Renames.
  [['ALTER TABLE customers RENAME COLUMN email TO e', 'SELECT e FROM customers'], `${L} 42703`],
  [
    ['BEGIN', 'ALTER TABLE customers RENAME COLUMN email TO e', 'SELECT e FROM customers'],
    `${L} 25P02`,
  ],
  ['ALTER TABLE customers RENAME email TO e; SELECT e FROM customers', L],
  ['ALTER TABLE customers RENAME TO people2; SELECT lower(email) FROM people2', L],
  ['ALTER TABLE vip RENAME email TO e; SELECT e FROM vip', L, oracle],
  ['ALTER TABLE parted RENAME COLUMN email TO e; SELECT lower(e) FROM parted', L],
  ['ALTER TABLE parted_low RENAME TO low; SELECT lower(email) FROM low', L],
  ['ALTER TABLE customers SET SCHEMA decoy; SELECT lower(email) FROM decoy.customers', L, oracle],
  [
    [
      'BEGIN',
      'ALTER TABLE decoy.customers RENAME TO gone',
      'ALTER TABLE customers SET SCHEMA decoy',
      'SELECT lower(email) FROM decoy.customers',
    ],
    `${L} 25P02`,
  ],
  [
    [
      'BEGIN',
      'ALTER SCHEMA decoy RENAME TO gone',
      'ALTER SCHEMA public RENAME TO decoy',
      'SELECT lower(email) FROM decoy.customers',
    ],
    `${L} ${L} 25P02`,
  ],
  [
    'ALTER SCHEMA decoy RENAME TO gone; ALTER SCHEMA public RENAME TO decoy; SELECT lower(email) FROM decoy.customers',
    L,
  ],
  ['ALTER SCHEMA public RENAME TO elsewhere', L, oracle],
  ['ALTER VIEW people RENAME TO p2; SELECT mail FROM p2', L],
  ['ALTER VIEW people RENAME mail TO m2', L, oracle],
  [
    [
      'BEGIN',
      'ALTER TABLE notes RENAME TO aside',
      'ALTER VIEW people RENAME TO notes',
      'SELECT * FROM notes',
    ],
    `${L} 25P02`,
  ],
  [
    [
      'BEGIN',
      'ALTER TABLE notes RENAME TO aside',
      'ALTER MATERIALIZED VIEW frozen RENAME TO notes',
      'SELECT * FROM notes',
    ],
    `${L} 25P02`,
  ],
  [['BEGIN', 'ALTER FUNCTION peek(int) RENAME TO lower', 'SELECT lower(1)'], `${L} 25P02`],
  [['BEGIN', 'ALTER ROUTINE peek(int) RENAME TO lower', 'SELECT lower(1)'], `${L} 25P02`],
  [['BEGIN', 'ALTER ROUTINE peek(int) SET SCHEMA decoy', 'SELECT decoy.peek(1)'], `${L} 25P02`],
  ['ALTER ROUTINE peek(int) RENAME TO lower; SELECT lower(1)', L],

  // New ways to the same rows.
  ['CREATE TABLE kid () INHERITS (customers)', L, oracle],
  [
    [
      'BEGIN',
      'CREATE TABLE folk (id int, name text)',
      'ALTER TABLE customers INHERIT folk',
      'SELECT * FROM folk',
    ],
    `${L} ${L}`,
    oracle,
  ],
  ['ALTER TABLE notes INHERIT customers', L, oracle],
  ['ALTER TABLE parted DETACH PARTITION parted_low', L, oracle],
  ['CREATE TABLE part2 PARTITION OF parted FOR VALUES FROM (100) TO (200)', L, oracle],
  [
    [
      'BEGIN',
      'CREATE TABLE all_parts (id int, email text) PARTITION BY RANGE (id)',
      'ALTER TABLE all_parts ATTACH PARTITION parted FOR VALUES FROM (0) TO (9)',
      'SELECT lower(email) FROM all_parts',
    ],
    `${L} ${L}`,
  ],
  ['ALTER TABLE vip NO INHERIT customers; SELECT lower(email) FROM vip', L],
  [
    'CREATE FOREIGN TABLE far (id int, email text) SERVER loop OPTIONS (table_name $$customers$$); SELECT email FROM far',
    L,
  ],
  [
    [
      'IMPORT FOREIGN SCHEMA public LIMIT TO (regions, customers) FROM SERVER loop INTO far_away',
      'SELECT email FROM far_away.customers',
    ],
    `${L} ${L}`,
  ],
  ['CREATE RULE r AS ON UPDATE TO notes DO ALSO SELECT email FROM customers', L, oracle],
  [
    'CREATE RULE "_RETURN" AS ON SELECT TO decoy.customers DO INSTEAD SELECT id, name, email FROM public.customers',
    L,
    oracle,
  ],
  ['CREATE OR REPLACE VIEW people AS SELECT id, email AS mail FROM customers', W, oracle],
  ['ALTER TABLE customers ADD COLUMN e2 text GENERATED ALWAYS AS (email) STORED', M, oracle],
  ['CREATE INDEX ON customers (email)', M, oracle],
  ['CREATE STATISTICS s ON email, ssn FROM customers', M, oracle],
  ['CREATE PUBLICATION p FOR TABLE customers', L, oracle],
  ['CREATE POLICY p ON customers USING (email IS NULL)', M, oracle],
  [
    'CREATE TRIGGER t BEFORE UPDATE ON customers EXECUTE FUNCTION suppress_redundant_updates_trigger()',
    L,
    oracle,
  ],
  [['BEGIN', 'CREATE TABLE made AS TABLE notes', 'SELECT email FROM customers'], L],
  [['BEGIN', 'CREATE TABLE made (a int)', 'SELECT * FROM made, customers'], L, oracle],
  [['CREATE TEMP TABLE customers (id int, email text)', 'SELECT * FROM customers'], L, passing],
  ['CREATE TABLE pg_temp.t AS TABLE customers', 'MASKED_WRITE', oracle],
  ['CREATE TEMP VIEW t AS SELECT email AS e FROM customers', 'UNSUPPORTED_TEMPORARY', oracle],
  ['SELECT email AS e INTO TEMP t FROM customers', 'MASKED_WRITE', oracle],
  ['SELECT lower(email) FROM decoy.customers', 'masked', oracle],
  ['SELECT email FROM \u0441ustomers', L, oracle],
  ['SELECT \u0435mail FROM customers', '42703', oracle],
  ['SELECT email FROM customers\u00a0', L, oracle],
  ['SELECT \ufeffemail FROM customers', '42703', oracle],
  [`SELECT "email${'x'.repeat(80)}" FROM customers`, '42703', oracle],

  // Settings.
  [['SET search_path = decoy', 'SELECT email FROM customers'], 'masked', passing],
  ['SET LOCAL search_path = decoy; SELECT email FROM customers', S, oracle],
  ['SET SCHEMA $$decoy$$', 'masked', passing],
  ['SET "SEARCH_PATH" = decoy', 'masked', passing],
  ['SET U&"search\\005fpath" TO decoy', 'masked', passing],
  ["SELECT set_config('search_path', 'decoy', false)", S, oracle],
  ['SELECT pg_catalog.set_config($$role$$, $$narrow_rw$$, false)', S, oracle],
  ["UPDATE pg_settings SET setting = 'decoy' WHERE name = 'search_path'", S, oracle],
  ['SET ROLE narrow_rw', 'POLICY_DENIED', oracle],
  ['SET SESSION AUTHORIZATION narrow_rw', 'masked', passing],
  ['RESET ROLE', 'POLICY_DENIED', oracle],
  ['SET session_replication_role = replica', 'POLICY_DENIED', oracle],
  ['SET standard_conforming_strings = off', S, oracle],
  ["SET standard_conforming_strings = off; SELECT 'a\\', email, '' FROM customers --'", S],
  ["SET client_encoding = 'SJIS'", S, oracle],
  ["SET NAMES 'LATIN1'", S, oracle],
  ['RESET ALL', 'masked', passing],
  ['DISCARD ALL', 'masked', oracle],
  ['DISCARD TEMP', 'masked', oracle],
  ['ALTER DATABASE postgres SET search_path = decoy', S, oracle],
  ['BEGIN; SET LOCAL ROLE narrow_rw; ROLLBACK', S, oracle],
  ['ALTER ROLE wide_rw SET search_path = decoy', S, oracle],
  ["ALTER ROLE wide_rw PASSWORD 'mine'", 'POLICY_DENIED', oracle],
  ['SET application_name = (SELECT email FROM customers)', 'SQL_SYNTAX', oracle],
]);
