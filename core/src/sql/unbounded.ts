import { constantNumber, constantText, equalConstants } from './constants.ts';
import type { OtherRanges as Ranges } from './dependence.ts';
import { dependsOnTarget, same } from './dependence.ts';
import type { Fields, Value } from './tree.ts';
import { asKind, fieldsOf, listOf, nameParts, stringOf, toNode } from './tree.ts';

/*
 * Does a WHERE clause bound the rows of a write? It does if it depends on a column of the target after constant parts
 * are folded away. The answer errs to "unbounded": a disjunct that is constant but unknown (a parameter, now() > x)
 * may be true for every row.
 */

/** Ranges beside the target, and the name of the target's relation. */
interface OtherRanges extends Ranges {
  readonly target?: string;
}

/** `varies`: differs from row to row. `unknown`: the same for all rows, value not known here. NULL counts as false. */
type Truth = 'true' | 'false' | 'unknown' | 'varies';

/** @param where the WHERE clause, absent if there is none */
export function isUnbounded(where: Value | undefined, others: OtherRanges): boolean {
  return where === undefined || fold(where, others) !== 'varies';
}

function fold(value: Value | undefined, others: OtherRanges): Truth {
  const node = toNode(value);
  if (node === undefined) return 'unknown';
  const rule = RULES[node.kind];
  if (rule !== undefined) return rule(node.fields, others);
  return dependsOnTarget(value, others) ? 'varies' : 'unknown';
}

const RULES: Readonly<
  Record<string, ((fields: Fields, others: OtherRanges) => Truth) | undefined>
> = {
  A_Const: foldConstant,
  BoolExpr: foldBoolean,
  A_Expr: foldOperator,
  NullTest: foldNullTest,
  BooleanTest: foldBooleanTest,
  TypeCast: (fields, others) => fold(fields['arg'], others),
  CoalesceExpr: foldCoalesce,
  CaseExpr: foldCase,
  SubLink: foldSubquery,
  CurrentOfExpr: () => 'varies',
};

/**
 * `EXISTS (… WHERE t.id = t.id)` says the same of every row, and `id IN (SELECT id FROM t)` holds for all of them. What a
 * subquery with grouping, limits or set operations finds is not looked into.
 */
function foldSubquery(fields: Fields, others: OtherRanges): Truth {
  const select = asKind(fields['subselect'], 'SelectStmt') ?? {};
  const plain = OPAQUE_CLAUSES.every((clause) => select[clause] === undefined);
  const condition = select['whereClause'];
  const inner = innerRanges(select, others);
  const all =
    plain && inner !== undefined && (condition === undefined || fold(condition, inner) === 'true');
  if (all && fields['subLinkType'] === 'EXISTS_SUBLINK') return 'unknown';
  if (all && isOwnColumn(fields, select, others)) return 'true';
  return dependsOnTarget({ SubLink: fields }, others) ? 'varies' : 'unknown';
}

const OPAQUE_CLAUSES = ['groupClause', 'havingClause', 'limitCount', 'limitOffset', 'larg'];

/** Ranges of the subquery and around it, the target left out; undefined where FROM has more than plain relations. */
function innerRanges(select: Fields, others: OtherRanges): OtherRanges | undefined {
  const names = new Set(others);
  for (const item of listOf(select['fromClause'])) {
    const range = asKind(item, 'RangeVar');
    const name = fieldsOf(range?.['alias'])['aliasname'] ?? range?.['relname'];
    if (typeof name !== 'string') return undefined;
    names.add(name);
  }
  return names;
}

function isOwnColumn(fields: Fields, select: Fields, others: OtherRanges): boolean {
  const [from, ...more] = listOf(select['fromClause']);
  const [output] = listOf(select['targetList']);
  const relation = stringOf(asKind(from, 'RangeVar')?.['relname']);
  if (more.length > 0 || relation === undefined || relation !== others.target) return false;
  const column = asKind(asKind(output, 'ResTarget')?.['val'], 'ColumnRef');
  const tested = asKind(fields['testexpr'], 'ColumnRef');
  const name = nameParts(column?.['fields']).at(-1);
  return name !== undefined && name === nameParts(tested?.['fields']).at(-1);
}

const TRUE_WORDS = /^(?:t|tr|tru|true|y|ye|yes|on|1)$/i;

function foldConstant(fields: Fields): Truth {
  if (fields['isnull'] === true) return 'false';
  if (fields['boolval'] !== undefined)
    return fieldsOf(fields['boolval'])['boolval'] === true ? 'true' : 'false';
  const text = stringOf(fieldsOf(fields['sval'])['sval']);
  if (text === undefined) return 'unknown';
  return TRUE_WORDS.test(text.trim()) ? 'true' : 'false';
}

