import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { samples } from '../../crds/src/testdata/samples.ts';
import { apiFor, patch, type Answer, type Api } from '../contract/api.ts';
import { collection, itemPath, type Resource } from '../contract/resources.ts';
import { startKubernetes, type Kubernetes } from '../kube/kubernetes.ts';
import type { Tree } from './pods.ts';
import { applyPolicies, OPERATOR } from './policies.ts';

let kubernetes: Kubernetes;
let admin: Api;
const apis = new Map<string, Api>();

/** Who is in the tests, and in which groups. Everyone may patch approvals; not all may approve. */
const people: readonly (readonly [string, ...string[]])[] = [
  ['alice', 'dba'],
  ['bob', 'dba'],
  ['outsider', 'interns'],
  ['powerless', 'dba', 'powerless'],
  ['system:serviceaccount:agents:report-bot', 'system:serviceaccounts', 'dba'],
  ['system:serviceaccount:agents:helper', 'system:serviceaccounts', 'dba'],
  ['system:serviceaccount:chat:bot', 'system:serviceaccounts', 'dba'],
  ['system:serviceaccount:chat:named', 'system:serviceaccounts'],
  [OPERATOR, 'system:serviceaccounts'],
];

const rights = `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: patch-approvals }
rules:
  - { apiGroups: [chaperone.dev], resources: [approvals], verbs: [get, create, update, patch, delete] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: approve }
rules:
  - { apiGroups: [chaperone.dev], resources: [auditedconnections], resourceNames: [orders-db], verbs: [approve] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: patch-approvals }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: patch-approvals }
subjects: [${people.map(([name]) => `{ apiGroup: rbac.authorization.k8s.io, kind: User, name: '${name}' }`).join(', ')}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: approve, namespace: agents }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: approve }
subjects: [${people
  .filter(([, ...groups]) => !groups.includes('powerless'))
  .map(([name]) => `{ apiGroup: rbac.authorization.k8s.io, kind: User, name: '${name}' }`)
  .join(', ')}]
`;

const sample = (name: string): Tree & Resource => {
  const found = samples.find(
    ({ kind, value }) => kind === 'Approval' && (value['metadata'] as Tree)['name'] === name,
  );
  return found?.value as unknown as Tree & Resource;
};
const approval = sample('orders-db-x7k2p');
const terms = {
  approvers: { groups: ['dba'], users: ['outsider', 'system:serviceaccount:chat:named'] },
  required: 1,
};

function asked(name: string, change: Tree = {}): Tree & Resource {
  return {
    ...approval,
    metadata: { name, namespace: 'agents' },
    spec: { ...(approval['spec'] as Tree), ...terms, ...change },
  };
}

async function made(name: string, change: Tree = {}): Promise<Resource> {
  const value = asked(name, change);
  expect(await admin.send('POST', collection(value), value)).toMatchObject({ status: 201 });
  return value;
}

const api = (name: string): Api => apis.get(name) ?? admin;

/** As the webhook leaves it: decided, and stamped with somebody's name. */
function decision(username: string, what = 'Approved', groups: readonly string[] = ['dba']): Tree {
  const stamp = { username, groups, decision: what, decidedAt: '2026-11-21T09:10:00Z' };
  return { spec: { decision: what, decisions: [stamp] } };
}

async function decide(value: Resource, who: string, change: Tree): Promise<Answer> {
  return patch(api(who), itemPath(value), change);
}

beforeAll(async () => {
  kubernetes = await startKubernetes();
  admin = apiFor(kubernetes);
  await kubernetes.applyCrds();
  await kubernetes.createNamespace('agents');
  await kubernetes.createNamespace('ending');
  await kubernetes.mustKubectl(['apply', '-f', '-'], { input: rights });
  for (const [name, ...groups] of people)
    apis.set(name, apiFor(kubernetes, await kubernetes.user(name, ...groups)));
  const probe = await made('probe');
  await applyPolicies(kubernetes, ['approvals'], async () => {
    const { status } = await decide(probe, 'alice', { spec: { reason: String(Date.now()) } });
    return status === 403;
  });
});
afterAll(async () => {
  for (const one of [admin, ...apis.values()]) one.close();
  await kubernetes.stop();
});

