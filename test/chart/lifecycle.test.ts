import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { apiFor } from '../contract/api.ts';
import { agentPod } from '../kube/agent-pod.ts';
import { chart, mustHelm, SYSTEM } from './helm.ts';
import {
  agent,
  AGENTS,
  apply,
  askAs,
  createAgent,
  example,
  installAndRun,
  makeTlsSecret,
  secretField,
  type Installed,
} from './installed.ts';
import { podTemplate } from './kubelet.ts';

const IMAGE = 'ghcr.io/chaperone-dev/chaperone';

describe('an installation', () => {
  let installed: Installed;
  const upgrade = async (...values: readonly string[]): Promise<void> => {
    await mustHelm(
      installed.kubernetes,
      ['upgrade', 'chaperone', chart],
      ...[...installed.values, ...values],
    );
  };
  const get = async (...what: readonly string[]): Promise<string> =>
    installed.kubernetes.mustKubectl(['get', ...what]);
  const imageOf = async (pod: string): Promise<string> =>
    get('pod', pod, '-n', AGENTS, '-o', 'jsonpath={.spec.initContainers[0].image}');
  const told = async (pod: string): Promise<string> => {
    const { status, text } = await askAs(installed, pod, ['GET', '/v1/stream'], {
      enough: /orders-db-login/,
    });
    return status === 200 ? 'everything' : (/"code":"(\w+)"/.exec(text)?.[1] ?? text);
  };
  const bundles = async (): Promise<string> =>
    get(
      ...['mutatingwebhookconfigurations', '-l', 'app.kubernetes.io/part-of=chaperone'],
      ...['-o', 'jsonpath={.items[*].webhooks[*].clientConfig.caBundle}'],
    );

  /** As docs/operations.md says it: all that the operator may read in the namespace. */
  const permitOneSecret = async (): Promise<void> => {
    const where = ['chaperone', '-n', AGENTS];
    const what = ['--verb=get,list,watch', '--resource=secrets'];
    const { mustKubectl } = installed.kubernetes;
    await mustKubectl(['create', 'role', ...where, ...what, '--resource-name=orders-db-login']);
    const who = `--serviceaccount=${SYSTEM}:chaperone-operator`;
    await mustKubectl(['create', 'rolebinding', ...where, '--role=chaperone', who]);
  };

  beforeAll(async () => {
    installed = await installAndRun(makeTlsSecret, 'certificates.mode=secret');
    const connection = await example('connection.yaml');
    const target = { host: 'localhost', port: 5432, tls: { mode: 'Disable' } };
    await apply(
      installed.kubernetes,
      { ...connection, spec: { ...(connection['spec'] as object), target } },
      ...[await example('policy.yaml'), await example('secret.yaml')],
    );
    await createAgent(installed.kubernetes);
  });
  afterAll(async () => installed.stop());

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
      await installed.kubernetes.mustKubectl(args);
    };
    const roles = ['viewer', 'auditor', 'approver', 'requester', 'editor'];
    for (const role of roles) await bind(role);
    const api = apiFor(installed.kubernetes);
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

  test('is upgraded, and whoever runs since before is still told everything', async () => {
    expect(await told(agent.name)).toBe('everything');
    const before = await bundles();
    expect(before.length).toBeGreaterThan(100);
    const size = ['sidecar.spoolSize=4Gi', 'sidecar.resources.limits.memory=512Mi'];
    await upgrade('image.tag=0.2.0', ...size);
    await installed.roll();
    expect(await bundles()).toBe(before);
    await createAgent(installed.kubernetes, 'report-bot-2');
    expect(await imageOf(agent.name)).toBe(`${IMAGE}:0.1.0`);
    expect(await imageOf('report-bot-2')).toBe(`${IMAGE}:0.2.0`);
    expect(await told(agent.name)).toBe('everything');
    expect(await told('report-bot-2')).toBe('everything');
    // While the upgrade rolled out, the operators of before still injected theirs.
    const policy = await get('validatingadmissionpolicy', 'chaperone-pods', '-o', 'yaml');
    expect(policy.replaceAll(/\s+/g, ' ')).toContain(`['${IMAGE}:0.2.0', '${IMAGE}:0.1.0']`);
  });

  test('remembers the images of before for as long as pods may have them', async () => {
    await upgrade('image.tag=0.2.0', 'operator.logLevel=warn');
    await upgrade('image.tag=0.3.0');
    const { containers } = await podTemplate(installed.kubernetes);
    expect(containers[0].args.filter((arg) => arg.includes('image='))).toEqual([
      `--image=${IMAGE}:0.3.0`,
      ...['0.2.0', '0.1.0'].map((tag) => `--previous-image=${IMAGE}:${tag}`),
    ]);
  });

  test('goes back by an upgrade without leaving a pod out', async () => {
    await upgrade('image.tag=0.1.0');
    await installed.roll();
    expect(await told(agent.name)).toBe('everything');
    expect(await told('report-bot-2')).toBe('everything');
  });

  test('goes back by a rollback to what it knew then', async () => {
    await mustHelm(installed.kubernetes, ['rollback', 'chaperone', '1']);
    await installed.roll();
    expect(await told(agent.name)).toBe('everything');
    expect(await told('report-bot-2')).toBe('SIDECAR_ALTERED');
  });

  test('refuses annotated pods while no replica is there, and no others', async () => {
    await installed.operator().kill();
    const late = agentPod({ ...agent, name: 'late' }) as { readonly metadata: object };
    const create = async (pod: object): Promise<string> => {
      const input = JSON.stringify(pod);
      const args = ['create', '--dry-run=server', '-f', '-'];
      return (await installed.kubernetes.kubectl(args, { input })).stderr;
    };
    expect(await create(late)).toContain('failed calling webhook "inject.chaperone.dev"');
    const metadata = { ...late.metadata, annotations: {} };
    expect(await create({ ...late, metadata })).toBe('');
  });

  test("goes without taking anybody's resources with it, and comes back with fewer rights", async () => {
    const { kubernetes } = installed;
    const authority = await secretField(kubernetes, 'chaperone-ca', 'tls.crt');
    await mustHelm(kubernetes, ['uninstall', 'chaperone']);
    expect(await get('auditedconnections,accesspolicies', '-n', AGENTS, '-o', 'name')).toContain(
      'orders-db',
    );
    const ours = ['-l', 'app.kubernetes.io/part-of=chaperone', '-o', 'name'];
    const kinds = ['mutatingwebhookconfigurations', 'clusterroles', 'clusterrolebindings'];
    expect(await get([...kinds, 'validatingadmissionpolicies'].join(','), ...ours)).toBe('');
    expect(await get('deployments,services,roles,rolebindings', '-n', SYSTEM, ...ours)).toBe('');
    // What an annotated pod is then: not injected, not refused, and without any credential.
    const input = JSON.stringify(agentPod({ ...agent, name: 'afterwards' }));
    await kubernetes.mustKubectl(['create', '-f', '-'], { input });
    expect(await imageOf('afterwards')).toBe('');
    await mustHelm(
      kubernetes,
      ['install', 'chaperone', chart],
      ...[...installed.values, 'rbac.secrets.scope=Namespaces'],
    );
    await installed.roll();
    const refused =
      '--for=jsonpath={.status.conditions[?(@.type=="Ready")].reason}=SecretForbidden';
    const connection = ['auditedconnection', 'orders-db', '-n', AGENTS, '--timeout=30s'];
    await kubernetes.mustKubectl(['wait', ...connection, refused]);
    await permitOneSecret();
    expect(await secretField(kubernetes, 'chaperone-ca', 'tls.crt')).toBe(authority);
    expect(await told(agent.name)).toBe('everything');
    expect(await told('afterwards')).toBe('SIDECAR_ALTERED');
    const can = await kubernetes.kubectl([
      ...['auth', 'can-i', 'list', 'secrets', '-n', AGENTS],
      `--as=system:serviceaccount:${SYSTEM}:chaperone-operator`,
    ]);
    expect(can.stdout.trim()).toBe('no');
  });
});
