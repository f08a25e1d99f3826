import type { Effect } from '../command/index.ts';
import type { CompiledRule, PolicyMode } from './compiled.ts';
import { effectName } from './decide.ts';
import { Evaluation, matchesEffect } from './evaluation.ts';
import type { DecisionInput, Verdict } from './types.ts';

/** One rule, tried on one command. */
export interface RuleTrial {
  readonly policy: string;
  readonly rule: string;
  readonly mode: PolicyMode;
  readonly effect: CompiledRule['effect'];
  readonly matched: boolean;
  /** The effects that its match is met by; where its expression fails to hold, the rule does not match them. */
  readonly effects: readonly Effect[];
  /** Why it matched or did not, for a person. */
  readonly why: string;
}

/** How a verdict came about. */
export interface Explanation {
  /** Every rule of the policies that apply, sorted by policy and rule. */
  readonly rules: readonly RuleTrial[];
  readonly verdict: Verdict;
}

/** Tries every rule, also those that a decision need not look at. */
export function explainBy(
  rules: readonly CompiledRule[],
  input: DecisionInput,
  verdict: Verdict,
): Explanation {
  const evaluation = new Evaluation(input);
  return { rules: rules.map((rule) => tryRule(rule, input, evaluation)), verdict };
}

function tryRule(rule: CompiledRule, input: DecisionInput, evaluation: Evaluation): RuleTrial {
  const effects = input.command.effects.filter((effect) => matchesEffect(rule, effect));
  const matched = effects.length > 0 && evaluation.holds(rule);
  return {
    policy: rule.policy,
    rule: rule.name,
    mode: rule.mode,
    effect: rule.effect,
    matched,
    effects,
    why: effects.length === 0 ? whyNot(rule, input) : whyMatched(rule, effects, evaluation),
  };
}

function whyNot(rule: CompiledRule, input: DecisionInput): string {
  const { effects } = input.command;
  if (effects.length === 0) return 'the command has no effect';
  return effects
    .map((effect) => `${effectName(effect)}: ${rule.match?.whyNot(effect) ?? ''}`)
    .join('; ');
}

function whyMatched(
  rule: CompiledRule,
  effects: readonly Effect[],
  evaluation: Evaluation,
): string {
  const outcome = evaluation.outcome(rule);
  const names = effects.map(effectName).join(', ');
  if (outcome.failed !== undefined) {
    return `${names}; its expression failed (${outcome.failed})`;
  }
  if (!rule.expression) return names;
  return `${names}; its expression ${outcome.holds ? 'holds' : 'does not hold'}`;
}
