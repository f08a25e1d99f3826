import { approval, decided, grant, sample, session, store, type Tree } from './objects.ts';
import type { Resource } from './resources.ts';

/** Steps that an object takes, and the one that it may not take. */
export interface Step {
  readonly value: Tree & Resource;
  readonly before?: readonly Tree[];
  readonly change: Tree;
  readonly at: string;
  readonly message: string;
}

export const one: Tree = decided('alice');
const isApproved = { spec: { decision: 'Approved', reason: 'CHG-1', decisions: [one] } };
export const denied: Tree = decided('bob', '2026-11-21T09:12:00Z', 'Denied');
const isDenied = { spec: { decision: 'Denied', decisions: [denied] } };
export const request: Tree = (approval['spec'] as { request: Tree }).request;
const frozen = 'is frozen; only decision and reason can change';
const lost = 'recordings that are there would not be found any more; make another AuditStore';
const directory = sample('AuditStore', 'every-field');

export const steps: readonly Step[] = [
  {
    value: approval,
    change: { spec: { connectionRef: { name: 'b' } } },
    at: 'spec.connectionRef',
    message: `connectionRef ${frozen}`,
  },
  {
    value: approval,
    change: { spec: { policyRef: { rule: 'b' } } },
    at: 'spec.policyRef',
    message: `policyRef ${frozen}`,
  },
  {
    value: approval,
    change: { spec: { request: { ...request, command: 'DROP TABLE a' } } },
    at: 'spec.request',
    message: `request ${frozen}`,
  },
  {
    value: approval,
    change: { spec: { request: { parameters: ['gold', '43'] } } },
    at: 'spec.request',
    message: `request ${frozen}`,
  },
  {
    value: grant,
    change: { spec: { grant: { duration: '2h' } } },
    at: 'spec.grant',
    message: `grant ${frozen}`,
  },
  {
    value: approval,
    change: { spec: { approvers: { users: ['mallory'] } } },
    at: 'spec.approvers',
    message: `approvers ${frozen}`,
  },
  {
    value: approval,
    change: { spec: { required: null } },
    at: 'spec.required',
    message: `required ${frozen}`,
  },
  {
    value: grant,
    change: { spec: { required: 1 } },
    at: 'spec.required',
    message: `required ${frozen}`,
  },
  {
    value: approval,
    change: { spec: { expiresAt: '2027-11-21T09:15:00Z' } },
    at: 'spec.expiresAt',
    message: `expiresAt ${frozen}`,
  },
  {
    value: approval,
    before: [isApproved],
    change: { spec: { decision: 'Pending' } },
    at: 'spec.decision',
    message: 'a decision is final; an approval can only be revoked, by decision Denied',
  },
  {
    value: approval,
    before: [isDenied],
    change: { spec: { decision: 'Approved', decisions: [denied, one] } },
    at: 'spec.decision',
    message: 'a decision is final; an approval can only be revoked, by decision Denied',
  },
  {
    value: approval,
    before: [isApproved],
    change: { spec: { reason: 'CHG-2' } },
    at: 'spec.reason',
    message: 'reason is frozen: it belongs to a decision that is made',
  },
  {
    value: approval,
    before: [isApproved],
    change: { spec: { decisions: [one, decided('carol')] } },
    at: 'spec.decisions',
    message: 'decisions is frozen: the decision is made',
  },
  {
    value: approval,
    before: [isApproved],
    change: isDenied,
    at: 'spec.decisions',
    message: 'decisions is append-only',
  },
  {
    value: approval,
    before: [{ status: { phase: 'Consumed' } }],
    change: { status: { phase: 'Approved' } },
    at: 'status.phase',
    message: 'phase is final: what is denied, expired or consumed stays so',
  },
  {
    value: session,
    change: { spec: { agent: { serviceAccount: 'other' } } },
    at: 'spec',
    message: 'the spec of a session is frozen: it says who did what',
  },
  {
    value: session,
    before: [{ status: { phase: 'Interrupted' } }],
    change: { status: { phase: 'Active' } },
    at: 'status.phase',
    message: 'a session that has ended does not begin again: phase is final',
  },
  {
    value: session,
    before: [{ status: session['status'] }],
    change: { status: { recording: { treeSize: 96 } } },
    at: 'status.recording',
    message: 'the recording of a completed session is sealed: its tree and place are frozen',
  },
  {
    value: store,
    change: { spec: { s3: { bucket: 'other' } } },
    at: 'spec.s3.bucket',
    message: `bucket is frozen: ${lost}`,
  },
  {
    value: store,
    change: { spec: { s3: { prefix: null } } },
    at: 'spec.s3.prefix',
    message: `prefix is frozen: ${lost}`,
  },
  {
    value: store,
    change: { spec: { s3: null, directory: { path: '/a' } } },
    at: 'spec',
    message:
      'a store does not move: recordings that are there would not be found any more; make another AuditStore',
  },
  {
    value: directory,
    change: { spec: { directory: { path: '/other' } } },
    at: 'spec.directory.path',
    message: `path is frozen: ${lost}`,
  },
];
