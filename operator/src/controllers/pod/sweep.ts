import type { EventRecorder } from '../../kube/events/recorder.ts';
import type { Happening } from '../../kube/events/series.ts';
import { controllerLimits } from '../../kube/limits.ts';
import type { WorkResult } from '../../kube/queue/work-queue.ts';
import { isAudited, type AgentPod } from '../../pictures/agent-pod.ts';

export interface SweepParts {
  readonly pods: { readonly get: (key: string) => AgentPod | undefined };
  readonly recorder: Pick<EventRecorder, 'record'>;
}

/**
 * Tells of an annotated pod that runs without the sidecar that is injected: it came while the webhook was off, or before there was one.
 * Told again as long as it is so, since the API server forgets events within the hour.
 */
export function sweepPod(key: string, { pods, recorder }: SweepParts): WorkResult | undefined {
  const pod = pods.get(key);
  if (pod === undefined || isAudited(pod)) return undefined;
  recorder.record(happeningOf(pod));
  return { againMs: controllerLimits.sweptAgainMs.value };
}

function happeningOf({ metadata, sidecar }: AgentPod): Happening {
  const { name = '', namespace, uid } = metadata;
  const why = sidecar.kind === 'untampered' ? '' : `: ${sidecar.why}`;
  return {
    regarding: {
      ...{ apiVersion: 'v1', kind: 'Pod', name },
      ...(namespace === undefined ? {} : { namespace }),
      ...(uid === undefined ? {} : { uid }),
    },
    type: 'Warning',
    action: 'Sweep',
    reason: sidecar.kind === 'missing' ? 'SidecarMissing' : 'SidecarAltered',
    note: `it is annotated chaperone.dev/inject and nothing that it does is audited${why}; delete it, so that it is made again with its sidecar`,
  };
}
