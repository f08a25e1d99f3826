import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { agentTemplate } from './agent.ts';
import { eventually } from './cluster.ts';
import { makeGround, type Ground } from './ground.ts';
import { SECRETS } from './target.ts';

const ask = (sql: string): readonly string[] => [
  'sh',
  '-c',
  'exec psql "$DATABASE_URL" -AtX -c "$0"',
  sql,
];

interface Session {
  readonly spec: { readonly agent?: { readonly pod?: { readonly name?: string } } };
  readonly status?: { readonly phase?: string };
}

describe('an agent that is a Job', () => {
  let ground: Ground;

  beforeAll(async () => {
    ground = await makeGround();
  });

  afterAll(async () => ground.cluster.removeNamespaces());

  test('completes, its init container is covered, and its sessions are completed', async () => {
    const { cluster, namespace } = ground;
    const template = agentTemplate({
      namespace,
      name: 'nightly',
      command: ask('SELECT name, card FROM customers'),
    });
    const [container] = template.spec.containers;
    const prepare = { ...container, name: 'prepare', command: ask('SELECT count(*) FROM orders') };
    await cluster.apply({
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'nightly', namespace },
      spec: {
        backoffLimit: 0,
        template: {
          ...template,
          spec: { ...template.spec, restartPolicy: 'Never', initContainers: [prepare] },
        },
      },
    });
    await cluster.must([
      'wait',
      '-n',
      namespace,
      'job/nightly',
      '--for=condition=Complete',
      '--timeout=60s',
    ]);
    const logs = async (name: string): Promise<string> =>
      cluster.must(['logs', '-n', namespace, 'job/nightly', '-c', name]);
    expect((await logs('prepare')).trim()).toBe('3');
    const rows = await logs('agent');
    expect(rows).toContain('Ada Holm');
    for (const secret of SECRETS) expect(rows).not.toContain(secret);
    const sessions = await eventually('both sessions are completed', 20, async () => {
      const text = await cluster.must(['get', 'auditsessions', '-n', namespace, '-o', 'json']);
      const { items } = JSON.parse(text) as { readonly items: readonly Session[] };
      const own = items.filter(({ spec }) => spec.agent?.pod?.name?.startsWith('nightly') === true);
      return own.length === 2 && own.every(({ status }) => status?.phase === 'Completed')
        ? own
        : undefined;
    });
    expect(sessions).toHaveLength(2);
  });
});
