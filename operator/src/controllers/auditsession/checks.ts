import type { AuditSession } from '@chaperone/crds';
import type { Finding } from '../../kube/apply/conditions.ts';
import type { SessionFacts } from './gather.ts';

type Status = NonNullable<AuditSession['status']>;
export type SessionPhase = NonNullable<Status['phase']>;

export interface SessionTimes {
  /** How long the last word of a sidecar whose pod is gone is waited for, ms. */
  readonly graceMs: number;
  /** How long a session is kept that no store has a recording of, ms. */
  readonly keptMs: number;
}

/** What a session is found to be. */
export interface SessionFindings {
  readonly phase: SessionPhase;
  /** RFC 3339; undefined while it goes on. */
  readonly endedAt: string | null | undefined;
  readonly findings: readonly Finding[];
  readonly againMs?: number;
  readonly isDue: boolean;
}

/** Pure: the same facts at the same time, the same findings. */
export function check(facts: SessionFacts, nowMs: number, times: SessionTimes): SessionFindings {
  const { status = {} } = facts.session;
  const { phase = 'Active' } = status;
  const keptMs = status.recording?.storeRef === undefined ? times.keptMs : facts.storeKeepsMs;
  if (phase !== 'Active') return over(status, phase, nowMs, keptMs);
  if (facts.pod === 'here') return active(status);
  const goneFor = nowMs - (goneSince(status) ?? nowMs);
  if (goneFor < times.graceMs) return waiting(status, times.graceMs - goneFor);
  const endedAt = new Date(nowMs).toISOString();
  return over({ ...status, endedAt }, 'Interrupted', nowMs, keptMs);
}

function active(status: Status): SessionFindings {
  const message = 'it goes on';
  const ended: Finding = { type: 'Ended', status: 'False', reason: 'Active', message };
  const findings = [stored(status, 'Active'), { ...ended, told: 'nothing' as const }];
  return { phase: 'Active', endedAt: status.endedAt, findings, isDue: false };
}

function waiting(status: Status, againMs: number): SessionFindings {
  const message = 'its pod is gone, and its sidecar has not said yet how it ended';
  const ended = { type: 'Ended', status: 'Unknown', reason: 'PodGone', message } as const;
  const findings = [stored(status, 'Active'), { ...ended, told: 'nothing' as const }];
  return { phase: 'Active', endedAt: status.endedAt, findings, againMs: againMs + 1, isDue: false };
}

/** Since when the pod is known to be gone: the condition remembers it, whichever replica leads. */
function goneSince({ conditions = [] }: Status): number | undefined {
  const gone = conditions.find(({ type, reason }) => type === 'Ended' && reason === 'PodGone');
  const since = Date.parse(gone?.lastTransitionTime ?? '');
  return Number.isNaN(since) ? undefined : since;
}

function over(
  status: Status,
  phase: Exclude<SessionPhase, 'Active'>,
  nowMs: number,
  keptMs: number | undefined,
): SessionFindings {
  const { endedAt } = status;
  const isInOrder = phase === 'Completed';
  const ended: Finding = {
    ...{ type: 'Ended', status: 'True', reason: phase },
    message: isInOrder ? 'it ended in order' : 'its sidecar or pod ended before it did',
    // Sessions end all day long: only what went wrong is told.
    told: isInOrder ? 'nothing' : 'Warning',
  };
  const end = Date.parse(endedAt ?? '');
  const found = { phase, endedAt, findings: [stored(status, phase), ended] };
  // A store that says nothing of retention keeps for ever.
  if (keptMs === undefined) return { ...found, isDue: false };
  const dueAt = (Number.isNaN(end) ? nowMs : end) + keptMs;
  return { ...found, againMs: Math.max(1, dueAt - nowMs + 1), isDue: dueAt <= nowMs };
}

/** `Ready`: the recording is in its store as far as it has come; once the session has ended, complete and sealed. */
function stored({ recording }: Status, phase: SessionPhase): Finding {
  const type = 'Ready';
  const { storeRef, storedAt, rootHash } = recording ?? {};
  const isActive = phase === 'Active';
  if (storeRef !== undefined && (isActive || storedAt !== undefined)) {
    const [reason, how] = isActive
      ? ['Storing', 'as far as it has come']
      : ['Sealed', 'complete and sealed'];
    const message = `its recording is in AuditStore ${storeRef.name}, ${how}`;
    return { type, status: 'True', reason, message, told: 'nothing' };
  }
  if (phase === 'Interrupted' && rootHash === undefined) {
    const message =
      storeRef === undefined
        ? 'nothing of its recording left the pod before it ended'
        : `its recording is in AuditStore ${storeRef.name} without its end`;
    return { type, status: 'False', reason: 'Unsealed', message, told: 'Warning' };
  }
  const message =
    storeRef === undefined
      ? "its recording is on the sidecar's volume alone: no AuditStore has anything of it yet"
      : `AuditStore ${storeRef.name} does not have all of its recording yet`;
  return { type, status: 'False', reason: 'NotStored', message, told: 'nothing' };
}
