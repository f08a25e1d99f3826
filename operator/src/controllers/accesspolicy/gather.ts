import type { AccessPolicy, AuditedConnection } from '@chaperone/crds';
import { nameOf } from '../../kube/object.ts';

/** The pictures that the controller reads; nothing else. */
export interface PolicySources {
  readonly policies: {
    readonly get: (key: string) => AccessPolicy | undefined;
    readonly by: (index: 'namespace', namespace: string) => readonly AccessPolicy[];
  };
  readonly connections: {
    readonly by: (index: 'namespace', namespace: string) => readonly AuditedConnection[];
  };
}

/** All that a policy is judged by. */
export interface PolicyFacts {
  readonly policy: AccessPolicy;
  /** The other policies of its namespace. */
  readonly others: readonly AccessPolicy[];
  readonly connections: readonly AuditedConnection[];
}

/** Undefined where the policy is gone. */
export function gather(
  key: string,
  { policies, connections }: PolicySources,
): PolicyFacts | undefined {
  const policy = policies.get(key);
  if (policy === undefined) return undefined;
  const { namespace } = nameOf(key);
  const others = policies
    .by('namespace', namespace)
    .filter(({ metadata }) => metadata.name !== policy.metadata.name);
  return { policy, others, connections: connections.by('namespace', namespace) };
}
