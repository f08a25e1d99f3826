import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import path from 'node:path';
import { root } from '../harness/paths.ts';
import type { Finished } from '../harness/run.ts';
import { startKubernetes, type Kubernetes } from '../kube/kubernetes.ts';
import { apiFor, patch, type Api } from './api.ts';
import { kinds } from './resources.ts';

let kubernetes: Kubernetes;
let api: Api;
let applied: Finished;

beforeAll(async () => {
  kubernetes = await startKubernetes();
  api = apiFor(kubernetes);
  applied = await kubernetes.kubectl(['apply', '-f', path.join(root, 'crds/manifests')]);
  await kubernetes.applyCrds();
  await kubernetes.createNamespace('agents');
  const examples = [
    'cluster/approval.yaml',
    'cluster/session.yaml',
    'cluster/store.yaml',
    'postgres/policy.yaml',
    'postgres/connection.yaml',
  ];
  for (const example of examples)
    await kubernetes.mustKubectl(['create', '-f', path.join(root, 'examples', example)]);
});
afterAll(async () => {
  api.close();
  await kubernetes.stop();
});

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
  readonly allOf?: readonly Schema[];
  readonly $ref?: string;
}

function undescribed(schema: Schema, at: string): readonly string[] {
  if (schema.$ref !== undefined || at.endsWith('.metadata')) return [];
  const inner: readonly (readonly [string, Schema | undefined])[] = [
    ...Object.entries(schema.properties ?? {}).map(
      ([name, child]) => [`${at}.${name}`, child] as const,
    ),
    [`${at}[]`, schema.items],
    [`${at}.*`, schema.additionalProperties],
  ];
  const own = (schema.description ?? '').length < 10 ? [at] : [];
  return [
    ...own,
    ...inner.flatMap(([name, child]) => (child === undefined ? [] : undescribed(child, name))),
  ];
}

describe('the CRDs', () => {
  test('are applied without a warning', () => {
    expect(applied).toMatchObject({ status: 0, stderr: '' });
  });

  test('are established and structural', async () => {
    const { body } = await api.send(
      'GET',
      '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
    );
    const crds = body['items'] as readonly {
      status: { conditions: readonly { type: string; status: string }[] };
    }[];
    const conditions = crds.map(({ status }) =>
      status.conditions.map(({ type, status: value }) => `${type}=${value}`),
    );
    expect(conditions).toEqual(kinds.map(() => ['NamesAccepted=True', 'Established=True']));
  });
});

describe('kubectl explain', () => {
  test('says a sentence of every field', async () => {
    const { body } = await api.send('GET', '/openapi/v3/apis/chaperone.dev/v1alpha1');
    const { schemas } = body['components'] as { schemas: Readonly<Record<string, Schema>> };
    const own = Object.entries(schemas).filter(([name]) =>
      kinds.includes(name.split('.').at(-1) ?? ''),
    );
    expect(own).toHaveLength(kinds.length);
    expect(own.flatMap(([name, schema]) => undescribed(schema, name))).toEqual([]);
  });

  test.each([
    ['auditedconnections.spec.target.tls.mode', 'VerifyFull (default)'],
    ['acp.spec.rules.approval.onPending', 'Hold (default): its call waits'],
    ['approvals.spec.decision', "The approver's field"],
    ['aus.status.recording.rootHash', 'sha256: and 64 hex digits'],
    ['ast.spec.s3.objectLock.retention', 'as 400d'],
  ])('%s', async (field, sentence) => {
    const text = await kubernetes.mustKubectl(['explain', field]);
    expect(text.replaceAll(/\s+/g, ' ')).toContain(sentence);
  });
});

