import { afterAll, beforeAll, expect, test } from '@jest/globals';
import path from 'node:path';
import { storesOf } from '../../operator/src/store/open.ts';
import { startControllers, type Controllers } from '../../operator/src/controllers/controllers.ts';
import type { KubeClient } from '../../operator/src/kube/client/client.ts';
import { systemClock } from '../../operator/src/kube/clock.ts';
import type { Pictures } from '../../operator/src/pictures/pictures.ts';
import { root } from '../harness/paths.ts';
import { startKubernetes, type Kubernetes } from './kubernetes.ts';
import { accessOf, aClient, aLog, thePictures, until } from './parts.ts';

let kubernetes: Kubernetes;
let client: KubeClient;
let pictures: Pictures;
beforeAll(async () => {
  kubernetes = await startKubernetes();
  await kubernetes.applyCrds();
  await kubernetes.createNamespace('agents');
  client = aClient(kubernetes);
  pictures = thePictures(client);
  await pictures.start();
});
afterAll(async () => {
  await pictures.stop();
  client.close();
  await kubernetes.stop();
});

const parts = () => ({ clock: systemClock, random: Math.random, log: aLog() }) as const;

const kept = { approvalsMs: 60_000, sessionsMs: 60_000 };

function start(identity: string): Controllers {
  const access = accessOf(kubernetes, kubernetes.admin);
  const stores = storesOf({ client, pictures, namespace: 'default', storeDirectory: undefined });
  return startControllers({ access, pictures, identity, kept, stores, ...parts() });
}

test('one replica works; when it ends the next does, at once', async () => {
  const first = start('first');
  await until('the first leads', first.isLeader);
  const second = start('second');
  const policy = path.join(root, 'examples', 'postgres', 'policy.yaml');
  await kubernetes.mustKubectl(['apply', '-f', policy]);
  const wait = ['wait', 'accesspolicy', '--all', '-n', 'agents', '--timeout=20s'];
  await kubernetes.mustKubectl([...wait, '--for=condition=Ready']);
  await kubernetes.mustKubectl([...wait, '--for=condition=Connected=False']);
  expect([first.isLeader(), second.isLeader(), pictures.isDeaf]).toEqual([true, false, false]);
  await first.stop();
  expect(first.isLeader()).toBe(false);
  const connection = path.join(root, 'examples', 'postgres', 'connection.yaml');
  await kubernetes.mustKubectl(['apply', '-f', connection]);
  await kubernetes.mustKubectl([...wait, '--for=condition=Connected']);
  expect(second.isLeader()).toBe(true);
  await second.stop();
});
