import type { Approval, AuditSession } from '@chaperone/crds';

/**
 * What is kept of an Approval: who asks, what was decided, what became of it. Its command, its values and its effects may be
 * megabytes, and nobody here reads them.
 */
export function keptApproval(approval: Approval): Approval {
  const { spec } = approval;
  const { request } = spec;
  if (request === undefined) return { ...approval, metadata: keptMetadata(approval.metadata) };
  const { session, agent, digest } = request;
  const { serviceAccount, pod } = agent;
  const who = { serviceAccount, ...(pod === undefined ? {} : { pod }) };
  return {
    ...approval,
    metadata: keptMetadata(approval.metadata),
    spec: { ...spec, request: { session, agent: who, digest, command: '' } },
  };
}

/** What is kept of an AuditSession: there are thousands, and most are over. */
export function keptSession({ metadata, spec, status, ...rest }: AuditSession): AuditSession {
  const { connectionRef, agent } = spec;
  const { serviceAccount, pod } = agent;
  const { phase, startedAt, endedAt, recording, conditions, observedGeneration } = status ?? {};
  return {
    apiVersion: rest.apiVersion,
    kind: rest.kind,
    metadata: keptMetadata(metadata),
    spec: {
      connectionRef: { name: connectionRef.name },
      agent: { serviceAccount, ...(pod === undefined ? {} : { pod }) },
    },
    status: {
      ...(phase === undefined ? {} : { phase }),
      ...(startedAt === undefined ? {} : { startedAt }),
      ...(endedAt === undefined ? {} : { endedAt }),
      ...(recording === undefined ? {} : { recording }),
      ...(observedGeneration === undefined ? {} : { observedGeneration }),
      ...(conditions === undefined ? {} : { conditions }),
    },
  };
}

/** Without what other programs leave there. */
function keptMetadata<T extends object>(metadata: T): T {
  const kept = Object.entries(metadata).filter(
    ([name]) => name !== 'managedFields' && name !== 'annotations',
  );
  return Object.fromEntries(kept) as T;
}
