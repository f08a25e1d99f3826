export { Approvals, type ApprovalsOptions, type DecideProblem } from './approvals.ts';
export {
  localDecider,
  serveApprovals,
  type ApprovalServer,
  type LocalDecider,
} from './socket-server.ts';
export { openApprovalStore, type ApprovalStore } from './store.ts';
export { systemClock } from './system-clock.ts';
export type {
  ApprovalObject,
  Clock,
  CommandToApprove,
  Decision,
  Held,
  Phase,
  Settled,
  Settlement,
} from './types.ts';
