import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import path from 'node:path';
import { stampApproval } from '../../operator/src/admission/approvals/stamp.ts';
import {
  goldenSettings,
  goldenState,
} from '../../operator/src/admission/injector/testing/goldens.ts';
import { inject } from '../../operator/src/admission/injector/webhook.ts';
import type { AdmissionAnswer, AdmissionRequest } from '../../operator/src/admission/review.ts';
import { startAdmissionServer, type AdmissionServer } from '../../operator/src/admission/server.ts';
import { apiFor, type Api } from '../contract/api.ts';
import { root } from '../harness/paths.ts';
import type { User } from '../kube/credentials.ts';
import { startKubernetes, type Kubernetes } from '../kube/kubernetes.ts';
import { makeAuthority, type Authority, type KeyPair } from '../kube/pki.ts';
import { agentPod, ordinary, withAgent, withSpec, type Tree } from './pods.ts';
import { applyPolicies, PODS, policyText, tryPod } from './policies.ts';

let kubernetes: Kubernetes;
let api: Api;
let authority: Authority;
let identity: KeyPair;
let server: AdmissionServer;
/** Paths that the API server asked at. */
const asked: string[] = [];
const defects: unknown[] = [];

const state = goldenState();
const ordersPolicy = {
  metadata: { name: 'orders', namespace: 'agents' },
  spec: {
    connections: ['orders-db'],
    rules: [
      {
        name: 'customer-changes',
        effect: 'RequireApproval',
        approval: { approvers: { groups: ['dba'] }, required: 1, timeout: '15m' },
      },
    ],
  },
} as unknown as (typeof state.policies)[number];

/** A webhook of somebody else, which adds a container to whatever is an agent's. */
function addContainer(): AdmissionAnswer {
  const value = { name: 'mesh', image: 'registry.example.com/mesh:1' };
  return {
    kind: 'admitted',
    patch: [{ op: 'add', path: '/spec/containers/-', value }],
    warnings: [],
  };
}

const MERGE = 'application/merge-patch+json';

type Handler = (request: AdmissionRequest) => AdmissionAnswer;

async function start(port: number): Promise<AdmissionServer> {
  const noted = (name: string, handler: Handler): [string, Handler] => [
    name,
    (request) => {
      asked.push(name);
      return handler(request);
    },
  ];
  const handlers = new Map([
    noted('/inject', (request) => inject(request, () => state, goldenSettings)),
    noted('/approvals', (request) => stampApproval(request, () => [ordersPolicy], new Date())),
    noted('/mesh', addContainer),
  ]);
  const { certificate: cert, key } = identity;
  const onDefect = (error: unknown): number => defects.push(error);
  return startAdmissionServer({
    host: '127.0.0.1',
    port,
    identity: { cert, key },
    handlers,
    onDefect,
  });
}

const clientConfig = (at: string): string => {
  const ca = Buffer.from(authority.certificate).toString('base64');
  return `{ url: 'https://127.0.0.1:${String(server.port)}${at}', caBundle: '${ca}' }`;
};

const mesh = (): string => `
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: { name: zz-mesh }
webhooks:
  - name: mesh.example.com
    clientConfig: ${clientConfig('/mesh')}
    admissionReviewVersions: [v1]
    sideEffects: None
    rules: [{ apiGroups: [''], apiVersions: [v1], resources: [pods], operations: [CREATE] }]
    objectSelector: { matchLabels: { mesh: 'true' } }
`;

beforeAll(async () => {
  kubernetes = await startKubernetes();
  authority = await makeAuthority();
  identity = await authority.server('chaperone', ['127.0.0.1']);
  server = await start(0);
  await kubernetes.applyCrds();
  await kubernetes.createNamespace('agents');
  api = apiFor(kubernetes);
  const webhooks = policyText('webhooks')
    .replace("'@INJECTOR@'", clientConfig('/inject'))
    .replace("'@APPROVALS@'", clientConfig('/approvals'));
  for (const input of [webhooks, mesh()])
    await kubernetes.mustKubectl(['apply', '-f', '-'], { input });
  const isInjected = async (): Promise<boolean> =>
    (await tryPod(api, agentPod('probe'))).status === 201;
  const isRefused = async (): Promise<boolean> => {
    const pod = withSpec(agentPod('probe'), () => ({ shareProcessNamespace: true }));
    return (await tryPod(api, pod)).status === 403;
  };
  await applyPolicies(
    kubernetes,
    ['pods', 'approvals'],
    async () => (await isInjected()) && (await isRefused()),
  );
});
afterAll(async () => {
  api.close();
  await kubernetes.stop();
  await server.stop();
});

