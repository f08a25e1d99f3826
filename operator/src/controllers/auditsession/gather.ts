import { parseDuration, type AuditSession, type AuditStore } from '@chaperone/crds';
import { nameOf } from '../../kube/object.ts';
import { isAlive, type AgentPod } from '../../pictures/agent-pod.ts';

/** The pictures that the controller reads; nothing else. */
export interface SessionSources {
  readonly sessions: { readonly get: (key: string) => AuditSession | undefined };
  readonly stores: { readonly get: (key: string) => AuditStore | undefined };
  readonly pods: { readonly get: (key: string) => AgentPod | undefined };
}

export interface SessionFacts {
  readonly session: AuditSession;
  /** Whether the pod whose sidecar records it still runs. */
  readonly pod: 'here' | 'gone';
  /** How long its store keeps recordings, ms; undefined where that is for ever, or there is none. */
  readonly storeKeepsMs?: number;
}

/** Undefined where the session is gone. */
export function gather(
  key: string,
  { sessions, stores, pods }: SessionSources,
): SessionFacts | undefined {
  const session = sessions.get(key);
  if (session === undefined) return undefined;
  const { namespace } = nameOf(key);
  const { name = '', uid } = session.spec.agent.pod ?? {};
  const pod = pods.get(`${namespace}/${name}`);
  const isHere = pod !== undefined && pod.metadata.uid === uid && isAlive(pod);
  const storeKeepsMs = keptBy(session, stores);
  return {
    ...{ session, pod: isHere ? 'here' : 'gone' },
    ...(storeKeepsMs === undefined ? {} : { storeKeepsMs }),
  };
}

function keptBy({ status }: AuditSession, stores: SessionSources['stores']): number | undefined {
  const store = stores.get(status?.recording?.storeRef?.name ?? '');
  const keep = store?.spec.retention?.keep;
  return keep === undefined ? undefined : parseDuration(keep);
}
