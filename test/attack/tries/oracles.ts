/*
 * Questions about a value whose answer is not the value: each text is asked twice, once with a guess that is right and
 * once with one that is wrong. At the target itself the two answers differ; through the sidecar they may not.
 */

/** A right guess and a wrong one, of the same length, for each of the marks in a text. */
const GUESSES: Readonly<Record<string, readonly [right: string, wrong: string]>> = {
  // The first character of customer 1's email, and the whole of it.
  '{g}': ['q', '0'],
  '{whole}': ['qzxvada7391kw!hidden', 'qzxvada7391kw!hiddem'],
  // The salary of wage 7 is 48700; the range of box 1 is [4100, 4200).
  '{under}': ['48699', '48701'],
  '{low}': ['3000', '9000'],
  '{in}': ['4150', '4250'],
};

export interface Oracle {
  /** Two lists of texts that differ in the guess alone; each text is a Query of its own. */
  readonly right: readonly string[];
  readonly wrong: readonly string[];
  /** Codes of the errors that answer either, in order; empty: both run, and the answers are the same. */
  readonly answer: readonly string[];
}

type Texts = string | readonly string[];

const listOf = (texts: Texts): readonly string[] => (typeof texts === 'string' ? [texts] : texts);

function guess(text: string, which: 0 | 1): string {
  return Object.entries(GUESSES).reduce(
    (all, [mark, pair]) => all.replaceAll(mark, pair[which]),
    text,
  );
}

const answered =
  (...answer: readonly string[]) =>
  (...all: readonly Texts[]): readonly Oracle[] =>
    all.map((texts) => ({
      right: listOf(texts).map((text) => guess(text, 0)),
      wrong: listOf(texts).map((text) => guess(text, 1)),
      answer,
    }));

const asked = answered('MASKED_PREDICATE');
const unknown = answered('LINEAGE_UNKNOWN');

/** A condition under whatever clause. */
const conditions = asked(
  "SELECT id FROM customers WHERE email LIKE '{g}%'",
  "SELECT id FROM customers WHERE email ~ '^{g}'",
  "SELECT id FROM customers WHERE left(email, 1) = '{g}'",
  "SELECT id FROM customers WHERE email = '{whole}'",
  "SELECT id FROM customers WHERE email IN ('x', '{whole}')",
  "SELECT id FROM customers WHERE (id, email) = (1, '{whole}')",
  "SELECT id FROM customers WHERE id = CASE WHEN email LIKE '{g}%' THEN 1 END",
  "SELECT id FROM customers WHERE coalesce(nullif(left(email, 1), '{g}'), '!') = '!'",
  "SELECT id FROM customers ORDER BY email LIKE '{g}%', id",
  "SELECT count(*) FROM customers GROUP BY email LIKE '{g}%'",
  "SELECT count(*) FROM customers GROUP BY GROUPING SETS ((email LIKE '{g}%'), ())",
  "SELECT count(*) FROM customers GROUP BY CUBE (email LIKE '{g}%')",
  "SELECT 1 FROM customers HAVING bool_or(email LIKE '{g}%')",
  "SELECT DISTINCT ON (email LIKE '{g}%') 1 FROM customers",
  "SELECT count(*) FILTER (WHERE email LIKE '{g}%') FROM customers",
  "SELECT string_agg(name, ',' ORDER BY email LIKE '{g}%', id) FROM customers",
  "SELECT id, row_number() OVER (ORDER BY email LIKE '{g}%', id) FROM customers ORDER BY id",
  "SELECT count(*) OVER (PARTITION BY email LIKE '{g}%') FROM customers ORDER BY id",
  "SELECT sum(id) OVER w FROM customers WINDOW w AS (PARTITION BY email LIKE '{g}%') ORDER BY id",
  "SELECT n.id FROM notes n JOIN customers c ON c.email LIKE '{g}%' AND c.id = n.id",
  "SELECT count(*) FROM customers JOIN (VALUES ('{whole}')) v(email) USING (email)",
  "SELECT count(*) FROM customers NATURAL JOIN (VALUES ('{whole}')) v(email)",
  "SELECT count(*) FROM customers FULL JOIN (VALUES ('{whole}')) v(email) USING (email)",
  "SELECT n.id FROM notes n LEFT JOIN customers c ON c.email = '{whole}' WHERE c.id IS NULL",
  "SELECT id FROM customers c, LATERAL (SELECT 1 WHERE c.email LIKE '{g}%') s",
  "SELECT id FROM customers LIMIT (SELECT strpos(left(email, 1), '{g}') FROM customers WHERE id = 1)",
  "SELECT id FROM notes OFFSET (SELECT strpos(left(email, 1), '{g}') FROM customers WHERE id = 1)",
);

