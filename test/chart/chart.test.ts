import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArguments } from '../../operator/src/config/arguments.ts';
import { policyText } from '../admission/policies.ts';
import { root } from '../harness/paths.ts';
import { objectsIn, objectsOf, template, type Manifest } from './helm.ts';

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
    [['store.persistence.enabled=true', 'operator.replicas=1']],
    [['store.persistence.enabled=true', 'store.persistence.accessModes={ReadWriteMany}']],
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

  test('keeps the embedded store, and does not give one volume to two replicas', async () => {
    const claims = async (...values: readonly string[]): Promise<readonly Manifest[]> =>
      (await objectsOf(...values)).filter(({ kind }) => kind === 'PersistentVolumeClaim');
    expect(await claims()).toEqual([]);
    const [claim] = await claims('store.persistence.enabled=true', 'operator.replicas=1');
    expect(claim?.metadata.annotations).toEqual({ 'helm.sh/resource-policy': 'keep' });
    const { status, stderr } = await template('store.persistence.enabled=true');
    expect(status).toBe(1);
    expect(stderr).toContain('set operator.replicas=1');
  });

  test('watches what it can be watched by', async () => {
    const kinds = async (...args: readonly string[]): Promise<readonly string[]> =>
      (await objectsOf(...args))
        .filter(({ apiVersion }) => apiVersion.startsWith('monitoring.coreos.com/'))
        .map(({ kind }) => kind);
    expect(await kinds()).toEqual([]);
    const { stdout } = await template('--api-versions=monitoring.coreos.com/v1');
    expect(objectsIn(stdout).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['ServiceMonitor', 'PodMonitor', 'PrometheusRule']),
    );
    expect(stdout).not.toMatch(/@[A-Z_]+@/);
    const alerts = [...stdout.matchAll(/- alert: (\w+)/g)].map(([, name]) => name);
    expect(alerts.length).toBeGreaterThan(5);
    const operations = readFileSync(path.join(root, 'docs/operations.md'), 'utf8');
    for (const alert of alerts) expect(operations).toContain(`| ${alert ?? ''} |`);
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
