import type { ColumnMasking, DetectorEntry } from '../masking/index.ts';
import type { Expression } from './expression.ts';
import type { EffectMatch } from './postgres-match.ts';
import type { AgentMatch } from './subject.ts';
import type { Allow, ApprovalTerms, Deny, RequireApproval } from './types.ts';

/** `DryRun`: what the policy would decide is recorded, and the command passes. */
export type PolicyMode = 'Enforce' | 'DryRun';

interface RuleBase {
  readonly policy: string;
  readonly name: string;
  readonly mode: PolicyMode;
  /** Protocol that the rule is about, as in AuditedConnection; absent: any. */
  readonly protocol?: string;
  /** Absent: every effect matches. */
  readonly match?: EffectMatch;
  readonly expression?: Expression;
  readonly message?: string;
}

/** A rule with the verdict that it leads to when it alone decides; shared by all commands. */
export type CompiledRule =
  | (RuleBase & { readonly effect: 'Allow'; readonly verdict: Allow })
  | (RuleBase & { readonly effect: 'Deny'; readonly verdict: Deny })
  | (RuleBase & {
      readonly effect: 'RequireApproval';
      readonly verdict: RequireApproval;
      readonly terms: ApprovalTerms;
    });

/** How much one agent may read over all its sessions on a connection; absent: not limited. Rows, bytes, sessions. */
export interface Limits {
  readonly rowsPerCommand?: number;
  readonly bytesPerCommand?: number;
  readonly rowsPerHour?: number;
  readonly bytesPerHour?: number;
  /** Open at a time. */
  readonly sessions?: number;
}

/** One AccessPolicy, ready for use. */
export interface CompiledPolicy {
  readonly name: string;
  readonly namespace: string;
  readonly mode: PolicyMode;
  readonly agents: AgentMatch;
  readonly connections: (name: string) => boolean;
  readonly rules: readonly CompiledRule[];
  readonly columns: readonly ColumnMasking[];
  /** What is looked for in responses, and in the record of commands. */
  readonly detectors: readonly DetectorEntry[];
  readonly commandDetectors: readonly DetectorEntry[];
  readonly limits: Limits;
  /** Canonical text of what the policy says; equal for equal meaning as far as order goes. */
  readonly canonical: string;
}

/** What `compilePolicies` made; `policiesFor` narrows it to a session. Sorted by namespace and name. */
export interface CompiledPolicies {
  readonly policies: readonly CompiledPolicy[];
}

/** One mistake in a policy that its schema cannot see. */
export interface PolicyProblem {
  readonly policy: string;
  readonly namespace: string;
  /** `spec.rules[2].expression`. */
  readonly path: string;
  /** Says what to do. */
  readonly message: string;
}
