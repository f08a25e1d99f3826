import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { serialize } from 'pg-protocol';
import { postgresLimits } from '../../sidecar/src/config/limits.ts';
import type { ApprovalObject as Approval } from '../../sidecar/src/approval/index.ts';
import { startGround, type Ground } from '../interop/ground.ts';
import { allowAll } from '../interop/manifests.ts';
import { waitFor } from '../interop/wait.ts';

const { query } = serialize;

const SECRET = 'qzxvada7391kw';
const schema = `
  CREATE TABLE boxes (id int PRIMARY KEY, n int, note text);
  CREATE TABLE people (id int PRIMARY KEY, n int, email text);
  CREATE TABLE crates (id int PRIMARY KEY, n int);
  CREATE TABLE barrels (id int PRIMARY KEY, n int);
  CREATE TABLE denied (id int PRIMARY KEY, n int);
  INSERT INTO boxes VALUES (1, 0, 'plain');
  INSERT INTO crates VALUES (1, 0);
  INSERT INTO barrels VALUES (1, 0);
  INSERT INTO denied VALUES (1, 0);
  INSERT INTO people VALUES (1, 0, '${SECRET}');`;

const held = {
  name: 'held',
  effect: 'RequireApproval',
  postgres: { commands: ['UPDATE'], relations: ['*.boxes', '*.crates', '*.barrels'] },
  approval: { approvers: { groups: ['dba'] }, required: 1, timeout: '5m' },
};
const denial = { name: 'no', effect: 'Deny', postgres: { relations: ['*.denied'] } };
const masking = [{ name: 'm', method: 'Redact', postgres: { columns: ['public.people.email'] } }];

const TEXT = 'UPDATE boxes SET n = n + 1 WHERE id = 1 RETURNING note';

/** What somebody else does to the table while the command waits. */
const SWAP = `ALTER TABLE boxes RENAME TO boxes_then;
  CREATE VIEW boxes AS SELECT id, n, email AS note FROM people; GRANT ALL ON boxes TO orders_rw`;

describe('beneath the sidecar', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await startGround({
      policies: { 'orders-db': { rules: [allowAll, held, denial], masking } },
      schema,
    });
  });
  afterAll(async () => {
    await ground.stop();
  });

  const pending = async (): Promise<string> => {
    const { metadata } = await waitFor('the command is held', async () => {
      const { stdout } = await ground.chaperone('approvals', '-o', 'json');
      const all = JSON.parse(stdout) as readonly Approval[];
      return all.find(({ status }) => status.phase === 'Pending');
    });
    return metadata.name;
  };

  it('masked values take the place of others while a command waits', async () => {
    const raw = await ground.raw();
    const answer = raw.exchange([query(TEXT)]);
    const name = await pending();
    await ground.target(SWAP);
    await sleep(postgresLimits.catalogRefreshMs.value + 2_000);
    await ground.chaperone('approve', name);
    const text = Buffer.concat(await answer).toString('latin1');
    expect(text).not.toContain(SECRET);
    // By itself it would be refused now for what a constraint tells.
    expect(text).toMatch(/APPROVAL_UNUSABLE|MASKED_PREDICATE/);
    expect(await ground.target('SELECT n FROM boxes')).toEqual([{ n: 0 }]);
  });

  it.each([
    ['crates', 'a query', [query('UPDATE crates SET n = n + 1 WHERE id = 1')]],
    [
      'barrels',
      'a Bind',
      [
        serialize.parse({ text: 'UPDATE barrels SET n = n + 1 WHERE id = 1' }),
        ...[serialize.bind(), serialize.execute(), serialize.sync()],
      ],
    ],
  ])(
    'a rule leads a change of %s elsewhere while it waits, as %s',
    async (table, _as, messages) => {
      const raw = await ground.raw();
      const answer = raw.exchange(messages);
      const name = await pending();
      // In the extended protocol the target holds locks for what it has prepared: a rule waits for them.
      const rule = ground.target(
        `CREATE RULE elsewhere AS ON UPDATE TO ${table} DO INSTEAD UPDATE denied SET n = 9`,
      );
      await Promise.race([rule, sleep(1_000)]);
      await sleep(postgresLimits.catalogRefreshMs.value + 2_000);
      await ground.chaperone('approve', name);
      await answer;
      await rule;
      expect(await ground.target('SELECT n FROM denied')).toEqual([{ n: 0 }]);
    },
  );

  it("loses the sidecar's own sessions, and shows nothing for it", async () => {
    const agent = await ground.agent();
    // An agent would guess the numbers.
    const own = `SELECT pid FROM pg_stat_activity WHERE usename = 'orders_rw' AND query LIKE '%pg_catalog.%'`;
    let ended = 0;
    for (let i = 0; i < 5; i++) {
      const texts = [
        `SELECT email, ${String(i)} AS a${String(i)} FROM people`,
        `SELECT upper(email) AS b${String(i)} FROM people`,
        `TABLE people`,
      ];
      for (const { pid } of await ground.target<{ pid: number }>(own)) {
        await agent.query(`SELECT pg_terminate_backend(${String(pid)})`);
        ended++;
      }
      for (const text of texts) {
        const rows = await agent.query(text).then(
          ({ rows: all }) => JSON.stringify(all),
          (error: unknown) => String(error),
        );
        expect(rows.toLowerCase()).not.toContain(SECRET);
      }
    }
    expect(ended).toBeGreaterThan(0);
    const last = await waitFor('the catalog is read again', async () =>
      agent.query('SELECT email FROM people').catch(() => undefined),
    );
    expect(last.rows).toEqual([{ email: '[redacted]' }]);
  });
});