function foldBoolean(fields: Fields, others: OtherRanges): Truth {
  const operands = listOf(fields['args']);
  if (fields['boolop'] === 'NOT_EXPR') return not(fold(operands[0], others));
  const truths = operands.map((operand) => fold(operand, others));
  if (fields['boolop'] === 'AND_EXPR') {
    if (truths.includes('false')) return 'false';
    return truths.includes('varies') ? 'varies' : combine(truths);
  }
  if (truths.includes('true') || hasComplement(operands, others)) return 'true';
  return truths.includes('unknown') ? 'unknown' : combine(truths);
}

/** All constant, or false beside one value: that value. */
function combine(truths: readonly Truth[]): Truth {
  for (const truth of ['varies', 'unknown'] as const) if (truths.includes(truth)) return truth;
  return truths.every((truth) => truth === 'true') ? 'true' : 'false';
}

function not(truth: Truth): Truth {
  if (truth === 'true') return 'false';
  return truth === 'false' ? 'true' : truth;
}

const COMPLEMENTS: Readonly<Record<string, string | undefined>> = {
  '=': '<>',
  '<': '>=',
  '>': '<=',
};

/** Pairs beyond this many operands are not looked at: the search is quadratic. */
const COMPLEMENT_OPERANDS = 64;

/** `x OR NOT x`, `x IS NULL OR x IS NOT NULL`, `a < b OR a >= b`: true but for NULLs. */
function hasComplement(operands: readonly Value[], others: OtherRanges): boolean {
  const compared = operands.slice(0, COMPLEMENT_OPERANDS);
  return compared.some((operand) => {
    const negated = negation(operand);
    return negated !== undefined && compared.some((other) => same(other, negated, others));
  });
}

function negation(operand: Value): Value | undefined {
  const boolean = asKind(operand, 'BoolExpr');
  if (boolean?.['boolop'] === 'NOT_EXPR') return listOf(boolean['args'])[0];
  const test = asKind(operand, 'NullTest');
  if (test?.['nulltesttype'] === 'IS_NULL')
    return { NullTest: { ...test, nulltesttype: 'IS_NOT_NULL' } };
  const expression = asKind(operand, 'A_Expr');
  const opposite = COMPLEMENTS[operatorOf(expression) ?? ''];
  if (expression === undefined || opposite === undefined) return undefined;
  return { A_Expr: { ...expression, name: [{ String: { sval: opposite } }] } };
}

function operatorOf(expression: Fields | undefined): string | undefined {
  return expression === undefined ? undefined : nameParts(expression['name']).at(-1);
}

/** True of a value compared with itself (unless NULL). */
const REFLEXIVE = new Set([
  '=',
  '>=',
  '<=',
  '~~',
  '~~*',
  '@>',
  '<@',
  '&&',
  '~=',
  'BETWEEN',
  'BETWEEN SYMMETRIC',
]);
/** False of a value compared with itself. */
const IRREFLEXIVE = new Set([
  '<>',
  '<',
  '>',
  '!~~',
  '!~~*',
  'NOT BETWEEN',
  'NOT BETWEEN SYMMETRIC',
]);
/** Patterns that everything matches. */
const ALL_MATCH: Readonly<Record<string, RegExp | undefined>> = {
  '~~': /^%+$/,
  '~~*': /^%+$/,
  '~': /^\^?(?:\.\*)?\$?$/,
  '~*': /^\^?(?:\.\*)?\$?$/,
};

function foldOperator(fields: Fields, others: OtherRanges): Truth {
  const operator = operatorOf(fields) ?? '';
  const left = fields['lexpr'];
  const right = fields['rexpr'];
  if (matchesAll(operator, right)) return 'true';
  if (comparable(fields, operator) && containsItself(left, right, others))
    return comparesToItself(fields, operator);
  if (operator === '=' || operator === '<>') {
    const equal = equalConstants(left, right);
    if (equal !== undefined) return equal === (operator === '=') ? 'true' : 'false';
  }
  if (cancels(fields, left, right)) return 'unknown';
  return varies(left, others) || varies(right, others) ? 'varies' : 'unknown';
}

function comparesToItself(fields: Fields, operator: string): Truth {
  if (fields['kind'] === 'AEXPR_DISTINCT') return 'false';
  if (fields['kind'] === 'AEXPR_NOT_DISTINCT') return 'true';
  if (REFLEXIVE.has(operator)) return 'true';
  return IRREFLEXIVE.has(operator) ? 'false' : 'unknown';
}

