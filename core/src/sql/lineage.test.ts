import { beforeAll, describe, expect, test } from '@jest/globals';
import { loadParser } from './index.ts';
import { lineageOf, verdictOf } from './testing.ts';

beforeAll(loadParser);

describe('no masked relation takes part', () => {
  test.each([
    'SELECT 1',
    'SELECT * FROM orders',
    "SELECT email FROM items WHERE email = 'x' ORDER BY email",
    'SELECT * FROM items NATURAL JOIN orders',
    'UPDATE orders SET total = 1 WHERE id = 1 RETURNING *',
    'WITH customers AS (SELECT 1 AS email) SELECT max(email) FROM customers',
    'SELECT nextval($1)',
    'CREATE TABLE new (email text)',
    'ALTER TABLE orders RENAME TO x',
    'ALTER TABLE orders SET SCHEMA archive',
    'CLUSTER orders',
    'SET statement_timeout = 1',
    'BEGIN',
    'SELECT pg_get_viewdef(1)',
  ])('%s', (sql) => {
    expect(verdictOf(sql)).toBe('untouched');
  });

  test('everything, where nothing is masked', () => {
    const verdict = lineageOf('SELECT f(max(email)) FROM customers', {
      relations: [],
      dependents: [],
    });
    expect(verdict).toEqual({ kind: 'untouched' });
  });
});

describe('masked values come out masked, by themselves or in what is made of them', () => {
  test.each([
    'SELECT * FROM customers WHERE id = 1',
    'SELECT email FROM customers',
    'SELECT id, email AS contact, ssn FROM public.customers c ORDER BY id',
    'SELECT c.* FROM customers c JOIN orders o ON o.customer_id = c.id',
    'SELECT c.email, o.total, count(*) OVER () FROM customers c LEFT JOIN orders o ON o.customer_id = c.id',
    'SELECT customers.email FROM customers',
    'SELECT public.customers.email FROM public.customers',
    'TABLE customers',
    'SELECT id, email FROM customers ORDER BY 1 LIMIT 5',
    'SELECT email FROM customers WHERE id IN (SELECT customer_id FROM orders) FOR UPDATE',
    'SELECT email FROM customers c WHERE EXISTS (SELECT * FROM orders o WHERE o.customer_id = c.id)',
    'SELECT email FROM customers c WHERE EXISTS (SELECT * FROM customers d WHERE d.id = c.id + 1)',
    "INSERT INTO customers (id, email) VALUES (1, 'x') RETURNING id, email",
    'INSERT INTO customers SELECT * FROM orders RETURNING *',
    "UPDATE customers SET email = 'x' WHERE id = 1 RETURNING *",
    'DELETE FROM customers WHERE id = 1 RETURNING customers.email',
    'UPDATE orders SET total = 1 FROM customers c WHERE c.id = customer_id RETURNING c.email',
    'SELECT id, email FROM customers GROUP BY id',
    'WITH o AS (SELECT customer_id FROM orders) SELECT email FROM customers, o WHERE id = o.customer_id',
    'SELECT DISTINCT ON (id) email FROM customers',
    'SELECT upper(email) FROM customers',
    'SELECT email || $1 FROM customers',
    'SELECT email::text FROM customers',
    'SELECT email COLLATE "C" FROM customers',
    'SELECT (email) || name FROM customers',
    'SELECT (email)[1] FROM customers',
    'SELECT CASE WHEN email > $1 THEN 1 END FROM customers',
    'SELECT coalesce(email, name) FROM customers',
    'SELECT email IS NULL FROM customers',
    'SELECT count(email) FROM customers',
    'SELECT (SELECT email FROM customers LIMIT 1)',
    'SELECT x.e FROM (SELECT email AS e FROM customers) x',
    'SELECT * FROM (SELECT * FROM customers) x',
    'SELECT * FROM (TABLE customers) x (a, b, c, d, e)',
    'WITH x AS (SELECT email FROM customers) SELECT * FROM x',
    'WITH x AS (DELETE FROM customers WHERE id = 1 RETURNING email) SELECT * FROM x',
    'VALUES ((SELECT email FROM customers))',
    'UPDATE customers SET name = $1 WHERE id = 1 RETURNING upper(email)',
    'MERGE INTO orders USING customers c ON c.id = customer_id WHEN MATCHED THEN DELETE RETURNING c.email',
    'MERGE INTO customers USING orders o ON o.id = customers.id WHEN MATCHED THEN DELETE RETURNING *',
    'SELECT XMLELEMENT(NAME a, email) FROM customers',
    'SELECT count(c.*) FROM customers c',
    'SELECT ROW(c.*) FROM customers c',
    'SELECT c FROM customers c',
    'SELECT customers FROM customers',
    'SELECT row_to_json(c) FROM customers c',
    'SELECT c.row_to_json FROM customers c',
    'SELECT (c).email FROM customers c',
    'SELECT (c).* FROM customers c',
    'SELECT c::text FROM customers c',
    'SELECT array_agg(c) FROM customers c',
    'SELECT x FROM customers c, LATERAL (SELECT c) x',
    'SELECT * FROM customers NATURAL JOIN orders',
    'SELECT j.email FROM (customers c JOIN orders o ON true) AS j',
    'UPDATE customers SET name = $1 WHERE id = 1 RETURNING old.email',
    'UPDATE customers SET name = $1 WHERE id = 1 RETURNING new.*',
    'UPDATE customers SET name = $1 WHERE id = 1 RETURNING WITH (OLD AS o) o.ssn',
  ])('%s', (sql) => {
    expect(verdictOf(sql)).toBe('masked');
  });
});