let count = 0;
const fresh = async (change: Tree = {}): Promise<Resource> =>
  made(`a-${String((count += 1))}`, change);

describe('nobody decides', () => {
  test.each([
    ['in the name of another', 'alice', decision('bob'), 'who decides is who is asking'],
    [
      'with groups of another',
      'outsider',
      decision('outsider', 'Approved', ['dba']),
      'who decides is who is asking',
    ],
    [
      'without being stamped',
      'alice',
      { spec: { reason: 'because' } },
      'who decides is who is asking',
    ],
    [
      'for two at once',
      'alice',
      {
        spec: {
          decision: 'Approved',
          decisions: ['alice', 'bob'].map(
            (name) => (decision(name)['spec'] as { decisions: unknown[] }).decisions[0],
          ),
        },
      },
      'who decides is who is asking',
    ],
    [
      'over its own command',
      'system:serviceaccount:agents:report-bot',
      decision('system:serviceaccount:agents:report-bot'),
      'an agent does not decide over its own commands',
    ],
    [
      'as a ServiceAccount beside the agent',
      'system:serviceaccount:agents:helper',
      decision('system:serviceaccount:agents:helper'),
      "a ServiceAccount of the agents' namespace does not decide",
    ],
    [
      'as a ServiceAccount that is not named',
      'system:serviceaccount:chat:bot',
      decision('system:serviceaccount:chat:bot'),
      'decides only where spec.approvers.users names it',
    ],
    [
      'without the verb approve',
      'powerless',
      decision('powerless'),
      'deciding needs the verb approve on auditedconnections.chaperone.dev orders-db in namespace agents',
    ],
  ])('%s', async (_what, who, change, message) => {
    const { status, body } = await decide(await fresh(), who, change);
    expect(body.message).toContain(message);
    expect(status).toBe(403);
  });

  test('who is not among the approvers', async () => {
    const value = await fresh({ approvers: { groups: ['sre'] } });
    const { status, body } = await decide(value, 'alice', decision('alice'));
    expect({ status, message: body.message }).toEqual({
      status: 403,
      message: expect.stringContaining('spec.approvers names neither this user') as unknown,
    });
  });

  test('over a connection that they may not approve for', async () => {
    const value = await fresh({ connectionRef: { name: 'other-db' } });
    const { body } = await decide(value, 'alice', decision('alice'));
    expect(body.message).toContain('verb approve on auditedconnections.chaperone.dev other-db');
  });

  test.each(['Denied', 'Expired', 'Consumed'])('what is %s already', async (phase) => {
    const value = await fresh();
    await patch(admin, itemPath(value, '/status'), { status: { phase } });
    const { body } = await decide(value, 'alice', decision('alice'));
    expect(body.message).toContain(`this approval is ${phase}, and nothing waits for it`);
  });
});

describe('those decide who may', () => {
  test.each([
    ['alice', ['dba']],
    ['outsider', ['interns']],
    ['system:serviceaccount:chat:named', []],
  ])('%s', async (who, groups) => {
    const change = decision(who, 'Approved', groups);
    expect(await decide(await fresh(), who, change)).toMatchObject({
      status: 200,
      body: { spec: { decision: 'Approved' } },
    });
  });

  test('one after the other, and either revokes', async () => {
    const value = await fresh({ required: 2 });
    const stampOf = (who: string, what = 'Approved'): unknown =>
      (decision(who, what)['spec'] as { decisions: unknown[] }).decisions[0];
    const first = [stampOf('alice')];
    const both = [...first, stampOf('bob')];
    expect(await decide(value, 'alice', { spec: { decisions: first } })).toMatchObject({
      status: 200,
    });
    expect(
      await decide(value, 'bob', { spec: { decision: 'Approved', decisions: both } }),
    ).toMatchObject({ status: 200 });
    const revoked = {
      spec: { decision: 'Denied', decisions: [...both, stampOf('alice', 'Denied')] },
    };
    expect(await decide(value, 'alice', revoked)).toMatchObject({
      status: 200,
      body: { spec: { decision: 'Denied' } },
    });
  });

  test("and labels are nobody's decision", async () => {
    const value = await fresh();
    expect(await decide(value, 'powerless', { metadata: { labels: { a: 'b' } } })).toMatchObject({
      status: 200,
    });
  });
});

