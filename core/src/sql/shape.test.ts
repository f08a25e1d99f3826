import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { analyse } from './analyse.ts';
import { SqlError } from './errors.ts';
import { checkLineage } from './lineage.ts';
import { loadParser, parseText } from './parser.ts';
import { shapeOf } from './shape.ts';
import { isFields } from './tree.ts';
import type { Value } from './tree.ts';
import type { Analysis, LineageVerdict } from './types.ts';
import { effectsOf, maskedShop, shop } from './testing.ts';

beforeAll(loadParser);

/** `?` stands for any literal. Wherever PostgreSQL's grammar lets a literal stand, and whatever we make of it there. */
const TEMPLATES = [
  'SELECT abalance FROM accounts WHERE aid = ?',
  'SELECT ?, ? AS b, a + ? FROM t WHERE a IN (?, ?, -?) AND b LIKE ?',
  'SELECT * FROM t WHERE a BETWEEN ? AND ? OR b = ANY (ARRAY[?, ?])',
  'UPDATE t SET a = a + ? WHERE id = ?',
  'UPDATE t SET a = ? WHERE ? = ?',
  'UPDATE t SET a = ? WHERE b LIKE ?',
  'UPDATE t SET a = ? WHERE id = ? OR id <> ?',
  'UPDATE t SET a = ? WHERE id * ? = ?',
  'UPDATE t SET a = ? WHERE id % ? = ?',
  'UPDATE t SET (a, b) = (?, ?) WHERE id = ?::float(?)',
  'DELETE FROM t WHERE id = ?',
  'DELETE FROM t WHERE ?',
  'DELETE FROM t WHERE CASE WHEN ? = ? THEN id = ? ELSE active END',
  'DELETE FROM t WHERE coalesce(?, id) = ?',
  'DELETE FROM t WHERE (id = ?) IS TRUE OR ? IS NULL',
  'DELETE FROM t WHERE id IN (?, ?)',
  'DELETE FROM t USING s WHERE t.id = ? AND s.id = ?',
  'INSERT INTO t VALUES (?, ?, ?), (?, ?, ?) ON CONFLICT (id) DO UPDATE SET a = ? WHERE t.b = ?',
  'INSERT INTO t (id, a) SELECT ?, a FROM s WHERE a > ? RETURNING id, ?',
  'MERGE INTO t USING s ON t.id = s.id AND s.a = ? WHEN MATCHED AND ? = ? THEN UPDATE SET a = ?',
  'WITH x AS (DELETE FROM s WHERE a = ? RETURNING a) SELECT * FROM x LIMIT ? OFFSET ?',
  'SELECT a, b FROM t ORDER BY ?',
  'SELECT a, b FROM t GROUP BY ?, b ORDER BY ? DESC',
  'SELECT a FROM t ORDER BY a FETCH FIRST ? ROWS ONLY',
  'SELECT ?::numeric(?, ?), ?::varchar(?), ?::float(?), CAST(? AS bit(?))',
  'SELECT interval ? day, interval(?) ?, date ?, timestamp(?) ?',
  'SELECT extract(? FROM now()), a AT TIME ZONE ? FROM t',
  'SELECT substring(a FROM ? FOR ?), trim(? FROM a), overlay(a PLACING ? FROM ?) FROM t',
  'SELECT ? ?',
  'SELECT ?\n?',
  'SELECT a[?], b[?:?] FROM t',
  'SELECT json_value(a, ? RETURNING int DEFAULT ? ON ERROR) FROM t',
  'SELECT * FROM json_table(?, ? COLUMNS (x int PATH ?)) AS j',
  'SELECT * FROM xmltable(? PASSING ? COLUMNS x int PATH ? DEFAULT ?)',
  'SELECT * FROM t TABLESAMPLE bernoulli (?) REPEATABLE (?)',
  'SELECT * FROM generate_series(?, ?) WITH ORDINALITY AS g (n, o)',
  'SELECT nextval(?), f(?), public.g(?, x => ?), ?::regclass',
  'SELECT set_config(?, ?, false)',
  'SELECT sum(a) OVER (ORDER BY b ROWS BETWEEN ? PRECEDING AND ? FOLLOWING) FROM t',
  'SELECT ? OPERATOR(public.+) ?, - ?, - - ?, +?, a-?, @ ? FROM t',
  'VALUES (?, ?), (?, ?)',
  'SET work_mem = ?',
  'SET search_path = ?',
  'SET TIME ZONE ?',
  'SET datestyle TO ?, ?',
  'EXPLAIN (ANALYZE ?, BUFFERS) SELECT ?',
  'COPY t TO ? WITH (FORMAT ?, DELIMITER ?)',
  'PREPARE p AS SELECT ?',
  'EXECUTE p (?, ?)',
  'FETCH ? FROM c',
  'DO ?',
  'NOTIFY c, ?',
  'COMMENT ON TABLE t IS ?',
  'CREATE TABLE n (a int DEFAULT ?, b varchar(?) CHECK (b <> ?))',
  'CREATE VIEW v AS SELECT a FROM t WHERE b = ?',
  'CREATE FUNCTION h() RETURNS int LANGUAGE sql AS ?',
  'CREATE TABLE p PARTITION OF q FOR VALUES FROM (?) TO (?)',
  'ALTER SEQUENCE q RESTART WITH ?',
  'ALTER ROLE r PASSWORD ?',
  'ALTER TABLE t ALTER a SET STATISTICS ?',
  'SELECT ?; DELETE FROM t WHERE id = ?',
  'SELECT "a?", a FROM t WHERE b = ?',
];

