import { describe, expect, it } from '@jest/globals';
import { codesOf, rowsOf } from '../harness/raw-agent.ts';
import { bytesOf, openFloor, tried } from './floor.ts';
import { leakIn } from './lab.ts';

const SETUP = `
CREATE FUNCTION name_of(int) RETURNS text LANGUAGE sql AS 'SELECT name FROM customers WHERE id = $1';
CREATE FUNCTION by_name(wanted int) RETURNS text LANGUAGE sql AS 'SELECT c.name FROM customers c WHERE c.id = by_name.wanted OR c.id = wanted';
CREATE FUNCTION nested(int) RETURNS text LANGUAGE sql AS 'SELECT upper(name_of($1))';
CREATE FUNCTION names() RETURNS SETOF text LANGUAGE sql AS 'SELECT name FROM customers ORDER BY id';
CREATE FUNCTION mail_of(int) RETURNS text LANGUAGE sql AS 'SELECT email FROM customers WHERE id = $1';
CREATE FUNCTION nested_mail(int) RETURNS text LANGUAGE sql AS 'SELECT mail_of($1)';
CREATE FUNCTION mail_within(int) RETURNS text LANGUAGE sql AS 'SELECT x.m FROM (SELECT mail AS m FROM people WHERE id = $1) x';
CREATE FUNCTION is_mail(text) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM customers WHERE email = $1';
CREATE FUNCTION two_faces(int) RETURNS text LANGUAGE sql AS 'SELECT name FROM customers WHERE id = $1';
CREATE FUNCTION two_faces(text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT email FROM customers WHERE id = $1::int); END $$;
CREATE FUNCTION settled(int) RETURNS text LANGUAGE sql SET search_path = 'public' AS 'SELECT email FROM customers WHERE id = $1';
CREATE FUNCTION two_steps() RETURNS text LANGUAGE sql AS 'SELECT 1; SELECT email FROM customers WHERE id = 1';
CREATE FUNCTION through_code(int) RETURNS text LANGUAGE sql AS 'SELECT two_faces($1::text)';
CREATE FUNCTION by_text() RETURNS xml LANGUAGE sql AS $$ SELECT query_to_xml('TABLE customers', true, false, '') $$;
CREATE FUNCTION atomic_mail(int) RETURNS text BEGIN ATOMIC SELECT email FROM customers WHERE id = $1; END;
CREATE FUNCTION down(int) RETURNS text LANGUAGE sql AS 'SELECT name_of($1)';
CREATE OR REPLACE FUNCTION down(int) RETURNS text LANGUAGE sql AS 'SELECT CASE WHEN $1 > 0 THEN down($1 - 1) ELSE ''end'' END';
CREATE FUNCTION defaulted(a text DEFAULT public.peek(1)) RETURNS text LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION ord(int) RETURNS int LANGUAGE sql AS 'SELECT $1';
CREATE TYPE carrier AS ENUM ('x');
CREATE FUNCTION carry(int) RETURNS carrier LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE '%', public.peek($1); RETURN 'x'; END $$;
CREATE CAST (int AS carrier) WITH FUNCTION carry(int) AS ASSIGNMENT;
CREATE FUNCTION carried() RETURNS carrier LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION length(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE VIEW named AS SELECT id, name_of(id) AS n, mail_of(id) AS m FROM notes`;

/** What shows nothing masked comes as it is. */
const plain: readonly string[] = [
  'SELECT name_of(1), name_of(2)',
  'SELECT by_name(1)',
  'SELECT nested(2)',
  'SELECT * FROM names()',
  'SELECT n FROM named ORDER BY id',
  "SELECT id FROM notes WHERE name_of(id) = 'Ada'",
  'SELECT two_faces AS x FROM (SELECT 1 AS two_faces) x',
  'INSERT INTO notes VALUES (9, name_of(1)) RETURNING body',
];

const masked: readonly string[] = [
  'SELECT mail_of(1)',
  'SELECT nested_mail(1)',
  'SELECT mail_within(1)',
  'SELECT upper(mail_of(1)), mail_of(2) || name_of(1)',
  'SELECT n, m FROM named',
  'SELECT two_faces(1::text)',
  'SELECT settled(1)',
  'SELECT two_steps()',
  'SELECT defaulted()',
  'SELECT carried()',
  'SELECT through_code(1)',
  'SELECT by_text()',
  'SELECT atomic_mail(1)',
  'SELECT * FROM everyone()',
  'SELECT x FROM everyone() x',
  'SELECT (everyone()).*',
];

