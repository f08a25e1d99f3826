import { afterAll, beforeAll, expect, test } from '@jest/globals';
import path from 'node:path';
import type { AccessPolicy, AuditedConnection } from '@chaperone/crds';
import { reconcilePolicy } from '../../operator/src/controllers/accesspolicy/controller.ts';
import type { KubeClient } from '../../operator/src/kube/client/client.ts';
import { systemClock } from '../../operator/src/kube/clock.ts';
import { EventRecorder } from '../../operator/src/kube/events/recorder.ts';
import { accessPolicies, auditedConnections, type Kind } from '../../operator/src/kube/kinds.ts';
import type { KubeObject } from '../../operator/src/kube/object.ts';
import { WorkQueue, type WorkFailure } from '../../operator/src/kube/queue/work-queue.ts';
import { Reflector } from '../../operator/src/kube/reflector/reflector.ts';
import { root } from '../harness/paths.ts';
import { startKubernetes, type Kubernetes } from './kubernetes.ts';
import { aClient, aLog } from './parts.ts';

let kubernetes: Kubernetes;
let client: KubeClient;
let policies: Reflector<AccessPolicy, 'namespace'>;
let connections: Reflector<AuditedConnection, 'namespace'>;
let queue: WorkQueue;
const failures: WorkFailure[] = [];
let applied = 0;

function following<T extends KubeObject>(kind: Kind<T>): Reflector<T, 'namespace'> {
  return new Reflector<T, 'namespace'>({
    ...{ client, kind, clock: systemClock, random: Math.random, log: aLog() },
    indexes: { namespace: ({ metadata }) => [metadata?.namespace ?? ''] },
    changed: () => {
      for (const key of policies.store.keys()) queue.add(key);
    },
  });
}

beforeAll(async () => {
  kubernetes = await startKubernetes();
  await kubernetes.applyCrds();
  await kubernetes.createNamespace('agents');
  client = aClient(kubernetes);
  policies = following(accessPolicies);
  connections = following(auditedConnections);
  const controller = 'chaperone.dev/operator';
  const parts = { client, clock: systemClock };
  const recorder = new EventRecorder({ ...parts, controller, instance: 'test', log: aLog() });
  const counting: Pick<KubeClient, 'apply'> = {
    apply: async (kind, object, options) => {
      applied += 1;
      return client.apply(kind, object, options);
    },
  };
  const sources = { policies: policies.store, connections: connections.store };
  queue = new WorkQueue({
    ...{ parallelism: 2, firstBackoffMs: 100, mostBackoffMs: 1_000 },
    ...{ clock: systemClock, random: Math.random, failed: (failure) => failures.push(failure) },
    work: async (key) => reconcilePolicy(key, { ...parts, client: counting, sources, recorder }),
  });
  policies.start();
  connections.start();
  await Promise.all([policies.synced(), connections.synced()]);
  queue.start();
});
afterAll(async () => {
  await queue.stop();
  await Promise.all([policies.stop(), connections.stop()]);
  client.close();
  await kubernetes.stop();
});

const example = (name: string): string => path.join(root, 'examples', 'postgres', name);
const waitFor = async (condition: string): Promise<string> =>
  kubernetes.mustKubectl([
    ...[
      'wait',
      'accesspolicy',
      '--all',
      '-n',
      'agents',
      '--timeout=20s',
      `--for=condition=${condition}`,
    ],
  ]);

test('people see, and wait for, what a policy is found to be', async () => {
  await kubernetes.mustKubectl(['apply', '-f', example('policy.yaml')]);
  await waitFor('Ready');
  await waitFor('Connected=False');
  await kubernetes.mustKubectl(['apply', '-f', example('connection.yaml')]);
  await waitFor('Connected');
  const shown = await kubernetes.mustKubectl(['get', 'accesspolicies', '-n', 'agents']);
  expect(shown).toMatch(/True/);
});

test('a mistake that a schema cannot see is a condition and an Event, until it is mended', async () => {
  const [policy] = policies.store.list();
  const name = policy?.metadata.name ?? '';
  const rules = [{ name: 'odd', effect: 'Deny', expression: 'agent.name ==' }];
  await client.merge(accessPolicies, { namespace: 'agents', name }, { spec: { rules } });
  await waitFor('Ready=False');
  const told = await kubernetes.mustKubectl([
    'events',
    '-n',
    'agents',
    '--for',
    `accesspolicy/${name}`,
  ]);
  expect(told).toMatch(/Warning\s+Mistakes.*spec\.rules\[0\]\.expression/);
  await client.merge(accessPolicies, { namespace: 'agents', name }, { spec: { rules: [] } });
  await waitFor('Ready');
});

test('what was found is written once: afterwards nothing is left to do', async () => {
  await queue.drained();
  const before = applied;
  expect(before).toBeGreaterThan(0);
  for (const key of policies.store.keys()) queue.add(key);
  await queue.drained();
  expect(applied).toBe(before);
  // Beside those who looked at a picture that was a moment old.
  const others = failures.filter(({ error }) => (error as { code?: string }).code !== 'CONFLICT');
  expect(others).toEqual([]);
});
