import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { node, root } from '../harness/paths.ts';
import { run, type Finished } from '../harness/run.ts';
import { startSidecar } from '../harness/sidecar.ts';
import { rightsOf, usedBy, type Rule } from './audit.ts';
import type { AskOptions, BrokerAnswer } from './broker-client.ts';
import { mustHelm, objectsIn, objectsOf, SYSTEM } from './helm.ts';
import {
  agent,
  AGENTS,
  apply,
  askAs,
  createAgent,
  example,
  installAndRun,
  secretField,
  type Installed,
} from './installed.ts';
import { podTemplate, portOf } from './kubelet.ts';
import { exportedIn, knownBy, monitoringExpressions } from './promql.ts';

const SESSION = '01JD3Q0W2T4ZP6V8XK5M7N9R1S';

/** Rights that need what does not happen here. */
const SHOWN_ELSEWHERE = [
  // When the time for which they are kept is over, which is days.
  ...['delete chaperone.dev/approvals', 'delete chaperone.dev/auditsessions'],
  // There is no AuditStore: test/store.
  'patch chaperone.dev/auditstores/status',
  // The policies for Approvals ask for it, which is no request: test/admission/approvals.test.ts.
  'request chaperone.dev/approvals',
  // Where there are AuditStores: test/store/bucket.test.ts.
  'patch chaperone.dev/auditstores/status',
];
/** What is created to be answered, and stored nowhere. */
const REVIEWS = [
  'authentication.k8s.io/tokenreviews',
  'authorization.k8s.io/subjectaccessreviews',
] as const;

/** What `helm test` makes. */
interface TestPod {
  readonly containers: readonly [
    {
      readonly command: readonly string[];
      readonly args: readonly string[];
      readonly env: readonly { readonly name: string; readonly value: string }[];
    },
  ];
  readonly volumes: readonly [{ readonly secret: { readonly secretName: string } }];
}