describe('a masked relation takes part, no masked value comes out', () => {
  test.each([
    'SELECT id, name FROM customers',
    'SELECT count(*) FROM customers',
    'SELECT max(id) FROM customers GROUP BY name ORDER BY 1',
    'SELECT o.* FROM customers c JOIN orders o ON o.customer_id = c.id',
    "SELECT i.email FROM items i JOIN customers c USING (id) WHERE i.email LIKE 'x%'",
    'SELECT ctid, xmin, tableoid FROM customers',
    'SELECT c.ctid FROM customers c',
    'SELECT x.id FROM (SELECT id FROM customers) x',
    'WITH x AS (SELECT id FROM customers) SELECT * FROM x',
    'SELECT s FROM (SELECT id FROM customers) s',
    'SELECT DISTINCT name FROM customers',
    'SELECT id FROM customers UNION SELECT id FROM orders',
    'SELECT EXISTS (SELECT * FROM customers WHERE id = 1)',
    "INSERT INTO customers (email) VALUES ('x')",
    "INSERT INTO customers (id, email) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET email = 'y'",
    'INSERT INTO customers (id, email) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET email = excluded.email',
    "UPDATE customers SET (email, ssn) = ('x', 'y') WHERE id = 1",
    'DELETE FROM customers WHERE id = 1',
    'INSERT INTO orders (customer_id) SELECT id FROM customers',
    'EXPLAIN SELECT * FROM customers',
    'TRUNCATE customers',
    'ALTER TABLE customers ADD COLUMN extra int',
    'CREATE INDEX ON customers (name)',
    'CREATE TABLE copy AS SELECT id FROM customers',
    'CREATE VIEW v AS SELECT id, name FROM customers',
    'GRANT SELECT (id) ON customers TO x',
    'DROP TABLE customers',
    'WITH x AS (SELECT * FROM customers) SELECT id FROM x',
    'WITH x AS (UPDATE customers SET name = $1 WHERE id = 1 RETURNING *) SELECT 1 FROM x',
    'SELECT 1 FROM customers c, LATERAL (SELECT c.email) x',
    'EXPLAIN ANALYZE SELECT upper(email) FROM customers',
    'SELECT EXISTS (SELECT email FROM customers)',
    "SELECT id FROM customers s WHERE EXISTS (SELECT 1 FROM items s WHERE s.email = 'x')",
    'SELECT (c).name FROM customers c',
    'SELECT j.* FROM customers c JOIN orders o USING (id) AS j',
    'SELECT a, b FROM customers AS c (a, b, x, y, z)',
  ])('%s', (sql) => {
    expect(verdictOf(sql)).toBe('plain');
  });
});

