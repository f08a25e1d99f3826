import { beforeAll, describe, expect, test } from '@jest/globals';
import { analyse, loadParser, SQL_LIMITS, SqlError } from './index.ts';
import { parseText, replaceParser } from './parser.ts';
import { prescan } from './prescan.ts';

beforeAll(loadParser);

const {
  tokens,
  nesting,
  commentNesting,
  operatorRun,
  chain,
  statements,
  controlCharacters,
  characters,
} = SQL_LIMITS;

const times = (text: string, count: number): string => text.repeat(count);
const list = (item: string, count: number, separator: string): string =>
  Array<string>(count).fill(item).join(separator);

function codeOf(action: () => unknown): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    if (error instanceof SqlError) return error.code;
    throw error;
  }
}

/** Each shape at the largest size that the limits let through, and one beyond. */
const shapes: readonly (readonly [string, number, (count: number) => string])[] = [
  ['columns', tokens / 2, (n) => `SELECT ${list('1', n, ',')}`],
  ['brackets', nesting, (n) => `SELECT ${times('(', n)}1${times(')', n)}`],
  ['subscripts', nesting, (n) => `SELECT ARRAY${times('[', n)}1${times(']', n)}`],
  ['calls', nesting, (n) => `SELECT ${times('f(', n)}${times(')', n)}`],
  ['subqueries', nesting, (n) => `${times('SELECT * FROM (', n)}SELECT 1${times(') x', n)}`],
  ['nested comments', commentNesting, (n) => `SELECT 1 ${times('/* ', n)}${times('*/ ', n)}`],
  ['operator characters', operatorRun, (n) => `SELECT ${times('+', n)} 1`],
  [
    'comment delimiters in a row',
    Math.floor(operatorRun / 4),
    (n) => `SELECT 1 ${times('/**/', n)}`,
  ],
  ['additions', chain, (n) => `SELECT ${list('1', n, '+')}`],
  ['concatenations', chain / 2, (n) => `SELECT ${list('"a"', n, '||')}`],
  ['NOT', chain - 2, (n) => `SELECT ${times('NOT ', n)}a`],
  ['postfix tests', chain - 2, (n) => `SELECT a${times(' ISNULL', n)}`],
  ['casts', chain / 3, (n) => `SELECT 1${times('::int', n - 1)}`],
  ['CASE', chain / 5, (n) => `SELECT ${times('CASE WHEN a THEN ', n - 1)}1${times(' END', n - 1)}`],
  ['joins', chain / 3, (n) => `SELECT 1 FROM ${list('a', n - 1, ' CROSS JOIN ')}`],
  ['UNION', chain / 3, (n) => list('SELECT 1', n, ' UNION ALL ')],
  ['statements', statements + 1, (n) => list('SELECT 1', n, ';')],
  ['control characters', controlCharacters, (n) => `SELECT '${times('\u0001', n)}'`],
  [
    'unicode escapes',
    Math.floor(characters / 5) - 10,
    (n) => `SELECT U&'${times(String.raw`\0061`, n)}'`,
  ],
  ['a long literal', characters - 9, (n) => `SELECT '${times('x', n)}'`],
];

describe.each(shapes)('%s', (_, most, shape) => {
  test('the largest accepted text is parsed, walked, and the parser goes on', () => {
    const started = performance.now();
    expect(['SQL_SYNTAX', undefined]).toContain(codeOf(() => analyse(shape(Math.floor(most) - 4))));
    // Far above what is usual, for busy machines; far below what the shapes take without limits.
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(analyse('SELECT 1').statements).toHaveLength(1);
  });

  test('a larger one is refused before the parser', () => {
    expect(codeOf(() => analyse(shape(Math.floor(most) * 2 + 10)))).toBe('SQL_TOO_COMPLEX');
  });
});