describe('kubectl get', () => {
  test('chaperone lists every kind', async () => {
    const text = await kubernetes.mustKubectl(['get', 'chaperone', '-A', '-o', 'name']);
    expect(text.trim().split('\n').sort()).toEqual([
      'accesspolicy.chaperone.dev/orders',
      'approval.chaperone.dev/orders-db-x7k2p',
      'auditedconnection.chaperone.dev/orders-db',
      'auditsession.chaperone.dev/01jd3q0w2t4zp6v8xk5m7n9r1s',
      'auditstore.chaperone.dev/default',
    ]);
  });

  test.each([
    [
      'auc',
      'NAME PROTOCOL HOST PORT ADDRESS RESPONSES DURABILITY READY BYPASSFREE ADDRESSED CREDENTIAL TARGET AGE',
      'orders-db Postgres orders.data.svc.cluster.local 5432',
    ],
    ['acp', 'NAME MODE CONNECTIONS READY CONNECTED EFFECTIVE AGE', 'orders Enforce ["orders-db"]'],
    [
      'apr',
      'NAME CONNECTION AGENT COMMAND RULE DECISION PHASE REASON REQUIRED READY DECIDED VALID EXPIRES AGE',
      'orders-db-x7k2p orders-db report-bot UPDATE public.customers SET tier = $1 WHERE id = $2 customer-changes Pending',
    ],
    [
      'aus',
      'NAME CONNECTION AGENT POD PHASE COMMANDS DENIED ROWS STORE PREFIX READY ENDED STARTED AGE',
      '01jd3q0w2t4zp6v8xk5m7n9r1s orders-db report-bot report-bot-6d9f-abcde',
    ],
    [
      'ast',
      'NAME BUCKET DIRECTORY LOCK KEEP ENDPOINT READY REACHABLE WRITABLE OBJECTLOCK AGE',
      'default agent-recordings Compliance 400d',
    ],
  ])('%s shows what people look for', async (shortName, heads, row) => {
    const text = await kubernetes.mustKubectl(['get', shortName, '-n', 'agents', '-o', 'wide']);
    const [head = '', first = ''] = text
      .split('\n')
      .map((line) => line.trim().replaceAll(/\s+/g, ' '));
    expect(head).toBe(heads);
    expect(first).toContain(row);
  });

  test.each([
    ['auditedconnections', 'spec.protocol=Postgres', 'spec.protocol=SSH'],
    ['accesspolicies', 'spec.mode=Enforce', 'spec.mode=DryRun'],
    ['approvals', 'spec.decision=Pending', 'spec.decision=Denied'],
    ['auditsessions', 'spec.agent.serviceAccount=report-bot', 'spec.agent.serviceAccount=x'],
  ])('%s selects by fields', async (plural, some, none) => {
    const found = async (selector: string): Promise<string> =>
      kubernetes.mustKubectl([
        'get',
        plural,
        '-n',
        'agents',
        '-o',
        'name',
        '--field-selector',
        selector,
      ]);
    expect(await found(some)).not.toBe('');
    expect(await found(none)).toBe('');
  });
});

describe('kubectl wait --for=condition=Ready', () => {
  test.each([
    ['auc', '/apis/chaperone.dev/v1alpha1/namespaces/agents/auditedconnections/orders-db'],
    ['acp', '/apis/chaperone.dev/v1alpha1/namespaces/agents/accesspolicies/orders'],
    ['apr', '/apis/chaperone.dev/v1alpha1/namespaces/agents/approvals/orders-db-x7k2p'],
    [
      'aus',
      '/apis/chaperone.dev/v1alpha1/namespaces/agents/auditsessions/01jd3q0w2t4zp6v8xk5m7n9r1s',
    ],
    ['ast', '/apis/chaperone.dev/v1alpha1/auditstores/default'],
  ])('%s', async (shortName, item) => {
    const condition = {
      type: 'Ready',
      status: 'True',
      reason: 'AsItShouldBe',
      message: '',
      lastTransitionTime: '2026-11-21T09:00:00Z',
    };
    expect(
      await patch(api, `${item}/status`, { status: { conditions: [condition] } }),
    ).toMatchObject({ status: 200 });
    const text = await kubernetes.mustKubectl([
      'wait',
      '--for=condition=Ready',
      shortName,
      '--all',
      '-n',
      'agents',
      '--timeout=10s',
    ]);
    expect(text).toContain('condition met');
  });
});