/** Where a masked value passes literals on its way through a statement. */
const TRACED = [
  'SELECT email, ?, lower(email) || ? FROM customers WHERE id = ? LIMIT ? OFFSET ?',
  'SELECT coalesce(email, ?), nullif(ssn, ?), substr(email, ?, ?), left(ssn, ?) FROM customers',
  'SELECT CASE WHEN id = ? THEN email ELSE ? END, CASE email WHEN ? THEN ? END FROM customers',
  'SELECT email::varchar(?), ssn::int + ?, ?::text, email = ? FROM customers',
  'SELECT json_build_object(?, email, ?, ?), row(?, ssn), array[email, ?] FROM customers',
  'SELECT JSON_OBJECT(? : email, ? : ?), JSON_ARRAY(ssn, ?) FROM customers',
  'SELECT json_value(to_json(email), ? DEFAULT ? ON EMPTY), to_jsonb(c) -> ? FROM customers c',
  'SELECT jsonb_path_query(to_jsonb(c), ?), (to_json(c) ->> ?), (array[email])[?] FROM customers c',
  'SELECT * FROM json_table((SELECT to_json(email) FROM customers LIMIT ?), ? COLUMNS (x text PATH ?)) AS j',
  'SELECT string_agg(email, ? ORDER BY id), count(*) FILTER (WHERE id > ?) FROM customers',
  'SELECT ntile(?) OVER (ORDER BY id), lag(email, ?, ?) OVER (PARTITION BY id) FROM customers',
  'SELECT email FROM customers UNION ALL SELECT ? UNION ALL VALUES (?), (?)',
  'SELECT email FROM customers UNION SELECT ?',
  'SELECT name FROM customers EXCEPT SELECT ? INTERSECT SELECT ?',
  'SELECT * FROM (VALUES (?, ?), (?, ?)) AS v (a, b), customers',
  'VALUES ((SELECT email FROM customers WHERE id = ?), ?), (?, ?)',
  'SELECT id, email FROM customers ORDER BY ?',
  'SELECT x.* FROM (SELECT name, email FROM customers ORDER BY ? LIMIT ?) x',
  'SELECT name, email FROM customers GROUP BY ?, ?',
  'SELECT DISTINCT ON (?) id, email FROM customers',
  'SELECT id, count(email) FROM customers GROUP BY GROUPING SETS ((?), (id)) HAVING count(*) > ?',
  'SELECT id, email, ? FROM customers WHERE (id, ?) IN (SELECT id, ? FROM orders) AND name LIKE ?',
  'SELECT email FROM customers WHERE email = ? OR name = ?',
  'SELECT email FROM customers WHERE id = ANY (ARRAY[?, ?]) FETCH FIRST ? ROWS ONLY',
  'WITH RECURSIVE r (n, e) AS (SELECT ?, email FROM customers UNION ALL SELECT n + ?, e FROM r WHERE n < ?) SELECT * FROM r',
  'WITH w AS (UPDATE orders SET note = ? WHERE id = ? RETURNING note) SELECT w.note, email FROM w, customers LIMIT ?',
  'INSERT INTO customers VALUES (?, ?, ?), (?, ?, ?)',
  'INSERT INTO customers (id, email) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET email = excluded.email WHERE customers.id < ? RETURNING id, email, ?',
  'INSERT INTO customers (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = ? RETURNING *',
  'INSERT INTO customers (id, email) VALUES (?, ?) ON CONFLICT (email) WHERE id > ? DO NOTHING',
  'INSERT INTO orders (id, note) SELECT ?, email FROM customers WHERE id = ?',
  'INSERT INTO orders (id, note) SELECT ?, ? FROM customers',
  'UPDATE customers SET email = ?, name = email || ? WHERE id = ?',
  'UPDATE customers SET (email, name) = (?, ?) WHERE id = ? RETURNING lower(email), ?',
  'UPDATE orders SET note = ?, status[?] = ? FROM customers WHERE customers.id = ?',
  'DELETE FROM customers USING orders WHERE orders.id = ? RETURNING email, ?',
  'MERGE INTO customers c USING orders o ON c.id = o.id AND o.total > ? WHEN MATCHED AND o.note = ? THEN UPDATE SET email = ? WHEN NOT MATCHED THEN INSERT (id, name) VALUES (?, ?) RETURNING c.email, ?',
  'MERGE INTO orders o USING customers c ON c.id = ? WHEN MATCHED THEN UPDATE SET note = c.email',
  'SELECT f(email, ?), generate_series(?, ?), nextval(?) FROM customers',
  'SELECT g.*, email FROM customers, generate_series(?, ?) AS g',
  'SELECT email FROM customers TABLESAMPLE bernoulli (?) REPEATABLE (?)',
  'SELECT email AS e, c FROM customers c, LATERAL (SELECT c.email || ? LIMIT ?) AS l',
  'DECLARE k CURSOR FOR SELECT email FROM customers WHERE id = ?',
  'PREPARE p AS SELECT email, ? FROM customers LIMIT ?',
  'EXPLAIN SELECT email FROM customers WHERE id = ?',
  'CREATE TEMP TABLE n AS SELECT email, ? FROM customers',
  'COPY (SELECT email, ? FROM customers) TO STDOUT',
];

