import { EvaluationError, TypeError as CelTypeError, ParseError } from '@marcbachmann/cel-js';
import { celVariables, environment } from './cel.ts';
import type { CelVariables } from './cel.ts';
import { ZoneError } from './clock.ts';
import { scanExpression } from './expression-text.ts';
import type { ScannedExpression } from './expression-text.ts';
import type { DecisionInput } from './types.ts';

/** Longest expression taken, as in the CRD. */
const maxCharacters = 4096;
/** Macros over lists may stand this deep within one another. */
const maxNesting = 2;
/** Steps that macros may take together; a longer list of effects or parameters counts as a failure. */
const maxSteps = 100_000;

/** What an expression came to. `code` says why it failed, without any value of the command. */
export type Outcome =
  { readonly holds: boolean; readonly failed?: undefined } | { readonly failed: string };

/** A compiled expression. */
export type Expression = (variables: CelVariables) => Outcome;

/** An expression that cannot be used; the message says where and why. */
export class ExpressionError extends Error {
  readonly code = 'EXPRESSION_INVALID';

  constructor(fact: string, options?: ErrorOptions) {
    super(fact, options);
    this.name = 'ExpressionError';
  }
}

const holding: Outcome = { holds: true };
const notHolding: Outcome = { holds: false };

/**
 * Compiles a condition in CEL over `agent`, `connection`, `session`, `command` and `now`. Its size, its depth and
 * the steps of its macros are bounded; `matches` is RE2's.
 *
 * @throws ExpressionError for a syntax error, a type error, a result other than bool, an unknown time zone, or an
 *   expression beyond the bounds
 */
export function compileExpression(text: string): Expression {
  if (text.length > maxCharacters) {
    throw new ExpressionError(`it is longer than ${String(maxCharacters)} characters`);
  }
  const scanned = scanExpression(text);
  if (scanned.nesting > maxNesting) {
    throw new ExpressionError(`macros are nested more than ${String(maxNesting)} deep`);
  }
  const evaluate = parse(scanned.text);
  const expression: Expression = (variables) =>
    stepsOf(scanned, variables) > maxSteps
      ? { failed: 'too_many_steps' }
      : run(evaluate, variables);
  tryZones(evaluate);
  return expression;
}

type Evaluate = (variables: CelVariables) => unknown;

function parse(text: string): Evaluate {
  try {
    const parsed = environment.parse(text);
    const { valid, type, error } = parsed.check();
    if (!valid) throw error ?? new ExpressionError('its types do not fit');
    if (type !== 'bool' && type !== 'dyn') {
      throw new ExpressionError(`it gives ${type ?? 'nothing'}, not true or false`);
    }
    return (variables) => parsed({ ...variables }) as unknown;
  } catch (cause) {
    if (cause instanceof ParseError || cause instanceof CelTypeError) {
      throw new ExpressionError(`${cause.summary}${place(cause.range?.start)}`, { cause });
    }
    throw cause;
  }
}

function place(start: number | undefined): string {
  return start === undefined ? '' : `, at character ${String(start + 1)}`;
}

function run(evaluate: Evaluate, variables: CelVariables): Outcome {
  try {
    const value = evaluate(variables);
    if (value === true) return holding;
    return value === false ? notHolding : { failed: 'no_bool' };
  } catch (error) {
    return { failed: failureCode(error) };
  }
}

/** Messages may hold values of the command; codes do not. */
function failureCode(error: unknown): string {
  if (error instanceof EvaluationError) return error.code;
  return error instanceof ZoneError ? 'unknown_time_zone' : 'evaluation_failed';
}

function stepsOf(scanned: ScannedExpression, variables: CelVariables): number {
  if (scanned.nesting === 0) return 0;
  const { effects, parameters, text } = variables.command;
  const longest = Math.max(effects.length, parameters.length, scanned.splits ? text.length : 0);
  return longest ** scanned.nesting;
}

const sample: DecisionInput = {
  agent: { serviceAccount: 'sample', namespace: 'sample' },
  connection: { name: 'sample', namespace: 'sample', protocol: 'Postgres' },
  session: { id: 'sample', startedAtMs: 0 },
  command: { text: '', parameters: [], parameterTypes: [], effects: [] },
  nowMs: 0,
};

/** A misspelt zone is found before the first command where the sample gets as far as to it. */
function tryZones(evaluate: Evaluate): void {
  try {
    evaluate(celVariables(sample));
  } catch (error) {
    if (error instanceof ZoneError) throw new ExpressionError(error.message, { cause: error });
  }
}
