import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answerFor } from '../../operator/src/admission/injector/testing/goldens.ts';
import { apiFor, patch, type Answer, type Api } from '../contract/api.ts';
import { startKubernetes, type Kubernetes } from '../kube/kubernetes.ts';
import { podAttacks, sidecarAttacks } from './attacks.ts';
import {
  agentPod,
  injected,
  ordinary,
  withAgent,
  withSidecar,
  withSpec,
  withVolume,
  type Tree,
} from './pods.ts';
import { applyPolicies, PODS, tryPod, type Said } from './policies.ts';

let kubernetes: Kubernetes;
let api: Api;

beforeAll(async () => {
  kubernetes = await startKubernetes();
  await kubernetes.createNamespace('agents');
  api = apiFor(kubernetes);
  const made = async (pod: Tree): Promise<void> => {
    expect(await api.send('POST', PODS, pod)).toMatchObject({ status: 201 });
  };
  await made(agentPod('slipped-in'));
  await made(ordinary(agentPod('plain')));
  await applyPolicies(kubernetes, ['sidecar-access', 'pods'], async () => {
    const { status } = await tryPod(api, agentPod('a'));
    return status !== 201;
  });
  await made(injected(agentPod('report-bot')));
});
afterAll(async () => {
  api.close();
  await kubernetes.stop();
});

const JSON_PATCH = 'application/json-patch+json';
const said = ({ status, body }: Answer): Said => ({ status, message: body.message ?? '' });
const fine = { status: 200, message: '' };

describe('a pod is refused that has', () => {
  test.each([...sidecarAttacks, ...podAttacks])('%s', async (_what, pod, message) => {
    const { status, message: told } = await tryPod(api, pod);
    expect(told).toContain(message);
    expect(status).toBe(403);
  });
});

describe('an ordinary pod is left alone that has', () => {
  const plain = ordinary(agentPod('new', { initContainers: undefined }));
  const annotations = { 'chaperone.dev/inject': 'false' };
  test.each([
    ['nothing special', plain],
    [
      'the namespaces of the node',
      withSpec(plain, () => ({ hostNetwork: true, hostPID: true, hostIPC: true })),
    ],
    ['shared processes', withSpec(plain, () => ({ shareProcessNamespace: true }))],
    ['the files of the node', withVolume(plain, { name: 'node', hostPath: { path: '/' } })],
    [
      "every right and the sidecar's user",
      withAgent(plain, { securityContext: { privileged: true, runAsUser: 7077 } }),
    ],
    ['the annotation with another value', { ...plain, metadata: { name: 'new', annotations } }],
    [
      'an init container called chaperone',
      withSpec(plain, () => ({ initContainers: [{ name: 'chaperone', image: 'x' }] })),
    ],
  ])('%s', async (_what, pod) => {
    expect(await tryPod(api, pod)).toEqual({ status: 201, message: '' });
  });
});

