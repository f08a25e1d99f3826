import type { PlainObject } from '@chaperone/core/broker';
import { wildcard } from '@chaperone/core/command';
import type { AccessPolicy, Approval, AuditedConnection } from '@chaperone/crds';
import { connectionsFor, mayMean } from '@chaperone/core/injection';
import { toPodConnection } from '../admission/injector/state.ts';
import type { Caller, NamespaceObjects, Reference } from './types.ts';

/** What of its namespace a pod may know. */
export interface Entitlement {
  readonly connections: readonly AuditedConnection[];
  /** Those that are about one of the connections and may be about the agent: what it claims to be is not known yet. */
  readonly policies: readonly AccessPolicy[];
  /** Grants for the agent, and what its own sidecar asked for. */
  readonly approvals: readonly Approval[];
  readonly references: readonly Reference[];
}

/** Label of an Approval or AuditSession: UID of the pod whose sidecar it is from. */
export const POD_UID = 'chaperone.dev/pod-uid';

export function entitlementOf(caller: Caller, objects: NamespaceObjects): Entitlement {
  const { policies } = objects;
  const state = { connections: objects.connections.map(toPodConnection), policies };
  const selection = connectionsFor(caller.object, state);
  const names = new Set(
    selection.kind === 'selected' ? selection.connections.map(({ name }) => name) : [],
  );
  const connections = objects.connections.filter(({ metadata }) => names.has(metadata.name));
  return {
    connections,
    policies: policies.filter((policy) => isAbout(policy, names) && mayMean(policy, caller.object)),
    approvals: objects.approvals.filter(
      (approval) => names.has(approval.spec.connectionRef.name) && isOf(approval, caller),
    ),
    references: connections.flatMap(referencesOf),
  };
}

function isAbout({ spec }: AccessPolicy, names: ReadonlySet<string>): boolean {
  return spec.connections.some((pattern) => [...names].some(wildcard(pattern)));
}

function isOf({ metadata, spec }: Approval, { serviceAccount, pod }: Caller): boolean {
  if (spec.grant !== undefined) return spec.grant.subject.serviceAccount === serviceAccount;
  return metadata.labels?.[POD_UID] === pod.uid;
}

/** Everything that a connection names. */
function referencesOf({ spec }: AuditedConnection): readonly Reference[] {
  const { credential, target, identity } = spec;
  const secrets = [
    credential.secretRef?.name,
    credential.tokenExchange?.clientSecretRef?.name,
    target.tls.clientCertificateRef?.name,
  ];
  const authorities = [target.tls.caRef, credential.tokenExchange?.caRef, identity?.oidc?.caRef];
  return [
    ...secrets.flatMap((name) => (name === undefined ? [] : [{ kind: 'Secret' as const, name }])),
    ...authorities.flatMap((ref) =>
      ref === undefined ? [] : [{ kind: ref.kind, name: ref.name }],
    ),
  ];
}

/** In a list the API server leaves the version of its items away. */
const VERSIONS = {
  AuditedConnection: 'chaperone.dev/v1alpha1',
  AccessPolicy: 'chaperone.dev/v1alpha1',
  Approval: 'chaperone.dev/v1alpha1',
  Secret: 'v1',
  ConfigMap: 'v1',
} as const;

/** The object as a person would apply it: what the cluster keeps beside it is nobody's business. */
export function plain(kind: keyof typeof VERSIONS, object: Plainable): PlainObject {
  const { metadata, spec, data, type } = object;
  const { name, namespace } = metadata ?? {};
  return {
    apiVersion: VERSIONS[kind],
    kind,
    metadata: { name, namespace },
    ...(spec === undefined ? {} : { spec }),
    ...(data === undefined ? {} : { data }),
    ...(type === undefined ? {} : { type }),
  };
}

interface Plainable {
  readonly metadata?: { readonly name?: string; readonly namespace?: string };
  readonly spec?: unknown;
  readonly data?: unknown;
  readonly type?: unknown;
}