describe('what the lexer hides is not counted, what it shows is', () => {
  const many = times('( ', nesting + 1);
  test.each([
    `SELECT '${many}'`,
    `SELECT 'it''s ${many}'`,
    String.raw`SELECT E'\' ${many}'`,
    `SELECT E'x'\n'\\' ${many}'`,
    String.raw`SELECT E'it''s \' ${many}'`,
    `SELECT "${many}"`,
    `SELECT $$${many}$$`,
    `SELECT $a$ $$ $b$ ${many}$a$`,
    `SELECT 1 -- ${many}`,
    `SELECT 1 /* ${many} /* */ ${many} */`,
    `SELECT U&'${many}'`,
    `SELECT 1$$${many}$$`,
  ])('%# hidden', (sql) => {
    expect(
      codeOf(() => {
        prescan(sql);
      }),
    ).toBeUndefined();
  });

  test.each([
    `SELECT '' ${many}`,
    String.raw`SELECT '\' ${many}`,
    String.raw`SELECT x'\' ${many}`,
    String.raw`SELECT ne'\' ${many}`,
    String.raw`SELECT E'\\' ${many}`,
    `SELECT "" ${many}`,
    `SELECT E'x' '\\' ${many}`,
    `SELECT E'x' /* \n */ '\\' ${many}`,
    `SELECT $$ $$ ${many}`,
    `SELECT a$$ ${many} $$`,
    `SELECT $1 ${many}`,
    `SELECT $a$ $b$ $a$ ${many}`,
    `SELECT 1 --\n ${many}`,
    `SELECT 1 --\r ${many}`,
    `SELECT 1 /* */ ${many}`,
    `SELECT 1 /* /* */ */ ${many}`,
    `SELECT 1 +-- '\n ${many}`,
    `SELECT 1 +/* ' */ ${many}`,
  ])('%# shown', (sql) => {
    expect(
      codeOf(() => {
        prescan(sql);
      }),
    ).toBe('SQL_TOO_COMPLEX');
  });

  test('a row assignment counts as often as the grammar copies it', () => {
    const update = (n: number): string =>
      `UPDATE t SET (${list('a', n, ',')}) = (SELECT ${list('1', n, ',')})`;
    expect(codeOf(() => analyse(update(50)))).toBeUndefined();
    expect(codeOf(() => analyse(update(200)))).toBe('SQL_TOO_COMPLEX');
  });

  test('ordinary bulk statements are accepted', () => {
    const rows = list('(1, 2, 3)', 2_000, ', ');
    expect(codeOf(() => analyse(`INSERT INTO t VALUES ${rows}`))).toBeUndefined();
    const where = list('(a = 1 AND b = 2)', 300, ' OR ');
    expect(codeOf(() => analyse(`SELECT 1 FROM t WHERE ${where}`))).toBeUndefined();
    expect(
      codeOf(() => analyse(`SELECT 1 /${times('*', 200)} banner ${times('*', 200)}/`)),
    ).toBeUndefined();
  });
});

describe('texts that are refused as they are', () => {
  test.each([
    ['SELECT 1\0', 'SQL_INVALID_TEXT'],
    ["SELECT '\0'", 'SQL_INVALID_TEXT'],
    ["SELECT '\ud800'", 'SQL_INVALID_TEXT'],
    ['SELEC 1', 'SQL_SYNTAX'],
    ["SELECT E'x' -- c\n '\\' ; DELETE FROM t; --'", 'SQL_UNSUPPORTED'],
    ["SELECT 'x' -- c\n 'y'", 'SQL_SYNTAX'],
    ["SELECT 'x", 'SQL_SYNTAX'],
    ['SELECT (', 'SQL_SYNTAX'],
    [')', 'SQL_SYNTAX'],
    ['SELECT 1;; SELECT', undefined],
  ])('%j: %s', (sql, code) => {
    expect(codeOf(() => analyse(sql))).toBe(code);
  });

  test('a syntax error says where', () => {
    expect(() => analyse('SELECT 1 FROM FROM')).toThrow(
      expect.objectContaining({ code: 'SQL_SYNTAX', position: 14 }),
    );
  });
});

describe('a parser in doubt is replaced', () => {
  test('until it is, texts are refused; then they parse', async () => {
    replaceParser();
    expect(codeOf(() => analyse('SELECT 1'))).toBe('SQL_PARSER_UNAVAILABLE');
    await loadParser();
    expect(analyse('SELECT 1').statements).toHaveLength(1);
  });

  test('running out of stack within the parser is such a case', async () => {
    const sql = `SELECT ${list('1', chain, '+')}`;
    // Descends until the parse itself has too little stack left.
    const descend = (): string => {
      try {
        const code = descend();
        return code === 'again' ? (codeOf(() => parseText(sql)) ?? 'again') : code;
      } catch {
        return 'again';
      }
    };
    expect(descend()).toBe('SQL_TOO_COMPLEX');
    await loadParser();
    for (let round = 0; round < 20; round++) expect(parseText(sql)).toHaveLength(1);
  });
});
