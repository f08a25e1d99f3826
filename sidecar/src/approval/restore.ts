import type { ApprovalTerms } from '@chaperone/core/policy';
import { Entry } from './entry.ts';
import type { State } from './state.ts';
import { ANNOTATIONS, CommandSubject, GrantSubject, type Subject } from './subject.ts';
import type { ApprovalObject, Condition } from './types.ts';

/**
 * An Approval of an earlier life of the sidecar that goes on: a grant, and a command that its agent was told to send again.
 * Undefined where it does not: a command that waited lost the connection on which it was sent.
 */
export function restored(approval: ApprovalObject, nowMs: number): Entry | undefined {
  const { metadata, spec, status } = approval;
  const until = Date.parse(status.activeUntil ?? spec.expiresAt);
  const isOpen = status.phase === 'Pending' || status.phase === 'Approved';
  const subject = subjectOf(approval);
  if (!isOpen || subject === undefined || !(until > nowMs)) return undefined;
  const entry = new Entry({
    name: metadata.name,
    uid: metadata.uid,
    createdAt: metadata.creationTimestamp,
    terms: termsOf(approval),
    subject,
    expiresAtMs: Date.parse(spec.expiresAt),
  });
  entry.deadlineMs = until;
  entry.decisions = spec.decisions;
  entry.state = stateOf(approval);
  entry.announce();
  return entry;
}

function stateOf({ metadata, spec, status }: ApprovalObject): State {
  if (status.phase !== 'Approved') return { kind: 'Pending' };
  const at = spec.decisions.at(-1)?.decidedAt ?? metadata.creationTimestamp;
  return { kind: 'Approved', at, reason: spec.reason };
}

function subjectOf({ metadata, spec }: ApprovalObject): Subject | undefined {
  const connection = { name: spec.connectionRef.name, namespace: metadata.namespace };
  const { annotations = {} } = metadata;
  if (spec.grant !== undefined) {
    const requestedBy = annotations[ANNOTATIONS.requestedBy];
    const policyDigest = annotations[ANNOTATIONS.policyDigest];
    if (requestedBy === undefined || policyDigest === undefined) return undefined;
    return new GrantSubject({ connection, requestedBy, policyDigest }, spec.grant);
  }
  const retryKey = annotations[ANNOTATIONS.retryKey];
  if (retryKey === undefined || spec.request === undefined) return undefined;
  return new CommandSubject({ connection, retryable: true, retryKey }, spec.request);
}

function termsOf({ metadata, spec }: ApprovalObject): ApprovalTerms {
  const { annotations = {} } = metadata;
  const scope = annotations[ANNOTATIONS.scope];
  return {
    policy: spec.policyRef.name,
    rule: spec.policyRef.rule,
    approvers: spec.approvers,
    required: spec.required,
    timeoutMs: Date.parse(spec.expiresAt) - Date.parse(metadata.creationTimestamp),
    scope: scope === 'Session' || scope === 'Window' ? scope : 'Once',
    onPending: annotations[ANNOTATIONS.onPending] === 'Reject' ? 'Reject' : 'Hold',
  };
}

/** What was open and does not go on, as it is shown from now on; others stay as they are. */
export function closed(approval: ApprovalObject, nowMs: number): ApprovalObject {
  const { status, spec } = approval;
  if (status.phase !== 'Pending' && status.phase !== 'Approved') return approval;
  const window = status.activeUntil !== undefined;
  const late = Date.parse(status.activeUntil ?? spec.expiresAt) <= nowMs;
  const [reason, message] = !late
    ? ['Withdrawn', 'the sidecar was restarted, and the connection of the command was lost']
    : window
      ? ['Consumed', 'its window ended']
      : ['Expired', 'nobody decided in time'];
  const condition: Condition = {
    type: 'Settled',
    status: 'True',
    reason,
    message,
    lastTransitionTime: new Date(nowMs).toISOString(),
  };
  const phase = reason === 'Consumed' ? 'Consumed' : 'Expired';
  const { consumedAt } = status;
  return { ...approval, status: { phase, consumedAt, conditions: [condition] } };
}
