import type { AccessPolicy, Approval, AuditedConnection } from '@chaperone/crds';
import { CliError } from '../../errors.ts';
import type { Cluster } from '../open.ts';
import type { KindName, NetworkPolicy, Pod } from '../types.ts';

/** What a kind's objects are, or why they are not to be seen. */
export type Seen<T> =
  | { readonly kind: 'seen'; readonly items: readonly T[] }
  | { readonly kind: 'forbidden'; readonly why: string };

/** All that a pod is explained by. */
export interface PodFacts {
  readonly pod: Pod;
  readonly connections: readonly AuditedConnection[];
  readonly policies: readonly AccessPolicy[];
  readonly approvals: Seen<Approval>;
  readonly networkPolicies: Seen<NetworkPolicy>;
}

/** @param name without `pod/` @throws CliError */
export async function gather({ client, namespace }: Cluster, name: string): Promise<PodFacts> {
  const pod = await podOf({ client, namespace }, name);
  const [connections, policies, approvals, networkPolicies] = await Promise.all([
    client.list<AuditedConnection>('connections', namespace),
    client.list<AccessPolicy>('policies', namespace),
    seen<Approval>({ client, namespace }, 'approvals'),
    seen<NetworkPolicy>({ client, namespace }, 'networkPolicies'),
  ]);
  return { pod, connections, policies, approvals, networkPolicies };
}

type Place = Pick<Cluster, 'client' | 'namespace'>;

async function podOf({ client, namespace }: Place, name: string): Promise<Pod> {
  try {
    return (await client.get('pods', namespace, name)) as Pod;
  } catch (error) {
    if (!(error instanceof CliError) || error.code !== 'NOT_FOUND') throw error;
    const hint = `if its workload could not make it, kubectl events -n ${namespace} says what was refused`;
    throw new CliError('NOT_FOUND', `there is no pod ${name} in ${namespace}; ${hint}`, error);
  }
}

/** What a person may not see leaves a gap in the answer, and no more. */
async function seen<T>({ client, namespace }: Place, kind: KindName): Promise<Seen<T>> {
  try {
    return { kind: 'seen', items: await client.list<T>(kind, namespace) };
  } catch (error) {
    if (!(error instanceof CliError) || error.code !== 'FORBIDDEN') throw error;
    return { kind: 'forbidden', why: error.message };
  }
}
