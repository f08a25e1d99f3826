import type { Effect } from '../command/index.ts';
import type { CompiledRule } from './compiled.ts';
import type { Evaluation } from './evaluation.ts';
import { matchesEffect } from './evaluation.ts';
import { compareText } from './order.ts';
import type { Allow, DecisionInput, Deny, RequireApproval, Verdict } from './types.ts';

type RuleOf<E extends CompiledRule['effect']> = Extract<CompiledRule, { effect: E }>;

/** Rules that decide together, each list sorted by policy and rule. */
export interface RuleSet {
  readonly deny: readonly RuleOf<'Deny'>[];
  readonly approve: readonly RuleOf<'RequireApproval'>[];
  readonly allow: readonly RuleOf<'Allow'>[];
  /** What is allowed, in words; made when the first denial needs it. */
  readonly hint: () => string | undefined;
}

const noEffect: Allow = Object.freeze({
  effect: 'Allow',
  reason: 'no effect that a policy decides on',
});

/** Effects that a denial names; the others are counted. */
const maxNamed = 5;

/**
 * Decides about the set of effects. Deny and RequireApproval match when any effect matches; each effect has to be
 * covered by an Allow or a RequireApproval rule, not necessarily by the same. Deny wins over RequireApproval,
 * RequireApproval over Allow, and what nothing covers is denied. Effects that come about through another relation need no
 * cover of their own. Of several matching rules the first by policy and name is given as the reason, so that no order of
 * policies, rules or effects makes a difference.
 *
 * A command without effects, such as COMMIT, is allowed even where a rule denies everything: there is nothing that
 * a rule could be about, and a transaction that could not be ended would help nobody.
 */
export function decideBy(rules: RuleSet, input: DecisionInput, evaluation: Evaluation): Verdict {
  const { effects } = input.command;
  if (effects.length === 0) return noEffect;
  for (const rule of rules.deny) {
    if (isMatched(rule, effects, evaluation)) return denialBy(rule, evaluation);
  }
  const approvals = approvalsFor(rules.approve, effects, evaluation);
  const left = effectsLeft(direct(effects), approvals);
  const allowed = coverBy(rules.allow, left, evaluation);
  if (allowed.uncovered.length > 0) return notAllowed(allowed.uncovered, rules);
  const [first, ...others] = approvals;
  if (first) return others.length === 0 ? approvalBy(first, evaluation) : approvalByAll(approvals);
  return allowed.first?.verdict ?? notAllowed(effects, rules);
}

/** Named by the command itself: what it comes to by way of a view or a rule is up to whoever made that. */
const isDirect = (effect: Effect): boolean => effect.through === undefined;

const direct = (effects: readonly Effect[]): readonly Effect[] =>
  effects.every(isDirect) ? effects : effects.filter(isDirect);

function isMatched(
  rule: CompiledRule,
  effects: readonly Effect[],
  evaluation: Evaluation,
): boolean {
  for (const effect of effects) {
    if (matchesEffect(rule, effect)) return evaluation.holds(rule);
  }
  return false;
}

const none: readonly never[] = [];

function approvalsFor(
  rules: RuleSet['approve'],
  effects: readonly Effect[],
  evaluation: Evaluation,
): RuleSet['approve'] {
  let matched: RuleOf<'RequireApproval'>[] | undefined;
  for (const rule of rules) {
    if (isMatched(rule, effects, evaluation)) (matched ??= []).push(rule);
  }
  return matched ?? none;
}

/** Effects that none of these rules covers. */
function effectsLeft(
  effects: readonly Effect[],
  rules: readonly CompiledRule[],
): readonly Effect[] {
  if (rules.length === 0) return effects;
  return effects.filter((effect) => !rules.some((rule) => matchesEffect(rule, effect)));
}

interface Cover {
  /** The first Allow rule that covers any of the effects. */
  readonly first: RuleOf<'Allow'> | undefined;
  readonly uncovered: readonly Effect[];
}

function coverBy(
  rules: RuleSet['allow'],
  effects: readonly Effect[],
  evaluation: Evaluation,
): Cover {
  let first: RuleOf<'Allow'> | undefined;
  let uncovered = effects;
  for (const rule of rules) {
    if (uncovered.length === 0) break;
    if (!isMatched(rule, uncovered, evaluation)) continue;
    first ??= rule;
    uncovered = uncovered.filter((effect) => !matchesEffect(rule, effect));
  }
  return { first, uncovered };
}

function denialBy(rule: RuleOf<'Deny'>, evaluation: Evaluation): Deny {
  const { failed } = evaluation.outcome(rule);
  return failed === undefined ? rule.verdict : withFailure(rule.verdict, failed);
}

function approvalBy(rule: RuleOf<'RequireApproval'>, evaluation: Evaluation): RequireApproval {
  const { failed } = evaluation.outcome(rule);
  return failed === undefined ? rule.verdict : withFailure(rule.verdict, failed);
}

function withFailure<V extends Verdict>(verdict: V, failed: string): V {
  return { ...verdict, reason: `${verdict.reason}, because its expression failed (${failed})` };
}

function approvalByAll(rules: readonly RuleOf<'RequireApproval'>[]): RequireApproval {
  const approvals = rules.map((rule) => rule.terms);
  const named = rules.map((rule) => `rule ${rule.name} of policy ${rule.policy}`);
  return {
    effect: 'RequireApproval',
    ...(rules[0] && { policy: rules[0].policy, rule: rules[0].name }),
    reason: `${named.join(' and ')} need approval`,
    approvals,
  };
}

function notAllowed(uncovered: readonly Effect[], rules: RuleSet): Deny {
  const names = [...new Set(uncovered.map(effectName))].sort(compareText);
  const more = names.length - maxNamed;
  const shown = names.slice(0, maxNamed).join(', ') + (more > 0 ? ` and ${String(more)} more` : '');
  const hint = rules.hint();
  return {
    effect: 'Deny',
    cause: 'not-allowed',
    reason: `nothing allows ${shown}`,
    ...(hint !== undefined && { hint }),
  };
}

/** `UPDATE on public.orders`. */
export function effectName(effect: Effect): string {
  const name =
    effect.object === undefined ? effect.command : `${effect.command} on ${effect.object}`;
  return effect.through === undefined ? name : `${name} through ${effect.through}`;
}
