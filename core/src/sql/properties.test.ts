import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadModule, scanSync } from 'libpg-query';
import { analyse, loadParser, SqlError } from './index.ts';
import { prescan } from './prescan.ts';
import { effectsOf, verdictOf } from './testing.ts';

beforeAll(loadParser);

/** Words that make arbitrary texts look like SQL more often than not. */
const fragments = [
  ...[
    'SELECT',
    'FROM',
    'WHERE',
    'WITH',
    'AS',
    'INSERT INTO',
    'UPDATE',
    'SET',
    'DELETE FROM',
    'RETURNING',
    'UNION',
    'JOIN',
  ],
  ...[
    'ON',
    'USING',
    '(',
    ')',
    '*',
    ',',
    ';',
    '=',
    'id',
    'email',
    'customers',
    't',
    'c',
    '.',
    '1',
    "'x'",
    '$1',
    '::text',
  ],
  ...[
    'EXPLAIN',
    'CREATE TABLE',
    'CREATE VIEW',
    'MERGE INTO',
    'WHEN MATCHED THEN',
    'ORDER BY',
    'GROUP BY',
    'EXISTS',
    'CASE',
  ],
  ...[
    '$$',
    '/*',
    '*/',
    '--',
    '\n',
    "E'",
    '\\',
    '"',
    'U&"',
    '[',
    ']',
    'NOT',
    'AND',
    'OR',
    'NULL',
    'VALUES',
    'DO',
    'COPY',
  ],
];

const sqlLike = fc
  .array(fc.oneof(fc.constantFrom(...fragments), fc.string()), { maxLength: 40 })
  .map((parts) => parts.join(' '));

test.each([
  ['arbitrary text', fc.string({ unit: 'binary', maxLength: 200 })],
  ['what looks like SQL', sqlLike],
])('analyse of %s answers or throws an SqlError', (_, texts) => {
  fc.assert(
    fc.property(texts, (text) => {
      try {
        return Array.isArray(analyse(text).statements);
      } catch (error) {
        return error instanceof SqlError;
      }
    }),
    { numRuns: 2_000 },
  );
  expect(analyse('SELECT 1').statements).toHaveLength(1);
});

/** Pieces whose meaning depends on where the lexer believes to be. */
const lexical = fc
  .array(
    fc.constantFrom(
      ...[
        "'",
        "''",
        "E'",
        "e'",
        "ne'",
        "U&'",
        'U&"',
        "x'",
        "b'",
        '"',
        '\\',
        "\\'",
        '$$',
        '$a$',
        '$b$',
        '$1',
        'a$',
        '1$',
        '$',
      ],
      ...[
        '--',
        '\n',
        '\r',
        '/*',
        '*/',
        '*',
        '/',
        '-',
        '+',
        '@',
        '(',
        ')',
        '[',
        ']',
        ',',
        ';',
        '.',
        '::',
        ':=',
        '=>',
        ' ',
      ],
      ...[
        'a',
        'é',
        '1',
        '1.5',
        '1e5',
        '.5',
        '0x1F',
        '1_000',
        '_',
        'SELECT',
        'e',
        'E',
        'U&',
        '%',
        '|',
        '{',
        '\\n',
        '\t',
        '\v',
      ],
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

/** Undefined where the lexer refuses the text. */
function lexerTokens(text: string): number | undefined {
  try {
    return scanSync(text).tokens.length;
  } catch {
    return undefined;
  }
}

test('the pre-scan never counts fewer tokens than the lexer', async () => {
  await loadModule();
  let compared = 0;
  fc.assert(
    fc.property(lexical, (text) => {
      const tokens = lexerTokens(text);
      if (tokens === undefined) return;
      compared += 1;
      try {
        expect(prescan(text)).toBeGreaterThanOrEqual(tokens);
      } catch (error) {
        if (!(error instanceof SqlError)) throw error;
      }
    }),
    { numRuns: 20_000 },
  );
  expect(compared).toBeGreaterThan(1_000);
});

const statements = [
  'SELECT c.id , email FROM customers c WHERE id = 1 ORDER BY 1',
  "DELETE FROM t USING s WHERE t . id = s . id AND s . a = 'x'",
  'WITH x AS ( SELECT * FROM t ) UPDATE s SET a = f ( 1 ) FROM x WHERE s . id = x . id RETURNING *',
  'INSERT INTO customers ( id , email ) VALUES ( 1 , $1 ) ON CONFLICT ( id ) DO UPDATE SET name = excluded . name',
  'SELECT lower ( email ) FROM customers',
  'MERGE INTO t USING s ON t . id = s . id WHEN MATCHED THEN DELETE',
  'CREATE TABLE x AS SELECT * FROM customers',
];

const gap = fc.constantFrom(
  ' ',
  '\n',
  '\t ',
  ' /* x */ ',
  " /* /* ( */ ' */ ",
  " -- it's ( $$ \n",
  '\r\n',
  '\f',
);

test('white space and comments between tokens change neither effects nor lineage', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...statements),
      fc.array(gap, { minLength: 60, maxLength: 60 }),
      (sql, gaps) => {
        const spaced = sql
          .split(' ')
          .map((token, at) => token + (gaps[at] ?? ' '))
          .join('');
        expect(effectsOf(spaced)).toEqual(effectsOf(sql));
        expect(verdictOf(spaced)).toBe(verdictOf(sql));
      },
    ),
  );
});

test('statements of one text have the effects that each has alone', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...statements), { minLength: 1, maxLength: 5 }),
      (texts) => {
        const alone = new Set(texts.flatMap((text) => effectsOf(text)));
        expect([...effectsOf(texts.join(';'))].sort()).toEqual([...alone].sort());
      },
    ),
  );
});

test('whatever surrounds it, a masked column that decides over rows is refused', () => {
  const wraps: readonly ((sql: string) => string)[] = [
    (sql) => `SELECT * FROM (${sql}) x`,
    (sql) => `SELECT 1 FROM t WHERE EXISTS (${sql})`,
    (sql) => `WITH x AS (${sql}) SELECT 1`,
    (sql) => `SELECT (${sql})`,
    (sql) => `(${sql}) UNION SELECT 1`,
    (sql) => `INSERT INTO t ${sql}`,
    (sql) => `EXPLAIN ${sql}`,
  ];
  const wrap = fc.nat({ max: wraps.length - 1 });
  const inner = fc.constantFrom<string[]>(
    'SELECT id FROM customers WHERE email = $1',
    'SELECT id FROM customers ORDER BY ssn',
    'SELECT count(*) FROM customers c GROUP BY c.email',
  );
  fc.assert(
    fc.property(inner, fc.array(wrap, { maxLength: 4 }), (sql, chosen) => {
      const text = chosen.reduce((wrapped, at) => wraps[at]?.(wrapped) ?? wrapped, sql);
      try {
        expect(verdictOf(text)).toBe('MASKED_PREDICATE');
      } catch (error) {
        if (!(error instanceof SqlError)) throw error;
      }
    }),
  );
});
