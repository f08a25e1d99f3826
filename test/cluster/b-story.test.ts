import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { agentDeployment, INJECT, rolledOut, serviceAccount, type Agent } from './agent.ts';
import { eventually, install, SYSTEM, useCluster, type Cluster } from './cluster.ts';
import { manifestsFor, SECRETS, startTarget, type Target } from './target.ts';

const ADA = ['ada', 'dba'];

interface Session {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly agent?: { readonly serviceAccount?: string; readonly pod?: string } };
  readonly status?: { readonly phase?: string };
}

interface Approval {
  readonly metadata: { readonly name: string };
  readonly status?: { readonly phase?: string };
}

describe('what a user does', () => {
  let cluster: Cluster;
  let target: Target;
  let namespace: string;
  let agent: Agent;

  const list = async <T>(resource: string): Promise<readonly T[]> => {
    const text = await cluster.must(['get', resource, '-n', namespace, '-o', 'json']);
    return (JSON.parse(text) as { readonly items: readonly T[] }).items;
  };

  beforeAll(async () => {
    cluster = await useCluster();
    const releases = await cluster.helm('list', '-n', SYSTEM, '-q');
    if (releases.includes('chaperone'))
      await cluster.helm('uninstall', 'chaperone', '-n', SYSTEM, '--wait');
    target = await startTarget(cluster);
    namespace = await cluster.makeNamespace('agents');
    await cluster.apply(serviceAccount(namespace), agentDeployment({ namespace, annotations: {} }));
    await rolledOut(cluster, namespace);
  });

  afterAll(async () => cluster.removeNamespaces());

  test('installs, applies, annotates: the next statement of the agent is masked and recorded', async () => {
    const began = performance.now();
    await install(cluster);
    const installed = performance.now();
    await cluster.apply(...manifestsFor(target, namespace));
    const patch = { spec: { template: { metadata: { annotations: INJECT } } } };
    await cluster.must([
      ...['patch', 'deployment', 'report-bot', '-n', namespace, '--type=merge'],
      ...['-p', JSON.stringify(patch)],
    ]);
    agent = await rolledOut(cluster, namespace);
    const { status, stdout, stderr } = await agent.psql(
      'SELECT name, email, card FROM customers ORDER BY id',
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Ada Holm');
    for (const secret of SECRETS) expect(stdout).not.toContain(secret);
    const [session] = await eventually('a session', 10, async () => {
      const sessions = await list<Session>('auditsessions');
      return sessions.length > 0 ? sessions : undefined;
    });
    expect(JSON.stringify(session?.spec)).toContain(agent.pod);
    const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(1);
    console.log(
      `helm install --wait: ${((installed - began) / 1000).toFixed(1)} s; to the first recorded statement: ${seconds(began)} s`,
    );
  });

  test('the agent is told why a statement is denied, and its connection stays usable', async () => {
    const { stderr } = await agent.psql('DELETE FROM orders');
    expect(stderr).toContain('42501');
    expect(stderr).toContain('whole-table-writes');
    expect(await target.query('SELECT count(*) FROM orders')).toBe('3');
  });

  test('a held statement runs when a person approves it by kubectl patch', async () => {
    await cluster.must([
      'create',
      'rolebinding',
      'dba',
      '-n',
      namespace,
      '--clusterrole=chaperone-approver',
      '--group=dba',
    ]);
    const answer = agent.psql(
      'UPDATE customers SET credit = credit + 50 WHERE id = 2 RETURNING credit',
    );
    const approval = await eventually('an Approval', 20, async () =>
      (await list<Approval>('approvals')).find(({ status }) => status?.phase === 'Pending'),
    );
    expect(await target.query('SELECT credit FROM customers WHERE id = 2')).toBe('100');
    const decision = JSON.stringify({ spec: { decision: 'Approved', reason: 'CHG-1042' } });
    const patch = [
      'patch',
      'approval',
      approval.metadata.name,
      '-n',
      namespace,
      '--type=merge',
      '-p',
      decision,
    ];
    await cluster.must(patch, { as: ADA });
    const decided = performance.now();
    const { status, stdout, stderr } = await answer;
    const took = performance.now() - decided;
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('150');
    console.log(
      `approval patched to the agent's answer: ${took.toFixed(0)} ms, kubectl and exec included`,
    );
    expect(await target.query('SELECT credit FROM customers WHERE id = 2')).toBe('150');
  });

  test('a policy that changes counts in a running session within a second', async () => {
    const rules = JSON.parse(
      await cluster.must([
        'get',
        'accesspolicy',
        'orders',
        '-n',
        namespace,
        '-o',
        'jsonpath={.spec.rules}',
      ]),
    ) as readonly { readonly name: string }[];
    const change = async (wanted: readonly object[]): Promise<void> => {
      const patch = JSON.stringify({ spec: { rules: wanted } });
      await cluster.must([
        'patch',
        'accesspolicy',
        'orders',
        '-n',
        namespace,
        '--type=merge',
        '-p',
        patch,
      ]);
    };
    const times: number[] = [];
    for (let i = 0; i < 3; i += 1) {
      // One session, a statement each 50 ms, until one is refused.
      const watching = agent.shell(
        `echo 'SELECT count(*) FROM orders \\watch 0.05' | psql "$DATABASE_URL" -AtX`,
      );
      await sleep(1_000);
      await change(rules.filter(({ name }) => name !== 'read'));
      const changed = performance.now();
      const { stdout, stderr } = await watching;
      times.push(performance.now() - changed);
      expect(stdout).toContain('3');
      expect(stderr).toContain('POLICY_DENIED');
      await change(rules);
      await eventually('the policy of before counts again', 10, async () =>
        (await agent.psql('SELECT count(*) FROM orders')).status === 0 ? true : undefined,
      );
    }
    console.log(
      `policy patched to refused in a running session: ${times.map((ms) => ms.toFixed(0)).join(', ')} ms`,
    );
    expect(Math.min(...times)).toBeLessThan(1_000);
  });
});
