import { applyStatus } from '../../kube/apply/status.ts';
import type { KubeClient } from '../../kube/client/client.ts';
import type { Clock } from '../../kube/clock.ts';
import { isKubeError } from '../../kube/errors.ts';
import type { EventRecorder } from '../../kube/events/recorder.ts';
import { auditedConnections } from '../../kube/kinds.ts';
import type { WorkResult } from '../../kube/queue/work-queue.ts';
import { happeningsOf } from '../happenings.ts';
import { check } from './checks.ts';
import { gather, type ConnectionSources } from './gather.ts';
import { CONNECTION_STATUS_FIELDS, statusOf } from './status.ts';

/** Neither names nor Secrets tell when they change. */
const AGAIN_MS = 30_000;

export interface ConnectionControllerOptions {
  readonly sources: ConnectionSources;
  readonly client: Pick<KubeClient, 'apply'>;
  readonly recorder: Pick<EventRecorder, 'record'>;
  readonly clock: Clock;
}

/** Says of one connection, by its key, what it is found to be. For a work queue: what it throws is tried again. */
export async function reconcileConnection(
  key: string,
  { sources, client, recorder, clock }: ConnectionControllerOptions,
): Promise<WorkResult | undefined> {
  const facts = await gather(key, sources);
  if (facts === undefined) return undefined;
  const { connection } = facts;
  const found = check(facts);
  const status = statusOf(connection, found, clock.date());
  const options = {
    ...{ client, fieldManager: 'chaperone-auditedconnection', fields: CONNECTION_STATUS_FIELDS },
  };
  try {
    if (await applyStatus(options, auditedConnections, connection, status)) {
      for (const one of happeningsOf('AuditedConnection', connection, found.findings)) {
        recorder.record(one);
      }
    }
  } catch (error) {
    // Deleted meanwhile: nothing is left to say.
    if (isKubeError(error, 'NOT_FOUND')) return undefined;
    throw error;
  }
  return { againMs: AGAIN_MS };
}
