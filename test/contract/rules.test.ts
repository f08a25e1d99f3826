import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { samples } from '../../crds/src/testdata/samples.ts';
import { root } from '../harness/paths.ts';
import { startKubernetes, type Kubernetes } from '../kube/kubernetes.ts';
import { apiFor, patch, type Answer, type Api } from './api.ts';
import { collection, itemPath, STRICT_DRY_RUN, type Resource } from './resources.ts';

type Tree = Readonly<Record<string, unknown>>;

let kubernetes: Kubernetes;
let api: Api;

beforeAll(async () => {
  kubernetes = await startKubernetes();
  await kubernetes.applyCrds();
  await kubernetes.createNamespace('agents');
  api = apiFor(kubernetes);
});
afterAll(async () => {
  api.close();
  await kubernetes.stop();
});

/** Messages of every rule of the CRDs. */
const messages = readdirSync(path.join(root, 'crds/manifests'))
  .flatMap((file) =>
    messagesIn(parse(readFileSync(path.join(root, 'crds/manifests', file), 'utf8'))),
  )
  .sort();

function messagesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(messagesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { 'x-kubernetes-validations': rules = [], ...others } = value as {
    'x-kubernetes-validations'?: readonly { message: string }[];
  };
  return [...rules.map(({ message }) => message), ...messagesIn(Object.values(others))];
}

const sample = (kind: string, name: string): Tree & Resource => {
  const found = samples.find(
    ({ value }) =>
      value['kind'] === kind &&
      (value['metadata'] as Tree)['name'] === name &&
      (value['metadata'] as Tree)['namespace'] !== 'default',
  );
  if (found === undefined) throw new TypeError(`no sample ${kind} ${name}`);
  const { namespace } = found.value['metadata'] as Tree;
  return { ...found.value, metadata: { name, namespace } } as unknown as Tree & Resource;
};
const withSpec = (value: Tree & Resource, change: Tree): Tree & Resource => ({
  ...value,
  spec: { ...(value['spec'] as Tree), ...change },
});

const orders = sample('AuditedConnection', 'orders-db');
const ssh = sample('AuditedConnection', 'build-host');
const policy = sample('AccessPolicy', 'orders');
const approval = sample('Approval', 'orders-db-x7k2p');
const grant: Tree & Resource = sample('Approval', 'every-field-grant');
const session = sample('AuditSession', '01jd3q0w2t4zp6v8xk5m7n9r1s');
const store = sample('AuditStore', 'default');
const rule = (change: Tree): Tree & Resource =>
  withSpec(policy, {
    rules: [{ name: 'a', effect: 'Allow', postgres: { commands: ['SELECT'] }, ...change }],
  });
const masking = (change: Tree): Tree & Resource =>
  withSpec(policy, { masking: [{ name: 'a', method: 'Redact', detectors: ['Email'], ...change }] });
const { target } = orders['spec'] as { target: Tree };
const exchange = { tokenEndpoint: 'https://idp.example.com/token', subjectToken: 'Pod' };
const host = { host: 'a.example.com', port: 22 };

interface Broken {
  readonly value: Tree & Resource;
  readonly at: string;
  readonly message: string;
}