describe('a masked column anywhere else is refused', () => {
  test.each([
    "SELECT id FROM customers WHERE email = 'x'",
    "SELECT id FROM customers c WHERE c.email LIKE 'x%'",
    'SELECT id FROM customers ORDER BY email',
    'SELECT id FROM customers ORDER BY customers.email DESC NULLS LAST',
    'SELECT count(*) FROM customers GROUP BY email',
    'SELECT count(*) FROM customers GROUP BY ROLLUP (email)',
    'SELECT count(*) FROM customers GROUP BY id HAVING max(email) > $1',
    'SELECT email FROM customers ORDER BY 1',
    'SELECT email AS e FROM customers ORDER BY e',
    'SELECT id, email FROM customers GROUP BY 1, 2',
    'SELECT id, email FROM customers GROUP BY ROLLUP (1, 2)',
    'SELECT * FROM customers ORDER BY 3',
    'SELECT o.*, c.email FROM orders o, customers c ORDER BY 6',
    'SELECT DISTINCT email FROM customers',
    'SELECT DISTINCT * FROM customers',
    'SELECT DISTINCT ON (email) id FROM customers',
    'SELECT count(*) FILTER (WHERE email > $1) FROM customers',
    'SELECT string_agg(name, $1 ORDER BY email) FROM customers',
    'SELECT rank() OVER (ORDER BY email) FROM customers',
    'SELECT rank() OVER w FROM customers WINDOW w AS (PARTITION BY email)',
    'SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY email) FROM customers',
    'SELECT id FROM orders WHERE note IN (SELECT email FROM customers)',
    'SELECT id FROM orders WHERE note = ANY (SELECT c.email FROM customers c)',
    'WITH RECURSIVE x AS (SELECT email FROM customers UNION SELECT email FROM x) SELECT 1 FROM x',
    'SELECT 1 FROM customers c JOIN items i ON c.email = i.email',
    'SELECT 1 FROM customers c JOIN items i USING (email)',
    'SELECT 1 FROM customers c FULL JOIN items i USING (id, email)',
    'SELECT email FROM customers UNION SELECT email FROM items',
    'SELECT name FROM customers INTERSECT SELECT email FROM customers',
    "INSERT INTO customers (email) VALUES ('x') ON CONFLICT (email) DO NOTHING",
    "INSERT INTO customers (email) VALUES ('x') ON CONFLICT (lower(email)) DO NOTHING",
    "INSERT INTO customers (id) VALUES (1) ON CONFLICT (id) WHERE email = 'x' DO NOTHING",
    "INSERT INTO customers (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET note = 'x' WHERE customers.email = 'x'",
    'UPDATE customers SET name = $1 WHERE email = $2',
    'DELETE FROM customers WHERE email = $1',
    'DELETE FROM orders USING customers c WHERE c.email = $1',
    'MERGE INTO orders USING customers c ON c.email = note WHEN MATCHED THEN DELETE',
    'CREATE FUNCTION h() RETURNS text LANGUAGE sql RETURN (SELECT email FROM customers LIMIT 1)',
    'CREATE INDEX ON customers (email)',
    'CREATE INDEX ON customers (lower(email))',
    'CREATE UNIQUE INDEX ON customers (id) INCLUDE (email)',
    "ALTER TABLE customers ADD CHECK (email <> 'x')",
    'ALTER TABLE customers ADD COLUMN e text GENERATED ALWAYS AS (email) STORED',
    'ALTER TABLE customers ADD UNIQUE (email)',
    'ALTER TABLE customers DROP COLUMN email',
    'ALTER TABLE orders ADD FOREIGN KEY (note) REFERENCES customers (email)',
    'CREATE TABLE other (e text REFERENCES customers (email))',
    "CREATE POLICY p ON customers USING (email = 'x')",
    'GRANT SELECT (email) ON customers TO x',
    "EXPLAIN SELECT 1 FROM customers WHERE email = 'x'",
    'SELECT JSON_OBJECT(id: email) FROM customers',
    "SELECT x.a FROM customers c, JSON_TABLE(c.email, '$' COLUMNS (a text PATH '$')) x",
    "SELECT x.a FROM customers c, XMLTABLE('/' PASSING c.email COLUMNS a text PATH '.') x",
    'SELECT EXISTS (SELECT * FROM customers EXCEPT SELECT * FROM customers WHERE id = 1)',
    'SELECT EXISTS (SELECT * FROM customers GROUP BY 1, 2, 3, 4, 5 HAVING count(*) > 1)',
    "SELECT EXISTS (SELECT FROM customers WHERE email = 'x')",
    'SELECT 1 FROM orders TABLESAMPLE bernoulli ((SELECT length(email) FROM customers LIMIT 1))',
    'SELECT 1 FROM orders LIMIT (SELECT length(email) FROM customers LIMIT 1)',
    String.raw`SELECT id FROM customers WHERE U&"\0065mail" = 'x'`,
    "SELECT id FROM customers WHERE EMAIL = 'x'",
    'SELECT id FROM customers WHERE "email" = $1',
    'SELECT c.anything FROM customers c',
    'SELECT email(c) FROM customers c',
    'SELECT id FROM customers c ORDER BY c',
    'SELECT 1 FROM customers c WHERE c IS NOT NULL',
    'SELECT k.value FROM customers c, jsonb_each_text(to_jsonb(c)) k',
    'SELECT 1 FROM customers c WHERE c = ANY (SELECT d FROM customers d)',
    'SELECT 1 FROM customers NATURAL JOIN items',
    'SELECT x FROM customers AS c (id, name, x) WHERE x IS NULL',
  ])('%s', (sql) => {
    expect(verdictOf(sql)).toBe('MASKED_PREDICATE');
  });
});