/** A condition in a query inside. */
const inside = asked(
  "SELECT id FROM everyone() WHERE email LIKE '{g}%'",
  "SELECT EXISTS (SELECT FROM customers WHERE email LIKE '{g}%')",
  "SELECT id FROM notes WHERE '{g}' IN (SELECT left(email, 1) FROM customers)",
  "SELECT id FROM notes WHERE '{g}' <> ALL (SELECT left(email, 1) FROM customers)",
  "SELECT id FROM notes WHERE '{g}' = ANY (ARRAY(SELECT left(email, 1) FROM customers))",
  "SELECT id FROM notes WHERE (SELECT left(email, 1) FROM customers WHERE id = 1) = '{g}'",
  "SELECT count(*) FROM (VALUES ('{whole}') INTERSECT SELECT email FROM customers) s",
  "SELECT count(*) FROM (VALUES ('{whole}') EXCEPT SELECT email FROM customers) s",
  "SELECT count(*) FROM (VALUES ('{whole}') UNION SELECT email FROM customers) s",
  "WITH x AS (SELECT id, email LIKE '{g}%' AS hit FROM customers) SELECT id FROM x WHERE hit",
  "WITH x(i, e) AS MATERIALIZED (SELECT id, email FROM customers) SELECT i FROM x WHERE e LIKE '{g}%'",
  "WITH RECURSIVE x(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM x, customers WHERE id = i AND email LIKE '{g}%') SELECT * FROM x",
  "SELECT i FROM (SELECT id AS i, email AS e FROM customers) s WHERE e LIKE '{g}%'",
  "SELECT i FROM (SELECT id, email FROM customers) s(i, e) WHERE e LIKE '{g}%'",
  "SELECT t.i FROM customers c, LATERAL (VALUES (c.id, c.email)) AS t(i, e) WHERE t.e LIKE '{g}%'",
  "SELECT id FROM (customers CROSS JOIN regions r(region_id, region_name)) WHERE email LIKE '{g}%' AND region_id = 1",
  "SELECT j.id FROM (customers c JOIN notes n USING (id)) AS j WHERE j.email LIKE '{g}%'",
  "SELECT a FROM customers AS c(a, b, c) WHERE c LIKE '{g}%'",
);

