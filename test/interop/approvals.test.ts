import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serialize } from 'pg-protocol';
import type { ApprovalObject as Approval } from '../../sidecar/src/approval/index.ts';
import { rowsOf, statesOf, typesOf } from './frames.ts';
import { startGround, type Ground } from './ground.ts';
import type { Conversation } from './raw-client.ts';
import { refusalIn, refusalOf } from './refusal.ts';
import { sessionOf, showSession } from './record.ts';
import { waitFor } from './wait.ts';

const { parse, bind, execute, sync, query } = serialize;

const tables = ['held', 'brief', 'standing', 'retried'];
const schema = tables
  .map(
    (name) =>
      `CREATE TABLE ${name} (id int PRIMARY KEY, n int); INSERT INTO ${name} VALUES (1, 0), (2, 0);`,
  )
  .join('\n').concat(`CREATE SCHEMA other; CREATE TABLE other.retried (id int PRIMARY KEY, n int);
    INSERT INTO other.retried VALUES (1, 0); GRANT USAGE ON SCHEMA other TO PUBLIC;
    GRANT ALL ON other.retried TO PUBLIC;`);

const ask = (
  table: string,
  approval: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => ({
  name: table,
  effect: 'RequireApproval',
  postgres: { commands: ['UPDATE'], relations: [`*.${table}`] },
  approval: { approvers: { groups: ['dba'] }, required: 1, ...approval },
});
const rules = [
  {
    name: 'read',
    effect: 'Allow',
    postgres: { commands: ['SELECT', 'UPDATE'], relations: ['public.*'] },
  },
  { name: 'path', effect: 'Allow', postgres: { commands: ['SET', 'RESET'] } },
  { name: 'sleep', effect: 'Allow', postgres: { functions: ['pg_catalog.pg_sleep'] } },
  ask('held', { timeout: '5m' }),
  ask('brief', { timeout: '1s' }),
  ask('standing', { timeout: '5m', scope: 'Session' }),
  ask('retried', { timeout: '5m', onPending: 'Reject' }),
];

const add = (table: string, id = 1): string =>
  `UPDATE ${table} SET n = n + 1 WHERE id = ${String(id)}`;

describe('a command that needs an approval', () => {
  let ground: Ground;

  beforeAll(async () => {
    ground = await startGround({ policies: { 'orders-db': { rules } }, schema });
  });
  afterAll(async () => {
    await ground.stop();
  });

  const approvals = async (): Promise<readonly Approval[]> => {
    const { stdout } = await ground.chaperone('approvals', '-o', 'json');
    return JSON.parse(stdout) as readonly Approval[];
  };
  const pending = async (text: string): Promise<Approval> =>
    waitFor(`${text} is held`, async () =>
      (await approvals()).find(
        ({ spec, status }) => spec.request?.command === text && status.phase === 'Pending',
      ),
    );
  const phaseOf = async (name: string): Promise<string | undefined> =>
    (await approvals()).find(({ metadata }) => metadata.name === name)?.status.phase;
  const count = async (table: string, id = 1): Promise<number | undefined> =>
    (await ground.target<{ n: number }>(`SELECT n FROM ${table} WHERE id = ${String(id)}`))[0]?.n;

  it('is held until it is approved, and then runs once', async () => {
    const agent = await ground.agent();
    const answer = agent.query(add('held'));
    const { metadata, spec } = await pending(add('held'));
    expect(spec).toMatchObject({
      connectionRef: { name: 'orders-db' },
      policyRef: { name: 'orders-db', rule: 'held' },
      required: 1,
      request: {
        agent: { serviceAccount: 'local' },
        effects: expect.arrayContaining([{ command: 'UPDATE', object: 'public.held' }]),
      },
    });
    expect(await count('held')).toBe(0);
    const decided = await ground.chaperone('approve', metadata.name, '--reason', 'CHG-1');
    expect(decided).toMatchObject({ status: 0, stderr: '' });
    expect((await answer).rowCount).toBe(1);
    expect(await count('held')).toBe(1);
    expect(await phaseOf(metadata.name)).toBe('Consumed');
    const again = await ground.chaperone('approve', metadata.name);
    expect([again.status, again.stdout]).toEqual([1, '']);
    await agent.end();
    const { commands } = await showSession(ground, await sessionOf(ground, spec.request?.session));
    expect(commands).toMatchObject([
      {
        text: add('held'),
        verdict: { effect: 'RequireApproval', policy: 'orders-db', rule: 'held' },
        approval: {
          name: metadata.name,
          decision: 'Approved',
          reason: 'CHG-1',
          deciders: [{ decision: 'Approved', reason: 'CHG-1' }],
        },
        outcome: { status: 'success', rows: 0 },
      },
    ]);
    await ground.target('UPDATE held SET n = 0');
  });

  it('is held at its Bind, with its values, and the pipeline waits behind it', async () => {
    const raw = await ground.raw();
    const text = 'UPDATE held SET n = n + $1 WHERE id = $2';
    const run = (sql: string, values: readonly unknown[] = []): readonly Buffer[] => [
      parse({ text: sql }),
      bind({ values: [...values] }),
      execute(),
    ];
    const answer = raw.exchange([
      ...run('SELECT n FROM held WHERE id = 1'),
      ...run(text, ['5', '2']),
      ...run('SELECT n FROM held WHERE id = 2'),
      sync(),
    ]);
    const { metadata, spec } = await pending(text);
    expect(spec.request?.parameters).toEqual(['5', '2']);
    expect(await count('held', 2)).toBe(0);
    await ground.chaperone('approve', metadata.name);
    const messages = await answer;
    expect([typesOf(messages), rowsOf(messages)]).toEqual(['12DC12C12DCZ', [['0'], ['5']]]);
    expect(await count('held', 2)).toBe(5);
    await ground.target('UPDATE held SET n = 0');
  });

  it('is held although an error that comes late undoes another meaning of its name', async () => {
    const raw = await ground.raw();
    const slow = 'SELECT 1 / n FROM held, LATERAL (SELECT pg_sleep(0.5) WHERE id = 1) AS s';
    await raw.exchange([parse({ text: 'SELECT n FROM held' }), sync()]);
    const failed = raw.until('Z');
    raw.send(
      ...[parse({ name: 'slow', text: slow }), bind({ statement: 'slow' }), execute()],
      // Skipped by the target once the error is there; what stands behind the Sync is not.
      ...[parse({ text: 'SELECT 2' }), sync(), parse({ text: add('held') })],
    );
    expect(typesOf(await failed)).toBe('12EZ');
    const answer = raw.exchange([bind(), execute(), sync()]);
    const { metadata } = await pending(add('held'));
    expect(await count('held')).toBe(0);
    await ground.chaperone('deny', metadata.name);
    expect(refusalIn(await answer).code).toBe('APPROVAL_DENIED');
    expect(await count('held')).toBe(0);
  });

  it('does not run where it is denied, and the agent reads why', async () => {
    const agent = await ground.agent();
    const answer = refusalOf(agent.query(add('held')));
    const { metadata } = await pending(add('held'));
    const decided = await ground.chaperone('deny', metadata.name, '--reason', 'not on a Friday');
    expect(decided.status).toBe(0);
    const refusal = await answer;
    expect(refusal).toMatchObject({
      sqlstate: '42501',
      code: 'APPROVAL_DENIED',
      approval: metadata.name,
      policy: 'orders-db',
      rule: 'held',
    });
    expect(refusal.message).toMatch(/not on a Friday/);
    expect((await agent.query('SELECT n FROM held WHERE id = 1')).rows).toEqual([{ n: 0 }]);
  });

  it('aborts its transaction where it is denied', async () => {
    const raw = await ground.raw();
    await raw.exchange([query('BEGIN')]);
    const answer = raw.exchange([query(add('held'))]);
    const { metadata } = await pending(add('held'));
    await ground.chaperone('deny', metadata.name);
    expect(statesOf(await answer)).toBe('E');
    expect(statesOf(await raw.exchange([query('COMMIT')]))).toBe('I');
    expect(await count('held')).toBe(0);
  });

  it('expires', async () => {
    const agent = await ground.agent();
    const refusal = await refusalOf(agent.query(add('brief')));
    expect(refusal).toMatchObject({ sqlstate: '42501', code: 'APPROVAL_EXPIRED' });
    expect(await phaseOf(refusal.approval ?? '')).toBe('Expired');
    const late = await ground.chaperone('approve', refusal.approval ?? '');
    expect(late.status).toBe(1);
    expect((await agent.query('SELECT n FROM brief WHERE id = 1')).rows).toEqual([{ n: 0 }]);
  });

  it('is withdrawn when it is cancelled', async () => {
    const raw = await ground.raw();
    const answer = raw.exchange([query(add('held'))]);
    const { metadata } = await pending(add('held'));
    await raw.cancel();
    expect(refusalIn(await answer)).toMatchObject({
      sqlstate: '57014',
      code: 'COMMAND_CANCELLED',
    });
    expect((await ground.chaperone('approve', metadata.name)).status).toBe(1);
    expect(rowsOf(await raw.exchange([query('SELECT n FROM held WHERE id = 1')]))).toEqual([['0']]);
  });

  it('is withdrawn when its agent goes', async () => {
    const raw = await ground.raw();
    raw.send(query(add('held')));
    const { metadata, spec } = await pending(add('held'));
    raw.destroy();
    await waitFor('it is withdrawn', async () =>
      (await phaseOf(metadata.name)) === 'Pending' ? undefined : true,
    );
    expect((await ground.chaperone('approve', metadata.name)).status).toBe(1);
    expect(await count('held')).toBe(0);
    const { commands, phase } = await showSession(
      ground,
      await sessionOf(ground, spec.request?.session),
    );
    expect(phase).toBe('Completed');
    expect(commands).toMatchObject([
      {
        approval: { decision: 'Withdrawn' },
        outcome: { status: 'blocked', code: 'APPROVAL_WITHDRAWN' },
      },
    ]);
  });

  it('asks once in a session where the rule says so, and again in the next', async () => {
    const agent = await ground.agent();
    const answer = agent.query(add('standing'));
    await ground.chaperone('approve', (await pending(add('standing'))).metadata.name);
    await answer;
    await agent.query(add('standing', 2));
    await agent.query('UPDATE standing SET n = n + $1 WHERE id = 1', [1]);
    expect([await count('standing'), await count('standing', 2)]).toEqual([2, 1]);
    const other = await ground.agent();
    const denied = refusalOf(other.query(add('standing')));
    await ground.chaperone('deny', (await pending(add('standing'))).metadata.name);
    expect((await denied).code).toBe('APPROVAL_DENIED');
    expect(await count('standing')).toBe(2);
  });

  it('is refused at once where it may not wait, and passes once when it is approved', async () => {
    const agent = await ground.agent();
    const text = 'UPDATE retried SET n = n + $1 WHERE id = 1';
    const first = await refusalOf(agent.query(text, [1]));
    expect(first).toMatchObject({ sqlstate: '42501', code: 'APPROVAL_PENDING', rule: 'retried' });
    expect(first.hint).toContain(first.approval);
    expect((await refusalOf(agent.query(text, [1]))).approval).toBe(first.approval);
    const other = await refusalOf(agent.query(text, [2]));
    expect(other.code).toBe('APPROVAL_PENDING');
    expect(other.approval).not.toBe(first.approval);

    expect((await ground.chaperone('approve', first.approval ?? '')).status).toBe(0);
    // Another value, another text, another role's session: none of them is what was approved.
    expect((await refusalOf(agent.query(text, [2]))).code).toBe('APPROVAL_PENDING');
    expect((await refusalOf(agent.query(`${text} `, [1]))).code).toBe('APPROVAL_PENDING');
    expect(await count('retried')).toBe(0);
    expect((await agent.query(text, [1])).rowCount).toBe(1);
    expect(await count('retried')).toBe(1);
    expect(await phaseOf(first.approval ?? '')).toBe('Consumed');
    const third = await refusalOf(agent.query(text, [1]));
    expect([third.code, third.approval === first.approval]).toEqual(['APPROVAL_PENDING', false]);
    expect(await count('retried')).toBe(1);
  });

  it('is not what the same text does where its names mean something else', async () => {
    const text = 'UPDATE retried SET n = n - 1 WHERE id = 1';
    const agent = await ground.agent();
    const { approval = '' } = await refusalOf(agent.query(text));
    await ground.chaperone('approve', approval);
    await agent.query('SET search_path = other');
    const elsewhere = await refusalOf(agent.query(text));
    expect([elsewhere.code, elsewhere.approval === approval]).toEqual(['APPROVAL_PENDING', false]);
    await agent.query('RESET search_path');
    expect((await agent.query(text)).rowCount).toBe(1);
    expect(await ground.target('SELECT n FROM other.retried')).toEqual([{ n: 0 }]);
    expect(await phaseOf(approval)).toBe('Consumed');
  });

  it('is retried from another session of the same agent', async () => {
    const one = await ground.agent();
    const { approval = '' } = await refusalOf(one.query(add('retried', 2)));
    await one.end();
    await ground.chaperone('approve', approval);
    const two = await ground.agent();
    expect((await two.query(add('retried', 2))).rowCount).toBe(1);
    expect(await count('retried', 2)).toBe(1);
  });

  it('does not run where the policy denies it by the time it is approved', async () => {
    const raw = await ground.raw();
    const answer: Promise<Conversation> = raw.exchange([query(add('held'))]);
    const { metadata } = await pending(add('held'));
    const closed = { name: 'closed', effect: 'Deny', postgres: { commands: ['UPDATE'] } };
    await ground.setPolicy('orders-db', { rules: [...rules, closed] });
    await waitFor('the policy is read', () =>
      ground.sidecar.stderr().includes('the configuration changed') ? true : undefined,
    );
    await ground.chaperone('approve', metadata.name);
    const refusal = refusalIn(await answer);
    expect(refusal.sqlstate).toBe('42501');
    expect(['POLICY_DENIED', 'APPROVAL_UNUSABLE']).toContain(refusal.code);
    expect(await count('held')).toBe(0);
    await ground.setPolicy('orders-db', { rules });
  });

  it('is warned about where more people would have to decide than can', async () => {
    const many = ask('held', { required: 2 });
    await ground.setPolicy('orders-db', {
      rules: [...rules.filter(({ name }) => name !== 'held'), many],
    });
    const line = await waitFor('the warning', () =>
      ground.sidecar
        .stderr()
        .split('\n')
        .find((one) => one.includes('only one person can decide')),
    );
    expect(JSON.parse(line)).toMatchObject({ level: 'warn', rule: 'held', required: 2 });
    await ground.setPolicy('orders-db', { rules });
  });

  it('leaves recordings that verify', async () => {
    expect((await ground.chaperone('verify', '--all')).status).toBe(0);
  });
});