function matchesAll(operator: string, right: Value | undefined): boolean {
  const pattern = ALL_MATCH[operator];
  const text = pattern === undefined ? undefined : constantText(right);
  return text !== undefined && pattern?.test(text) === true;
}

/** `id = id`, `id IN (id, 5)`, `id = ANY (ARRAY[id])`, `id BETWEEN id AND id`. */
function containsItself(
  left: Value | undefined,
  right: Value | undefined,
  others: OtherRanges,
): boolean {
  if (left === undefined || right === undefined) return false;
  const items = asKind(right, 'List')?.['items'] ?? asKind(right, 'A_ArrayExpr')?.['elements'];
  if (items === undefined) return same(left, right, others);
  return listOf(items).some((item) => same(item, left, others));
}

function comparable(fields: Fields, operator: string): boolean {
  return (
    fields['kind'] !== 'AEXPR_OP' ||
    REFLEXIVE.has(operator) ||
    IRREFLEXIVE.has(operator) ||
    operator === '-'
  );
}

const CANCELLING = new Set(['*', '%', '&', '-', '/', '#']);

/** Arithmetic that does not depend on its column: `id * 0`, `id - id`. */
function cancels(fields: Fields, left: Value | undefined, right: Value | undefined): boolean {
  const operator = operatorOf(fields) ?? '';
  if (!CANCELLING.has(operator)) return false;
  if (operator === '*' || operator === '&') return isZero(left) || isZero(right);
  return operator === '%' && constantNumber(right) === 1;
}

function isZero(value: Value | undefined): boolean {
  return constantNumber(value) === 0;
}

function varies(value: Value | undefined, others: OtherRanges): boolean {
  if (value === undefined) return false;
  const list = asKind(value, 'List');
  if (list !== undefined) return listOf(list['items']).some((item) => varies(item, others));
  return fold(value, others) === 'varies';
}

/** A test that a boolean expression is (not) NULL says nothing about which rows it holds for. */
function foldNullTest(fields: Fields, others: OtherRanges): Truth {
  const argument = toNode(fields['arg']);
  const positive = fields['nulltesttype'] === 'IS_NULL';
  if (argument?.kind === 'A_Const') {
    return (argument.fields['isnull'] === true) === positive ? 'true' : 'false';
  }
  if (argument !== undefined && isBooleanValued(argument.kind, argument.fields)) return 'unknown';
  return varies(fields['arg'], others) ? 'varies' : 'unknown';
}

const COMPARISONS = new Set(['=', '<>', '<', '>', '<=', '>=', '~', '!~', '~*', '!~*']);

function isBooleanValued(kind: string, fields: Fields): boolean {
  if (kind === 'A_Expr')
    return fields['kind'] !== 'AEXPR_OP' || COMPARISONS.has(operatorOf(fields) ?? '');
  return kind === 'BoolExpr' || kind === 'NullTest' || kind === 'BooleanTest';
}

function foldBooleanTest(fields: Fields, others: OtherRanges): Truth {
  const truth = fold(fields['arg'], others);
  const test = stringOf(fields['booltesttype']) ?? '';
  if (test === 'IS_TRUE' || test === 'IS_NOT_FALSE') return truth;
  return test === 'IS_FALSE' || test === 'IS_NOT_TRUE' ? not(truth) : 'unknown';
}

/** The first operand decides where it is constant and not NULL; NULL is folded to false, so false decides nothing. */
function foldCoalesce(fields: Fields, others: OtherRanges): Truth {
  const truths = listOf(fields['args']).map((operand) => fold(operand, others));
  if (truths[0] === 'true' || truths[0] === 'unknown') return truths[0];
  return truths.includes('varies') ? 'varies' : combine(truths);
}

function foldCase(fields: Fields, others: OtherRanges): Truth {
  const branches = listOf(fields['args']).map((branch) => asKind(branch, 'CaseWhen') ?? {});
  const results = [...branches.map((branch) => branch['result']), fields['defresult']].map(
    (result) => (result === undefined ? 'false' : fold(result, others)),
  );
  if (results.every((result) => result === results[0]) && results[0] !== 'varies')
    return results[0] ?? 'unknown';
  const conditions = branches.map((branch) => fold(branch['expr'], others));
  if (fields['arg'] === undefined && conditions[0] === 'true') return results[0] ?? 'unknown';
  const dependent = [...results, ...conditions].includes('varies') || varies(fields['arg'], others);
  return dependent ? 'varies' : 'unknown';
}
