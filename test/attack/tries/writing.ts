import { oracle, tries, writes, type Try } from './try.ts';

const L = 'LINEAGE_UNKNOWN';
const W = 'MASKED_WRITE';
const M = 'MASKED_PREDICATE';

/** Ways to write what is masked to where it is not, or to have a write show it. */
export const writing: readonly Try[] = tries([
  // RETURNING.
  ["UPDATE customers SET tier = 'x' WHERE id = 1 RETURNING email", 'masked', writes],
  ["UPDATE customers SET tier = 'x' WHERE id = 1 RETURNING *", 'masked', writes],
  ["UPDATE customers SET tier = 'x' WHERE id = 1 RETURNING customers", 'masked', writes],
  ["UPDATE customers SET tier = 'x' WHERE id = 1 RETURNING lower(email)", 'masked', writes],
  ['DELETE FROM vip WHERE id = 3 RETURNING email', 'masked', writes],
  ['DELETE FROM vip v USING notes n WHERE v.id = 3 AND n.id = 1 RETURNING v.*', 'masked', writes],
  [
    "INSERT INTO customers (id, name, tier) VALUES (1, 'x', 'gone') ON CONFLICT (id) DO UPDATE SET tier = 'y' RETURNING email",
    'masked',
    writes,
  ],
  [
    "INSERT INTO customers (id, name, tier) VALUES (1, 'x', 'gone') ON CONFLICT (id) DO UPDATE SET name = customers.email RETURNING name",
    W,
  ],
  [
    "INSERT INTO customers (id, name, tier) VALUES (1, 'x', 'gone') ON CONFLICT (id) DO UPDATE SET name = 'x' WHERE customers.email > 'm'",
    M,
    oracle,
  ],
  ['WITH d AS (DELETE FROM vip RETURNING *) SELECT email FROM d', 'masked', writes],
  [
    "WITH u AS (UPDATE customers SET tier = 'x' RETURNING email) INSERT INTO notes SELECT 9, email FROM u LIMIT 1 RETURNING body",
    W,
  ],

  // From the masked column elsewhere.
  ['INSERT INTO notes SELECT 10 + id, email FROM customers RETURNING body', W],
  ['INSERT INTO notes (id, body) SELECT 9, max(c.email) FROM customers c RETURNING *', W],
  ['INSERT INTO notes VALUES (9, (SELECT email FROM customers WHERE id = 1)) RETURNING body', W],
  ['UPDATE notes n SET body = c.email FROM customers c WHERE c.id = n.id RETURNING n.body', W],
  ['UPDATE notes SET body = (SELECT email FROM customers WHERE id = 1) RETURNING body', W],
  [
    'UPDATE notes SET (id, body) = (SELECT id, email FROM customers WHERE customers.id = notes.id) RETURNING body',
    W,
  ],
  ['UPDATE customers SET name = email RETURNING name', W],
  ['UPDATE customers SET (name, tier) = (email, ssn) RETURNING name', W],
  ['UPDATE customers SET name = customers.email::text WHERE id = 1 RETURNING name', W],
  [
    'MERGE INTO notes n USING customers c ON n.id = c.id WHEN MATCHED THEN UPDATE SET body = c.email',
    W,
    oracle,
  ],
  ['CREATE TABLE copy AS SELECT email AS e FROM customers', W, oracle],
  ['CREATE TABLE copy AS TABLE customers', W, oracle],
  ['SELECT * INTO copy FROM customers', W, oracle],
  ['SELECT email AS e INTO UNLOGGED copy FROM customers', W, oracle],
  ['CREATE MATERIALIZED VIEW copy AS SELECT email AS e FROM customers', W, oracle],
  ['CREATE VIEW copy AS SELECT email AS e FROM customers', W, oracle],
  ['CREATE RECURSIVE VIEW copy (e) AS SELECT email FROM customers', W, oracle],
  ['CREATE TABLE copy AS EXECUTE x', 'UNKNOWN_STATEMENT', oracle],

  // Rules of the owner.
  ['INSERT INTO mailbox VALUES (1)', L],
  ['INSERT INTO mailbox DEFAULT VALUES', L],
  ['EXPLAIN ANALYZE INSERT INTO mailbox VALUES (1)', L, oracle],

  // Errors that print a row or a key.
  ['UPDATE customers SET credit = -1 WHERE id = 1', '23514', writes],
  ['UPDATE customers SET name = NULL WHERE id = 1', '23502', writes],
  ["INSERT INTO customers SELECT 1, 'x'", M, { ...writes, ...oracle }],
  ['DELETE FROM customers WHERE id = 1', '23503', writes],
  ["UPDATE customers SET email = 'other' WHERE id = 1", M, writes],
  ['DELETE FROM regions WHERE id = 1', '23503', writes],
  ['UPDATE regions SET id = 9 WHERE id = 2', '23514', writes],
  ['WITH d AS (DELETE FROM regions WHERE id = 1) SELECT 1', '23503', writes],
  ['TRUNCATE regions', '0A000', { ...writes, ...oracle }],
  [['BEGIN', 'DELETE FROM customers WHERE id = 2', 'COMMIT'], '23503'],
  [['BEGIN', 'DELETE FROM customers WHERE id = 2', 'SET CONSTRAINTS ALL IMMEDIATE'], '23503'],
  ['BEGIN; DELETE FROM customers WHERE id = 2; COMMIT', '23503'],
  [['BEGIN', 'DELETE FROM regions WHERE id = 2', 'COMMIT'], '23503'],
  [['BEGIN', 'DELETE FROM regions WHERE id = 2', 'END'], '23503'],
  [['BEGIN', 'DELETE FROM regions WHERE id = 2', 'COMMIT AND CHAIN'], '23503'],
  [['BEGIN', 'DELETE FROM regions WHERE id = 2', 'LOCK customers; COMMIT'], '23503'],
  ['ALTER TABLE customers ADD CHECK (length(email) > 100)', M, oracle],
  ['ALTER TABLE customers ADD CHECK (credit > 110)', '23514', oracle],
  ['ALTER TABLE parted ALTER email TYPE int USING email::int', L],
  ['ALTER TABLE customers ALTER tier TYPE text USING email', L, oracle],
  ['CREATE UNIQUE INDEX ON customers (left(email, 0))', M, oracle],
  ['ALTER TABLE notes ADD FOREIGN KEY (body) REFERENCES customers (email)', M, oracle],
  [
    'ALTER TABLE orders DROP CONSTRAINT orders_mail_fkey, ADD FOREIGN KEY (item) REFERENCES customers (email)',
    M,
    oracle,
  ],
]);