/** Whole rows, other relations with the same rows, and containers of values. */
const disguised = asked(
  "SELECT id FROM customers c WHERE c::text LIKE '%,{g}zxv%'",
  "SELECT id FROM customers c WHERE to_jsonb(c) ->> 'email' LIKE '{g}%'",
  "SELECT id FROM customers c WHERE (c).email LIKE '{g}%'",
  "SELECT id FROM customers c WHERE c.to_jsonb ->> 'email' LIKE '{g}%'",
  "SELECT id FROM customers c WHERE email(c) LIKE '{g}%'",
  "SELECT id FROM customers c WHERE (ROW(c.*)).f3 LIKE '{g}%'",
  "SELECT id FROM (SELECT c AS x, id FROM customers c) s WHERE (x).email LIKE '{g}%'",
  "SELECT id FROM customers c WHERE ROW(c.email) = ROW('{whole}')",
  "SELECT id FROM people WHERE mail LIKE '{g}%'",
  "SELECT id FROM peeking WHERE seen LIKE '{g}%'",
  "SELECT id FROM shaped WHERE loud < '{g}'",
  "SELECT count(*) FROM people_of_people WHERE m LIKE '{g}%'",
  "SELECT id FROM all_customers WHERE email LIKE '{g}%'",
  "SELECT id FROM frozen WHERE mail LIKE '{g}%'",
  "SELECT id FROM parted_low WHERE email < '{g}'",
  "SELECT id FROM boxes WHERE mails @> ARRAY['{whole}']",
  "SELECT id FROM boxes WHERE mails[1] LIKE '{g}%'",
  'SELECT id FROM boxes WHERE span @> {in}',
  "SELECT id FROM boxes WHERE (pair).mail LIKE '{g}%'",
  "SELECT id FROM boxes WHERE doc ->> 'mail' LIKE '{g}%'",
  'SELECT id FROM boxes WHERE doc @? \'$.mail ? (@ starts with "{g}")\'',
  'SELECT id FROM boxes WHERE lower(span) < {in} AND upper(span) > {in}',
);

/** Whether an expression fails, how long it takes, or how many rows it makes. */
const failing = asked(
  "SELECT 1 / (ascii(email) - ascii('{g}')) FROM customers WHERE id = 1",
  "SELECT CASE WHEN email LIKE '{g}%' THEN 1 / (id - 1) ELSE 0 END FROM customers WHERE id = 1",
  "SELECT (CASE WHEN left(email, 1) = '{g}' THEN 'x' ELSE '1' END)::int FROM customers WHERE id = 1",
  "SELECT translate(left(email, 1), '{g}', '1')::int FROM customers WHERE id = 1",
  "SELECT email LIKE '{g}\\' FROM customers WHERE id = 1",
  "SELECT substr('abc', 1, -abs(ascii(email) - ascii('{g}'))) FROM customers WHERE id = 1",
  "SELECT 2147483647 + strpos(left(email, 1), '{g}') FROM customers WHERE id = 1",
  "SELECT sqrt(0 - strpos(left(email, 1), '{g}')) FROM customers WHERE id = 1",
  "SELECT make_date(2000, 1 + 12 * strpos(left(email, 1), '{g}'), 1) FROM customers WHERE id = 1",
  "SELECT (left(email, 1) || '{}')::json FROM customers WHERE '{g}' <> ''".replace(
    '{}',
    "' || '{g}",
  ),
  "SELECT coalesce(nullif(left(email, 1), '{g}'), (1 / (id - 1))::text) FROM customers WHERE id = 1",
  "SELECT left(email, 1) <> '{g}' OR 1 / (id - 1) > 0 FROM customers WHERE id = 1",
  "SELECT CASE email WHEN '{whole}' THEN 1 / (id - 1) END FROM customers WHERE id = 1",
  "SELECT (SELECT n.id FROM notes n WHERE n.id < 2 + strpos(left(c.email, 1), '{g}')) FROM customers c WHERE id = 1",
  "SELECT max(1 / (ascii(email) - ascii('{g}'))) FROM customers WHERE id = 1",
  "UPDATE customers SET tier = 'x' WHERE id = 1 RETURNING 1 / (ascii(email) - ascii('{g}'))",
  "SELECT generate_series(1, strpos(left(email, 1), '{g}')) FROM customers WHERE id = 1",
  "SELECT unnest(string_to_array(left(email, 1), '{g}')) FROM customers WHERE id = 1",
  "SELECT regexp_split_to_table(email, '{g}') FROM customers WHERE id = 1",
  "SELECT regexp_matches(email, '^{g}') FROM customers WHERE id = 1",
  "SELECT string_to_table(email, '{g}') FROM customers WHERE id = 1",
  "SELECT 1 FROM customers c, generate_series(1, strpos(left(c.email, 1), '{g}')) WHERE c.id = 1",
  "SELECT 1 FROM customers c, regexp_matches(c.email, '^{g}') WHERE c.id = 1",
  "SELECT 1 FROM customers c, XMLTABLE('/a/b[starts-with(., \"{g}\")]' PASSING xmlelement(name a, xmlelement(name b, c.email)) COLUMNS e text PATH '.') x WHERE c.id = 1",
  "SELECT CASE WHEN email LIKE '{g}%' THEN (SELECT count(*) FROM generate_series(1, 1000000)) END FROM customers WHERE id = 1",
  "SELECT pg_sleep(0.4 * strpos(left(email, 1), '{g}')) FROM customers WHERE id = 1",
);

