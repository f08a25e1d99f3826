import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { policyText } from '../admission/policies.ts';
import { apiFor } from '../contract/api.ts';
import { root } from '../harness/paths.ts';
import { run, type Finished } from '../harness/run.ts';
import { findBinaries } from '../kube/binaries.ts';
import { startKubernetes, type Kubernetes } from '../kube/kubernetes.ts';

const chart = path.join(root, 'charts/chaperone');
const namespace = 'chaperone-system';
let helm = '';

beforeAll(async () => {
  [helm = ''] = await findBinaries('helm');
});

interface Manifest {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly labels?: Readonly<Record<string, string>>;
  };
}

const objectsIn = (text: string): readonly Manifest[] =>
  parseAllDocuments(text)
    .map((document) => document.toJS() as Manifest | null)
    .filter((object) => object !== null);

async function template(...values: readonly string[]): Promise<Finished> {
  const set = values.flatMap((value) => ['--set', value]);
  const version = ['--kube-version', '1.35.4'];
  return run(helm, ['template', 'chaperone', chart, '-n', namespace, ...version, ...set]);
}

async function objectsOf(...values: readonly string[]): Promise<readonly Manifest[]> {
  const { status, stdout, stderr } = await template(...values);
  if (status !== 0) throw new Error(stderr);
  return objectsIn(stdout);
}

/** Values under which the chart installs what the tests of the policies are about. */
const asTested = [
  'image.repository=registry.example.com/chaperone',
  'sidecar.previousImages={registry.example.com/chaperone:0.0.9}',
];

describe('the chart', () => {
  test('has the policies that are tested, word for word', async () => {
    const rendered = await objectsOf(...asTested);
    const tested = ['pods', 'sidecar-access', 'approvals'].flatMap((name) =>
      objectsIn(policyText(name)),
    );
    expect(tested).toHaveLength(6);
    for (const policy of tested)
      expect(
        rendered.find(
          ({ kind, metadata }) => kind === policy.kind && metadata.name === policy.metadata.name,
        ),
      ).toEqual(policy);
    expect(JSON.stringify(rendered)).not.toMatch(/@[A-Z_]+@/);
  });

  test('takes an image by its digest', async () => {
    const digest = `sha256:${'0'.repeat(64)}`;
    const rendered = JSON.stringify(await objectsOf(`image.tag=${digest}`));
    expect(rendered).toContain(`chaperone@${digest}'`);
  });

  test('keeps the resource definitions, unless it is told not to', async () => {
    const definitions = async (...values: readonly string[]): Promise<readonly Manifest[]> =>
      (await objectsOf(...values)).filter(({ kind }) => kind === 'CustomResourceDefinition');
    const keep = 'helm.sh/resource-policy';
    expect((await definitions()).map(({ metadata }) => metadata.annotations?.[keep])).toEqual(
      Array<string>(5).fill('keep'),
    );
    const others = await definitions('crds.keep=false');
    expect(others.map(({ metadata }) => metadata.annotations)).toEqual(
      Array<undefined>(5).fill(undefined),
    );
    expect(await definitions('crds.install=false')).toEqual([]);
  });

  test.each([
    ['sidecar.uid=0', 'uid'],
    ['sidecar.uid=root', 'uid'],
    ['image.tag=a b', 'tag'],
    ["sidecar.previousImages={x']}", 'previousImages'],
    ['broker.port=70000', 'port'],
    ['sidcar.uid=7077', 'sidcar'],
    ['roles.create=perhaps', 'create'],
  ])('refuses the value %s', async (value, field) => {
    const { status, stderr } = await template(value);
    expect(status).toBe(1);
    expect(stderr).toContain("don't meet the specifications of the schema");
    expect(stderr).toContain(field);
  });
});

describe('an installation', () => {
  let kubernetes: Kubernetes;
  const onServer = async (...args: readonly string[]): Promise<Finished> =>
    run(helm, [...args, '-n', namespace, '--kubeconfig', kubernetes.admin.kubeconfig]);

  beforeAll(async () => {
    kubernetes = await startKubernetes();
    await kubernetes.createNamespace('agents');
  });
  afterAll(async () => kubernetes.stop());

  test('is made, and made again with other values', async () => {
    expect(await onServer('install', 'chaperone', chart, '--create-namespace')).toMatchObject({
      status: 0,
    });
    expect(
      await onServer('upgrade', 'chaperone', chart, '--set', 'sidecar.uid=7078'),
    ).toMatchObject({ status: 0 });
    const policy = await kubernetes.mustKubectl([
      'get',
      'validatingadmissionpolicy',
      'chaperone-pods',
      '-o',
      'yaml',
    ]);
    expect(policy).toContain('7078');
  });

  test('has roles that let people do what they are named after, and no more', async () => {
    const bind = async (role: string): Promise<void> => {
      const args = [
        'create',
        'rolebinding',
        role,
        '-n',
        'agents',
        `--clusterrole=chaperone-${role}`,
        `--user=${role}`,
      ];
      await kubernetes.mustKubectl(args);
    };
    const roles = ['viewer', 'auditor', 'approver', 'requester', 'editor'];
    for (const role of roles) await bind(role);
    const api = apiFor(kubernetes);
    const can = async (user: string, verb: string, what: string): Promise<boolean> => {
      const [resource = '', ...group] = what.split('.');
      const asked = { namespace: 'agents', verb, resource, group: group.join('.') };
      const { body } = await api.send(
        'POST',
        '/apis/authorization.k8s.io/v1/subjectaccessreviews',
        { spec: { user, resourceAttributes: asked } },
      );
      return (body['status'] as { allowed: boolean }).allowed;
    };
    const who = async (verb: string, what: string): Promise<readonly string[]> => {
      const answers = await Promise.all(
        roles.map(async (role) => ((await can(role, verb, what)) ? [role] : [])),
      );
      return answers.flat();
    };
    const group = 'chaperone.dev';
    expect(await who('list', `auditsessions.${group}`)).toEqual(['viewer', 'auditor']);
    expect(await who('get', `approvals.${group}`)).toEqual(['auditor', 'approver', 'requester']);
    expect(await who('patch', `approvals.${group}`)).toEqual(['approver']);
    expect(await who('create', `approvals.${group}`)).toEqual(['requester']);
    expect(await who('delete', `approvals.${group}`)).toEqual([]);
    expect(await who('approve', `auditedconnections.${group}`)).toEqual(['approver']);
    expect(await who('update', `accesspolicies.${group}`)).toEqual(['editor']);
    expect(await who('request', `approvals.${group}`)).toEqual([]);
    expect(await who('get', 'secrets')).toEqual([]);
    api.close();
  });

  test("goes without taking anybody's resources with it", async () => {
    await kubernetes.mustKubectl([
      'apply',
      '-f',
      path.join(root, 'examples/postgres/connection.yaml'),
    ]);
    expect(await onServer('uninstall', 'chaperone')).toMatchObject({ status: 0 });
    expect(await kubernetes.mustKubectl(['get', 'auc', '-n', 'agents', '-o', 'name'])).toContain(
      'orders-db',
    );
    expect(await kubernetes.mustKubectl(['get', 'validatingadmissionpolicy', '-o', 'name'])).toBe(
      '',
    );
    expect(await onServer('install', 'chaperone', chart)).toMatchObject({ status: 0 });
  });
});
