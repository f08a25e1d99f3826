import {
  ANNOTATIONS,
  connectionsFor,
  isAnnotated,
  mayMean,
  SIDECAR,
  type Selection,
} from '@chaperone/core/injection';
import { anyWildcard } from '@chaperone/core/command';
import type { AccessPolicy, AuditedConnection } from '@chaperone/crds';
import type { Condition, Pod } from '../types.ts';
import type { PodFacts } from './gather.ts';
import { networkOf, type NetworkExplanation } from './network.ts';

/** Whether a pod has its sidecar, and why or why not. */
export interface InjectionExplanation {
  readonly state: 'Injected' | 'NotAnnotated' | 'SidecarMissing' | 'SidecarMisplaced' | 'NotReady';
  /** A sentence that says what to do where something is. */
  readonly message: string;
}

export interface ConnectionExplanation {
  readonly name: string;
  readonly protocol: string;
  readonly target: string;
  /** In the pod; undefined until it is allotted. */
  readonly address: string | undefined;
  readonly ready: ConditionExplanation;
  readonly bypassFree: ConditionExplanation;
}

export interface PolicyExplanation {
  readonly name: string;
  readonly mode: string;
  readonly connections: readonly string[];
  readonly rules: readonly string[];
  /** Whether it is only about agents with certain claims, which a pod does not show. */
  readonly dependsOnClaims: boolean;
  readonly ready: ConditionExplanation;
}

export interface ConditionExplanation {
  readonly status: string;
  readonly message: string;
}

export interface PodExplanation {
  readonly pod: {
    readonly namespace: string;
    readonly name: string;
    readonly serviceAccount: string;
    readonly phase: string;
  };
  readonly injection: InjectionExplanation;
  readonly connections: readonly ConnectionExplanation[];
  /** Why there are no connections; undefined where there are. */
  readonly noConnections: string | undefined;
  readonly policies: readonly PolicyExplanation[];
  /** Names of Approvals for which a command of the pod waits; undefined where they are not to be seen. */
  readonly waiting: readonly string[] | undefined;
  readonly network: NetworkExplanation;
  /** What to look at; empty where all is as it should be. */
  readonly findings: readonly string[];
}

/** Pure. */
export function explain(facts: PodFacts): PodExplanation {
  const { pod } = facts;
  const { namespace, name } = pod.metadata;
  const selection = connectionsFor(pod, {
    connections: facts.connections.map((object) => ({ name: object.metadata.name, object })),
    policies: facts.policies,
  });
  const selected =
    selection.kind === 'selected' ? selection.connections.map(({ object }) => object) : [];
  const serviceAccount = pod.spec.serviceAccountName ?? 'default';
  const injection = injectionOf(pod);
  const connections = selected.map(connectionOf);
  const network = networkOf(pod, facts.networkPolicies);
  return {
    pod: { namespace, name, serviceAccount, phase: pod.status?.phase ?? 'Pending' },
    ...{ injection, connections, network },
    noConnections: noConnections(selection, pod),
    policies: policiesOf(facts, selected),
    waiting: waitingOf(facts),
    findings: isAnnotated(pod) ? findingsOf(injection, connections, network) : [],
  };
}

function injectionOf(pod: Pod): InjectionExplanation {
  if (!isAnnotated(pod)) return notAnnotated(pod);
  const at = (pod.spec.initContainers ?? []).findIndex(({ name }) => name === SIDECAR);
  if (at === 0) return injected(pod);
  return at < 0
    ? {
        state: 'SidecarMissing',
        message:
          'it is annotated and has no sidecar: it was made while the webhook was off, or before chaperone was there; nothing that it does is audited: delete it, so that it is made anew',
      }
    : {
        state: 'SidecarMisplaced',
        message: 'the sidecar is not its first init container: delete it, so that it is made anew',
      };
}

