import type { Approval } from '@chaperone/crds';
import type { Finding } from '../../kube/apply/conditions.ts';
import type { ApprovalFacts } from './gather.ts';
import { isOver, standingOf, type Standing } from './phase.ts';

/** What an Approval is found to be. */
export interface ApprovalFindings {
  readonly standing: Standing;
  /** In the order in which people read them. */
  readonly findings: readonly Finding[];
  /** Milliseconds until it stands otherwise, or is due; undefined where nothing but a person or the agent changes it. */
  readonly againMs?: number;
  /** It has been over for as long as it is kept. */
  readonly isDue: boolean;
}

/** Pure: the same facts at the same time, the same findings. @param keptMs how long one that is over is kept */
export function check(facts: ApprovalFacts, nowMs: number, keptMs: number): ApprovalFindings {
  const standing = standingOf(facts, nowMs);
  const over = overSince(facts.approval, standing);
  const dueAt = over === undefined ? undefined : over + keptMs;
  const at = standing.turnsAt ?? dueAt ?? (isOver(standing.phase) ? nowMs + keptMs : undefined);
  return {
    standing,
    findings: [ready(standing), decided(standing), valid(facts, standing)],
    ...(at === undefined ? {} : { againMs: Math.max(1, at - nowMs + 1) }),
    isDue: dueAt !== undefined && dueAt <= nowMs,
  };
}

/** `Ready`: people have approved it, and that counts. */
function ready({ phase, message }: Standing): Finding {
  const status = phase === 'Approved' ? 'True' : 'False';
  const isBad = phase === 'Denied' || phase === 'Expired';
  return { type: 'Ready', status, reason: phase, message, told: isBad ? 'Warning' : 'Normal' };
}

/** `Decided`: nobody needs to do anything any more. */
function decided({ phase, message }: Standing): Finding {
  const status = phase === 'Pending' ? 'False' : 'True';
  return { type: 'Decided', status, reason: phase, message, told: 'nothing' };
}

/** `Valid`: policy and rule are there still. Of what is over it is said no more than was. */
function valid({ approval, isRuleThere }: ApprovalFacts, { phase }: Standing): Finding {
  const type = 'Valid';
  const { name, rule } = approval.spec.policyRef;
  const before = approval.status?.conditions?.find((condition) => condition.type === type);
  if (isOver(phase) && before !== undefined) {
    const { status, reason, message } = before;
    return { type, status, reason, message, told: 'nothing' };
  }
  const what = `rule ${rule} of policy ${name}`;
  return isRuleThere
    ? { type, status: 'True', reason: 'RuleFound', message: `${what} asks for it`, told: 'nothing' }
    : {
        type,
        status: 'False',
        reason: 'RuleGone',
        message: `${what} does not ask for it any more`,
      };
}

/** Since when this controller has said that it is over; undefined where it has not yet. */
function overSince({ status }: Approval, { phase }: Standing): number | undefined {
  if (!isOver(phase)) return undefined;
  const said = status?.conditions?.find(({ type, reason }) => type === 'Ready' && reason === phase);
  if (said === undefined) return undefined;
  const decidedAt = status?.conditions?.find(({ type }) => type === 'Decided');
  const times = [said, decidedAt].map((one) => Date.parse(one?.lastTransitionTime ?? ''));
  const known = times.filter((time) => !Number.isNaN(time));
  return known.length === 0 ? undefined : Math.max(...known);
}
