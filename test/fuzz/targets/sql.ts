import { SqlError, analyse, checkLineage, prescan, shapeOf } from '@chaperone/core/sql';
import type { Analysis, MaskedCatalog, Resolution } from '@chaperone/core/sql';
import type { FuzzTarget } from '../target.ts';
import { must } from './expect.ts';

const TEXTS = [
  "SELECT id, email AS e FROM customers c WHERE id = 7 AND name LIKE 'a%' ORDER BY 1 LIMIT 10",
  'UPDATE t SET a = a + 1, b = $1 WHERE id IN (1, 2) RETURNING *',
  "INSERT INTO t VALUES (1, 'x', 2.5), (2, 'y', -1) ON CONFLICT (id) DO UPDATE SET a = excluded.a",
  'WITH x AS (DELETE FROM s WHERE a = 5 RETURNING a) SELECT count(*) FROM x JOIN t USING (a)',
  "MERGE INTO t USING s ON t.id = s.id WHEN MATCHED AND 1 = 1 THEN UPDATE SET a = 'z' WHEN NOT MATCHED THEN DO NOTHING",
  'SELECT (c).f, c.*, array[1,2][1] FROM c, LATERAL (SELECT c.x::numeric(10,2)) AS l',
  "SET search_path = 'a', b; SHOW work_mem; BEGIN; ROLLBACK TO s",
  'COPY (SELECT 1) TO STDOUT WITH (FORMAT csv); PREPARE p AS SELECT $1; EXECUTE p (1)',
  "CREATE VIEW v AS SELECT E'a\\'b', $$x$$, U&'\\0041'; COMMENT ON TABLE t IS 'x'",
  "SELECT coalesce(email, 'x'), left(email, 3), CASE WHEN id = 1 THEN email ELSE 'y' END FROM customers ORDER BY id LIMIT 5",
  "SELECT email FROM customers UNION ALL VALUES ('a'), ('b') ORDER BY 1 OFFSET 2",
  "SELECT json_build_object('k', email, 'l', 1), to_jsonb(c) -> 'email', (array[email])[1] FROM customers c WHERE name LIKE 'a%'",
  "INSERT INTO customers (id, email) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET email = excluded.email, name = 'y' WHERE customers.id < 5 RETURNING email, 7",
  "MERGE INTO customers c USING t ON c.id = t.id AND t.a > 3 WHEN MATCHED THEN UPDATE SET email = 'x' WHEN NOT MATCHED THEN INSERT (id, name) VALUES (4, 'n') RETURNING c.email",
  'WITH RECURSIVE r (n, e) AS (SELECT 1, email FROM customers UNION ALL SELECT n + 1, e FROM r WHERE n < 5) SELECT DISTINCT ON (1) * FROM r GROUP BY 1, 2',
  "UPDATE customers SET name = email || 'x', id = id + 1 FROM t WHERE t.id = 2 RETURNING lower(email), 'z'",
  "SELECT * FROM json_table((SELECT to_json(email) FROM customers LIMIT 1), '$' COLUMNS (x text PATH '$.a')) AS j",
  "SELECT /* a /* b */ */ 1 -- c\n, interval '1' day, 1e5, 0x1F, .5",
];

interface Outcome {
  readonly met: string;
  readonly analysis?: Analysis;
}

function outcome(text: string): Outcome {
  try {
    const analysis = analyse(text);
    const met = analysis.statements.map(({ node, refusal }) => `${node}${refusal?.code ?? ''}`);
    return { met: [...new Set(met)].sort().slice(0, 2).join(), analysis };
  } catch (error) {
    if (error instanceof SqlError) return { met: error.code };
    throw error;
  }
}

/** Every name is a table's, of these columns; two of customers are masked. */
const COLUMNS = ['id', 'a', 'b', 'name', 'email'];
const resolution: Resolution = {
  relation: ({ schema = 'public', name }) => ({
    schema,
    name,
    oid: 1,
    kind: 'r',
    columns: COLUMNS,
  }),
  functionSchemas: () => [],
};
const customers = { schema: 'public', name: 'customers', columns: COLUMNS };
const masked: MaskedCatalog = {
  relations: [{ ...customers, maskedColumns: ['email', 'b'] }],
  dependents: [],
};

/** All that is known of a text but for its own literals. */
const known = ({ shape: _, ...analysis }: Analysis): string => JSON.stringify(analysis);
const lineageOf = ({ statements }: Analysis): string =>
  JSON.stringify(statements.map((statement) => checkLineage(statement, masked, resolution)));

/** Values that mean something somewhere: bounds, patterns, positions. */
const OTHER_VALUES = [
  ['0', '0.0', "''"],
  ['1', '1.5', "'%'"],
  ['2', '12345678901', "'search_path'"],
] as const;

/** The same shape with other literals. */
const refill = (
  shape: string,
  [integer, decimal, string]: readonly [string, string, string],
): string =>
  shape.replaceAll('\u0001', integer).replaceAll('\u0002', decimal).replaceAll('\u0003', string);

function compare(
  analysis: Analysis,
  lineage: string,
  { text, other }: { readonly text: string; readonly other: string },
): void {
  const again = outcome(other).analysis;
  if (again === undefined) return;
  const said = `${text} | ${other}`;
  must(known(again) === known(analysis), `one shape, two meanings: ${said}`);
  // A comment leaves a text without a shape, and its tree with the values in it.
  const exact = outcome(`${other}\n--`).analysis;
  must(exact !== undefined, `a comment makes it something else: ${said}`);
  must(lineageOf(exact) === lineage, `one shape, two lineages: ${said}`);
}

/** A text of any kind; and, where it has a shape, that other texts of the shape mean the same. */
export const sqlTarget: FuzzTarget = {
  name: 'sql',
  seeds: TEXTS.map((text) => Buffer.from(text)),
  words: [
    ...' SELECT , FROM , WHERE , UPDATE , DELETE , WITH , RETURNING , GROUP BY , ORDER BY , LIMIT '.split(
      ',',
    ),
    ...[
      ' OR 1 = 1',
      ' IS NULL',
      '::float(3)',
      '::regclass',
      "'",
      '"',
      '--',
      '/*',
      '*/',
      '$$',
      '$1',
      ';',
    ],
    ...["'%'", ' 1', '-', "E'", "U&'", '(', ')', '[', '.', '::', 'NOT ', ' AND ', ' IN (1)', ' t '],
  ],
  run: (input) => {
    const text = input.toString();
    const { met, analysis } = outcome(text);
    if (analysis === undefined) return met;
    const lineage = lineageOf(analysis);
    if (analysis.shape === undefined) return met;
    must(prescan(text) > 0, 'a text with a shape has tokens');
    for (const values of OTHER_VALUES) {
      const other = refill(analysis.shape, values);
      if (shapeOf(other) === analysis.shape) compare(analysis, lineage, { text, other });
    }
    return `${met} shape`;
  },
};