describe('where the text cannot tell, it is refused', () => {
  test.each([
    'INSERT INTO customers (id) VALUES (1) ON CONFLICT ON CONSTRAINT customers_email_key DO NOTHING',
    'SELECT * FROM v_customers',
    'SELECT id FROM v_customers',
    'SELECT 1 FROM orders WHERE id IN (SELECT id FROM public.v_customers)',
    'UPDATE v_customers SET contact = $1 WHERE id = 1',
    'SELECT * FROM nowhere',
    'SELECT * FROM other.customers',
    'SELECT * FROM pg_stats',
    'SELECT most_common_vals FROM pg_catalog.pg_stats',
    'SELECT * FROM pg_statistic',
    'SELECT query FROM pg_stat_activity',
    "SELECT query_to_xml('SELECT email FROM customers', true, true, '')",
    "SELECT table_to_xml('customers', true, true, '')",
    "SELECT * FROM ts_stat('SELECT email::tsvector FROM customers')",
    "SELECT ('SELECT email::tsvector FROM customers'::text).ts_stat",
    "SELECT * FROM dblink('', 'SELECT email FROM customers') AS x (e text)",
    "SELECT * FROM extensions.crosstab('SELECT 1, 2, email FROM customers') AS x (a int, b text)",
    "SELECT heap_page_items(get_raw_page('customers', 0))",
    'ALTER TABLE customers RENAME COLUMN name TO x',
    'ALTER TABLE customers RENAME TO x',
    'ALTER TABLE customers SET SCHEMA archive',
    'ALTER TABLE customers INHERIT orders',
    'ALTER TABLE orders ATTACH PARTITION customers DEFAULT',
    'CREATE RULE r AS ON INSERT TO orders DO INSTEAD SELECT 1 FROM customers',
    'CREATE TRIGGER x BEFORE INSERT ON customers EXECUTE FUNCTION f()',
    'CREATE TABLE child () INHERITS (customers)',
    'CREATE PUBLICATION p FOR TABLE customers',
    'CREATE PUBLICATION p FOR ALL TABLES',
    'CLUSTER customers USING customers_email_key',
    'CLUSTER',
    'ALTER SCHEMA public RENAME TO x',
    'ALTER SCHEMA other RENAME TO public',
    'ALTER FUNCTION f(int) RENAME TO lower',
    'ALTER ROUTINE f(int) SET SCHEMA archive',
    'ALTER TYPE x RENAME TO y',
    'ALTER EXTENSION x SET SCHEMA archive',
    'CREATE FOREIGN TABLE far (email text) SERVER s',
    'CREATE FOREIGN TABLE far () INHERITS (orders) SERVER s',
    'IMPORT FOREIGN SCHEMA public FROM SERVER s INTO archive',
    'IMPORT FOREIGN SCHEMA public LIMIT TO (orders) FROM SERVER s INTO archive',
    'SELECT id FROM orders EXCEPT SELECT id FROM customers ORDER BY email',
  ])('%s', (sql) => {
    expect(verdictOf(sql)).toBe('LINEAGE_UNKNOWN');
  });
});

