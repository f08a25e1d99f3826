export { Approvals, type ApprovalsOptions } from './approvals.ts';
export { followGrants, grantableBy, warnOfMany } from './configured.ts';
export type { Decider, DecideProblem } from './deciding.ts';
export type { Grantable, GrantProblem, GrantRequest, ManifestGrant } from './grants.ts';
export { serveApprovals, serveShared, type ApprovalServer } from './socket-server.ts';
export { localDecider, type LocalDecider } from './people.ts';
export { openApprovalStore, type ApprovalStore } from './store.ts';
export { systemClock } from './system-clock.ts';
export type {
  ApprovalObject,
  Clock,
  CommandToApprove,
  Decision,
  Grant,
  Held,
  Phase,
  Settled,
  Settlement,
} from './types.ts';