describe('an injected pod', () => {
  test('is taken, with the image of the release before too', async () => {
    const before = { image: 'registry.example.com/chaperone:0.0.9' };
    const pod = withSidecar(injected(agentPod('new')), () => before);
    expect(await tryPod(api, pod)).toEqual({ status: 201, message: '' });
  });

  test('gets no patch when the injector sees what the server made of it', async () => {
    const { body } = await api.send('GET', `${PODS}/report-bot`);
    const [sidecar] = (body['spec'] as { initContainers: readonly Tree[] }).initContainers;
    const mounts = sidecar?.['volumeMounts'] as readonly { name: string }[];
    // No token of the API server among them.
    expect(mounts.map(({ name }) => name)).toEqual([
      'chaperone-token',
      'chaperone-spool',
      'chaperone-trust',
    ]);
    expect(answerFor({ ...body, kind: 'Pod' })).toMatchObject({ kind: 'admitted', patch: [] });
  });

  const changed = async (name: string, change: object): Promise<Said> =>
    said(await patch(api, `${PODS}/${name}`, change));
  const annotated = (annotations: object): object => ({ metadata: { annotations } });
  const image = (path: string, value: string): readonly object[] => [
    { op: 'replace', path: `/spec/${path}/0/image`, value },
  ];

  test.each([
    ['loses its annotation', { 'chaperone.dev/inject': null }],
    ['says false', { 'chaperone.dev/inject': 'false' }],
    ['names another connection', { 'chaperone.dev/connections': 'other' }],
  ])('does not become one that %s', async (_what, annotations) => {
    const { message } = await changed('report-bot', annotated(annotations));
    expect(message).toContain('do not change on a pod');
  });

  test('does not get another sidecar', async () => {
    const evil = image('initContainers', 'registry.example.com/evil:1');
    const { body } = await api.send('PATCH', `${PODS}/report-bot`, evil, JSON_PATCH);
    expect(body.message).toContain('container chaperone does not change on a pod');
  });

  test('changes where that is harmless', async () => {
    expect(await changed('report-bot', { metadata: { labels: { a: 'b' } } })).toEqual(fine);
    const newer = image('containers', 'registry.example.com/report-bot:4');
    expect(said(await api.send('PATCH', `${PODS}/report-bot`, newer, JSON_PATCH))).toEqual(fine);
  });

  test('cannot be made of one that runs without a sidecar', async () => {
    const { message } = await changed('plain', annotated({ 'chaperone.dev/inject': 'true' }));
    expect(message).toContain('do not change on a pod');
  });

  test('that slipped in without a sidecar can still be labelled and deleted', async () => {
    expect(await changed('slipped-in', { metadata: { labels: { a: 'b' } } })).toEqual(fine);
    expect(await api.send('DELETE', `${PODS}/slipped-in`)).toMatchObject({ status: 200 });
  });
});

describe('for debugging', () => {
  const debug = async (name: string, container: Tree): Promise<Said> => {
    const added = { name: 'debugger', image: 'registry.example.com/busybox:1', ...container };
    const path = `${PODS}/${name}/ephemeralcontainers?dryRun=All`;
    const body = { spec: { ephemeralContainers: [added] } };
    return said(await api.send('PATCH', path, body, 'application/strategic-merge-patch+json'));
  };
  const all = { securityContext: { privileged: true, runAsUser: 7077 } };
  const token = { volumeMounts: [{ name: 'chaperone-token', mountPath: '/x' }] };

  test.each([
    ['looks into the sidecar', { targetContainerName: 'chaperone' }, 'would read the sidecar'],
    ['mounts its token', token, 'mounts a volume of the sidecar'],
    ['runs as its user', { securityContext: { runAsUser: 7077 } }, "user 7077 is the sidecar's"],
    ['has every right', { securityContext: { privileged: true } }, 'a container is privileged'],
  ])('nobody adds a container that %s', async (_what, container, message) => {
    expect((await debug('report-bot', container)).message).toContain(message);
  });

  test('the agent itself may be looked at, and any ordinary pod', async () => {
    expect(await debug('report-bot', { targetContainerName: 'agent' })).toEqual(fine);
    expect(await debug('plain', all)).toEqual(fine);
  });

  test.each(['exec', 'attach'])('nobody enters the sidecar by %s', async (verb) => {
    const query = 'container=chaperone&command=id&stdout=true';
    const answer = await api.send('POST', `${PODS}/report-bot/${verb}?${query}`);
    expect(said(answer)).toMatchObject({ status: 403 });
    expect(answer.body.message).toContain('which nobody enters');
  });

  test.each(['container=agent&', ''])('the agent is entered: %s', async (container) => {
    const query = `${container}command=id&stdout=true`;
    const { body } = await api.send('POST', `${PODS}/report-bot/exec?${query}`);
    // Past admission: there is no node on which the pod would run.
    expect(body.message).toContain('does not have a host assigned');
  });
});
