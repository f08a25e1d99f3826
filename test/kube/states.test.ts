import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Approval, AuditSession } from '@chaperone/crds';
import { storesOf } from '../../operator/src/store/open.ts';
import { startControllers, type Controllers } from '../../operator/src/controllers/controllers.ts';
import type { KubeClient } from '../../operator/src/kube/client/client.ts';
import { systemClock } from '../../operator/src/kube/clock.ts';
import { approvals, auditSessions } from '../../operator/src/kube/kinds.ts';
import { isKubeError } from '../../operator/src/kube/errors.ts';
import type { Pictures } from '../../operator/src/pictures/pictures.ts';
import { agentPod } from './agent-pod.ts';
import { startKubernetes, type Kubernetes } from './kubernetes.ts';
import { accessOf, aClient, aLog, thePictures, until } from './parts.ts';

const NAMESPACE = 'agents';
const KEPT_MS = 4_000;
const SESSION = '01jd3q0w2t4zp6v8xk5m7n9r1s';

/** The controllers of one replica, with short times, against a real API server; no kubelet runs the pods. */
describe('what becomes of things in a cluster', () => {
  let kubernetes: Kubernetes;
  let client: KubeClient;
  let pictures: Pictures;
  let controllers: Controllers;

  beforeAll(async () => {
    kubernetes = await startKubernetes();
    await kubernetes.applyCrds();
    await kubernetes.createNamespace(NAMESPACE);
    await kubernetes.mustKubectl(['create', 'serviceaccount', 'report-bot', '-n', NAMESPACE]);
    client = aClient(kubernetes);
    pictures = thePictures(client, ({ metadata }) =>
      metadata.name === 'slipped-in' ? 'its first init container is not the sidecar' : undefined,
    );
    await pictures.start();
    controllers = startControllers({
      ...{ access: accessOf(kubernetes, kubernetes.admin), pictures, identity: 'one' },
      ...{ clock: systemClock, random: Math.random, log: aLog() },
      kept: { approvalsMs: KEPT_MS, sessionsMs: KEPT_MS, podGraceMs: 1_000 },
      stores: storesOf({ client, pictures, namespace: 'default', storeDirectory: undefined }),
    });
    await until('it leads', controllers.isLeader);
  });
  afterAll(async () => {
    await controllers.stop();
    await pictures.stop();
    client.close();
    await kubernetes.stop();
  });

  const apply = async (object: object): Promise<void> => {
    await kubernetes.mustKubectl(['apply', '-f', '-'], { input: JSON.stringify(object) });
  };
  const wait = async (what: string, condition: string): Promise<string> =>
    kubernetes.mustKubectl([
      ...['wait', what, '-n', NAMESPACE, '--timeout=20s', `--for=condition=${condition}`],
    ]);
  const eventsOf = async (what: string): Promise<string> =>
    kubernetes.mustKubectl(['events', '-n', NAMESPACE, '--for', what]);
  const eventually = async (what: string, read: () => Promise<string>, wanted: RegExp) => {
    let seen = '';
    const deadline = Date.now() + 15_000;
    while (Date.now() < deadline) {
      seen = await read();
      if (wanted.test(seen)) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`${what} never came: ${seen}`);
  };
  const podUid = async (name: string): Promise<string> => {
    await apply(agentPod({ namespace: NAMESPACE, name, serviceAccount: 'report-bot' }));
    const path = ['get', 'pod', name, '-n', NAMESPACE, '-o', 'jsonpath={.metadata.uid}'];
    return kubernetes.mustKubectl(path);
  };

  const anApproval = async (name: string, expiresInMs: number): Promise<Approval> => {
    const uid = await podUid(`${name}-pod`);
    return client.create(approvals, {
      metadata: { name, namespace: NAMESPACE },
      spec: {
        connectionRef: { name: 'orders-db' },
        policyRef: { name: 'orders', rule: 'customer-changes' },
        request: {
          session: SESSION.toUpperCase(),
          agent: { serviceAccount: 'report-bot', pod: { name: `${name}-pod`, uid } },
          ...{ command: 'UPDATE x', digest: `sha256:${'0'.repeat(64)}` },
        },
        ...{ approvers: { groups: ['dba'] }, required: 1, decision: 'Pending', reason: '' },
        expiresAt: new Date(Date.now() + expiresInMs).toISOString(),
        decisions: [],
      },
    } as unknown as Approval);
  };
  const isGone = async (kind: typeof approvals | typeof auditSessions, name: string) => {
    try {
      await client.get<Approval | AuditSession>(kind, { namespace: NAMESPACE, name });
      return 'there';
    } catch (error) {
      if (isKubeError(error, 'NOT_FOUND')) return 'gone';
      throw error;
    }
  };

  it('an Approval waits, tells whom for, and can be waited for; it expires in time, and goes when it was kept', async () => {
    const { spec } = await anApproval('orders-db-abcde', 3_000);
    await wait('approval/orders-db-abcde', 'Ready=False');
    await eventually(
      'the Event',
      async () => eventsOf('approval/orders-db-abcde'),
      /Normal\s+Pending.*kubectl patch approval orders-db-abcde/,
    );
    await wait('approval/orders-db-abcde', 'Decided');
    const late = Date.now() - Date.parse(spec.expiresAt ?? '');
    const { status } = await client.get(approvals, {
      ...{ namespace: NAMESPACE, name: 'orders-db-abcde' },
    });
    expect(status?.phase).toBe('Expired');
    const at = Date.parse(
      status?.conditions?.find(({ type }) => type === 'Decided')?.lastTransitionTime ?? '',
    );
    // Whole seconds: it was said in the second in which it expired, or the next.
    expect(at).toBeGreaterThanOrEqual(Date.parse(spec.expiresAt ?? '') - 1_000);
    expect(late).toBeLessThan(2_000);
    await eventually('the end', async () => isGone(approvals, 'orders-db-abcde'), /gone/);
  });

  it('an Approval whose pod is gone waits no longer', async () => {
    await anApproval('orders-db-fghij', 600_000);
    await wait('approval/orders-db-fghij', 'Decided=False');
    const remove = ['delete', 'pod', 'orders-db-fghij-pod', '-n', NAMESPACE];
    await kubernetes.mustKubectl([...remove, '--force', '--grace-period=0']);
    await wait('approval/orders-db-fghij', 'Decided');
    await eventually(
      'the Event',
      async () => eventsOf('approval/orders-db-fghij'),
      /Warning\s+Expired.*the pod whose command it is for is gone/,
    );
  });

  it('a denied approval is shown as such at once, and Ready of an approved one can be waited for', async () => {
    for (const [name, decision] of [
      ['orders-db-aaaaa', 'Approved'],
      ['orders-db-bbbbb', 'Denied'],
    ] as const) {
      await anApproval(name, 600_000);
      const stamp = { username: 'ada', decision, decidedAt: new Date().toISOString() };
      const spec = { decision, reason: 'CHG-1042', decisions: [stamp] };
      await client.merge(approvals, { namespace: NAMESPACE, name }, { spec });
    }
    await wait('approval/orders-db-aaaaa', 'Ready');
    await wait('approval/orders-db-bbbbb', 'Decided');
    const shown = await kubernetes.mustKubectl(['get', 'approvals', '-n', NAMESPACE]);
    expect(shown).toMatch(/orders-db-aaaaa.*Approved\s+Approved\s+True/);
    expect(shown).toMatch(/orders-db-bbbbb.*Denied\s+Denied\s+False/);
  });

  it('a session whose pod is gone is Interrupted, after its sidecar had time to say how it ended', async () => {
    const uid = await podUid('worker');
    await client.create(auditSessions, {
      metadata: { name: SESSION, namespace: NAMESPACE },
      spec: {
        connectionRef: { name: 'orders-db' },
        agent: { serviceAccount: 'report-bot', pod: { name: 'worker', uid } },
      },
    } as unknown as AuditSession);
    const name = { namespace: NAMESPACE, name: SESSION };
    const status = { phase: 'Active', startedAt: new Date().toISOString() };
    await client.merge(auditSessions, { ...name, subresource: 'status' }, { status });
    await wait(`auditsession/${SESSION}`, 'Ended=False');
    await kubernetes.mustKubectl([
      ...['delete', 'pod', 'worker', '-n', NAMESPACE, '--force', '--grace-period=0'],
    ]);
    await wait(`auditsession/${SESSION}`, 'Ended');
    const ended = await client.get(auditSessions, name);
    expect(ended.status).toMatchObject({ phase: 'Interrupted', startedAt: status.startedAt });
    expect(Date.parse(ended.status?.endedAt ?? '')).toBeGreaterThan(Date.parse(status.startedAt));
    await eventually(
      'the Event',
      async () => eventsOf(`auditsession/${SESSION}`),
      /Warning\s+Interrupted/,
    );
    await eventually('the end', async () => isGone(auditSessions, SESSION), /gone/);
  });

  it('an annotated pod that slipped in without a sidecar is told, on the pod and on its connection', async () => {
    const connection = {
      ...{ apiVersion: 'chaperone.dev/v1alpha1', kind: 'AuditedConnection' },
      metadata: { name: 'orders-db', namespace: NAMESPACE },
      spec: {
        protocol: 'Postgres',
        target: { host: 'localhost', port: 5432, tls: { mode: 'Disable' } },
        credential: { secretRef: { name: 'orders-login' } },
      },
    };
    const policy = {
      ...{ apiVersion: 'chaperone.dev/v1alpha1', kind: 'AccessPolicy' },
      metadata: { name: 'orders', namespace: NAMESPACE },
      spec: {
        subjects: [{ serviceAccount: 'report-bot' }],
        ...{ connections: ['orders-db'], rules: [] },
      },
    };
    await apply(connection);
    await apply(policy);
    await wait('auditedconnection/orders-db', 'BypassFree');
    await podUid('slipped-in');
    await eventually(
      'the Event',
      async () => eventsOf('pod/slipped-in'),
      /Warning\s+SidecarMissing.*delete it/,
    );
    await wait('auditedconnection/orders-db', 'BypassFree=False');
    const shown = ['get', 'auditedconnection', 'orders-db', '-n', NAMESPACE, '-o', 'yaml'];
    expect(await kubernetes.mustKubectl(shown)).toContain(
      'pod slipped-in runs without its sidecar',
    );
    const remove = ['delete', 'pod', 'slipped-in', '-n', NAMESPACE, '--force', '--grace-period=0'];
    await kubernetes.mustKubectl(remove);
    await wait('auditedconnection/orders-db', 'BypassFree');
  });

  it('a right that leads past the sidecar is named, asked of the real authorizer', async () => {
    const give = ['create', 'role', 'reads', '-n', NAMESPACE, '--verb=get', '--resource=secrets'];
    await kubernetes.mustKubectl([...give, '--resource-name=billing-login']);
    await kubernetes.mustKubectl([
      ...['create', 'rolebinding', 'reads', '-n', NAMESPACE, '--role=reads'],
      `--serviceaccount=${NAMESPACE}:report-bot`,
    ]);
    await apply({
      ...{ apiVersion: 'chaperone.dev/v1alpha1', kind: 'AuditedConnection' },
      metadata: { name: 'billing-db', namespace: NAMESPACE },
      spec: {
        protocol: 'Postgres',
        target: { host: 'localhost', port: 5432, tls: { mode: 'Disable' } },
        credential: { secretRef: { name: 'billing-login' } },
      },
    });
    await apply({
      ...{ apiVersion: 'chaperone.dev/v1alpha1', kind: 'AccessPolicy' },
      metadata: { name: 'billing', namespace: NAMESPACE },
      spec: {
        subjects: [{ serviceAccount: 'report-bot' }],
        ...{ connections: ['billing-db'], rules: [] },
      },
    });
    await wait('auditedconnection/billing-db', 'BypassFree=False');
    await eventually(
      'the Event',
      async () => eventsOf('auditedconnection/billing-db'),
      /Warning\s+CanReadCredential\s.*ServiceAccount report-bot can read Secret billing-login/,
    );
    // A right to one Secret is none to another.
    const other = ['get', 'auditedconnection', 'orders-db', '-n', NAMESPACE, '-o', 'yaml'];
    expect(await kubernetes.mustKubectl(other)).toContain('NoWayFound');
  });
});