const broken: readonly Broken[] = [
  {
    value: withSpec(orders, { target: { ...target, ssh: { hostKeys: ['ssh-ed25519 AAAA'] } } }),
    at: 'spec.target.ssh',
    message: 'target.ssh is for protocol SSH only',
  },
  {
    value: withSpec(ssh, { target: host }),
    at: 'spec.target',
    message:
      'protocol SSH needs target.ssh.hostKeys: the sidecar refuses a host that it does not know',
  },
  {
    value: withSpec(ssh, { target: { ...(ssh['spec'] as { target: Tree }).target, postgres: {} } }),
    at: 'spec.target.postgres',
    message: 'target.postgres is for protocol Postgres only',
  },
  {
    value: withSpec(ssh, { credential: { serviceAccountToken: { name: 'a' } } }),
    at: 'spec.credential',
    message: 'protocol SSH needs credential.secretRef: a key or a password, no token',
  },
  {
    value: withSpec(orders, {
      identity: undefined,
      credential: { tokenExchange: { ...exchange, subjectToken: 'Agent', username: 'a' } },
    }),
    at: 'spec.credential',
    message: "subjectToken Agent needs identity.oidc: it is the agent's token that is exchanged",
  },
  {
    value: withSpec(orders, { credential: { tokenExchange: exchange } }),
    at: 'spec.credential',
    message:
      'protocol Postgres needs tokenExchange.username: the role that the exchanged token is the password of',
  },
  {
    value: withSpec(orders, {
      target: { ...target, tls: { mode: 'Require', caRef: { kind: 'Secret', name: 'a' } } },
    }),
    at: 'spec.target.tls.caRef',
    message: 'caRef is of use with mode VerifyFull or VerifyCA only: remove it or change mode',
  },
  {
    value: withSpec(orders, {
      target: { ...target, tls: { mode: 'Disable', clientCertificateRef: { name: 'a' } } },
    }),
    at: 'spec.target.tls.clientCertificateRef',
    message: 'clientCertificateRef is of use with TLS only: remove it or change mode',
  },
  {
    value: withSpec(orders, { credential: {} }),
    at: 'spec.credential',
    message: 'exactly one of secretRef, tokenExchange, serviceAccountToken is needed',
  },
  {
    value: withSpec(orders, {
      credential: { serviceAccountToken: { name: 'a', expiration: '9m' } },
    }),
    at: 'spec.credential.serviceAccountToken.expiration',
    message: 'expiration must be at least 10m: the API server issues no shorter tokens',
  },
  {
    value: withSpec(policy, {
      subjects: [
        { podSelector: { matchExpressions: [{ key: 'a', operator: 'Exists', values: ['b'] }] } },
      ],
    }),
    at: 'spec.subjects[0].podSelector.matchExpressions[0]',
    message: 'values belongs to the operators In and NotIn, and to no other',
  },
  {
    value: rule({ effect: 'RequireApproval' }),
    at: 'spec.rules[0].approval',
    message: 'effect RequireApproval needs approval: name at least its approvers',
  },
  {
    value: rule({ approval: { approvers: { groups: ['dba'] } } }),
    at: 'spec.rules[0].approval',
    message: 'approval belongs to effect RequireApproval: remove it or change effect',
  },
  {
    value: rule({ postgres: undefined }),
    at: 'spec.rules[0]',
    message:
      'a rule needs one of postgres, http, kubernetes, ssh or expression: without them it would say nothing',
  },
  {
    value: rule({ http: { methods: ['GET'] } }),
    at: 'spec.rules[0]',
    message: 'at most one of postgres, http, kubernetes, ssh: write a rule for each',
  },
  {
    value: masking({ detectors: undefined }),
    at: 'spec.masking[0]',
    message:
      'a masking entry needs one of postgres, http, kubernetes, detectors or patterns: without them it masks nothing',
  },
  {
    value: masking({ method: 'Partial' }),
    at: 'spec.masking[0].partial',
    message: 'method Partial needs partial.keepLast',
  },
  {
    value: masking({ partial: { keepLast: 4 } }),
    at: 'spec.masking[0].partial',
    message: 'partial belongs to method Partial: remove it or change method',
  },
  {
    value: withSpec(approval, { request: undefined }),
    at: 'spec',
    message: 'exactly one of request, grant is needed',
  },
  {
    value: withSpec(approval, { expiresAt: undefined }),
    at: 'spec',
    message: 'request needs approvers, required and expiresAt beside it',
  },
  {
    value: withSpec(approval, { decision: 'Approved' }),
    at: 'spec.decisions',
    message:
      "decision Approved needs as many approved entries in decisions as required says: admission stamps them; is the operator's webhook there?",
  },
  {
    value: withSpec(approval, { decision: 'Denied' }),
    at: 'spec.decisions',
    message:
      "decision Denied needs a denied entry in decisions: admission stamps it; is the operator's webhook there?",
  },
  {
    value: withSpec(approval, { decisions: [decided('a'), decided('a')] }),
    at: 'spec.decisions',
    message: 'a person decides once: decisions names the same one twice',
  },
  {
    value: withSpec(approval, { decisions: [decided('a', '2026-11-21T11:16:00+02:00')] }),
    at: 'spec.decisions',
    message: 'an approval cannot be approved after expiresAt: let the agent ask again',
  },
  {
    value: withSpec(approval, { decision: 'Approved', decisions: [decided('a')] }),
    at: 'spec.decision',
    message:
      'an Approval begins undecided: make it with decision Pending and without decisions, then decide it',
  },
  {
    value: withSpec(store, { directory: { path: '/a' } }),
    at: 'spec',
    message: 'exactly one of s3, directory is needed',
  },
];

function decided(
  username: string,
  decidedAt = '2026-11-21T09:10:00Z',
  decision = 'Approved',
): Tree {
  return { username, groups: ['dba'], decision, reason: 'CHG-1', decidedAt };
}

function refusal(answer: Answer): { status: number; causes: readonly unknown[] } {
  const details = answer.body['details'] as { causes?: readonly Tree[] } | undefined;
  return { status: answer.status, causes: details?.causes ?? [] };
}