/** What the planner says. */
const planned = asked(
  'EXPLAIN SELECT FROM wages WHERE salary < {low}',
  'EXPLAIN (FORMAT json) SELECT FROM wages w JOIN notes n ON w.salary < {low}',
  "EXPLAIN ANALYZE SELECT FROM customers WHERE email LIKE '{g}%'",
  'EXPLAIN SELECT FROM boxes WHERE span @> {in}',
);

/** Writes: their count of rows, and what constraints say to a proposed value. */
const written = asked(
  "UPDATE customers SET tier = 'x' WHERE email LIKE '{g}%'",
  "DELETE FROM vip WHERE id = 3 AND EXISTS (SELECT FROM customers WHERE email LIKE '{g}%')",
  "UPDATE notes SET body = 'x' FROM customers c WHERE c.email LIKE '{g}%' AND c.id = notes.id",
  "DELETE FROM notes USING customers c WHERE c.email LIKE '{g}%' AND c.id = notes.id",
  "MERGE INTO notes n USING customers c ON c.id = n.id AND c.email LIKE '{g}%' WHEN MATCHED THEN DELETE",
  "MERGE INTO notes n USING customers c ON c.id = n.id WHEN MATCHED AND c.email LIKE '{g}%' THEN DELETE",
  "INSERT INTO notes SELECT 9, 'x' FROM customers WHERE email LIKE '{g}%'",
  "INSERT INTO customers (id, name, tier) VALUES (1, 'x', 'gone') ON CONFLICT (id) DO UPDATE SET tier = 'y' WHERE customers.email LIKE '{g}%'",
  "INSERT INTO customers (id, name, email, tier) VALUES (99, 'x', '{whole}', 'gone')",
  "INSERT INTO customers (id, name, email, tier) VALUES (99, 'x', '{whole}', 'gone') ON CONFLICT DO NOTHING",
  "INSERT INTO customers (id, name, email, tier) VALUES (99, 'x', '{whole}', 'gone') ON CONFLICT (email) DO NOTHING",
  "UPDATE customers SET email = '{whole}' WHERE id = 2",
  "INSERT INTO orders VALUES (99, 'x', '{whole}')",
  "INSERT INTO letters VALUES (99, '{whole}')",
  "UPDATE letters SET sender = '{whole}'",
  'UPDATE wages SET bonus = {under} WHERE id = 7',
  "INSERT INTO boxes (id, span) VALUES (9, '[{in},{in}]')",
  ["INSERT INTO badges VALUES (9, lower('{whole}'))", 'SELECT 1'],
  [
    "UPDATE notes SET id = id + 10 * strpos(left((SELECT email FROM customers WHERE id = 1), 1), '{g}')",
    'SELECT id FROM notes ORDER BY id',
  ],
);

/** Code of the owner, which may look at anything. */
const opaque = unknown(
  "SELECT id FROM notes WHERE peek(1) LIKE '{g}%'",
  "SELECT 1 FROM peek(1) p WHERE p LIKE '{g}%'",
  "SELECT id FROM notes ORDER BY CASE WHEN peek(1) LIKE '{g}%' THEN id ELSE -id END",
  "SELECT count(*) FROM notes GROUP BY peek(id) LIKE '{g}%'",
  "SELECT 1 / (ascii(peek(1)) - ascii('{g}'))",
  "SELECT CASE WHEN peek(1) LIKE '{g}%' THEN 1 / (length(peek(1)) - 20) END",
  "SELECT generate_series(1, strpos(left(peek(1), 1), '{g}'))",
  "UPDATE notes SET body = 'x' WHERE peek(id) LIKE '{g}%'",
);

