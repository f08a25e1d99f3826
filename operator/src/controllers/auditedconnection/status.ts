import type { AuditedConnection, AuditedConnectionStatus } from '@chaperone/crds';
import { conditionsOf } from '../../kube/apply/conditions.ts';
import type { ConnectionFindings } from './checks.ts';

/** What the controller states, and what it may ever state. */
export const CONNECTION_STATUS_FIELDS: readonly string[] = [
  'observedGeneration',
  'address',
  'conditions',
];

export function statusOf(
  { metadata, status }: AuditedConnection,
  { address, findings }: ConnectionFindings,
  now: Date,
): AuditedConnectionStatus {
  const { generation } = metadata;
  return {
    ...(generation === undefined ? {} : { observedGeneration: generation }),
    ...(address === undefined ? {} : { address }),
    conditions: conditionsOf(status?.conditions, findings, generation, now),
  };
}
