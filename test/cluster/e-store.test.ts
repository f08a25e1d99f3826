import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runChaperone } from '../harness/run.ts';
import { agentDeployment, rolledOut, serviceAccount, type Agent } from './agent.ts';
import { eventually, install, SYSTEM, useCluster, type Cluster } from './cluster.ts';
import { makeStore, type Store } from './store.ts';
import { manifestsFor, startTarget, type Target } from './target.ts';

/** For how long the agent writes before its pod is killed. */
const WORKING_MS = 3_000;

interface Connection {
  readonly kind: string;
  readonly spec: { readonly recording: object };
}

const replicated = (manifest: object): object => {
  const { kind, spec } = manifest as Connection;
  if (kind !== 'AuditedConnection') return manifest;
  return {
    ...manifest,
    spec: { ...spec, recording: { ...spec.recording, durability: 'Replicated' } },
  };
};

/** Both replicas keep recordings in one directory, and connections wait for them. */
describe('recordings of a cluster', () => {
  let cluster: Cluster;
  let target: Target;
  let store: Store;
  let namespace: string;
  let agent: Agent;

  beforeAll(async () => {
    cluster = await useCluster();
    store = await makeStore(cluster);
    target = await startTarget(cluster);
    await install(cluster, ...store.flags);
    namespace = await cluster.makeNamespace('agents');
    await cluster.apply(
      serviceAccount(namespace),
      ...manifestsFor(target, namespace).map(replicated),
    );
    await cluster.apply(agentDeployment({ namespace }));
    agent = await rolledOut(cluster, namespace);
  });

  afterAll(async () => {
    await cluster.removeNamespaces();
    await cluster.helm('uninstall', 'chaperone', '-n', SYSTEM, '--wait');
    await store.remove();
  });

  test('leave the pod when a session ends, and verify by the authority of the installation', async () => {
    const { stdout } = await agent.psql('SELECT count(*) FROM orders');
    expect(stdout.trim()).toBe('3');
    const session = await store.storedSession(namespace, agent.pod);
    const verified = await runChaperone(
      ...['verify', '--data', store.directory, '--ca', store.caFile, session],
    );
    expect({ status: verified.status, stdout: verified.stdout }).toEqual({
      status: 0,
      stdout: expect.stringContaining('verified'),
    });
  });

  test('lose no committed statement when the pod is killed with its volumes', async () => {
    const statement = `echo "INSERT INTO order_items VALUES ('n-$n', 'kettle');"`;
    const script = `n=0; while n=$((n+1)); do ${statement}; done | psql "$DATABASE_URL" -qX`;
    const working = agent.shell(script);
    await sleep(WORKING_MS);
    await cluster.must([
      ...['delete', 'pod', agent.pod, '-n', namespace, '--grace-period=0', '--force'],
    ]);
    const { stderr } = await working;
    expect(stderr).not.toContain('ERROR');
    // Until the container's process is gone it may still be at it.
    const count = async (): Promise<string> => target.query('SELECT count(*) FROM order_items');
    let before = '';
    await eventually('the agent is gone', 30, async () => {
      const now = await count();
      const isQuiet = now === before;
      before = now;
      await sleep(1_000);
      return isQuiet ? true : undefined;
    });
    const committed = (await target.query('SELECT number FROM order_items')).split('\n');
    expect(committed.length).toBeGreaterThan(20);
    const recorded = new Set<string>();
    for (const { metadata } of await store.sessionsOf(namespace, agent.pod)) {
      const shown = await runChaperone(
        ...['show', '--data', store.directory, metadata.name, '-o', 'ndjson'],
      );
      for (const [, number = ''] of shown.stdout.matchAll(/VALUES \('(n-\d+)'/g))
        recorded.add(number);
    }
    expect(committed.filter((number) => !recorded.has(number))).toEqual([]);
  });
});