describe('a grant', () => {
  const grantOf = (name: string, requestedBy: string | undefined): Tree & Resource => {
    const spec = { ...(asked(name)['spec'] as Tree), request: undefined };
    const grant = { subject: { serviceAccount: 'report-bot' }, duration: '1h', requestedBy };
    return {
      ...approval,
      metadata: { name, namespace: 'agents' },
      spec: { ...spec, grant },
    };
  };

  test("is asked for in nobody else's name", async () => {
    for (const requestedBy of [undefined, 'bob']) {
      const value = grantOf('g-0', requestedBy);
      const { status, body } = await api('alice').send('POST', collection(value), value);
      expect({ status, message: body.message }).toEqual({
        status: 403,
        message: expect.stringContaining('who asks for a grant is who is asking') as unknown,
      });
    }
  });

  test('is approved by another than who asked', async () => {
    const value = grantOf('g-1', 'alice');
    expect(await api('alice').send('POST', collection(value), value)).toMatchObject({
      status: 201,
    });
    const own = await decide(value, 'alice', decision('alice'));
    expect(own.body.message).toContain('who asked for a grant does not approve it');
    expect(await decide(value, 'bob', decision('bob'))).toMatchObject({ status: 200 });
  });

  test('may be given up by who asked', async () => {
    const value = grantOf('g-2', 'alice');
    await api('alice').send('POST', collection(value), value);
    expect(await decide(value, 'alice', decision('alice', 'Denied'))).toMatchObject({
      status: 200,
    });
  });
});

test('a request is made by nobody but who has the right to', async () => {
  const value = asked('forged', {
    request: { ...((asked('a')['spec'] as Tree)['request'] as Tree), command: 'SELECT 1' },
  });
  const { status, body } = await api('alice').send('POST', collection(value), value);
  expect(body.message).toContain('an Approval with a request is made by the operator');
  expect(status).toBe(403);
});

describe('a decided approval', () => {
  test('is not deleted, not even by a cluster administrator; the operator deletes it in time', async () => {
    const value = await fresh();
    await decide(value, 'alice', decision('alice'));
    for (const who of [api('alice'), admin]) {
      const { status, body } = await who.send('DELETE', itemPath(value));
      expect({ status, message: body.message }).toEqual({
        status: 403,
        message: expect.stringContaining('a decided approval is part of the record') as unknown,
      });
    }
    expect(await api(OPERATOR).send('DELETE', itemPath(value))).toMatchObject({ status: 200 });
  });

  test('goes with its namespace', async () => {
    const value = { ...asked('n-1'), metadata: { name: 'n-1', namespace: 'ending' } } as Tree &
      Resource;
    await kubernetes.mustKubectl([
      'create',
      'rolebinding',
      'approve',
      '-n',
      'ending',
      '--clusterrole=approve',
      '--user=alice',
    ]);
    await admin.send('POST', collection(value), value);
    expect(await decide(value, 'alice', decision('alice'))).toMatchObject({ status: 200 });
    expect(await admin.send('DELETE', itemPath(value))).toMatchObject({ status: 403 });
    await admin.send('DELETE', '/api/v1/namespaces/ending');
    expect(await admin.send('DELETE', itemPath(value))).toMatchObject({ status: 200 });
  });

  test('while a pending one may be taken away', async () => {
    expect(await admin.send('DELETE', itemPath(await fresh()))).toMatchObject({ status: 200 });
  });
});
