import type { KubeClient } from '../kube/client/client.ts';
import { isKubeError } from '../kube/errors.ts';
import * as kinds from '../kube/kinds.ts';
import type { Kind } from '../kube/kinds.ts';

/** What is followed in all namespaces. */
const FOLLOWED: readonly Kind[] = [
  kinds.auditedConnections,
  kinds.accessPolicies,
  kinds.approvals,
  kinds.auditSessions,
  kinds.auditStores,
  kinds.pods,
];

/**
 * What an installation lacks so that its operator cannot begin, each a sentence that says what mends it; empty where nothing does, or
 * where nobody answers. It is asked once, for people: who follows a kind tries again by himself.
 */
export async function whatIsMissing(client: Pick<KubeClient, 'page'>): Promise<readonly string[]> {
  const found = await Promise.all(FOLLOWED.map(async (kind) => sentenceFor(kind, client)));
  return found.filter((sentence) => sentence !== undefined);
}

async function sentenceFor(
  kind: Kind,
  client: Pick<KubeClient, 'page'>,
): Promise<string | undefined> {
  const name = kind.group === '' ? kind.plural : `${kind.plural}.${kind.group}`;
  try {
    await client.page(kind, {}, { limit: 1 });
    return undefined;
  } catch (error) {
    if (isKubeError(error, 'NOT_FOUND')) {
      return `the cluster does not know ${name}: apply the resource definitions, or let the chart do it (crds.install)`;
    }
    if (isKubeError(error, 'FORBIDDEN', 'UNAUTHORIZED')) {
      return `the operator may not list ${name}: its ServiceAccount lacks the ClusterRole of the chart (rbac.create)`;
    }
    return undefined;
  }
}
