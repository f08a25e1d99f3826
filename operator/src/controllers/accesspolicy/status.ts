import type { AccessPolicy, AccessPolicyStatus } from '@chaperone/crds';
import { conditionsOf, type Finding } from '../../kube/apply/conditions.ts';

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
