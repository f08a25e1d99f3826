import { wildcard } from '@chaperone/core/command';
import type { AccessPolicy, AuditedConnection } from '@chaperone/crds';
import { connectionsFor } from '@chaperone/core/injection';
import { toPodConnection } from '../../admission/injector/state.ts';
import { bypassLimits } from '../../kube/limits.ts';
import { isAlive, type AgentPod } from '../../pictures/agent-pod.ts';
import type { Attributes, Reviews } from './reviews.ts';
import { rights, type Right } from './rights.ts';

interface InNamespace<T> {
  readonly by: (index: 'namespace', namespace: string) => readonly T[];
}

/** What the controller reads, and whom it asks; nothing else. */
export interface BypassSources {
  readonly connections: InNamespace<AuditedConnection> & {
    readonly get: (key: string) => AuditedConnection | undefined;
  };
  readonly policies: InNamespace<AccessPolicy>;
  readonly pods: InNamespace<AgentPod>;
  readonly reviews: Pick<Reviews, 'isAllowed'>;
  /** Namespace of the operator. */
  readonly operator: string;
}

/** What a ServiceAccount is allowed that it must not be. */
export interface Loophole {
  readonly serviceAccount: string;
  readonly right: Right;
}

export interface BypassFacts {
  readonly connection: AuditedConnection;
  /** Name of the Secret that has the credential; undefined where there is none. */
  readonly credential: string | undefined;
  /** Agents' pods that use it and run. */
  readonly pods: readonly AgentPod[];
  /** ServiceAccounts that were looked at. */
  readonly serviceAccounts: readonly string[];
  /** Further ones, that were not. */
  readonly unseen: number;
  readonly loopholes: readonly Loophole[];
}

/** Undefined where the connection is gone. @throws KubeError */
export async function gather(
  key: string,
  sources: BypassSources,
): Promise<BypassFacts | undefined> {
  const connection = sources.connections.get(key);
  if (connection === undefined) return undefined;
  const pods = podsOf(connection, sources);
  const all = serviceAccountsOf(connection, pods, sources);
  const serviceAccounts = all.slice(0, bypassLimits.serviceAccounts.value);
  const credential = credentialOf(connection);
  const loopholes: Loophole[] = [];
  for (const serviceAccount of serviceAccounts)
    for (const right of rights)
      if (await isHeld(right, serviceAccount, connection, sources))
        loopholes.push({ serviceAccount, right });
  const unseen = all.length - serviceAccounts.length;
  return { connection, credential, pods, serviceAccounts, unseen, loopholes };
}

function credentialOf({ spec }: AuditedConnection): string | undefined {
  const { secretRef, tokenExchange } = spec.credential;
  return secretRef?.name ?? tokenExchange?.clientSecretRef?.name;
}

function podsOf(
  { metadata }: AuditedConnection,
  { connections, policies, pods }: BypassSources,
): readonly AgentPod[] {
  const { namespace } = metadata;
  const state = {
    connections: connections.by('namespace', namespace).map(toPodConnection),
    policies: policies.by('namespace', namespace),
  };
  return pods.by('namespace', namespace).filter((pod) => {
    const selection = connectionsFor(pod, state);
    const isSelected =
      selection.kind === 'selected' &&
      selection.connections.some(({ name }) => name === metadata.name);
    return isSelected && isAlive(pod);
  });
}

/** Of pods that run, and of those that policies name outright: they may run tomorrow. */
function serviceAccountsOf(
  { metadata }: AuditedConnection,
  pods: readonly AgentPod[],
  { policies }: BypassSources,
): readonly string[] {
  const named = policies
    .by('namespace', metadata.namespace)
    .filter(({ spec }) => spec.connections.some((name) => wildcard(name)(metadata.name)))
    .flatMap(({ spec }) => (spec.subjects ?? []).map(({ serviceAccount = '*' }) => serviceAccount))
    .filter((name) => !name.includes('*'));
  const running = pods.map(({ spec }) => spec.serviceAccountName ?? 'default');
  return [...new Set([...running, ...named])].sort();
}

async function isHeld(
  right: Right,
  serviceAccount: string,
  connection: AuditedConnection,
  { reviews, operator }: BypassSources,
): Promise<boolean> {
  const { namespace } = connection.metadata;
  const places = { cluster: undefined, operator, own: namespace };
  const where = places[right.where ?? 'own'];
  const objects = { credential: credentialOf(connection), connection: connection.metadata.name };
  const name = right.name === undefined ? undefined : objects[right.name];
  if (right.name !== undefined && name === undefined) return false;
  const { group, subresource } = right;
  const rest = {
    ...(subresource === undefined ? {} : { subresource }),
    ...(where === undefined ? {} : { namespace: where }),
    ...(name === undefined ? {} : { name }),
  };
  for (const resource of right.resources)
    for (const verb of right.verbs) {
      const attributes: Attributes = { verb, group, resource, ...rest };
      if (await reviews.isAllowed({ namespace, serviceAccount, attributes })) return true;
    }
  return false;
}
