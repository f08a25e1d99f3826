import { parseDuration, UnitError } from '@chaperone/crds';
import type { AccessPolicyRule } from '@chaperone/crds';
import type { CompiledRule, PolicyMode } from './compiled.ts';
import { compileExpression, ExpressionError } from './expression.ts';
import type { Expression } from './expression.ts';
import { compilePostgresMatch } from './postgres-match.ts';
import type { EffectMatch, PartProblem } from './postgres-match.ts';
import type { ApprovalTerms } from './types.ts';

/** The policy that a rule is in. */
export interface RuleHome {
  readonly policy: string;
  readonly mode: PolicyMode;
}

/** The protocol of an AuditedConnection by the field of a rule's match. */
const protocols = [
  ['postgres', 'Postgres'],
  ['http', 'HTTP'],
  ['kubernetes', 'Kubernetes'],
  ['ssh', 'SSH'],
] as const;

/** Compiles one rule; mistakes go to `problems`, with paths below the rule. */
export function compileRule(
  rule: AccessPolicyRule,
  home: RuleHome,
  problems: PartProblem[],
): CompiledRule {
  const protocol = protocols.find(([field]) => rule[field] !== undefined)?.[1];
  const match = compileMatch(rule, problems);
  const expression = compileCondition(rule, problems);
  if (protocol === undefined && rule.expression === undefined) {
    problems.push({ path: '', message: 'give the rule a match or an expression' });
  }
  const base = {
    ...home,
    name: rule.name,
    ...(protocol !== undefined && { protocol }),
    ...(match && { match }),
    ...(expression && { expression }),
    ...(rule.message !== undefined && { message: rule.message }),
  };
  return withVerdict(base, rule, problems);
}

function compileMatch(rule: AccessPolicyRule, problems: PartProblem[]): EffectMatch | undefined {
  if (!rule.postgres) return undefined;
  const found: PartProblem[] = [];
  const match = compilePostgresMatch(rule.postgres, found);
  for (const { path, message } of found) problems.push({ path: `postgres.${path}`, message });
  return match;
}

function compileCondition(rule: AccessPolicyRule, problems: PartProblem[]): Expression | undefined {
  if (rule.expression === undefined) return undefined;
  try {
    return compileExpression(rule.expression);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    problems.push({ path: 'expression', message: error.message });
    return undefined;
  }
}

type Base = Omit<CompiledRule, 'effect' | 'verdict' | 'terms'>;

function withVerdict(base: Base, rule: AccessPolicyRule, problems: PartProblem[]): CompiledRule {
  const source = { policy: base.policy, rule: base.name };
  const named = `rule ${base.name} of policy ${base.policy}`;
  switch (rule.effect) {
    case 'Allow': {
      const verdict = { effect: 'Allow', ...source, reason: `${named} allows it` } as const;
      return { ...base, effect: 'Allow', verdict: Object.freeze(verdict) };
    }
    case 'Deny': {
      const hint = base.message !== undefined && { hint: base.message };
      const verdict = {
        ...({ effect: 'Deny', cause: 'rule' } as const),
        ...source,
        reason: `${named} denies it`,
        ...hint,
      };
      return { ...base, effect: 'Deny', verdict: Object.freeze(verdict) };
    }
    case 'RequireApproval': {
      const terms = compileTerms(base, rule, problems);
      const reason = `${named} needs approval`;
      const verdict = { effect: 'RequireApproval', ...source, reason, approvals: [terms] } as const;
      return { ...base, effect: 'RequireApproval', terms, verdict: Object.freeze(verdict) };
    }
  }
}

type Approval = NonNullable<AccessPolicyRule['approval']>;

/** Stands in where a rule has no approval, which is reported. */
const noApproval: Approval = {
  approvers: {},
  required: 1,
  timeout: '0s',
  scope: 'Once',
  onPending: 'Reject',
};

function compileTerms(base: Base, rule: AccessPolicyRule, problems: PartProblem[]): ApprovalTerms {
  const { approvers, required, timeout, scope, onPending } = rule.approval ?? noApproval;
  const { groups = [], users = [] } = approvers;
  if (groups.length + users.length === 0) {
    problems.push({
      path: 'approval.approvers',
      message: 'name a group or a user who may approve',
    });
  }
  const timeoutMs = timeoutOf(timeout, problems);
  const named = { policy: base.policy, rule: base.name, approvers: { groups, users } };
  return Object.freeze({ ...named, required, timeoutMs, scope, onPending });
}

function timeoutOf(timeout: string, problems: PartProblem[]): number {
  try {
    return parseDuration(timeout);
  } catch (error) {
    if (!(error instanceof UnitError)) throw error;
    problems.push({ path: 'approval.timeout', message: error.message });
    return 0;
  }
}
