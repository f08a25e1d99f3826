import { BROKER_PATHS, type StampedDecision } from '@chaperone/core/broker';
import type { ApprovalObject, Approvals, ApprovalStore } from '../approval/index.ts';
import type { Log } from '../telemetry/log.ts';
import type { Reports } from './reports.ts';

/** Words that say nothing new: the broker tells each time all that was said. */
const KNOWN: ReadonlySet<unknown> = new Set(['ALREADY_SETTLED', 'ALREADY_DECIDED', 'NOT_FOUND']);

/** A store whose Approvals are told to the broker as well, as they are on this disk: masked where the recording is. */
export function mirrored(
  store: ApprovalStore,
  reports: Reports,
  refused: (name: string, reason: string) => void,
): ApprovalStore {
  const tell = (approval: ApprovalObject): void => {
    const { name } = approval.metadata;
    reports.add({
      path: BROKER_PATHS.approvals + encodeURIComponent(name),
      body: approval,
      refused: ({ message }) => {
        refused(name, message);
      },
    });
  };
  for (const approval of store.earlier) tell(approval);
  return {
    ...store,
    save: (approval) => {
      store.save(approval);
      tell(approval);
    },
  };
}

/** Takes over what people said of an Approval in the cluster. A denial among it counts first: it may be a revocation. */
export function followDecisions(
  approvals: Pick<Approvals, 'decide'>,
  name: string,
  decisions: readonly StampedDecision[],
  log: Log,
): void {
  const denied = decisions.filter(({ decision }) => decision === 'Denied');
  const approved = decisions.filter(({ decision }) => decision === 'Approved');
  for (const { username, groups, ...word } of [...denied, ...approved]) {
    const decider = { username, groups, isOwner: false };
    const answer = approvals.decide(name, decider, word);
    if (typeof answer !== 'string' || KNOWN.has(answer)) continue;
    log.warn({ approval: name, username, code: answer }, 'a decision does not count');
  }
}
