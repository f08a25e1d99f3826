import type { AccessPolicyRulePostgres } from '@chaperone/crds';
import { anyWildcard, NamePatternError, objectMatcher } from '../command/index.ts';
import type { Effect, TextMatcher } from '../command/index.ts';

/** A rule's match on effects, compiled. */
export interface EffectMatch {
  readonly matches: (effect: Effect) => boolean;
  /** What about an effect that does not match is different; for a person. */
  readonly whyNot: (effect: Effect) => string;
  /** What it matches, for a hint: `INSERT, UPDATE on public.orders`. */
  readonly description: string;
}

/** A mistake in a part of a rule; `path` below the part. */
export interface PartProblem {
  readonly path: string;
  readonly message: string;
}

/**
 * Compiles the `postgres` match of a rule. What is left out matches anything; what is there must hold together:
 * `commands` by wildcard without regard to case, `relations` and `functions` on effects of that kind alone,
 * `unbounded` on writes that reach every row.
 */
export function compilePostgresMatch(
  match: AccessPolicyRulePostgres,
  problems: PartProblem[],
): EffectMatch {
  if (match.relations && match.functions) {
    const message = 'no effect is on a relation and on a function: write a rule for each';
    problems.push({ path: 'functions', message });
  }
  const commands = match.commands && anyWildcard(match.commands.map((name) => name.toUpperCase()));
  const relations = objects(match.relations, 'relations', problems);
  const functions = objects(match.functions, 'functions', problems);
  const unbounded = match.unbounded === true;
  return {
    matches: (effect) => {
      if (unbounded && effect.unbounded !== true) return false;
      if (commands && !commands(effect.command)) return false;
      if (relations && !isOn(effect, 'relation', relations)) return false;
      return !functions || isOn(effect, 'function', functions);
    },
    whyNot: (effect) => {
      if (commands && !commands(effect.command)) return 'another command';
      if (relations && !isOn(effect, 'relation', relations)) return 'not on its relations';
      if (functions && !isOn(effect, 'function', functions)) return 'not on its functions';
      return 'not every row';
    },
    description: describe(match),
  };
}

function isOn(effect: Effect, kind: Effect['kind'], matches: TextMatcher): boolean {
  return effect.kind === kind && effect.object !== undefined && matches(effect.object);
}

function objects(
  patterns: readonly string[] | undefined,
  field: string,
  problems: PartProblem[],
): TextMatcher | undefined {
  if (!patterns) return undefined;
  const matchers: TextMatcher[] = [];
  for (const [index, pattern] of patterns.entries()) {
    try {
      matchers.push(objectMatcher(pattern));
    } catch (error) {
      if (!(error instanceof NamePatternError)) throw error;
      problems.push({ path: `${field}[${String(index)}]`, message: error.message });
    }
  }
  const [first, ...others] = matchers;
  if (first && others.length === 0) return first;
  return (object) => {
    for (const matches of matchers) if (matches(object)) return true;
    return false;
  };
}

const maxNames = 6;

function describe(match: AccessPolicyRulePostgres): string {
  const targets = match.relations ?? match.functions;
  const all = match.functions ? 'CALL' : 'any command';
  const commands = match.commands?.includes('*') === false ? names(match.commands) : all;
  const where = match.unbounded === true ? ' without WHERE' : '';
  return targets ? `${commands}${where} on ${names(targets)}` : `${commands}${where}`;
}

function names(list: readonly string[]): string {
  const shown = list.slice(0, maxNames).join(', ');
  return list.length > maxNames ? `${shown}, …` : shown;
}
