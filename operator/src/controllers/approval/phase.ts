import { parseDuration, UnitError, type Approval } from '@chaperone/crds';
import type { ApprovalFacts } from './gather.ts';

export type ApprovalPhase = NonNullable<NonNullable<Approval['status']>['phase']>;

/** How an Approval stands, why, and when that may change by itself. */
export interface Standing {
  readonly phase: ApprovalPhase;
  /** A sentence for people. */
  readonly message: string;
  /** Of a grant that runs: milliseconds since 1970. */
  readonly activeUntil?: number;
  /** When it will stand otherwise although nobody does anything; milliseconds since 1970. */
  readonly turnsAt?: number;
}

type Spec = Approval['spec'];

/** Phases that nothing leaves. */
const OVER: ReadonlySet<ApprovalPhase> = new Set(['Denied', 'Expired', 'Consumed']);

export const isOver = (phase: ApprovalPhase): boolean => OVER.has(phase);

/**
 * Pure. What is over stays so; a denial counts whenever it comes; a person's silence and an agent that is gone end the waiting. What
 * a command's approval was used for only its sidecar knows: it says so itself. A grant's window is counted here, from its decision.
 */
export function standingOf(facts: ApprovalFacts, nowMs: number): Standing {
  const { spec, status } = facts.approval;
  if (status?.phase !== undefined && isOver(status.phase)) {
    return { phase: status.phase, message: lastWord(facts.approval) };
  }
  if (spec.decision === 'Denied') return { phase: 'Denied', message: saidBy(spec, 'Denied') };
  if (facts.agent === 'gone') {
    return { phase: 'Expired', message: 'the pod whose command it is for is gone' };
  }
  if (spec.decision === 'Pending') return waiting(facts.approval, nowMs);
  if (spec.grant === undefined) {
    return { phase: 'Approved', message: saidBy(spec, 'Approved') };
  }
  return open(spec, spec.grant.duration, nowMs);
}

function waiting({ metadata, spec }: Approval, nowMs: number): Standing {
  const { expiresAt } = spec;
  const turnsAt = Date.parse(expiresAt ?? '');
  // A time that is none is over.
  if (!(nowMs < turnsAt)) return { phase: 'Expired', message: 'nobody decided in time' };
  const { name = '', namespace } = metadata;
  const patch = `kubectl patch approval ${name} -n ${namespace} --type merge -p '{"spec":{"decision":"Approved"}}'`;
  const message = `${whoAsks(spec)} waits until ${expiresAt ?? ''} for ${missing(spec)}: ${patch}`;
  return { phase: 'Pending', message, turnsAt };
}

function open(spec: Spec, duration: string, nowMs: number): Standing {
  const decidedAt = spec.decisions
    .filter(({ decision }) => decision === 'Approved')
    .map((one) => Date.parse(one.decidedAt));
  const activeUntil = Math.max(...decidedAt) + lengthOf(duration);
  if (!(nowMs < activeUntil)) return { phase: 'Consumed', message: 'its window ended' };
  const message = `${saidBy(spec, 'Approved')}; its window is open`;
  return { phase: 'Approved', message, activeUntil, turnsAt: activeUntil };
}

function lengthOf(duration: string): number {
  try {
    return parseDuration(duration);
  } catch (error) {
    if (!(error instanceof UnitError)) throw error;
    // The schema lets through what is too long to count.
    return 0;
  }
}

/** Why it is over: what was said of it then, since nobody would say it otherwise now. */
function lastWord({ status, spec }: Approval): string {
  const { phase, conditions = [] } = status ?? {};
  const before = conditions.find(({ type, reason }) => type === 'Ready' && reason === phase);
  const settled = conditions.find(({ type }) => type === 'Settled');
  const said = before?.message ?? settled?.message ?? '';
  if (said !== '') return said;
  if (phase === 'Denied') return saidBy(spec, 'Denied');
  return phase === 'Consumed' ? 'the command ran' : 'nobody decided in time';
}

function whoAsks({ request, grant }: Spec): string {
  const agent = request?.agent.serviceAccount ?? grant?.subject.serviceAccount ?? '';
  return request === undefined
    ? `a grant of ${grant?.duration ?? ''} for agent ${agent}`
    : `a command of agent ${agent}`;
}

function missing({ approvers = {}, required = 1, decisions }: Spec): string {
  const groups = (approvers.groups ?? []).map((group) => `group ${group}`);
  const who = [...groups, ...(approvers.users ?? [])].join(', ');
  const have = decisions.filter(({ decision }) => decision === 'Approved').length;
  return `${String(required - have)} of ${who === '' ? 'nobody' : who}`;
}

function saidBy({ decisions }: Spec, decision: 'Approved' | 'Denied'): string {
  const people = decisions
    .filter((one) => one.decision === decision)
    .map(({ username, reason = '' }) => `${username}${reason === '' ? '' : ` (${reason})`}`);
  return `${decision.toLowerCase()} by ${people.length === 0 ? 'nobody who is named' : people.join(', ')}`;
}