/** One of the causes of a refusal: the field, and the rule's message behind what the server says before it. */
const cause = (at: string, message: string): unknown =>
  expect.objectContaining({ field: at, message: expect.stringContaining(message) as unknown });

describe('a resource that breaks a rule is refused at its field', () => {
  test.each(broken)('$at: $message', async ({ value, at, message }) => {
    const answer = await api.send('POST', collection(value) + STRICT_DRY_RUN, value);
    expect(refusal(answer)).toEqual({
      status: 422,
      causes: expect.arrayContaining([cause(at, message)]) as unknown,
    });
  });
});

/** Steps that an object takes, and the one that it may not take. */
interface Step {
  readonly value: Tree & Resource;
  readonly before?: readonly Tree[];
  readonly change: Tree;
  readonly at: string;
  readonly message: string;
}

const one = decided('alice');
const isApproved = { spec: { decision: 'Approved', reason: 'CHG-1', decisions: [one] } };
const denied = decided('bob', '2026-11-21T09:12:00Z', 'Denied');
const isDenied = { spec: { decision: 'Denied', decisions: [denied] } };
const { request } = approval['spec'] as { request: Tree };
const frozen = 'is frozen; only decision and reason can change';
const lost = 'recordings that are there would not be found any more; make another AuditStore';
const directory = sample('AuditStore', 'every-field');

const steps: readonly Step[] = [
  {
    value: approval,
    change: { spec: { connectionRef: { name: 'b' } } },
    at: 'spec.connectionRef',
    message: `connectionRef ${frozen}`,
  },
  {
    value: approval,
    change: { spec: { policyRef: { rule: 'b' } } },
    at: 'spec.policyRef',
    message: `policyRef ${frozen}`,
  },
  {
    value: approval,
    change: { spec: { request: { ...request, command: 'DROP TABLE a' } } },
    at: 'spec.request',
    message: `request ${frozen}`,
  },
  {
    value: approval,
    change: { spec: { request: { parameters: ['gold', '43'] } } },
    at: 'spec.request',
    message: `request ${frozen}`,
  },
  {
    value: grant,
    change: { spec: { grant: { duration: '2h' } } },
    at: 'spec.grant',
    message: `grant ${frozen}`,
  },
  {
    value: approval,
    change: { spec: { approvers: { users: ['mallory'] } } },
    at: 'spec.approvers',
    message: `approvers ${frozen}`,
  },
  {
    value: approval,
    change: { spec: { required: null } },
    at: 'spec.required',
    message: `required ${frozen}`,
  },
  {
    value: grant,
    change: { spec: { required: 1 } },
    at: 'spec.required',
    message: `required ${frozen}`,
  },
  {
    value: approval,
    change: { spec: { expiresAt: '2027-11-21T09:15:00Z' } },
    at: 'spec.expiresAt',
    message: `expiresAt ${frozen}`,
  },
  {
    value: approval,
    before: [isApproved],
    change: { spec: { decision: 'Pending' } },
    at: 'spec.decision',
    message: 'a decision is final; an approval can only be revoked, by decision Denied',
  },
  {
    value: approval,
    before: [isDenied],
    change: { spec: { decision: 'Approved', decisions: [denied, one] } },
    at: 'spec.decision',
    message: 'a decision is final; an approval can only be revoked, by decision Denied',
  },
  {
    value: approval,
    before: [isApproved],
    change: { spec: { reason: 'CHG-2' } },
    at: 'spec.reason',
    message: 'reason is frozen: it belongs to a decision that is made',
  },
  {
    value: approval,
    before: [isApproved],
    change: { spec: { decisions: [one, decided('carol')] } },
    at: 'spec.decisions',
    message: 'decisions is frozen: the decision is made',
  },
  {
    value: approval,
    before: [isApproved],
    change: isDenied,
    at: 'spec.decisions',
    message: 'decisions is append-only',
  },
  {
    value: approval,
    before: [{ status: { phase: 'Consumed' } }],
    change: { status: { phase: 'Approved' } },
    at: 'status.phase',
    message: 'phase is final: what is denied, expired or consumed stays so',
  },
  {
    value: session,
    change: { spec: { agent: { serviceAccount: 'other' } } },
    at: 'spec',
    message: 'the spec of a session is frozen: it says who did what',
  },
  {
    value: session,
    before: [{ status: { phase: 'Interrupted' } }],
    change: { status: { phase: 'Active' } },
    at: 'status.phase',
    message: 'a session that has ended does not begin again: phase is final',
  },
  {
    value: session,
    before: [{ status: session['status'] }],
    change: { status: { recording: { treeSize: 96 } } },
    at: 'status.recording',
    message: 'the recording of a completed session is sealed: its tree and place are frozen',
  },
  {
    value: store,
    change: { spec: { s3: { bucket: 'other' } } },
    at: 'spec.s3.bucket',
    message: `bucket is frozen: ${lost}`,
  },
  {
    value: store,
    change: { spec: { s3: { prefix: null } } },
    at: 'spec.s3.prefix',
    message: `prefix is frozen: ${lost}`,
  },
  {
    value: store,
    change: { spec: { s3: null, directory: { path: '/a' } } },
    at: 'spec',
    message:
      'a store does not move: recordings that are there would not be found any more; make another AuditStore',
  },
  {
    value: directory,
    change: { spec: { directory: { path: '/other' } } },
    at: 'spec.directory.path',
    message: `path is frozen: ${lost}`,
  },
];

