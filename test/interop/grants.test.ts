import { chmod, chown, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { ApprovalObject as Approval } from '../../sidecar/src/approval/index.ts';
import { ApprovalsClient } from '../../cli/src/approvals/client.ts';
import { chaperone } from '../harness/paths.ts';
import { run, runChaperone, type Finished } from '../harness/run.ts';
import { startSidecar, type Sidecar } from '../harness/sidecar.ts';
import { makeTempDir, type TempDir } from '../harness/temp.ts';
import { startGround, type Ground } from './ground.ts';
import { putManifest, type Fields } from './manifests.ts';
import { listSessions, showSession } from './record.ts';
import { refusalOf } from './refusal.ts';
import { waitFor } from './wait.ts';

const tables = ['windowed', 'rejected', 'standing', 'paired', 'retried', 'held'];
const schema = tables
  .map(
    (name) =>
      `CREATE TABLE ${name} (id int PRIMARY KEY, n int); INSERT INTO ${name} VALUES (1, 0), (2, 0);`,
  )
  .join('\n');

/** Users of every Debian, and the group that the shared directory has. */
const [daemon, bin, group] = [1, 2, 1];
const isRoot = process.getuid?.() === 0;
const approvers = { users: ['daemon', 'bin'] };

const ask = (table: string, approval: Fields): Fields => ({
  name: table,
  effect: 'RequireApproval',
  postgres: { commands: ['UPDATE'], relations: [`public.${table}`] },
  approval: { approvers, timeout: '5m', ...approval },
});
const rules = [
  { name: 'read', effect: 'Allow', postgres: { commands: ['SELECT', 'UPDATE'] } },
  ask('windowed', { scope: 'Window' }),
  ask('rejected', { scope: 'Window', onPending: 'Reject' }),
  ask('standing', { scope: 'Session', onPending: 'Reject' }),
  ask('paired', { required: 2 }),
  ask('retried', { onPending: 'Reject' }),
  ask('held', {}),
];

const add = (table: string, id = 1): string =>
  `UPDATE ${table} SET n = n + 1 WHERE id = ${String(id)}`;

describe('approvals beyond one command', () => {
  let ground: Ground;
  let shared: TempDir;
  let restarted: Sidecar | undefined;

  beforeAll(async () => {
    shared = await makeTempDir('decisions');
    if (isRoot) await chown(shared.path, 0, group);
    await chmod(shared.path, 0o3770);
    const args = (): readonly string[] => ['--decisions', shared.path];
    ground = await startGround({ policies: { 'orders-db': { rules } }, schema, args });
  });
  afterAll(async () => {
    await restarted?.stop();
    await ground.stop();
    await shared.remove();
  });

  // In this process: a second for each look would be long.
  const client = (): ApprovalsClient =>
    new ApprovalsClient({ directory: ground.data, isShared: false });
  const approvals = async (): Promise<readonly Approval[]> =>
    (await client().list()) as readonly Approval[];
  const decide = async (name: string, decision: 'Approved' | 'Denied'): Promise<unknown> =>
    client().decide(name, { decision, reason: '' });
  const approvalOf = async (name: string): Promise<Approval | undefined> =>
    (await approvals()).find(({ metadata }) => metadata.name === name);
  const held = async (text: string): Promise<string> =>
    waitFor(`${text} is held`, async () => {
      const found = (await approvals()).find(
        ({ spec, status }) => spec.request?.command === text && status.phase === 'Pending',
      );
      return found?.metadata.name;
    });
  const count = async (table: string): Promise<number | undefined> =>
    (await ground.target<{ n: number }>(`SELECT sum(n)::int AS n FROM ${table}`))[0]?.n;
  const loads = (): number =>
    ground.sidecar.stderr().match(/the configuration changed/g)?.length ?? 0;
  const change = async (make: () => Promise<void>): Promise<void> => {
    const before = loads();
    await make();
    await waitFor('the change is read', () => (loads() > before ? true : undefined));
  };
  const askFor = async (rule: string, duration = '1h', agent = 'local'): Promise<Finished> =>
    ground.chaperone(
      ...['grant', '--connection', 'orders-db', '--policy', 'orders-db', '--rule', rule],
      ...['--agent', agent, '--for', duration, '--justification', 'CHG-7', '-o', 'json'],
    );
  const grant = async (rule: string, duration = '1h'): Promise<string> => {
    const [connection, policy] = ['orders-db', 'orders-db'];
    const asked = { subject: { serviceAccount: 'local' }, duration, justification: 'CHG-7' };
    const made = await client().grant({ connection, policy, rule, grant: asked });
    return made.metadata.name;
  };
  /** Decides as another user of the machine. */
  const as = async (uid: number, ...args: readonly string[]): Promise<Finished> =>
    run(chaperone, [...args, '--decisions', shared.path], {
      ...{ uid, gid: group, env: { NO_COLOR: '1', HOME: '/nonexistent' } },
    });

  it('opens a window in which a rule does not ask, for every session of the agent, and says so in the record', async () => {
    const name = (JSON.parse((await askFor('windowed')).stdout) as Approval).metadata.name;
    expect((await approvalOf(name))?.spec).toMatchObject({
      grant: { subject: { serviceAccount: 'local' }, duration: '1h', justification: 'CHG-7' },
      policyRef: { name: 'orders-db', rule: 'windowed' },
      required: 1,
      decision: 'Pending',
    });
    const agent = await ground.agent();
    // What waits already goes on when the grant is approved.
    const waiting = agent.query(add('windowed'));
    const single = await held(add('windowed'));
    expect((await ground.chaperone('approve', name)).stdout).toContain('Approved until');
    expect((await waiting).rowCount).toBe(1);
    expect((await approvalOf(single))?.spec.reason).toBe(`grant ${name}`);
    const named = { name: 's', text: 'UPDATE windowed SET n = n + $1 WHERE id = 2' };
    await agent.query({ ...named, values: [1] });
    await agent.query({ ...named, values: [1] });
    const other = await ground.agent();
    await other.query(add('windowed'));
    expect(await count('windowed')).toBe(4);
    expect((await approvalOf(name))?.status.phase).toBe('Approved');
    await other.end();
    const session = await waitFor('the session ends', async () =>
      (await listSessions(ground)).find(({ phase }) => phase === 'Completed'),
    );
    const { commands } = await showSession(ground, session.session);
    expect(commands).toMatchObject([
      { verdict: { effect: 'RequireApproval', rule: 'windowed' }, approval: { name } },
    ]);
    await decide(name, 'Denied');
  });

  it('ends a window by its time, by a word, and with the policy that it was given for', async () => {
    const agent = await ground.agent();
    const attempt = async (): Promise<string> =>
      agent.query(add('rejected')).then(
        () => 'ran',
        async (error: unknown) => (await refusalOf(Promise.reject(error as Error))).code,
      );
    expect(await attempt()).toBe('APPROVAL_PENDING');
    const brief = await grant('rejected', '1500ms');
    await decide(brief, 'Approved');
    expect(await attempt()).toBe('ran');
    await waitFor('the window ends', async () =>
      (await approvalOf(brief))?.status.phase === 'Consumed' ? true : undefined,
    );
    expect(await attempt()).toBe('APPROVAL_PENDING');

    const revoked = await grant('rejected');
    await decide(revoked, 'Approved');
    expect(await attempt()).toBe('ran');
    const { stdout } = await ground.chaperone('revoke', revoked, '--reason', 'enough');
    expect(stdout).toBe(`${revoked}: Denied\n`);
    expect(await attempt()).toBe('APPROVAL_PENDING');
    expect((await ground.chaperone('approve', revoked)).status).toBe(1);

    const old = await grant('rejected');
    await decide(old, 'Approved');
    expect(await attempt()).toBe('ran');
    const more = { name: 'more', effect: 'Allow', postgres: { commands: ['DELETE'] } };
    await change(async () => ground.setPolicy('orders-db', { rules: [...rules, more] }));
    expect(await attempt()).toBe('APPROVAL_PENDING');
    await change(async () => ground.setPolicy('orders-db', { rules }));
    expect(await attempt()).toBe('ran');
    await decide(old, 'Denied');
    expect(await count('rejected')).toBe(4);
  });

  it('is no window for another agent, and none for a rule that does not take it', async () => {
    const refused: readonly (readonly [rule: string, duration: string, why: RegExp])[] = [
      ['retried', '1h', /scope is not Window/],
      ['nobody', '1h', /No rule of this policy/],
      ['rejected', '8d', /longer than/],
      ['rejected', 'soon', /duration/],
    ];
    for (const [rule, duration, why] of refused) {
      const { status, stderr } = await askFor(rule, duration);
      expect([status, stderr]).toEqual([1, expect.stringMatching(why)]);
    }
    const other = await askFor('rejected', '1h', 'somebody-else');
    const { metadata } = JSON.parse(other.stdout) as Approval;
    await ground.chaperone('approve', metadata.name);
    const agent = await ground.agent();
    expect((await refusalOf(agent.query(add('rejected', 2)))).code).toBe('APPROVAL_PENDING');
  });

  it('is asked for by a manifest too, which decides nothing itself, and goes with it', async () => {
    const undecided = {
      apiVersion: 'chaperone.dev/v1alpha1',
      kind: 'Approval',
      metadata: { name: 'migration' },
      spec: {
        connectionRef: { name: 'orders-db' },
        policyRef: { name: 'orders-db', rule: 'rejected' },
        grant: { subject: { serviceAccount: 'local' }, duration: '1h' },
      },
    };
    const decided = { ...undecided, spec: { ...undecided.spec, decision: 'Approved' } };
    await putManifest(ground.config, 'grant.json', decided);
    await waitFor('what nobody decided is refused', () =>
      ground.sidecar.stderr().includes('needs as many approved entries') ? true : undefined,
    );
    expect(await approvalOf('migration')).toBeUndefined();
    await change(async () => putManifest(ground.config, 'grant.json', undecided));
    expect((await approvalOf('migration'))?.status.phase).toBe('Pending');
    const agent = await ground.agent();
    expect((await refusalOf(agent.query(add('rejected', 2)))).code).toBe('APPROVAL_PENDING');
    await decide('migration', 'Approved');
    await agent.query(add('rejected', 2));
    await change(async () => rm(path.join(ground.config, 'grant.json')));
    expect((await approvalOf('migration'))?.status.phase).toBe('Denied');
    expect((await refusalOf(agent.query(add('rejected', 2)))).code).toBe('APPROVAL_PENDING');
  });

  it('is revoked within a session, which then asks again', async () => {
    const agent = await ground.agent();
    const { approval = '' } = await refusalOf(agent.query(add('standing')));
    await decide(approval, 'Approved');
    await agent.query(add('standing'));
    await agent.query(add('standing', 2));
    await decide(approval, 'Denied');
    const again = await refusalOf(agent.query(add('standing')));
    expect([again.code, again.approval === approval]).toEqual(['APPROVAL_PENDING', false]);
    expect(await count('standing')).toBe(2);
  });

  it('is revoked before its retry, which then asks again', async () => {
    const agent = await ground.agent();
    const { approval = '' } = await refusalOf(agent.query(add('retried', 2)));
    await decide(approval, 'Approved');
    await decide(approval, 'Denied');
    expect((await refusalOf(agent.query(add('retried', 2)))).approval).not.toBe(approval);
    expect(await count('retried')).toBe(0);
  });

  it('takes as many different people of the machine as its rule says, each known by its user', async () => {
    const agent = await ground.agent();
    const answer = agent.query(add('paired'));
    const name = await held(add('paired'));
    const own = await ground.chaperone('approve', name, '--reason', 'one');
    expect(own.stdout).toContain('Pending, 1 of 2 approvals given');
    expect((await ground.chaperone('approve', name)).status).toBe(1);
    // The same person by the other door is the same person.
    const twice = await runChaperone('approve', name, '--decisions', shared.path);
    expect([twice.status, twice.stderr]).toEqual([1, expect.stringContaining('another person')]);
    expect(await count('paired')).toBe(0);
    if (!isRoot) {
      await decide(name, 'Denied');
      expect((await refusalOf(answer)).code).toBe('APPROVAL_DENIED');
      return;
    }
    const other = await as(bin, 'approve', name, '--reason', 'two');
    expect([other.stdout, other.stderr]).toEqual([`${name}: Approved\n`, '']);
    expect((await answer).rowCount).toBe(1);
    expect((await approvalOf(name))?.spec.decisions).toMatchObject([
      { decision: 'Approved', reason: 'one' },
      { username: 'local:bin', decision: 'Approved', reason: 'two' },
    ]);
  });

  it('takes nobody whom the rule does not name, and nobody for his own request', async () => {
    if (!isRoot) return;
    const name = await grant('rejected');
    const stranger = await as(3, 'approve', name);
    expect([stranger.status, stranger.stderr]).toEqual([1, expect.stringContaining('neither you')]);
    const asked = await as(
      daemon,
      ...['grant', '--connection', 'orders-db', '--policy', 'orders-db', '--rule', 'rejected'],
      ...['--agent', 'local', '--for', '1h', '-o', 'json'],
    );
    const { metadata } = JSON.parse(asked.stdout) as Approval;
    const self = await as(daemon, 'approve', metadata.name);
    expect([self.status, self.stderr]).toEqual([1, expect.stringContaining('yourself')]);
    expect((await as(bin, 'approve', metadata.name)).stdout).toContain('Approved until');
    expect((await as(daemon, 'revoke', metadata.name)).stdout).toContain('Denied');
    await decide(name, 'Denied');
  });

  it('outlives a kill of the sidecar where it can: grants and what is sent again do, what waits does not', async () => {
    const agent = await ground.agent();
    const { approval: retried = '' } = await refusalOf(agent.query(add('retried')));
    const { approval: undecided = '' } = await refusalOf(agent.query(add('retried', 2)));
    await decide(retried, 'Approved');
    const window = await grant('rejected');
    await decide(window, 'Approved');
    const lost = agent.query(add('held')).catch((error: unknown) => error);
    const waited = await held(add('held'));
    await ground.sidecar.kill();
    expect(await lost).toBeInstanceOf(Error);

    const { config, data } = ground;
    const args = ['--decisions', shared.path];
    restarted = await startSidecar({ config, data, connections: ['orders-db'], args });
    const port = restarted.port('orders-db');
    const again = new pg.Client({ host: '127.0.0.1', port, user: 'agent', database: 'postgres' });
    await again.connect();
    expect((await approvalOf(waited))?.status).toMatchObject({
      phase: 'Expired',
      conditions: [{ reason: 'Withdrawn', message: expect.stringContaining('restarted') }],
    });
    expect((await ground.chaperone('approve', waited)).status).toBe(1);
    expect(await count('held')).toBe(0);

    const before = await count('rejected');
    await again.query(add('rejected'));
    expect(await count('rejected')).toBe((before ?? 0) + 1);
    expect((await again.query(add('retried'))).rowCount).toBe(1);
    expect((await refusalOf(again.query(add('retried')))).approval).not.toBe(retried);
    expect((await refusalOf(again.query(add('retried', 2)))).approval).toBe(undecided);
    await decide(undecided, 'Approved');
    expect((await again.query(add('retried', 2))).rowCount).toBe(1);
    expect(await count('retried')).toBe(2);
    await again.end();
  });

  it('leaves recordings that verify', async () => {
    expect((await ground.chaperone('verify', '--all')).status).toBe(0);
  });
});
