import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { rightsOf, usedBy, type Rule } from './audit.ts';
import { askBroker, type BrokerAnswer } from './broker-client.ts';
import { objectsOf, SYSTEM } from './helm.ts';
import {
  agent,
  AGENTS,
  apply,
  createAgent,
  example,
  HOST,
  installAndRun,
  tokenOf,
  type Installed,
} from './installed.ts';
import { podTemplate, portOf } from './kubelet.ts';

const SESSION = '01JD3Q0W2T4ZP6V8XK5M7N9R1S';

/** What only the API server asks for: it is no request of its own. */
const ASKED_BY_POLICIES = 'request chaperone.dev/approvals';

describe('the operator that the chart installs', () => {
  let installed: Installed;
  const get = async <T>(...what: readonly string[]): Promise<T> =>
    JSON.parse(
      await installed.kubernetes.mustKubectl(['get', ...what, '-n', AGENTS, '-o', 'json']),
    ) as T;
  const ask = async (
    request: readonly [string, string],
    options: { readonly body?: object; readonly enough?: RegExp } = {},
  ): Promise<BrokerAnswer> => {
    const port = portOf(await podTemplate(installed.kubernetes), 'broker');
    const token = await tokenOf(installed);
    return askBroker({ port, host: HOST, ca: await installed.ca(), token }, request, options);
  };

  beforeAll(async () => {
    installed = await installAndRun();
    const { kubernetes } = installed;
    const connection = await example('connection.yaml');
    const caRef = { kind: 'ConfigMap', name: 'orders-ca', key: 'ca.crt' };
    const target = { host: 'localhost', port: 5432, tls: { mode: 'VerifyFull', caRef } };
    await apply(
      kubernetes,
      { ...connection, spec: { ...(connection['spec'] as object), target } },
      ...[await example('policy.yaml'), await example('secret.yaml')],
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'orders-ca' }, data: {} },
    );
  });
  afterAll(async () => installed.stop());

  test('injects pods, reached through its Service', async () => {
    await createAgent(installed.kubernetes);
    const pod = await get<{ spec: { initContainers: readonly { name: string; image: string }[] } }>(
      ...['pod', agent.name],
    );
    expect(pod.spec.initContainers[0]).toMatchObject({
      name: 'chaperone',
      image: 'ghcr.io/chaperone-dev/chaperone:0.1.0',
    });
  });

  test('tells a sidecar what its pod may use', async () => {
    const { status, text } = await ask(['GET', '/v1/stream'], { enough: /orders-db-login/ });
    expect(status).toBe(200);
    expect(text).toContain('orders-db-login');
  });

  test('takes sessions and approvals of sidecars over', async () => {
    const opening = { connection: 'orders-db', startedAt: new Date().toISOString() };
    const path = `/v1/sessions/${SESSION}`;
    // The second time because the answer to the first was lost.
    for (const body of [opening, opening])
      expect(await ask(['PUT', path], { body })).toMatchObject({ status: 204 });
    const request = {
      ...{ session: SESSION, agent: { serviceAccount: agent.serviceAccount } },
      ...{ command: 'UPDATE customers SET tier = 1', parameters: [], effects: [] },
      digest: `sha256:${'0'.repeat(64)}`,
    };
    const spec = {
      connectionRef: { name: 'orders-db' },
      policyRef: { name: 'orders', rule: 'customer-changes' },
      request,
      expiresAt: new Date(Date.now() + 60_000).toISOString(),
    };
    const body = { spec, status: { phase: 'Pending', conditions: [] } };
    expect(await ask(['PUT', '/v1/approvals/orders-db-abcde'], { body })).toMatchObject({
      status: 204,
    });
    const { status } = await get<{ status: { phase: string } }>('approval', 'orders-db-abcde');
    expect(status.phase).toBe('Pending');
  });

  test('says in conditions and Events what it found, each time again', async () => {
    const { kubernetes } = installed;
    const reference = async (name: string, ready: string): Promise<void> => {
      const patch = JSON.stringify({ spec: { credential: { secretRef: { name } } } });
      const where = ['auditedconnection', 'orders-db', '-n', AGENTS];
      await kubernetes.mustKubectl(['patch', ...where, '--type=merge', '-p', patch]);
      const until = [`--for=condition=Ready=${ready}`, '--timeout=20s'];
      await kubernetes.mustKubectl(['wait', ...where, ...until]);
    };
    await reference('orders-db-login', 'True');
    for (const name of ['nobody', 'orders-db-login', 'nobody']) {
      await reference(name, name === 'nobody' ? 'False' : 'True');
    }
    const counted = async (): Promise<boolean> => {
      const { items } = await get<{ items: readonly { series?: { count: number } }[] }>(
        'events.events.k8s.io',
      );
      return items.some(({ series }) => (series?.count ?? 0) > 1);
    };
    const deadline = performance.now() + 10_000;
    while (!(await counted()) && performance.now() < deadline) await sleep(100);
    expect(await counted()).toBe(true);
  });

  test('is refused nothing that it asks for, and uses every right that it has', async () => {
    const requests = await installed.audit.requests();
    expect(requests.filter(({ code }) => code === 401 || code === 403)).toEqual([]);
    const roles = (await objectsOf('certificates.mode=secret', 'certificates.caBundle=x')).filter(
      ({ kind, metadata }) =>
        (kind === 'ClusterRole' || kind === 'Role') &&
        metadata.name.startsWith('chaperone-operator'),
    ) as unknown as readonly { readonly rules: readonly Rule[] }[];
    const rights = roles.flatMap(({ rules }) => rightsOf(rules));
    expect(rights.length).toBeGreaterThan(20);
    const unused = rights.filter((right) => !requests.some(usedBy(right)));
    expect(unused).toEqual([ASKED_BY_POLICIES]);
  });

  test('writes to no namespace but its own, beside what its kinds and Events are', async () => {
    const requests = await installed.audit.requests();
    const writes = requests.filter(({ verb }) => !['get', 'list', 'watch'].includes(verb));
    const elsewhere = writes.filter(
      ({ namespace, what }) =>
        namespace !== SYSTEM &&
        !what.startsWith('chaperone.dev/') &&
        !['events.k8s.io/events', 'authentication.k8s.io/tokenreviews'].includes(what),
    );
    expect(elsewhere).toEqual([]);
    expect(writes.length).toBeGreaterThan(5);
  });

  test('reads no Secret that nobody names', async () => {
    const requests = await installed.audit.requests();
    const read = requests.filter(({ what }) => what === '/secrets');
    expect(new Set(read.map(({ name }) => name))).toEqual(new Set(['orders-db-login', 'nobody']));
  });
});