describe('a function that is not known may bring masked values', () => {
  test.each([
    'SELECT f(1)',
    'SELECT * FROM f(1)',
    'SELECT lower($1)',
    'SELECT unknown_function()',
    'SELECT id, f(id) FROM customers',
    'SELECT o.total, o.f FROM orders o',
    'SELECT 1 OPERATOR(public.+) 2',
    'SELECT 1 <=!=> 2',
    'CALL f(1)',
    'EXPLAIN SELECT f(1)',
  ])('%s', (sql) => {
    expect(verdictOf(sql)).toBe('opaque-call');
  });
});

describe('what such a function returns is not written elsewhere', () => {
  test.each([
    'INSERT INTO orders (note) VALUES (f(1)) RETURNING note',
    'INSERT INTO orders (note) SELECT f(1)',
    'UPDATE orders SET note = f(1) WHERE id = 1',
    'DELETE FROM orders WHERE note = f(1)',
    'CREATE TABLE copy AS SELECT f(1) AS note',
    'SELECT f(1) AS note INTO copy',
    'CREATE VIEW shown AS SELECT f(1) AS note',
    'ALTER TABLE orders ALTER COLUMN note SET DEFAULT f(1)',
    'WITH w AS (INSERT INTO orders (note) VALUES (f(1)) RETURNING note) SELECT * FROM w',
  ])('%s', (sql) => {
    expect(verdictOf(sql)).toBe('LINEAGE_UNKNOWN');
  });

  test('built-ins that only keep state are no such functions', () => {
    expect(verdictOf("INSERT INTO orders (id) VALUES (nextval('orders_id_seq'))")).not.toBe(
      'LINEAGE_UNKNOWN',
    );
  });
});

test('system_user is a column to servers before 16', () => {
  const columns = ['id', 'system_user'];
  const masked = {
    relations: [{ schema: 'public', name: 't', columns, maskedColumns: ['system_user'] }],
    dependents: [],
  };
  expect(lineageOf('SELECT id FROM t WHERE system_user = $1', masked).kind).toBe('refused');
  expect(lineageOf('SELECT system_user FROM t', masked)).toMatchObject({ maskedOutput: true });
  expect(lineageOf('SELECT id FROM t', masked)).toMatchObject({ kind: 'plain', outputs: 'none' });
});

test('the reason names the column', () => {
  expect(lineageOf('SELECT 1 FROM customers c WHERE c.ssn = $1')).toEqual({
    kind: 'refused',
    code: 'MASKED_PREDICATE',
    reason:
      'The column customers.ssn is masked and stands in WHERE; it may only be selected, by itself or in an expression that cannot fail.',
  });
});

describe('a masked value is not written where nothing masks it', () => {
  test.each([
    'INSERT INTO orders (note) SELECT email FROM customers',
    'INSERT INTO items SELECT * FROM customers',
    'INSERT INTO orders (note) VALUES ((SELECT email FROM customers)) RETURNING note',
    'INSERT INTO customers (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET note = customers.email',
    'INSERT INTO customers (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET note = excluded.email',
    'INSERT INTO customers (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET ssn = excluded.email',
    'INSERT INTO customers SELECT id, name, email FROM customers ON CONFLICT (id) DO UPDATE SET email = excluded.email',
    'UPDATE customers SET note = email WHERE id = 1',
    'UPDATE customers SET email = upper(email) WHERE id = 1',
    'UPDATE customers SET (note, name) = (SELECT email, name) WHERE id = 1',
    'UPDATE orders SET note = c.email FROM customers c WHERE c.id = customer_id',
    'MERGE INTO orders USING customers c ON c.id = customer_id WHEN MATCHED THEN UPDATE SET note = c.email',
    'SELECT * INTO copy FROM customers',
    'SELECT email INTO copy FROM customers',
    'CREATE TABLE copy AS SELECT * FROM customers',
    'CREATE TABLE copy AS TABLE customers',
    'CREATE MATERIALIZED VIEW copy AS SELECT email FROM customers',
    'CREATE VIEW v AS SELECT email AS x FROM customers',
    'INSERT INTO customers (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET note = excluded.to_json',
  ])('%s', (sql) => {
    expect(verdictOf(sql)).toBe('MASKED_WRITE');
  });
});
