import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { KubeClient } from '../../operator/src/kube/client/client.ts';
import type { AccessPolicy } from '@chaperone/crds';
import { applyStatus, type StatusOptions } from '../../operator/src/kube/apply/status.ts';
import type { Condition } from '../../operator/src/kube/apply/conditions.ts';
import { systemClock } from '../../operator/src/kube/clock.ts';
import { EventRecorder } from '../../operator/src/kube/events/recorder.ts';
import type { Happening } from '../../operator/src/kube/events/series.ts';
import { accessPolicies, events, type Event } from '../../operator/src/kube/kinds.ts';
import { startKubernetes, type Kubernetes } from './kubernetes.ts';
import { aClient, aLog } from './parts.ts';

let kubernetes: Kubernetes;
let client: KubeClient;
beforeAll(async () => {
  kubernetes = await startKubernetes();
  client = aClient(kubernetes);
  await kubernetes.applyCrds();
  await kubernetes.createNamespace('shop');
});
afterAll(async () => {
  client.close();
  await kubernetes.stop();
});

const policy = (name: string): AccessPolicy =>
  ({
    metadata: { name, namespace: 'shop' },
    spec: { connections: ['*'] },
  }) as unknown as AccessPolicy;
const ready: Condition = {
  ...{ type: 'Ready', status: 'True', reason: 'Compiled', message: 'fine' },
  ...{ observedGeneration: 1, lastTransitionTime: '2026-01-01T00:00:00Z' },
};
const options = (): StatusOptions => ({
  client,
  fieldManager: 'chaperone-policies',
  fields: ['observedGeneration'],
  conditions: ['Ready', 'Connected'],
});

test('a status is written where it is not so yet, and only then', async () => {
  const created = await client.create(accessPolicies, policy('orders'));
  const status = { observedGeneration: 1, conditions: [ready] };
  expect(await applyStatus(options(), accessPolicies, created, status)).toBe(true);
  const read = await client.get(accessPolicies, { namespace: 'shop', name: 'orders' });
  expect(read.status).toMatchObject(status);
  expect(await applyStatus(options(), accessPolicies, read, status)).toBe(false);
  const fewer = { observedGeneration: 1 };
  expect(await applyStatus(options(), accessPolicies, read, fewer)).toBe(true);
  const last = await client.get(accessPolicies, { namespace: 'shop', name: 'orders' });
  expect(last.status?.conditions ?? []).toEqual([]);
});

test('beside the conditions of somebody else, which stay and do not count', async () => {
  const created = await client.create(accessPolicies, policy('shared'));
  const mailed = { ...ready, type: 'Told', reason: 'Mailed' };
  const theirs = { ...options(), fieldManager: 'another', conditions: ['Told'] };
  await applyStatus(theirs, accessPolicies, created, { conditions: [mailed] });
  const status = { observedGeneration: 1, conditions: [ready] };
  const name = { namespace: 'shop', name: 'shared' };
  const seen = await client.get(accessPolicies, name);
  expect(await applyStatus(options(), accessPolicies, seen, status)).toBe(true);
  const both = await client.get(accessPolicies, name);
  expect(both.status?.conditions?.map(({ type }) => type).sort()).toEqual(['Ready', 'Told']);
  expect(await applyStatus(options(), accessPolicies, both, status)).toBe(false);
});

test('of an object that was deleted and made again nothing is stated', async () => {
  const first = await client.create(accessPolicies, policy('again'));
  await client.delete(accessPolicies, { namespace: 'shop', name: 'again' });
  const gone = applyStatus(options(), accessPolicies, first, { observedGeneration: 1 });
  await expect(gone).rejects.toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  await client.create(accessPolicies, policy('again'));
  const stale = applyStatus(options(), accessPolicies, first, { observedGeneration: 1 });
  await expect(stale).rejects.toThrow(expect.objectContaining({ code: 'CONFLICT' }));
});

const log = aLog();
function aRecorder(): EventRecorder {
  const controller = 'chaperone.dev/operator';
  return new EventRecorder({
    client,
    controller,
    instance: 'operator-0',
    clock: systemClock,
    log,
  });
}

const happening = (name: string, note: string, reason = 'SecretMissing'): Happening => ({
  regarding: {
    apiVersion: 'chaperone.dev/v1alpha1',
    kind: 'AccessPolicy',
    namespace: 'shop',
    name,
  },
  ...{ type: 'Warning', reason, action: 'Reconcile', note },
});

async function told(name: string): Promise<readonly Event[]> {
  const { items } = await client.page(events, { namespace: 'shop' });
  return items.filter(({ regarding }) => regarding?.name === name);
}

test('what happens again is one event with a count, and kubectl shows it', async () => {
  const recorder = aRecorder();
  for (const note of ['first', 'second', 'third']) recorder.record(happening('orders', note));
  await recorder.flushed();
  const [event, ...others] = await told('orders');
  expect(others).toEqual([]);
  expect(event).toMatchObject({
    reason: 'SecretMissing',
    note: 'first',
    reportingController: 'chaperone.dev/operator',
    series: { count: 3 },
  });
  const shown = await kubernetes.mustKubectl([
    'events',
    '-n',
    'shop',
    '--for',
    'accesspolicy/orders',
  ]);
  expect(shown).toContain('SecretMissing');
  expect([recorder.written, recorder.dropped, recorder.failed]).toEqual([3, 0, 0]);
});

test('an event that the server no longer keeps is told anew, and counted from there', async () => {
  const recorder = aRecorder();
  recorder.record(happening('renewed', 'first'));
  await recorder.flushed();
  const [event] = await told('renewed');
  await client.delete(events, { namespace: 'shop', name: event?.metadata?.name ?? '' });
  recorder.record(happening('renewed', 'second'));
  recorder.record(happening('renewed', 'third'));
  await recorder.flushed();
  expect(await told('renewed')).toMatchObject([{ note: 'second', series: { count: 2 } }]);
});

test('a controller in a circle is told twenty-five times, and a long note is cut', async () => {
  const recorder = aRecorder();
  for (let i = 0; i < 100; i += 1) {
    recorder.record(happening('circle', `${'ä'.repeat(2_000)}${String(i)}`, `Reason${String(i)}`));
  }
  await recorder.flushed();
  const all = await told('circle');
  expect(all).toHaveLength(25);
  expect(recorder.dropped).toBe(75);
  expect(Buffer.byteLength(all[0]?.note ?? '')).toBeLessThanOrEqual(1_024);
  expect(all[0]?.note).toMatch(/ä…$/);
});

test('what cannot be told is counted and logged, and disturbs nobody', async () => {
  const refused = aLog();
  const nobody = aClient(kubernetes, { user: await kubernetes.user('nobody') });
  const controller = 'chaperone.dev/operator';
  const recorder = new EventRecorder({
    ...{ client: nobody, controller, instance: 'operator-0', clock: systemClock, log: refused },
  });
  recorder.record(happening('orders', 'x'));
  await recorder.flushed();
  expect(recorder.failed).toBe(1);
  expect(refused.lines).toMatchObject([{ level: 'warn', facts: { err: { code: 'FORBIDDEN' } } }]);
  nobody.close();
});