const specOf = ({ body }: { body: Tree }): Record<string, readonly Tree[]> =>
  body['spec'] as Record<string, readonly Tree[]>;
const namesOf = (list: readonly Tree[] | undefined): readonly unknown[] =>
  (list ?? []).map(({ name }) => name);

describe('an annotated pod', () => {
  test('gets its sidecar from the API server', async () => {
    asked.length = 0;
    const answer = await api.send('POST', PODS, agentPod('injected'));
    // Once: nothing that the server does behind it changes the pod again.
    expect(asked).toEqual(['/inject']);
    expect(answer).toMatchObject({ status: 201 });
    const { initContainers, hostAliases, volumes } = specOf(answer);
    expect(namesOf(initContainers)).toEqual(['chaperone', 'setup']);
    expect(hostAliases).toEqual([
      { ip: '127.77.0.1', hostnames: ['orders.data.svc.cluster.local', 'orders-db'] },
    ]);
    expect(namesOf(volumes)).toEqual(
      expect.arrayContaining(['chaperone-token', 'chaperone-spool', 'chaperone-trust']),
    );
  });

  test('is told all that is wrong with it, and how to mend it', async () => {
    const pod = withSpec(agentPod('refused'), () => ({
      hostNetwork: true,
      shareProcessNamespace: true,
    }));
    const { status, message } = await tryPod(api, pod);
    expect(status).toBe(403);
    expect(message).toContain(
      'admission webhook "inject.chaperone.dev" denied the request: chaperone cannot audit this pod: spec.hostNetwork',
    );
    expect(message).toContain("lets the agent read the sidecar's memory: remove it");
  });

  test('hears of annotations that mean nothing', async () => {
    const pod = agentPod('warned');
    const annotations = {
      ...((pod['metadata'] as Tree)['annotations'] as Tree),
      'chaperone.dev/conections': 'x',
    };
    const { warnings } = await api.send('POST', `${PODS}?dryRun=All`, {
      ...pod,
      metadata: { name: 'warned', annotations },
    });
    expect(warnings).toEqual([
      expect.stringContaining('annotation chaperone.dev/conections means nothing'),
    ]);
  });

  test('whose containers others add to has these trust the sidecar too', async () => {
    const pod = agentPod('meshed');
    const metadata = { ...(pod['metadata'] as Tree), labels: { mesh: 'true' } };
    asked.length = 0;
    const answer = await api.send('POST', `${PODS}?dryRun=All`, { ...pod, metadata });
    expect(answer).toMatchObject({ status: 201 });
    expect(asked).toEqual(['/inject', '/mesh', '/inject']);
    const { containers, initContainers } = specOf(answer);
    expect(namesOf(containers)).toEqual(['agent', 'mesh']);
    expect(namesOf(initContainers)).toEqual(['chaperone', 'setup']);
    expect(namesOf(containers?.[1]?.['env'] as readonly Tree[])).toContain('SSL_CERT_FILE');
  });

  test('passes the restricted Pod Security Standard, if it passed without the sidecar', async () => {
    await kubernetes.mustKubectl([
      'label',
      'namespace',
      'agents',
      'pod-security.kubernetes.io/enforce=restricted',
    ]);
    const securityContext = {
      runAsNonRoot: true,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      seccompProfile: { type: 'RuntimeDefault' },
    };
    const restricted = withAgent(agentPod('restricted', { initContainers: undefined }), {
      securityContext,
    });
    const named = {
      'chaperone.dev/inject': 'true',
      'chaperone.dev/connections': 'orders-db,billing-api',
    };
    const pod = { ...restricted, metadata: { name: 'restricted', annotations: named } };
    expect(await tryPod(api, agentPod('loose'))).toMatchObject({
      status: 403,
      message: expect.stringContaining('PodSecurity') as unknown,
    });
    expect(await tryPod(api, pod)).toEqual({ status: 201, message: '' });
    await kubernetes.mustKubectl([
      'label',
      'namespace',
      'agents',
      'pod-security.kubernetes.io/enforce-',
    ]);
  });
});

describe('a pod that is not annotated', () => {
  test('never reaches the webhook', async () => {
    asked.length = 0;
    for (let index = 0; index < 20; index += 1)
      expect(
        await api.send('POST', PODS, ordinary(agentPod(`plain-${String(index)}`))),
      ).toMatchObject({ status: 201 });
    expect(asked).toEqual([]);
  });
});

