import { describe, expect, it } from '@jest/globals';
import type { AccessPolicy, AuditedConnection } from '@chaperone/crds';
import type { AgentPod } from '../../pictures/agent-pod.ts';
import { check } from './checks.ts';
import { gather, type BypassSources } from './gather.ts';
import type { Question } from './reviews.ts';

const connection = {
  metadata: { name: 'orders-db', namespace: 'agents' },
  spec: {
    target: { host: 'orders.example.com', port: 5432 },
    credential: { secretRef: { name: 'orders-login' } },
  },
} as unknown as AuditedConnection;
const aPolicy = (...serviceAccounts: readonly string[]): AccessPolicy =>
  ({
    metadata: { name: 'orders', namespace: 'agents' },
    spec: {
      connections: ['orders-*'],
      subjects: serviceAccounts.map((serviceAccount) => ({ serviceAccount })),
    },
  }) as unknown as AccessPolicy;
const aPod = (rest: Partial<AgentPod> = {}): AgentPod => ({
  metadata: { name: 'bot-1', namespace: 'agents', uid: 'u' },
  spec: { serviceAccountName: 'report-bot' },
  ...{ sidecar: { kind: 'untampered' }, secrets: [], phase: 'Running' },
  ...rest,
});

interface Ground {
  readonly policies?: readonly AccessPolicy[];
  readonly pods?: readonly AgentPod[];
  readonly isAllowed?: (question: Question) => boolean;
}

async function finding({
  policies = [aPolicy('report-bot')],
  pods = [],
  isAllowed = () => false,
}: Ground) {
  const sources: BypassSources = {
    connections: { get: () => connection, by: () => [connection] },
    policies: { by: () => policies },
    pods: { by: () => pods },
    reviews: { isAllowed: async (question) => Promise.resolve(isAllowed(question)) },
    operator: 'chaperone-system',
  };
  const facts = await gather('agents/orders-db', sources);
  if (facts === undefined) throw new Error('no facts');
  return check(facts);
}

const may =
  (verb: string, resource: string) =>
  ({ attributes }: Question): boolean => {
    const { subresource } = attributes;
    const full = attributes.resource + (subresource === undefined ? '' : `/${subresource}`);
    return attributes.verb === verb && full === resource;
  };

describe('a connection', () => {
  it('is free of bypasses where no agent has a right that leads past the sidecar', async () => {
    expect(await finding({ pods: [aPod()] })).toMatchObject({
      status: 'True',
      reason: 'NoWayFound',
    });
    expect(await finding({ policies: [] })).toMatchObject({ status: 'True', reason: 'NoAgents' });
  });

  it.each([
    ['get', 'secrets', 'CanReadCredential', 'read Secret orders-login'],
    ['watch', 'secrets', 'CanReadCredential', 'list every Secret'],
    ['create', 'serviceaccounts/token', 'CanMintTokens', 'mint tokens'],
    ['create', 'pods', 'CanCreatePods', 'mount Secret orders-login'],
    ['patch', 'deployments', 'CanCreatePods', 'mount Secret orders-login'],
    ['update', 'cronjobs', 'CanCreatePods', 'mount Secret orders-login'],
    ['get', 'pods/exec', 'CanExec', 'run commands in pods'],
    ['create', 'pods/attach', 'CanExec', 'attach'],
    ['patch', 'pods/ephemeralcontainers', 'CanExec', 'ephemeral'],
    ['get', 'nodes/proxy', 'CanExec', 'kubelets'],
    ['patch', 'approvals', 'CanDecide', 'decide Approvals'],
    ['request', 'approvals', 'CanDecide', 'Approvals'],
    ['approve', 'auditedconnections', 'CanDecide', 'connection orders-db'],
    ['delete', 'accesspolicies', 'CanChangePolicy', 'AccessPolicies'],
    ['patch', 'auditedconnections', 'CanChangePolicy', 'AuditedConnections'],
    ['delete', 'networkpolicies', 'CanReachTarget', 'NetworkPolicies'],
    ['impersonate', 'serviceaccounts', 'CanTakeRights', 'speak as'],
    ['bind', 'clusterroles', 'CanTakeRights', 'give itself rights'],
    ['delete', 'validatingadmissionpolicybindings', 'CanDisarm', 'rules for agents'],
  ])('is not where an agent may %s %s', async (verb, resource, reason, what) => {
    const { status, message, ...rest } = await finding({ isAllowed: may(verb, resource) });
    expect([status, rest.reason]).toEqual(['False', reason]);
    expect(message).toContain('ServiceAccount report-bot can');
    expect(message).toContain(what);
  });

  it('names every way of every agent, once', async () => {
    const { message } = await finding({
      policies: [aPolicy('report-bot', 'billing-bot')],
      isAllowed: ({ attributes: { resource } }) =>
        resource === 'deployments' || resource === 'jobs',
    });
    expect(message.match(/ServiceAccount [a-z-]+ can make pods/g)).toHaveLength(2);
  });

  it('is not where a pod runs without its sidecar, or has the credential itself', async () => {
    const bare = aPod({ sidecar: { kind: 'missing', why: 'x' } });
    expect(await finding({ pods: [bare] })).toMatchObject({ reason: 'SidecarMissing' });
    const altered = aPod({ sidecar: { kind: 'altered', why: 'x' } });
    expect(await finding({ pods: [altered] })).toMatchObject({ reason: 'SidecarAltered' });
    const ended = aPod({ sidecar: { kind: 'missing', why: 'x' }, phase: 'Succeeded' });
    expect(await finding({ pods: [ended] })).toMatchObject({ status: 'True' });
    const holding = aPod({ secrets: ['orders-login'] });
    expect(await finding({ pods: [holding] })).toMatchObject({
      ...{ status: 'False', reason: 'PodHasCredential' },
    });
  });

  it('is looked at for those whom a running pod is, although policies name it by a pattern', async () => {
    const asked = new Set<string>();
    await finding({
      policies: [aPolicy('*-bot')],
      pods: [aPod()],
      isAllowed: ({ serviceAccount }) => {
        asked.add(serviceAccount);
        return false;
      },
    });
    expect([...asked]).toEqual(['report-bot']);
  });

  it('is never said to be free where not everybody was looked at', async () => {
    const many = Array.from({ length: 51 }, (_, index) => `bot-${String(index)}`);
    expect(await finding({ policies: [aPolicy(...many)] })).toMatchObject({
      ...{ status: 'Unknown', reason: 'TooManyAgents' },
    });
  });
});
