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
      if (finding.told === 'nothing') return false;
      const before = status?.conditions?.find(({ type }) => type === finding.type);
      return before === undefined
        ? finding.status === 'False' || finding.told !== undefined
        : before.status !== finding.status || before.reason !== finding.reason;
    })
    .map(({ status: found, reason, message, told }) => ({
      regarding: {
        ...{ apiVersion: apiVersionOf(kind), kind: kind.kind, name },
        ...(namespace === undefined ? {} : { namespace }),
        ...(uid === undefined ? {} : { uid }),
      },
      type: typeOf(found, told),
      action: 'Check',
      ...{ reason, note: message },
    }));
}

function typeOf(status: Finding['status'], told: Finding['told']): Happening['type'] {
  if (told === 'Normal' || told === 'Warning') return told;
  return status === 'True' ? 'Normal' : 'Warning';
}