async function step(value: Resource, change: Tree): Promise<Answer> {
  return patch(api, itemPath(value, 'status' in change ? '/status' : ''), change);
}

describe('a change that a rule forbids is refused at its field', () => {
  test.each(steps)('$at: $message', async ({ value, before = [], change, at, message }) => {
    const made = await api.send('POST', collection(value), value);
    expect(made.status).toBe(201);
    for (const earlier of before) expect(await step(value, earlier)).toMatchObject({ status: 200 });
    expect(refusal(await step(value, change))).toEqual({
      status: 422,
      causes: expect.arrayContaining([cause(at, message)]) as unknown,
    });
    await api.send('DELETE', itemPath(value));
  });
});

describe('what is meant to change does', () => {
  test('an approval is approved by two people, and then revoked', async () => {
    const value = withSpec(approval, { required: 2 });
    await api.send('POST', collection(value), value);
    const two = [one, decided('carol')];
    expect(await step(value, { spec: { decisions: [one] } })).toMatchObject({ status: 200 });
    expect(await step(value, { spec: { decision: 'Approved', decisions: [one] } })).toMatchObject({
      status: 422,
    });
    expect(await step(value, { spec: { decision: 'Approved', decisions: two } })).toMatchObject({
      status: 200,
    });
    const revoked = { spec: { decision: 'Denied', reason: 'CHG-3', decisions: [...two, denied] } };
    expect(await step(value, revoked)).toMatchObject({
      status: 200,
      body: { spec: { reason: 'CHG-3' } },
    });
    await api.send('DELETE', itemPath(value));
  });

  test('a store keeps longer, and a session goes on', async () => {
    await api.send('POST', collection(store), store);
    await api.send('POST', collection(session), session);
    expect(await step(store, { spec: { retention: { keep: '800d' } } })).toMatchObject({
      status: 200,
    });
    expect(await step(session, { status: { phase: 'Active', rows: 1 } })).toMatchObject({
      status: 200,
    });
    expect(await step(session, { status: session['status'] })).toMatchObject({
      status: 200,
    });
    await api.send('DELETE', itemPath(store));
    await api.send('DELETE', itemPath(session));
  });
});

describe('what is as large as the schema allows is evaluated', () => {
  const many = <T>(count: number, of: (index: number) => T): readonly T[] =>
    Array.from({ length: count }, (_, index) => of(index));

  test('an approval of a megabyte, with all the people that it can have', async () => {
    const large = { ...request, command: 'x'.repeat(1 << 20), parameters: many(8000, String) };
    const value = withSpec(approval, { request: large, required: 16 });
    expect(await api.send('POST', collection(value), value)).toMatchObject({ status: 201 });
    const groups = many(40, (index) => `group-${String(index)}`);
    const decisions = many(32, (index) => ({ ...decided(`p${String(index)}`), groups }));
    const change = { spec: { decision: 'Approved', decisions } };
    expect(await step(value, change)).toMatchObject({ status: 200 });
    const less = { spec: { decisions: decisions.slice(1) } };
    expect(await step(value, less)).toMatchObject({ status: 422 });
    await api.send('DELETE', itemPath(value));
  });

  test('a policy with all rules and entries of masking', async () => {
    const relations = many(100, (index) => `public.t${String(index)}`);
    const rules = many(256, (index) => ({
      ...{ name: `r${String(index)}`, effect: 'Allow' },
      postgres: { relations },
    }));
    const entries = many(256, (index) => ({
      ...{ name: `m${String(index)}`, method: 'Redact' },
      detectors: ['Email'],
    }));
    const value = withSpec(policy, { rules, masking: entries });
    const answer = await api.send('POST', collection(value) + STRICT_DRY_RUN, value);
    expect(answer).toMatchObject({ status: 201 });
  });
});

test('every rule of the CRDs has its case', () => {
  const tried = new Set([...broken, ...steps].map(({ message }) => message));
  expect([...tried].sort()).toEqual([...new Set(messages)]);
});
