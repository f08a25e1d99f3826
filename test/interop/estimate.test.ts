import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serialize } from 'pg-protocol';
import { ApprovalsClient } from '../../cli/src/approvals/client.ts';
import { startGround, type Ground } from './ground.ts';
import { refusalOf } from './refusal.ts';
import { waitFor } from './wait.ts';

const { query } = serialize;

const rules = [
  {
    name: 'ask',
    effect: 'RequireApproval',
    postgres: { commands: ['*'] },
    approval: { approvers: { groups: ['dba'] }, timeout: '5m', onPending: 'Reject' },
  },
];

/** `seen` says that it does nothing; where it runs it waits for a lock, and can be seen to. */
const schema = `
  CREATE TABLE big (id int PRIMARY KEY, n int, at date);
  INSERT INTO big SELECT i, 0, DATE '2026-01-01' + i % 10 FROM generate_series(1, 5000) AS i;
  CREATE FUNCTION seen(int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_advisory_lock(4711); RETURN $1; END $$;
  CREATE FUNCTION same(int, int) RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT seen($1) = $2';
  CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = same);
  CREATE VIEW viewed AS SELECT id, n FROM big WHERE seen(1) = 1;
  CREATE TABLE checked (id int, n int CHECK (n < seen(5)));
  CREATE TABLE secured (id int, n int);
  ALTER TABLE secured ENABLE ROW LEVEL SECURITY;
  CREATE POLICY own ON secured USING (seen(1) = 1);
  CREATE TABLE parts (id int, n int) PARTITION BY RANGE (id);
  CREATE TABLE part_a PARTITION OF parts FOR VALUES FROM (0) TO (100);
  CREATE TABLE part_b PARTITION OF parts FOR VALUES FROM (100) TO (200);
  INSERT INTO parts SELECT i, 0 FROM generate_series(0, 199) AS i;
  ANALYZE;`;

describe('what an approver sees of the rows that a command would reach', () => {
  let ground: Ground;

  beforeAll(async () => {
    ground = await startGround({ policies: { 'orders-db': { rules } }, schema });
  });
  afterAll(async () => {
    await ground.stop();
  });

  const estimateOf = async (name: string): Promise<number | undefined> => {
    const client = new ApprovalsClient({ directory: ground.data, isShared: false });
    return (await client.find(name)).status?.estimatedRows;
  };
  const ask = async (text: string, values: readonly unknown[] = []): Promise<string> => {
    const agent = await ground.agent();
    const { code, approval = '' } = await refusalOf(agent.query(text, [...values]));
    expect(code).toBe('APPROVAL_PENDING');
    await agent.end();
    return approval;
  };

  it.each([
    ['UPDATE big SET n = 1', [], 5000, 5000],
    ['UPDATE big SET n = $1 WHERE id = $2 -- a comment', [7, 3], 1, 1],
    ['DELETE FROM big WHERE at = $1', ['2026-01-03'], 400, 600],
    ['SELECT b.id FROM big AS b WHERE b.id <= 1000;', [], 900, 1100],
    ["INSERT INTO big VALUES (9000, 1, '2026-01-01'), (9001, 1, NULL)", [], 2, 2],
    ['UPDATE parts SET n = 1 WHERE id < 150', [], 140, 160],
  ])('is what the planner expects of %s', async (text, values, least, most) => {
    const name = await ask(text, values);
    const rows = await waitFor('the planner answers', async () => estimateOf(name));
    expect(rows).toBeGreaterThanOrEqual(least);
    expect(rows).toBeLessThanOrEqual(most);
    const changed = await ground.target('SELECT 1 FROM big WHERE n <> 0');
    expect(changed).toEqual([]);
  });

  it.each([
    'SELECT id FROM big WHERE n = seen(1)',
    'SELECT id FROM big WHERE n === 1 AND 1 === 1',
    'SELECT id FROM viewed',
    'UPDATE checked SET n = 1',
    'SELECT id FROM secured',
    "SELECT id FROM big WHERE repeat('x', n) = repeat('x', 10)",
    "SELECT id FROM big WHERE n = pg_catalog.length(pg_catalog.repeat('x', 10))",
    'UPDATE big SET n = 1; SELECT seen(1)',
    'CREATE TABLE made (id int)',
  ])('is not asked for where planning could run something: %s', async (text) => {
    const holder = await ground.direct();
    await holder.exchange([query('SELECT pg_advisory_lock(4711)')]);
    const name = await ask(text);
    const marker = await ask(`UPDATE big SET n = ${String(text.length)} WHERE id = 1`);
    await waitFor('the planner is asked about another', async () => estimateOf(marker));
    expect(await estimateOf(name)).toBeUndefined();
    expect(
      await ground.target("SELECT 1 FROM pg_stat_activity WHERE wait_event = 'advisory'"),
    ).toEqual([]);
    holder.destroy();
  });

  it('is not waited for where the planner has to wait itself', async () => {
    const holder = await ground.direct();
    await holder.exchange([query('BEGIN; LOCK TABLE parts IN ACCESS EXCLUSIVE MODE')]);
    const name = await ask('UPDATE parts SET n = 2 WHERE id < 10');
    expect(await estimateOf(name)).toBeUndefined();
    await waitFor('the planner is cancelled', async () =>
      (
        await ground.target(
          "SELECT 1 FROM pg_stat_activity WHERE query LIKE '%EXPLAIN (FORMAT%' AND state = 'active' AND pid <> pg_backend_pid()",
        )
      ).length === 0
        ? true
        : undefined,
    );
    expect(await estimateOf(name)).toBeUndefined();
    holder.destroy();
  });
});