describe('the operator that the chart installs', () => {
  let installed: Installed;
  let held: Promise<BrokerAnswer>;
  const get = async <T>(...what: readonly string[]): Promise<T> =>
    JSON.parse(
      await installed.kubernetes.mustKubectl(['get', ...what, '-n', AGENTS, '-o', 'json']),
    ) as T;
  const ask = async (
    request: readonly [string, string],
    options: AskOptions = {},
  ): Promise<BrokerAnswer> => askAs(installed, agent.name, request, options);

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
    // What is watched for it goes on while others are asked.
    held = ask(['GET', '/v1/stream'], { enough: /"ping"/ });
  });

  test('takes sessions and approvals of sidecars over', async () => {
    const opening = { connection: 'orders-db', startedAt: new Date().toISOString() };
    // The second time because the answer to the first was lost.
    for (const body of [opening, opening])
      expect(await ask(['PUT', `/v1/sessions/${SESSION}`], { body })).toMatchObject({
        status: 204,
      });
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

  test('passes what helm test runs, and fails it where it is not there', async () => {
    const { kubernetes, directory } = installed;
    const [hook] = objectsIn(await mustHelm(kubernetes, ['get', 'hooks', 'chaperone']));
    const { containers, volumes } = (hook as unknown as { readonly spec: TestPod }).spec;
    const [{ command, args, env }] = containers;
    const ca = path.join(directory, 'ca.crt');
    await writeFile(ca, await secretField(kubernetes, volumes[0].secret.secretName, 'ca.crt'));
    const template = await podTemplate(kubernetes);
    const at = (name: string): string => String(portOf(template, name));
    const ports = { WEBHOOK: at('webhook'), BROKER: at('broker'), METRICS: at('metrics') };
    const given = Object.fromEntries(env.map(({ name, value }) => [name, value]));
    const check = async (more: Readonly<Record<string, string>>): Promise<Finished> =>
      run(node, [...command.slice(1), ...args], {
        env: { ...given, ...ports, CA: ca, ADDRESS: '127.0.0.1', ...more },
      });
    expect(await check({})).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^(ok {5}.*\n){4}$/) as unknown,
    });
    const other = await check({ HOST: 'chaperone-operator.elsewhere.svc' });
    expect(other.status).toBe(1);
    expect(other.stdout.match(/^FAILED.*altnames/gm)).toHaveLength(3);
  });

  test('begins a rotation of its authority where a person asks for it', async () => {
    const { kubernetes } = installed;
    expect(await secretField(kubernetes, 'chaperone-ca', 'next.crt')).toBe('');
    const wish = ['annotate', 'secret', 'chaperone-ca', '-n', SYSTEM, 'chaperone.dev/rotate=1'];
    await kubernetes.mustKubectl(wish);
    const begun = ['--for=jsonpath={.metadata.annotations.chaperone\\.dev/ca-phase}=Publishing'];
    await kubernetes.mustKubectl([
      ...['wait', 'secret', 'chaperone-ca', '-n', SYSTEM, '--timeout=20s', ...begun],
    ]);
  });

  test('is refused nothing that it asks for, and uses every right that it has', async () => {
    expect(await held).toMatchObject({ status: 200 });
    const requests = await installed.audit.requests();
    expect(requests.filter(({ code }) => code === 401 || code === 403)).toEqual([]);
    const roles = (await objectsOf()).filter(
      ({ kind, metadata }) =>
        (kind === 'ClusterRole' || kind === 'Role') &&
        metadata.name.startsWith('chaperone-operator'),
    ) as unknown as readonly { readonly rules: readonly Rule[] }[];
    const rights = roles.flatMap(({ rules }) => rightsOf(rules));
    expect(rights.length).toBeGreaterThan(20);
    const unused = rights.filter((right) => !requests.some(usedBy(right)));
    expect(unused.filter((right) => !SHOWN_ELSEWHERE.includes(right))).toEqual([]);
  });

  test('writes nothing but its kinds, Events, its own namespace and its own webhooks', async () => {
    const requests = await installed.audit.requests();
    const writes = requests.filter(({ verb }) => !['get', 'list', 'watch'].includes(verb));
    const elsewhere = writes.filter(
      ({ namespace, what }) =>
        namespace !== SYSTEM &&
        !what.startsWith('chaperone.dev/') &&
        !['events.k8s.io/events', ...REVIEWS].includes(what),
    );
    expect(new Set(elsewhere.map(({ verb, what, name }) => `${verb} ${what} ${name}`))).toEqual(
      new Set(
        ['chaperone-injector', 'chaperone-approvals'].map(
          (name) => `patch admissionregistration.k8s.io/mutatingwebhookconfigurations ${name}`,
        ),
      ),
    );
  });

  test('reads no Secret that nobody names', async () => {
    const requests = await installed.audit.requests();
    const read = requests.filter(({ what }) => what === '/secrets');
    expect(new Set(read.map(({ name }) => name))).toEqual(
      new Set(['orders-db-login', 'nobody', 'chaperone-ca']),
    );
  });

  test('exports every metric that rules and dashboard ask for, where no sidecar does', async () => {
    const port = portOf(await podTemplate(installed.kubernetes), 'metrics');
    const sidecar = await startSidecar({
      connections: ['orders-db'],
      config: path.join(root, 'examples/standalone'),
    });
    const texts = await Promise.all(
      [port, sidecar.admin].map(async (at) =>
        (await fetch(`http://127.0.0.1:${String(at)}/metrics`)).text(),
      ),
    );
    await sidecar.stop();
    const exported = exportedIn(texts.join('\n'));
    const expressions = await monitoringExpressions();
    expect(expressions.length).toBeGreaterThan(25);
    for (const expression of expressions) expect(knownBy(exported, expression)).toEqual([]);
    expect(knownBy(exported, 'sum(rate(chaperone_commands[5m]))')).toEqual([
      'no metric chaperone_commands',
    ]);
    expect(knownBy(exported, 'sum by (kind) (chaperone_operator_admissions_total)')).toEqual([
      'no label kind',
    ]);
    expect(knownBy(exported, 'sum(chaperone_sessions')).toEqual([
      expect.stringContaining('no PromQL'),
    ]);
  });
});
