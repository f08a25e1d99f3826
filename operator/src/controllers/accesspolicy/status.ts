import type { AccessPolicy, AccessPolicyStatus } from '@chaperone/crds';
import { conditionsOf, type Finding } from '../../kube/apply/conditions.ts';
import type { Happening } from '../../kube/events/series.ts';

/** What the controller states, and what it may ever state. */
export const POLICY_STATUS_FIELDS: readonly string[] = ['observedGeneration', 'conditions'];

export function statusOf(
  { metadata, status }: AccessPolicy,
  findings: readonly Finding[],
  now: Date,
): AccessPolicyStatus {
  const { generation } = metadata;
  return {
    ...(generation === undefined ? {} : { observedGeneration: generation }),
    conditions: conditionsOf(status?.conditions, findings, generation, now),
  };
}

/** What turned, for people: a condition that is no longer what it was, and one that is bad from the beginning. */
export function happeningsOf(
  { metadata, status }: AccessPolicy,
  findings: readonly Finding[],
): readonly Happening[] {
  const { name, namespace, uid } = metadata;
  return findings
    .filter((finding) => {
      const before = status?.conditions?.find(({ type }) => type === finding.type);
      return before === undefined
        ? finding.status === 'False'
        : before.status !== finding.status || before.reason !== finding.reason;
    })
    .map(({ status: found, reason, message }) => ({
      regarding: {
        apiVersion: 'chaperone.dev/v1alpha1',
        kind: 'AccessPolicy',
        ...{ name, namespace },
        ...(uid === undefined ? {} : { uid }),
      },
      type: found === 'True' ? 'Normal' : 'Warning',
      action: 'Check',
      ...{ reason, note: message },
    }));
}
