import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import path from 'node:path';
import { parseArguments } from '../../operator/src/config/arguments.ts';
import { policyText } from '../admission/policies.ts';
import { apiFor } from '../contract/api.ts';
import { root } from '../harness/paths.ts';
import { startKubernetes, type Kubernetes } from '../kube/kubernetes.ts';
import { chart, mustHelm, objectsIn, objectsOf, template, type Manifest } from './helm.ts';

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
    [[]],
    [['certificates.mode=secret']],
    [['certificates.mode=certManager', 'certificates.certManager.issuerRef.name=ours']],
    [['operator.listenAddress=[::]', 'broker.port=443', 'sidecar.spoolSize=1Gi']],
    [['image.tag=v2', 'sidecar.previousImages={a:1,b@sha256:2}', 'image.pullPolicy=Always']],
    [['sidecar.resources.requests.cpu=1', 'sidecar.resources.limits.ephemeral-storage=9Gi']],
  ])('gives the operator arguments that it understands, with %j', async (values) => {
    const rendered = await objectsOf(...values);
    const { spec } = rendered.find(({ kind }) => kind === 'Deployment') as unknown as Deployment;
    const [{ args }] = spec.template.spec.containers;
    expect(args[0]).toBe('operator');
    expect(parseArguments(args.slice(1))).toMatchObject({ kind: 'run' });
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

interface Deployment {
  readonly spec: {
    readonly template: {
      readonly spec: { readonly containers: readonly [{ readonly args: readonly string[] }] };
    };
  };
}

describe('an installation', () => {
  let kubernetes: Kubernetes;

  beforeAll(async () => {
    kubernetes = await startKubernetes();
    await kubernetes.createNamespace('agents');
  });
  afterAll(async () => kubernetes.stop());

  test('is made, and made again with other values', async () => {
    await mustHelm(kubernetes, ['install', 'chaperone', chart, '--create-namespace']);
    await mustHelm(kubernetes, ['upgrade', 'chaperone', chart], 'sidecar.uid=7078');
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
    await mustHelm(kubernetes, ['uninstall', 'chaperone']);
    expect(await kubernetes.mustKubectl(['get', 'auc', '-n', 'agents', '-o', 'name'])).toContain(
      'orders-db',
    );
    expect(await kubernetes.mustKubectl(['get', 'validatingadmissionpolicy', '-o', 'name'])).toBe(
      '',
    );
    await mustHelm(kubernetes, ['install', 'chaperone', chart]);
  });
});
