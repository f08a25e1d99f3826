import { describe, expect, it } from '@jest/globals';
import { codesOf, type Message } from '../harness/raw-agent.ts';
import { openFloor, tried } from './floor.ts';
import { leakIn } from './lab.ts';
import { oracles } from './tries/oracles.ts';

/** Failures that quote the value: at the target itself in the message, through the sidecar nowhere. */
const failures: readonly string[] = [
  ...['int', 'numeric', 'date', 'interval', 'uuid', 'inet', 'json', 'point', 'bool', 'pg_lsn'],
  ...['int[]', 'int4range', 'tsquery', 'regclass', 'regproc', 'regtype', 'regrole', 'regconfig'],
]
  .map((type) => `SELECT id FROM customers WHERE email::${type} IS NULL`)
  .concat([
    'SELECT email::int FROM customers',
    'SELECT id FROM customers ORDER BY email::int',
    'SELECT count(*) FROM customers GROUP BY email::int',
    'SELECT max(email::int) FROM customers',
    "SELECT ('{' || email)::int[] FROM customers",
    'SELECT (SELECT c.email::int) FROM customers c',
    'SELECT c.id FROM customers c JOIN notes n ON n.id = c.email::int',
    'SELECT id FROM notes LIMIT (SELECT max(email)::int FROM customers)',
    'SELECT n.id FROM notes n, generate_series(1, (SELECT max(email)::int FROM customers)) g',
    'WITH w AS MATERIALIZED (SELECT email::int AS n FROM customers) SELECT count(n) FROM w',
    'UPDATE notes SET body = $$x$$ WHERE id = (SELECT max(email)::int FROM customers)',
    'DELETE FROM notes USING customers c WHERE c.email::int = notes.id',
    'MERGE INTO notes n USING customers c ON n.id = c.email::int WHEN MATCHED THEN DELETE',
    'EXPLAIN ANALYZE SELECT id FROM customers WHERE email::int = 1',
    'COPY (SELECT id FROM customers WHERE email::int = 1) TO STDOUT',
    'BEGIN; DECLARE c CURSOR FOR SELECT email::int FROM customers; FETCH ALL FROM c',
    'PREPARE asks AS SELECT id FROM customers WHERE email::int = 1; EXECUTE asks',
    'SELECT seen FROM failing',
    'SELECT id FROM failing',
    "INSERT INTO customers (id, name, tier, email) SELECT 9, 'x', 'gone', 'qzxvada7391kw!hidden'",
  ]);

/** What a predicate is no reason for. */
const refused: readonly (readonly [string, string])[] = [
  ['INSERT INTO notes SELECT 9, email FROM customers', 'MASKED_WRITE'],
  ['CREATE TABLE copy AS SELECT email FROM customers', 'MASKED_WRITE'],
  ["SELECT set_config('a.b', email, false) FROM customers", 'MASKED_PREDICATE'],
  ["SELECT pg_notify('x', email) FROM customers", 'MASKED_PREDICATE'],
  ['SELECT lo_from_bytea(0, email::bytea) FROM customers', 'MASKED_PREDICATE'],
  ['SELECT current_setting(email) FROM customers', 'MASKED_PREDICATE'],
  ["SELECT id FROM customers WHERE shout(email, 'q') = 1", 'MASKED_PREDICATE'],
  ['SELECT id FROM customers WHERE peek(id) = email', 'LINEAGE_UNKNOWN'],
  ['SELECT email::told_of FROM customers', 'MASKED_PREDICATE'],
  ['SELECT id FROM customers ORDER BY email USING ~~~', 'MASKED_PREDICATE'],
  ['SELECT query_to_xml(email, true, false, $$$$) FROM customers', 'LINEAGE_UNKNOWN'],
  [
    'DECLARE c CURSOR WITH HOLD FOR SELECT id FROM customers WHERE email::int = 1',
    'MASKED_PREDICATE',
  ],
];

const SETUP = `
CREATE VIEW failing AS SELECT id, upper(name) AS seen FROM customers WHERE email::int > 0;
CREATE FUNCTION less(text, text) RETURNS bool LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE '%', $1; RETURN $1 < $2; END $$;
CREATE OPERATOR ~~~ (LEFTARG = text, RIGHTARG = text, FUNCTION = less);
CREATE FUNCTION tells(text) RETURNS bool LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE '%', $1; RETURN true; END $$;
CREATE DOMAIN told_of AS text CHECK (tells(VALUE))`;

const texts = (messages: readonly Message[]): string =>
  messages.map(({ type, body }) => type + body.toString('latin1')).join('\n');

describe('predicates that a policy allows', () => {
  const floor = openFloor(SETUP);

  it.each(failures)('show nothing by failing: %s', async (text) => {
    const told = await tried(floor.direct, text);
    expect(leakIn(Buffer.from(texts(told)))).toBeDefined();
    const agent = await floor.lab.agent('asking');
    const messages = await tried(agent, text);
    expect(codesOf(messages)).toEqual(codesOf(told));
    expect(leakIn(agent.received)).toBeUndefined();
    const extended = await (async () => {
      await agent.query('BEGIN');
      const answers = await agent.extended(text);
      await agent.query('ROLLBACK');
      return answers;
    })();
    expect(codesOf(extended)).toHaveLength(1);
    expect(leakIn(agent.received)).toBeUndefined();
  });

  it.each(refused)('are no writes: %s', async (text, code) => {
    const agent = await floor.lab.agent('asking');
    expect(codesOf(await tried(agent, text))).toEqual([code]);
    expect(leakIn(agent.received)).toBeUndefined();
  });

  it('say what is wrong with a text before it runs', async () => {
    const agent = await floor.lab.agent('asking');
    const messages = await tried(agent, "SELECT nothing FROM customers WHERE email = 'x'");
    expect(texts(messages)).toContain('column "nothing" does not exist');
  });

  it('answer what they are asked, and no more', async () => {
    let ran = 0;
    for (const { right, answer } of oracles.filter((one) => one.answer[0] === 'MASKED_PREDICATE')) {
      const agent = await floor.lab.agent('asking');
      await agent.query('BEGIN');
      const codes: string[] = [];
      for (const text of right) codes.push(...codesOf(await agent.query(text)));
      await agent.query('ROLLBACK');
      expect({ right, answer, leak: leakIn(agent.received) }).toMatchObject({ leak: undefined });
      if (codes.length === 0) ran++;
    }
    expect(ran).toBeGreaterThan(60);
  });
});
