import type { Finding } from '../../kube/apply/conditions.ts';
import { isAudited } from '../../pictures/agent-pod.ts';
import type { BypassFacts, Loophole } from './gather.ts';

/** Of more no one would read. */
const NAMED = 20;

interface Way {
  readonly reason: string;
  /** A half sentence. */
  readonly how: string;
}

/** `BypassFree`: no agent of the connection has a way to its target past the sidecar. Pure: the same facts, the same finding. */
export function check(facts: BypassFacts): Finding {
  const type = 'BypassFree';
  const ways = waysOf(facts);
  const [first] = ways;
  if (first !== undefined) {
    const message = `${listed(ways.map(({ how }) => how))}: take that away, or what agents do may go unseen`;
    return { type, status: 'False', reason: first.reason, message };
  }
  const { serviceAccounts, unseen } = facts;
  if (unseen > 0) {
    const message = `${String(unseen)} ServiceAccounts more than are looked at use it: name fewer in policies`;
    return { type, status: 'Unknown', reason: 'TooManyAgents', message };
  }
  if (serviceAccounts.length === 0) {
    const message = 'no pod uses it, and no policy names a ServiceAccount for it';
    return { type, status: 'True', reason: 'NoAgents', message };
  }
  const message = `${listed(serviceAccounts)}: no right of theirs leads past the sidecar; that the network does not, a NetworkPolicy has to see to`;
  return { type, status: 'True', reason: 'NoWayFound', message };
}

function waysOf(facts: BypassFacts): readonly Way[] {
  const { pods, credential, loopholes } = facts;
  const unaudited = pods
    .filter((pod) => !isAudited(pod))
    .map(({ metadata, sidecar }) => ({
      reason: sidecar.kind === 'missing' ? 'SidecarMissing' : 'SidecarAltered',
      how: `pod ${metadata.name ?? ''} runs without its sidecar`,
    }));
  const holding = pods
    .filter(({ secrets }) => credential !== undefined && secrets.includes(credential))
    .map(({ metadata }) => ({
      reason: 'PodHasCredential',
      how: `pod ${metadata.name ?? ''} has Secret ${credential ?? ''} in a container of the agent`,
    }));
  return [...unaudited, ...holding, ...unique(loopholes.map((one) => wayOf(one, facts)))];
}

function wayOf({ serviceAccount, right }: Loophole, facts: BypassFacts): Way {
  const { name } = facts.connection.metadata;
  const object = right.name === 'connection' ? name : (facts.credential ?? 'they like');
  return {
    reason: right.reason,
    how: `ServiceAccount ${serviceAccount} can ${right.what.replace('%', object)}`,
  };
}

/** Several rights may come to the same. */
function unique(ways: readonly Way[]): readonly Way[] {
  return [...new Map(ways.map((way) => [way.how, way])).values()];
}

function listed(items: readonly string[]): string {
  const rest = items.length - NAMED;
  const named = items.slice(0, NAMED).join('; ');
  return rest > 0 ? `${named}; and ${String(rest)} more` : named;
}
