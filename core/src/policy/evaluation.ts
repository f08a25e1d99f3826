import type { Effect } from '../command/index.ts';
import { celVariables } from './cel.ts';
import type { CelVariables } from './cel.ts';
import type { CompiledRule } from './compiled.ts';
import type { Outcome } from './expression.ts';
import type { DecisionInput } from './types.ts';

const unconditional: Outcome = { holds: true };

/** Whether a rule's match is met by an effect; its expression aside. */
export function matchesEffect(rule: CompiledRule, effect: Effect): boolean {
  return rule.match === undefined || rule.match.matches(effect);
}

/** Expressions of one decision, each evaluated at most once, and none unless it is needed. */
export class Evaluation {
  private readonly input: DecisionInput;
  private variables: CelVariables | undefined;
  private outcomes: Map<CompiledRule, Outcome> | undefined;

  constructor(input: DecisionInput) {
    this.input = input;
  }

  outcome(rule: CompiledRule): Outcome {
    if (!rule.expression) return unconditional;
    this.outcomes ??= new Map();
    const known = this.outcomes.get(rule);
    if (known) return known;
    this.variables ??= celVariables(this.input);
    const outcome = rule.expression(this.variables);
    this.outcomes.set(rule, outcome);
    return outcome;
  }

  /** An expression that fails counts against the command: met in Deny and RequireApproval, not met in Allow. */
  holds(rule: CompiledRule): boolean {
    const outcome = this.outcome(rule);
    return outcome.failed === undefined ? outcome.holds : rule.effect !== 'Allow';
  }
}