/** Calls with effects, given a masked value. */
const handed = asked(
  "SELECT shout(email, '{g}') FROM customers WHERE id = 1",
  [
    "SELECT setval('counter', 1 + strpos(left(email, 1), '{g}')) FROM customers WHERE id = 1",
    'SELECT last_value FROM counter',
  ],
  [
    "SELECT CASE WHEN email LIKE '{g}%' THEN nextval('counter') END FROM customers WHERE id = 1",
    'SELECT last_value FROM counter',
  ],
  [
    "SELECT pg_advisory_xact_lock(strpos(left(email, 1), '{g}')) FROM customers WHERE id = 1",
    "SELECT objid FROM pg_locks WHERE locktype = 'advisory'",
  ],
  [
    "SELECT setseed(0.1 * strpos(left(email, 1), '{g}')) FROM customers WHERE id = 1",
    'SELECT random()',
  ],
);

/** Expressions that run: what comes out is masked, NULL included. */
const selected = answered()(
  "SELECT left(email, 1) = '{g}' FROM customers WHERE id = 1",
  "SELECT nullif(left(email, 1), '{g}') FROM customers WHERE id = 1",
  "SELECT nullif(email, '{whole}') IS NULL FROM customers WHERE id = 1",
  "SELECT CASE WHEN left(email, 1) = '{g}' THEN 'yes' END FROM customers WHERE id = 1",
  "SELECT CASE left(email, 1) WHEN '{g}' THEN name ELSE NULL END FROM customers WHERE id = 1",
  "SELECT max(CASE WHEN left(email, 1) = '{g}' THEN id END) FROM customers",
  "SELECT count(nullif(left(email, 1), '{g}')) FROM customers",
  "SELECT count(DISTINCT CASE WHEN left(email, 1) = '{g}' THEN 2 ELSE id END) FROM customers",
  "SELECT left(email, 1) <= '{g}' AND email < 'z' FROM customers WHERE id = 1",
  "SELECT left(email, 1) BETWEEN '{g}' AND '{g}' FROM customers WHERE id = 1",
  "SELECT '{whole}' IN (SELECT email FROM customers)",
  "SELECT (SELECT nullif(left(email, 1), '{g}') FROM customers WHERE id = 1)",
  "SELECT ARRAY[email] = ARRAY['{whole}'] FROM customers WHERE id = 1",
  "SELECT ROW(email) = ROW('{whole}') FROM customers WHERE id = 1",
  'SELECT to_jsonb(c) @> \'{"email": "{whole}"}\' FROM customers c WHERE id = 1',
  "SELECT s.x FROM (SELECT nullif(left(email, 1), '{g}') AS x FROM customers WHERE id = 1) s",
  "SELECT strpos(email, '{g}') FROM customers WHERE id = 1",
  "SELECT starts_with(peek(1), '{g}')",
  "SELECT nullif(left(peek(1), 1), '{g}')",
  "UPDATE customers SET tier = 'x' WHERE id = 1 RETURNING left(email, 1) = '{g}'",
);

/** Definitions that the server checks against every row. */
const defined = asked(
  "ALTER TABLE customers ADD CHECK (email NOT LIKE '{g}%')",
  "CREATE INDEX ON customers ((1 / (ascii(email) - ascii('{g}'))))",
  "CREATE UNIQUE INDEX ON customers ((email LIKE '{g}%')) WHERE id < 3 AND email NOT LIKE '{g}%'",
  "CREATE TABLE chosen AS SELECT id FROM customers WHERE email LIKE '{g}%'",
  "SELECT id INTO chosen FROM customers WHERE email LIKE '{g}%'",
);

export const oracles: readonly Oracle[] = [
  ...conditions,
  ...inside,
  ...disguised,
  ...failing,
  ...planned,
  ...written,
  ...opaque,
  ...handed,
  ...selected,
  ...defined,
];
