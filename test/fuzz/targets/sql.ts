import { SqlError, analyse, prescan, shapeOf } from '@chaperone/core/sql';
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
  "SELECT /* a /* b */ */ 1 -- c\n, interval '1' day, 1e5, 0x1F, .5",
];

interface Outcome {
  readonly met: string;
  /** The analysis as text, and its shape. */
  readonly analysis?: string;
  readonly shape?: string | undefined;
}

function outcome(text: string): Outcome {
  try {
    const { shape, ...analysis } = analyse(text);
    const met = analysis.statements.map(({ node, refusal }) => `${node}${refusal?.code ?? ''}`);
    return {
      met: [...new Set(met)].sort().slice(0, 2).join(),
      analysis: JSON.stringify(analysis),
      shape,
    };
  } catch (error) {
    if (error instanceof SqlError) return { met: error.code };
    throw error;
  }
}

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
    const one = outcome(text);
    if (one.analysis === undefined || one.shape === undefined) return one.met;
    must(prescan(text) > 0, 'a text with a shape has tokens');
    for (const values of OTHER_VALUES) {
      const other = refill(one.shape, values);
      if (shapeOf(other) !== one.shape) continue;
      const { analysis } = outcome(other);
      must(
        analysis === undefined || analysis === one.analysis,
        `one shape, two meanings: ${text} | ${other}`,
      );
    }
    return `${one.met} shape`;
  },
};
