import { attribute, call, namedFunction } from './calls.ts';
import {
  BUILTIN_OPERATORS,
  GRAMMAR_FUNCTIONS,
  JSON_OPERATIONS,
  SAMPLE_METHODS,
} from './functions.ts';
import type { Context } from './scope.ts';
import type { Fields, Value } from './tree.ts';
import { asKind, fieldsOf, listOf, nameParts, stringOf, textOf } from './tree.ts';
import type { ColumnMention } from './types.ts';
import type { Handler, Walk } from './walk.ts';
import { isTemporarySchema } from './walk.ts';

/** A ColumnRef as a mention: last name, last qualifier; stars with what they expand to. */
export function toMention(fields: Fields, context: Context): ColumnMention {
  const parts = listOf(fields['fields']);
  const last = parts.at(-1);
  const qualifier = parts.length > 1 ? textOf(parts[parts.length - 2]) : undefined;
  const star = asKind(last, 'A_Star') !== undefined;
  if (star && qualifier === undefined)
    return { name: '*', kind: 'star', expands: [...context.ranges.entries.keys()] };
  return {
    ...(qualifier === undefined ? {} : { qualifier }),
    name: star ? '*' : (textOf(last) ?? ''),
    kind: star ? 'star' : 'column',
  };
}

/** `t.f` may be the column f, or f(t). */
export function mayCall(walk: Walk, mention: ColumnMention, context: Context): void {
  const { qualifier, name } = mention;
  if (qualifier === undefined || mention.kind === 'star') return;
  const range = walk.range(context, qualifier);
  if (range === undefined) attribute(walk, name, { row: true });
  else if (range.kind === 'relation') attribute(walk, name, { row: true, of: range.reference });
  else if (range.columns?.has(name) !== true)
    attribute(walk, name, range.kind === 'rows' ? { row: true } : {});
}

const columnRef: Handler = (walk, fields, context) => {
  const mention = toMention(fields, context);
  walk.findings.mention(mention);
  mayCall(walk, mention, context);
};

/** `(x).f` may be the field f of a composite, or f(x), of any type. */
const indirection: Handler = (walk, fields, context) => {
  walk.visit(fields['arg'], context);
  for (const step of listOf(fields['indirection'])) {
    const name = textOf(step);
    if (name === undefined) walk.visit(step, context);
    else attribute(walk, name);
  }
};

const functionCall: Handler = (walk, fields, context) => {
  const parts = nameParts(fields['funcname']);
  call(walk, parts, fields['args']);
  // A column of that name to servers before 16.
  if (parts.at(-1) === 'system_user')
    walk.findings.mention({ name: 'system_user', kind: 'column' });
  walk.inside(fields, context);
};

const operator: Handler = (walk, fields, context) => {
  noteOperator(walk, fields['name'], fields['kind']);
  walk.visit(fields['lexpr'], context);
  walk.visit(fields['rexpr'], context);
};

function noteOperator(walk: Walk, value: Value | undefined, kind?: Value): void {
  const parts = nameParts(value);
  const name = parts.at(-1);
  if (name === undefined) return;
  if (typeof kind === 'string' && kind.includes('BETWEEN')) {
    for (const bound of ['<', '<=', '>', '>=']) walk.findings.code('operator', [bound]);
    return;
  }
  walk.findings.code('operator', parts);
  const foreign = parts.length > 1 && parts[0] !== 'pg_catalog';
  if (foreign || !BUILTIN_OPERATORS.has(name)) walk.findings.operator(parts.join('.'));
}

/** The rows of EXISTS are never made: a star there stands for nothing, unless the rows are compared or grouped. */
const subLink: Handler = (walk, fields, context) => {
  noteOperator(walk, fields['operName']);
  walk.visit(fields['testexpr'], context);
  const select = asKind(fields['subselect'], 'SelectStmt');
  if (select === undefined || fields['subLinkType'] !== 'EXISTS_SUBLINK' || !onlyCounts(select)) {
    walk.visit(fields['subselect'], context);
    return;
  }
  const targetList = listOf(select['targetList']).filter((target) => !isBareStar(target));
  walk.visit({ SelectStmt: { ...select, targetList } }, context);
};

const COMPARING = ['distinctClause', 'groupClause', 'havingClause', 'intoClause', 'sortClause'];

function onlyCounts(select: Fields): boolean {
  return select['op'] === 'SETOP_NONE' && COMPARING.every((clause) => select[clause] === undefined);
}

function isBareStar(target: Value): boolean {
  const column = asKind(fieldsOf(asKind(target, 'ResTarget')?.['val']), 'ColumnRef');
  return column !== undefined && asKind(listOf(column['fields']).at(-1), 'A_Star') !== undefined;
}

const typeName: Handler = (walk, fields, context) => {
  const names = nameParts(fields['names']);
  const schema = names.at(-2);
  walk.findings.code('type', names);
  if (schema !== undefined && isTemporarySchema(schema))
    walk.findings.refuse('UNSUPPORTED_TEMPORARY', 'Temporary types are not supported.');
  walk.visit(fields['typmods'], context);
};

const tableSample: Handler = (walk, fields, context) => {
  const method = nameParts(fields['method']);
  if (!SAMPLE_METHODS.has(method.at(-1) ?? '')) namedFunction(walk, method);
  walk.inside(fields, context);
};

const sortBy: Handler = (walk, fields, context) => {
  noteOperator(walk, fields['useOp']);
  walk.visit(fields['node'], context);
};

const grammarFunction =
  (name: string): Handler =>
  (walk, fields, context) => {
    call(walk, [name]);
    walk.inside(fields, context);
  };

const jsonFunction: Handler = (walk, fields, context) => {
  call(walk, [JSON_OPERATIONS[stringOf(fields['op']) ?? ''] ?? 'json_query']);
  walk.inside(fields, context);
};

/** A literal names nothing, and is not looked at: see LiteralWatch. */
const constant: Handler = () => undefined;

export const expressionHandlers: readonly (readonly [string, Handler])[] = [
  ['A_Const', constant],
  ['ColumnRef', columnRef],
  ['A_Indirection', indirection],
  ['FuncCall', functionCall],
  ['A_Expr', operator],
  ['SubLink', subLink],
  ['TypeName', typeName],
  ['RangeTableSample', tableSample],
  ['SortBy', sortBy],
  ['JsonFuncExpr', jsonFunction],
  ...Object.entries(GRAMMAR_FUNCTIONS).map(
    ([kind, name]) => [kind, grammarFunction(name)] as const,
  ),
];
