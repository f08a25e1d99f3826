import type { KubeClient } from '../../kube/client/client.ts';
import { applyStatus } from '../../kube/apply/status.ts';
import type { Clock } from '../../kube/clock.ts';
import { isKubeError } from '../../kube/errors.ts';
import type { EventRecorder } from '../../kube/events/recorder.ts';
import { accessPolicies } from '../../kube/kinds.ts';
import type { WorkResult } from '../../kube/queue/work-queue.ts';
import { happeningsOf } from '../happenings.ts';
import { check } from './checks.ts';
import { gather, type PolicySources } from './gather.ts';
import { POLICY_STATUS_FIELDS, statusOf } from './status.ts';

export interface PolicyControllerOptions {
  readonly sources: PolicySources;
  readonly client: Pick<KubeClient, 'apply'>;
  readonly recorder: Pick<EventRecorder, 'record'>;
  readonly clock: Clock;
}

/** Says of one policy, by its key, what it is found to be. For a work queue: what it throws is tried again. */
export async function reconcilePolicy(
  key: string,
  { sources, client, recorder, clock }: PolicyControllerOptions,
): Promise<WorkResult | undefined> {
  const facts = gather(key, sources);
  if (facts === undefined) return undefined;
  const findings = check(facts);
  const status = statusOf(facts.policy, findings, clock.date());
  const options = { client, fieldManager: 'chaperone-accesspolicy', fields: POLICY_STATUS_FIELDS };
  try {
    const isWritten = await applyStatus(options, accessPolicies, facts.policy, status);
    if (isWritten)
      happeningsOf('AccessPolicy', facts.policy, findings).forEach((one) => {
        recorder.record(one);
      });
  } catch (error) {
    // Deleted meanwhile: nothing is left to say.
    if (!isKubeError(error, 'NOT_FOUND')) throw error;
  }
  return undefined;
}
