import type { Agent, Command } from '../command/types.ts';

/** The terms under which a held command may go on; taken from the rule's `approval`. */
export interface ApprovalTerms {
  readonly policy: string;
  readonly rule: string;
  readonly approvers: { readonly groups: readonly string[]; readonly users: readonly string[] };
  readonly required: number;
  /** Milliseconds that a person has to decide. */
  readonly timeoutMs: number;
  readonly scope: 'Once' | 'Session' | 'Window';
  readonly onPending: 'Hold' | 'Reject';
}

interface VerdictBase {
  /** Policy that decided; absent where nothing matched. */
  readonly policy?: string;
  readonly rule?: string;
  /** One sentence for a person. */
  readonly reason: string;
}

export interface Allow extends VerdictBase {
  readonly effect: 'Allow';
  /** In DryRun: what an enforcing policy would have decided. */
  readonly dryRun?: Deny | RequireApproval;
}

export interface Deny extends VerdictBase {
  readonly effect: 'Deny';
  /** `rule`: a Deny rule matched; `not-allowed`: nothing allows at least one effect. */
  readonly cause: 'rule' | 'not-allowed';
  /** What the agent could do instead: the rule's `message`, and the commands and objects that are allowed to it. */
  readonly hint?: string;
}

export interface RequireApproval extends VerdictBase {
  readonly effect: 'RequireApproval';
  /** Each matched rule, sorted by policy and rule; all of them must be approved. Never empty. */
  readonly approvals: readonly ApprovalTerms[];
}

export type Verdict = Allow | Deny | RequireApproval;

/** Everything that a decision may depend on. */
export interface DecisionInput {
  readonly agent: Agent;
  readonly connection: {
    readonly name: string;
    readonly namespace: string;
    readonly protocol: string;
  };
  readonly session: { readonly id: string; readonly startedAtMs: number };
  readonly command: Command;
  /** Wall clock, milliseconds since the epoch. Given, so that a decision is a pure function. */
  readonly nowMs: number;
}