const integer = fc.oneof(
  fc.constantFrom('0', '1', '2', '53', '54', '100', '2147483647', '2147483648', '99999999999'),
  fc.nat(999_999_999).map(String),
);
const decimal = fc.constantFrom('0.0', '1.5', '12345678901.5');
const string = fc.oneof(
  fc.constantFrom('', 't', 'f', 'true', '%', '%%', 'role', 'search_path', 'x', 'a', '$[*]'),
  fc.constantFrom('public.t', "it''s", '--', '/*', '1', '0', 'é', 'delete from t', 'csv', '.*'),
  fc.string({ maxLength: 8 }).map((text) => text.replace(/['\0\\]/g, '')),
);

const fill = (template: string, literals: readonly string[]): string => {
  let next = 0;
  return template.replace(/\?/g, () => literals[next++] ?? '0');
};

/** A template with literals, and with others of the same kinds. */
function textsOf(template: string): fc.Arbitrary<readonly [string, string]> {
  const count = (template.match(/\?/g) ?? []).length;
  const literals = [integer, integer, decimal, string.map((text) => `'${text}'`)];
  const length = { minLength: count, maxLength: count };
  const kinds = fc.array(fc.constantFrom(...literals), length);
  return kinds.chain((chosen) =>
    fc
      .tuple(fc.tuple(...chosen), fc.tuple(...chosen))
      .map(([a, b]) => [fill(template, a), fill(template, b)] as const),
  );
}

const twoTexts = fc.constantFrom(...TEMPLATES, ...TRACED).chain(textsOf);

interface Outcome {
  readonly code?: string;
  readonly result?: Omit<Analysis, 'shape'>;
  readonly shape?: string | undefined;
}

function outcome(text: string): Outcome {
  try {
    const { shape, ...result } = analyse(text);
    return { result, shape };
  } catch (error) {
    if (error instanceof SqlError) return { code: error.code };
    throw error;
  }
}

const wholeOf = ({ result }: Outcome): unknown => result;
const treeless = ({ result }: Outcome): unknown => ({
  ...result,
  statements: result?.statements.map(({ tree: _, ...rest }) => rest),
});

function parsed(text: string): Analysis | undefined {
  const { code } = outcome(text);
  return code === undefined ? analyse(text) : undefined;
}

const lineageOf = ({ statements }: Analysis): readonly LineageVerdict[] =>
  statements.map((statement) => checkLineage(statement, maskedShop, shop));

describe('an analysis with a shape', () => {
  it('is that of every text of its shape', () => {
    let compared = 0;
    fc.assert(
      fc.property(twoTexts, ([a, b]) => {
        const [one, other] = [outcome(a), outcome(b)];
        const shape = one.shape ?? other.shape;
        if (shape === undefined || shapeOf(a) !== shapeOf(b)) return;
        // A text that the grammar itself refuses for a value is refused by the server too.
        if (one.code !== undefined || other.code !== undefined) return;
        compared++;
        const both = one.shape !== undefined && other.shape !== undefined;
        // A text beyond ASCII finds the analysis of others and leaves none: its tree has its own values.
        const [left, right] = [one, other].map(both ? wholeOf : treeless);
        expect(left).toEqual(right);
      }),
      { numRuns: 1_200 },
    );
    expect(compared).toBeGreaterThan(150);
  });

  it('leads masked values where every text of its shape does', () => {
    const verdicts = new Set<string>();
    for (const template of TRACED) {
      for (const [a, b] of fc.sample(textsOf(template), { numRuns: 8, seed: 1 })) {
        const [known, exact] = [parsed(a), parsed(`${b}\n-- of no shape`)];
        if (known?.shape === undefined || known.shape !== shapeOf(b) || exact === undefined)
          continue;
        verdicts.add(template);
        const own = lineageOf(exact);
        expect({ a, b, lineage: lineageOf(known) }).toEqual({ a, b, lineage: own });
      }
    }
    expect(verdicts.size).toBeGreaterThan(TRACED.length * 0.6);
  });

  it.each([
    ['SELECT abalance FROM accounts WHERE aid = 7', true],
    ['UPDATE t SET a = a + -5 WHERE id = 7', true],
    ["INSERT INTO t VALUES (1, 'x', 2.5)", true],
    ["SELECT a FROM t WHERE b = 'x' LIMIT 10", true],
    ['SELECT a FROM t ORDER BY 1', false],
    ['DELETE FROM t WHERE 1 = 1', false],
    ["UPDATE t SET a = 1 WHERE b LIKE '%'", false],
    ['SELECT 1::float(3)', false],
    ["SET work_mem = '1MB'", true],
    ["DO 'x'", false],
    ['SELECT a FROM t', false],
  ])('%s: %s', (text, shared) => {
    expect(analyse(text).shape !== undefined).toBe(shared);
  });

  it('still tells a bounded write from an unbounded one', () => {
    const [every, some] = ["DELETE FROM t WHERE b LIKE '%'", "DELETE FROM t WHERE b LIKE 'x%'"];
    expect(shapeOf(every)).toBe(shapeOf(some));
    expect(effectsOf(every)).toEqual(['DELETE public.t !']);
    expect(effectsOf(some)).toEqual(['DELETE public.t']);
  });
});

describe('shapeOf', () => {
  it.each([
    ['SELECT a1 FROM t WHERE b = 5', 'SELECT a1 FROM t WHERE b = \u0001'],
    ["SELECT 'a''b', 1.5, 99999999999", 'SELECT \u0003, \u0002, \u0002'],
    ['SELECT $1, -5', 'SELECT $1, -\u0001'],
    ['SELECT "a 1" FROM t LIMIT 3', 'SELECT "a 1" FROM t LIMIT \u0001'],
    ["SELECT 'é'", 'SELECT \u0003'],
  ])('%s', (text, shape) => {
    expect(shapeOf(text)).toBe(shape);
  });

  it.each([
    'SELECT a',
    "SELECT E'x'",
    "SELECT b'1'",
    "SELECT U&'x'",
    'SELECT U&"x" , 1',
    "SELECT date'2026-01-01'",
    "SELECT '\\'",
    'SELECT $$x$$, 1',
    'SELECT 1 -- x',
    'SELECT 1 /* x */',
    'SELECT 1e5',
    'SELECT 0x1F',
    'SELECT 1_000',
    'SELECT 1.',
    'SELECT .5',
    'SELECT 1..2',
    'SELECT 123abc',
    'SELECT 2147483648',
    'SELECT 00000000001',
    "SELECT 'open",
    'SELECT "open, 1',
    'SELECT é, 1',
    "SELECT '\ud800'",
    "SELECT '\0'",
    'SELECT \u0001, 1',
    "SELECT 1'x'",
    `SELECT '${'x'.repeat(5_000)}'`,
  ])('%j has none', (text) => {
    expect(shapeOf(text)).toBeUndefined();
  });

  it('is shared only by texts whose trees differ in the values of constants', () => {
    fc.assert(
      fc.property(twoTexts, ([a, b]) => {
        if (shapeOf(a) === undefined || shapeOf(a) !== shapeOf(b)) return;
        const [left, right] = [treeOf(a), treeOf(b)];
        if (left !== undefined && right !== undefined) expect(left).toEqual(right);
      }),
      { numRuns: 600 },
    );
  });
});

/** Kinds of nodes and lengths of lists: what cannot be the value of a literal. Undefined where the text does not parse. */
function treeOf(text: string): unknown {
  const outline = (value: Value | undefined): unknown => {
    if (Array.isArray(value)) return value.map(outline);
    if (!isFields(value)) return '';
    return Object.entries(value)
      .filter(([, inner]) => typeof inner === 'object')
      .map(([key, inner]) => [key, outline(inner)]);
  };
  try {
    return parseText(text).map(outline);
  } catch (error) {
    if (error instanceof SqlError) return undefined;
    throw error;
  }
}