function notAnnotated({ metadata }: Pod): InjectionExplanation {
  const value = metadata.annotations?.[ANNOTATIONS.inject];
  const is = value === undefined ? 'is not there' : `is "${value}"`;
  const message = `annotation ${ANNOTATIONS.inject} ${is}: set it to "true" on the pod template, and pods are made anew with a sidecar`;
  return { state: 'NotAnnotated', message };
}

function injected({ metadata, spec, status }: Pod): InjectionExplanation {
  const image = spec.initContainers?.[0]?.image ?? '';
  const running = status?.initContainerStatuses?.find(({ name }) => name === SIDECAR);
  if (running?.ready === true) {
    return { state: 'Injected', message: `the sidecar (${image}) is its first init container` };
  }
  const restarts = String(running?.restartCount ?? 0);
  const logs = `kubectl logs ${metadata.name} -n ${metadata.namespace} -c ${SIDECAR}`;
  const message = `the sidecar (${image}) is not ready, restarted ${restarts} times: ${logs}`;
  return { state: 'NotReady', message };
}

function connectionOf({ metadata, spec, status }: AuditedConnection): ConnectionExplanation {
  const { host, port } = spec.target;
  return {
    ...{ name: metadata.name, protocol: spec.protocol, target: `${host}:${String(port)}` },
    address: status?.address,
    ready: conditionOf(status, 'Ready'),
    bypassFree: conditionOf(status, 'BypassFree'),
  };
}

function conditionOf(
  status: { readonly conditions?: readonly Condition[] } | undefined,
  wanted: string,
): ConditionExplanation {
  const found = status?.conditions?.find(({ type }) => type === wanted);
  return found === undefined
    ? { status: 'Unknown', message: 'the operator has not said yet: is it up?' }
    : { status: found.status, message: `${found.reason}: ${found.message}` };
}

function noConnections(
  selection: Selection<{ readonly name: string }>,
  pod: Pod,
): string | undefined {
  if (selection.kind === 'selected') return undefined;
  if (selection.kind === 'unknown') {
    return `annotation ${ANNOTATIONS.connections} names ${selection.names.join(', ')}, and there is no such AuditedConnection`;
  }
  const account = pod.spec.serviceAccountName ?? 'default';
  return `no AccessPolicy names ServiceAccount ${account} or the labels of this pod`;
}

function policiesOf(
  { pod, policies }: PodFacts,
  connections: readonly AuditedConnection[],
): readonly PolicyExplanation[] {
  return policies.flatMap((policy) => {
    const isNamed = anyWildcard(policy.spec.connections);
    const about = connections.map(({ metadata }) => metadata.name).filter(isNamed);
    return mayMean(policy, pod) && about.length > 0 ? [policyOf(policy, about)] : [];
  });
}

function policyOf(
  { metadata, spec, status }: AccessPolicy,
  connections: readonly string[],
): PolicyExplanation {
  return {
    ...{ name: metadata.name, mode: spec.mode, connections },
    rules: spec.rules.map(({ name, effect }) => `${effect} ${name}`),
    dependsOnClaims: (spec.subjects ?? []).some(({ claims }) => claims !== undefined),
    ready: conditionOf(status, 'Ready'),
  };
}

function waitingOf({ pod, approvals }: PodFacts): readonly string[] | undefined {
  if (approvals.kind === 'forbidden') return undefined;
  return approvals.items
    .filter(({ spec }) => spec.request?.agent.pod?.name === pod.metadata.name)
    .filter(({ status }) => (status?.phase ?? 'Pending') === 'Pending')
    .map(({ metadata }) => ('name' in metadata ? (metadata.name ?? '') : ''));
}

function findingsOf(
  { state, message }: InjectionExplanation,
  connections: readonly ConnectionExplanation[],
  network: NetworkExplanation,
): readonly string[] {
  return [
    ...(state === 'Injected' ? [] : [message]),
    ...connections
      .filter(({ bypassFree }) => bypassFree.status === 'False')
      .map(({ name, bypassFree }) => `past connection ${name}: ${bypassFree.message}`),
    ...(network.state === 'Open' ? [network.message] : []),
  ];
}