describe('kubectl', () => {
  const file = (name: string): string => path.join(root, 'examples/cluster', name);
  const stored = async (name: string): Promise<Tree> => {
    const { body } = await api.send(
      'GET',
      `/apis/chaperone.dev/v1alpha1/namespaces/agents/approvals/${name}`,
    );
    return body['spec'] as Tree;
  };
  let alice: User;

  beforeAll(async () => {
    alice = await kubernetes.user('alice', 'dba');
    const approve = ['--verb=approve', '--resource=auditedconnections.chaperone.dev'];
    const patches = ['--verb=get,create,patch', '--resource=approvals.chaperone.dev'];
    await kubernetes.mustKubectl(['create', 'clusterrole', 'approve', ...approve]);
    await kubernetes.mustKubectl(['create', 'clusterrole', 'patch', ...patches]);
    for (const role of ['approve', 'patch'])
      await kubernetes.mustKubectl([
        'create',
        'rolebinding',
        role,
        '-n',
        'agents',
        `--clusterrole=${role}`,
        '--user=alice',
      ]);
  });

  test('patch approves, in the name of who is asking', async () => {
    const future = new Date(Date.now() + 600_000).toISOString();
    const example = await kubernetes.mustKubectl([
      'create',
      '-f',
      file('approval.yaml'),
      '--dry-run=client',
      '-o',
      'json',
    ]);
    const input = example.replace('2026-11-21T09:15:00Z', future);
    await kubernetes.mustKubectl(['create', '-f', '-'], { input });
    const patch = '{"spec":{"decision":"Approved","reason":"CHG-1042"}}';
    const args = [
      'patch',
      'approval',
      'orders-db-x7k2p',
      '-n',
      'agents',
      '--type',
      'merge',
      '-p',
      patch,
    ];
    await kubernetes.mustKubectl(args, { as: alice });
    expect(await stored('orders-db-x7k2p')).toMatchObject({
      decision: 'Approved',
      reason: 'CHG-1042',
      decisions: [
        {
          username: 'alice',
          groups: ['dba', 'system:authenticated'],
          decision: 'Approved',
          reason: 'CHG-1042',
        },
      ],
    });
    const { status, stderr } = await kubernetes.kubectl([
      'delete',
      'approval',
      'orders-db-x7k2p',
      '-n',
      'agents',
    ]);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining('part of the record') as unknown,
    });
  });

  test('create asks for a grant, in the name of who is asking and under the terms of the rule', async () => {
    const name = (
      await kubernetes.mustKubectl(['create', '-f', file('grant.yaml'), '-o', 'name'], {
        as: alice,
      })
    ).trim();
    const spec = await stored(name.replace('approval.chaperone.dev/', ''));
    expect(spec).toMatchObject({
      grant: { requestedBy: 'alice' },
      approvers: { groups: ['dba'] },
      required: 1,
    });
    const own = await kubernetes.kubectl(
      ['patch', name, '-n', 'agents', '--type', 'merge', '-p', '{"spec":{"decision":"Approved"}}'],
      { as: alice },
    );
    expect(own.stderr).toContain('who asked for a grant does not approve it');
  });
});

describe('while the webhooks are down', () => {
  test('annotated pods and decisions are refused, all others go on; then it goes on by itself', async () => {
    const { port } = server;
    await server.stop();
    const refused = await tryPod(api, agentPod('late'));
    expect(refused).toMatchObject({
      status: 500,
      message: expect.stringContaining('failed calling webhook "inject.chaperone.dev"') as unknown,
    });
    expect(await tryPod(api, ordinary(agentPod('plain')))).toEqual({ status: 201, message: '' });
    const item = '/apis/chaperone.dev/v1alpha1/namespaces/agents/approvals/orders-db-x7k2p';
    const revoked = await api.send('PATCH', item, { spec: { decision: 'Denied' } }, MERGE);
    expect(revoked.body.message).toContain('failed calling webhook "approvals.chaperone.dev"');
    const labelled = await api.send(
      'PATCH',
      `${PODS}/injected`,
      { metadata: { labels: { a: 'b' } } },
      MERGE,
    );
    expect(labelled).toMatchObject({ status: 200 });
    server = await start(port);
    expect(await tryPod(api, agentPod('late'))).toEqual({ status: 201, message: '' });
    expect(defects).toEqual([]);
  });
});
