import type { Approval } from '@chaperone/crds';
import { approvals } from '../../kube/kinds.ts';
import type { Controller } from '../reconcile.ts';
import { check } from './checks.ts';
import { gather, type ApprovalSources } from './gather.ts';

export interface ApprovalTimes {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How long one that is over is kept, ms. */
  readonly keptMs: number;
}

/** Says of each Approval how it stands, ends the waiting in time, and removes it when it has been over for long enough. */
export function approvalController(
  sources: ApprovalSources,
  { now, keptMs }: ApprovalTimes,
): Controller<Approval> {
  return {
    kind: approvals,
    fieldManager: 'chaperone-approval',
    conditions: ['Ready', 'Decided', 'Valid'],
    look: (key) => {
      const facts = gather(key, sources);
      if (facts === undefined) return undefined;
      const { approval } = facts;
      const { standing, ...found } = check(facts, now(), keptMs);
      const { phase, activeUntil } = standing;
      const until = activeUntil === undefined ? undefined : new Date(activeUntil).toISOString();
      // Of a command's approval the sidecar says until when it counts.
      const window = approval.spec.grant === undefined ? {} : { activeUntil: until };
      return { object: approval, fields: { phase, ...window }, ...found };
    },
  };
}
