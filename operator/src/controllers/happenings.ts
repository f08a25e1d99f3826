import type { Condition, Finding } from '../kube/apply/conditions.ts';
import type { Happening } from '../kube/events/series.ts';
import { apiVersionOf, type Kind } from '../kube/kinds.ts';
import type { KubeObject } from '../kube/object.ts';

interface Observed extends KubeObject {
  readonly status?: {
    readonly conditions?: readonly Pick<Condition, 'type' | 'status' | 'reason'>[];
  };
}

/** What turned, for people: a condition that is no longer what it was, and one that is bad from the beginning. */
export function happeningsOf(
  kind: Kind,
  { metadata, status }: Observed,
  findings: readonly Finding[],
): readonly Happening[] {
  const { name = '', namespace, uid } = metadata ?? {};
  return findings
    .filter((finding) => {
      const before = status?.conditions?.find(({ type }) => type === finding.type);
      return before === undefined
        ? finding.status === 'False'
        : before.status !== finding.status || before.reason !== finding.reason;
    })
    .map(({ status: found, reason, message }) => ({
      regarding: {
        ...{ apiVersion: apiVersionOf(kind), kind: kind.kind, name },
        ...(namespace === undefined ? {} : { namespace }),
        ...(uid === undefined ? {} : { uid }),
      },
      type: found === 'True' ? 'Normal' : 'Warning',
      action: 'Check',
      ...{ reason, note: message },
    }));
}