const refused: readonly (readonly [string, string])[] = [
  ["SELECT id FROM notes WHERE mail_of(id) LIKE 'q%'", 'MASKED_PREDICATE'],
  ["SELECT id FROM named WHERE m LIKE 'q%'", 'MASKED_PREDICATE'],
  ['INSERT INTO notes VALUES (9, mail_of(1)) RETURNING body', 'MASKED_WRITE'],
  ["SELECT id FROM notes WHERE is_mail('qzxvada7391kw!hidden') = 1", 'LINEAGE_UNKNOWN'],
  ['SELECT name_of(length(email)) FROM customers', 'MASKED_PREDICATE'],
];

describe('what functions in SQL return', () => {
  const floor = openFloor(SETUP);

  it.each(plain)('is shown where it is of no masked column: %s', async (text) => {
    const told = rowsOf(await tried(floor.direct, text));
    const messages = await tried(await floor.lab.agent('wide'), text);
    expect({ codes: codesOf(messages), rows: rowsOf(messages) }).toEqual({ codes: [], rows: told });
  });

  it.each(masked)('is masked: %s', async (text) => {
    expect(leakIn(bytesOf(await tried(floor.direct, text)))).toBeDefined();
    const messages = await tried(await floor.lab.agent('wide'), text);
    expect(leakIn(bytesOf(messages))).toBeUndefined();
    if (!text.includes('by_text')) expect(codesOf(messages)).toEqual([]);
  });

  it.each(refused)('decides nothing and goes nowhere: %s', async (text, code) => {
    expect(codesOf(await tried(floor.direct, text))).toEqual([]);
    expect(codesOf(await tried(await floor.lab.agent('wide'), text))).toEqual([code]);
  });

  it('answers no question about a masked value', async () => {
    const answers = ['qzxvada7391kw!hidden', 'qzxvada7391kw!hiddem'].map(
      (guess) => `SELECT is_mail('${guess}')`,
    );
    const [right, wrong] = [answers[0] ?? '', answers[1] ?? ''];
    const told = [rowsOf(await floor.direct.query(right)), rowsOf(await floor.direct.query(wrong))];
    expect(told).toEqual([[['1']], [['0']]]);
    const agent = await floor.lab.agent('wide');
    expect(rowsOf(await agent.query(right))).toEqual(rowsOf(await agent.query(wrong)));
  });

  it('is not known in a transaction that changes what there is', async () => {
    const agent = await floor.lab.agent('wide');
    await agent.query('BEGIN');
    await agent.query('CREATE TABLE another (id int)');
    expect(codesOf(await agent.query('SELECT ord(1)'))).toEqual(['LINEAGE_UNKNOWN']);
    await agent.query('ROLLBACK');
    expect(rowsOf(await agent.query('SELECT ord(1)'))).toEqual([['1']]);
  });

  it('takes no longer where functions call each other in ever so many ways', async () => {
    const count = 24;
    const made = Array.from({ length: count }, (_, at) => {
      const body =
        at === 0
          ? 'SELECT name FROM customers'
          : `SELECT f${String(at - 1)}() || f${String(at - 1)}()`;
      return `CREATE FUNCTION f${String(at)}() RETURNS text LANGUAGE sql AS '${body}'`;
    });
    expect(codesOf(await floor.direct.query(made.join(';')))).toEqual([]);
    const agent = await floor.lab.open('wide');
    const since = performance.now();
    // Refused, since the target itself takes ever so long.
    const text = `SELECT f${String(count - 1)}() FROM customers WHERE email = 'x'`;
    expect(codesOf(await agent.query(text))).toEqual(['MASKED_PREDICATE']);
    expect(performance.now() - since).toBeLessThan(10_000);
    agent.destroy();
  });

  it('ends where a function calls itself', async () => {
    expect(codesOf(await tried(await floor.lab.agent('wide'), 'SELECT down(3)'))).toEqual([]);
  });

  it('goes by the tables that the session sees', async () => {
    const agent = await floor.lab.open('wide');
    await agent.query("CREATE TEMP TABLE customers AS SELECT 1 AS id, 'mine' AS name");
    expect(leakIn(bytesOf(await agent.query('SELECT name_of(1), mail_of(2)')))).toBeUndefined();
    agent.destroy();
  });
});
