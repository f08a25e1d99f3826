import { afterAll, beforeAll, expect, test } from '@jest/globals';
import path from 'node:path';
import { policyController } from '../../operator/src/controllers/accesspolicy/controller.ts';
import { reconcile } from '../../operator/src/controllers/reconcile.ts';
import type { KubeClient } from '../../operator/src/kube/client/client.ts';
import { systemClock } from '../../operator/src/kube/clock.ts';
import { EventRecorder } from '../../operator/src/kube/events/recorder.ts';
import { accessPolicies } from '../../operator/src/kube/kinds.ts';
import { WorkQueue, type WorkFailure } from '../../operator/src/kube/queue/work-queue.ts';
import type { Pictures } from '../../operator/src/pictures/pictures.ts';
import { root } from '../harness/paths.ts';
import { startKubernetes, type Kubernetes } from './kubernetes.ts';
import { aClient, aLog, thePictures } from './parts.ts';

let kubernetes: Kubernetes;
let client: KubeClient;
let pictures: Pictures;
let queue: WorkQueue;
const failures: WorkFailure[] = [];
let applied = 0;

beforeAll(async () => {
  kubernetes = await startKubernetes();
  await kubernetes.applyCrds();
  await kubernetes.createNamespace('agents');
  client = aClient(kubernetes);
  pictures = thePictures(client);
  const parts = { client, clock: systemClock };
  const told = { controller: 'chaperone.dev/operator', instance: 'test' };
  const recorder = new EventRecorder({ ...parts, ...told, log: aLog() });
  const counting: Pick<KubeClient, 'apply' | 'delete'> = {
    delete: async (...args) => client.delete(...args),
    apply: async (kind, object, options) => {
      applied += 1;
      return client.apply(kind, object, options);
    },
  };
  const { policies, connections } = pictures;
  const controller = policyController({
    ...{ policies: policies.store, connections: connections.store },
  });
  queue = new WorkQueue({
    ...{ parallelism: 2, firstBackoffMs: 100, mostBackoffMs: 1_000 },
    ...{ clock: systemClock, random: Math.random, failed: (failure) => failures.push(failure) },
    work: async (key) => reconcile(key, controller, { ...parts, client: counting, recorder }),
  });
  pictures.listen(() => {
    for (const key of policies.store.keys()) queue.add(key);
  });
  await pictures.start();
  queue.start();
});
afterAll(async () => {
  await queue.stop();
  await pictures.stop();
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
  const [policy] = pictures.policies.store.list();
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
  for (const key of pictures.policies.store.keys()) queue.add(key);
  await queue.drained();
  expect(applied).toBe(before);
  // Beside those who looked at a picture that was a moment old.
  const others = failures.filter(({ error }) => (error as { code?: string }).code !== 'CONFLICT');
  expect(others).toEqual([]);
});
