import {
  BUILTIN_OPERATORS,
  GRAMMAR_FUNCTIONS,
  JSON_OPERATIONS,
  UNFOLLOWABLE,
} from '../functions.ts';
import type { Fields, Value } from '../tree.ts';
import { asKind, isFields, kindOf, listOf, nameParts, stringOf, textOf, toNode } from '../tree.ts';
import { callOf, unseen } from './calls.ts';
import { columnOf, findColumn, findRange, noRows, openLevel, rowOf, starOf } from './scope.ts';
import type { Traced } from './taint.ts';
import { CLEAN, RISKY, together, whole } from './taint.ts';
import { isTotalCast, isTotalOperator } from './total.ts';
import type { Handler, Trace } from './trace.ts';
import type { Level } from './scope.ts';

/** A value of other values; what cannot be computed of any value may not be given a masked one. */
export function computed(
  trace: Trace,
  parts: readonly Traced[],
  total: boolean,
  where: string,
): Traced {
  const taint = together(...parts.map((part) => part.taint));
  if (!total) trace.use(taint, where);
  return { taint, safe: total && parts.every(({ safe }) => safe) };
}

/** Where one part decides whether another is computed, that must not show. */
function conditional(trace: Trace, parts: readonly Traced[], where: string): Traced {
  const safe = parts.every((part) => part.safe);
  const taint = together(...parts.map((part) => part.taint));
  if (!safe) trace.use(taint, where);
  return { taint, safe };
}

const each = (trace: Trace, value: Value | undefined, level: Level): readonly Traced[] =>
  listOf(value).map((item) => trace.expression(item, level));

/** `a`, `t.a`, `s.t.a`, `t.*` as a value. */
export function referenceOf(trace: Trace, fields: Fields, level: Level): Traced {
  const parts = listOf(fields['fields']);
  const last = textOf(parts.at(-1));
  const qualifier = textOf(parts.at(-2));
  if (last === undefined) return wholeRow(qualifier, level);
  if (qualifier === undefined) return bare(last, level);
  const range = findRange(level, qualifier);
  if (range === undefined) return notFound(`${qualifier}.${last}`);
  const column = columnOf(range, last);
  if (column !== undefined) return column;
  // `t.f` is f(t) where f is no column of t.
  const open = range.open === undefined ? [] : [{ taint: range.open.taint, safe: true }];
  const called = range.open === undefined || isFunction(trace, last);
  return called ? callOf(trace, [last], [rowOf(range), ...open]) : (open[0] ?? CLEAN);
}

const isFunction = (trace: Trace, name: string): boolean =>
  trace.resolution.functionSchemas({ kind: 'function', name }).length > 0;

function bare(name: string, level: Level): Traced {
  const { exact, maybe } = findColumn(level, name);
  if (exact !== undefined) return exact;
  const range = findRange(level, name);
  const row = range === undefined ? undefined : rowOf(range);
  if (row === undefined && maybe.length === 0) return notFound(name);
  const taint = together(row?.taint, ...maybe.map((open) => open.taint));
  return { ...(row ?? { safe: true }), taint };
}

function wholeRow(qualifier: string | undefined, level: Level): Traced {
  if (qualifier === undefined) return rowOf(starOf(level));
  const range = findRange(level, qualifier);
  return range === undefined ? notFound(`${qualifier}.*`) : rowOf(range);
}

/** The target will say so, or the catalog is not up to date. */
const notFound = (name: string): Traced => ({ taint: unseen(`the name ${name}`), safe: false });

const columnRef: Handler = (trace, fields, level) => referenceOf(trace, fields, level);

const indirection: Handler = (trace, fields, level) => {
  let value = trace.expression(fields['arg'], level);
  for (const step of listOf(fields['indirection'])) value = stepInto(trace, value, step, level);
  return value;
};

function stepInto(trace: Trace, value: Traced, step: Value, level: Level): Traced {
  const name = textOf(step);
  const indices = asKind(step, 'A_Indices');
  if (indices !== undefined) {
    const bounds = [indices['lidx'], indices['uidx']].filter((bound) => bound !== undefined);
    const parts = bounds.map((bound) => trace.expression(bound, level));
    return computed(trace, [value, ...parts], true, 'a subscript');
  }
  if (name === undefined) return { taint: whole(value.taint), safe: value.safe };
  const columns = value.row?.filter((column) => column.name === name) ?? [];
  if (columns.length > 0)
    return { taint: together(...columns.map(({ taint }) => taint)), safe: value.safe };
  // `(x).f` is the field f of x, or f(x).
  const called = value.row !== undefined || UNFOLLOWABLE.has(name) || isFunction(trace, name);
  if (called) return callOf(trace, [name], [value]);
  return { taint: whole(value.taint), safe: value.safe };
}

const functionCall: Handler = (trace, fields, level) => {
  // A column of that name to servers before 16.
  const { exact } = findColumn(level, 'system_user');
  if (exact !== undefined && nameParts(fields['funcname']).at(-1) === 'system_user') return exact;
  const filter = trace.expression(fields['agg_filter'], level);
  trace.use(filter.taint, 'FILTER');
  for (const sort of listOf(fields['agg_order'])) useSort(trace, sort, level, 'ORDER BY');
  useWindow(trace, fields['over'], level);
  return callOf(trace, nameParts(fields['funcname']), each(trace, fields['args'], level));
};

export function useSort(trace: Trace, sort: Value, level: Level, where: string): void {
  const by = asKind(sort, 'SortBy');
  const value = trace.expression(by?.['node'] ?? sort, level);
  const using = nameParts(by?.['useOp']);
  if (using.length > 0) operated(trace, using, [value]);
  trace.use(value.taint, where);
}

/** OVER (...), or an entry of WINDOW. */
export function useWindow(trace: Trace, value: Value | undefined, level: Level): void {
  if (!isFields(value)) return;
  const window = asKind(value, 'WindowDef') ?? value;
  for (const item of listOf(window['partitionClause'])) useSort(trace, item, level, 'PARTITION BY');
  for (const item of listOf(window['orderClause'])) useSort(trace, item, level, 'ORDER BY');
  for (const key of ['startOffset', 'endOffset'])
    trace.use(trace.expression(window[key], level).taint, 'a window');
}

const operator: Handler = (trace, fields, level) => {
  const parts = [fields['lexpr'], fields['rexpr']].flatMap((side) =>
    asKind(side, 'List') === undefined
      ? [trace.expression(side, level)]
      : each(trace, asKind(side, 'List')?.['items'], level),
  );
  const kind = stringOf(fields['kind']) ?? '';
  if (kind.includes('BETWEEN')) return computed(trace, parts, true, 'a comparison');
  return operated(trace, nameParts(fields['name']), parts);
};

function operated(trace: Trace, name: readonly string[], parts: readonly Traced[]): Traced {
  const symbol = name.at(-1) ?? '';
  const foreign = name.length > 1 && name[0] !== 'pg_catalog';
  if (!foreign && BUILTIN_OPERATORS.has(symbol))
    return computed(trace, parts, isTotalOperator(symbol), `an operand of ${symbol}`);
  const taint = together(...parts.map((part) => part.taint));
  trace.give(taint, `an operand of ${symbol}`);
  trace.callsOpaque();
  return { taint: together(taint, unseen(`the operator ${symbol}`)), safe: false };
}

const subLink: Handler = (trace, fields, level) => {
  const rows = trace.query(fields['subselect'], openLevel(level, level.ctes));
  const type = stringOf(fields['subLinkType']);
  if (type === 'EXISTS_SUBLINK') return RISKY;
  const { taint, row } = rowOf(rows);
  if (type !== 'ANY_SUBLINK' && type !== 'ALL_SUBLINK')
    return { taint: whole(taint), safe: false, ...(row === undefined ? {} : { row }) };
  const name = nameParts(fields['operName']);
  const test = trace.expression(fields['testexpr'], level);
  return operated(trace, name.length === 0 ? ['='] : name, [test, { taint, safe: false }]);
};

const cast: Handler = (trace, fields, level) => {
  const arg = trace.expression(fields['arg'], level);
  const names = nameParts(asTypeName(fields['typeName'])?.['names']);
  const type = names.at(-1) ?? '';
  const list = listOf(asTypeName(fields['typeName'])?.['arrayBounds']).length > 0;
  // A literal is converted when the text is read, whatever is computed later.
  if (asKind(fields['arg'], 'A_Const') !== undefined) return CLEAN;
  if (runsCode(trace, names)) trace.give(arg.taint, `a cast to ${type}`);
  return computed(trace, [arg], !list && isTotalCast(type), `a cast to ${type}`);
};

/** A type of somebody's own, with casts or checks of their own. */
function runsCode({ resolution }: Trace, names: readonly string[]): boolean {
  const [schema, name = ''] = names.length > 1 ? names.slice(-2) : [undefined, names[0]];
  const own = schema === 'pg_catalog' || resolution.codeOf === undefined;
  const reference = { kind: 'type', name, ...(schema === undefined ? {} : { schema }) } as const;
  return !own && resolution.codeOf(reference).length > 0;
}

const asTypeName = (value: Value | undefined): Fields | undefined =>
  isFields(value) ? (asKind(value, 'TypeName') ?? value) : undefined;

const caseOf: Handler = (trace, fields, level) => {
  const arms = listOf(fields['args']).flatMap((arm) => {
    const { expr, result } = asKind(arm, 'CaseWhen') ?? {};
    return [trace.expression(expr, level), trace.expression(result, level)];
  });
  const ends = [fields['arg'], fields['defresult']].map((end) => trace.expression(end, level));
  return conditional(trace, [...arms, ...ends], 'CASE beside what can fail');
};

/** Every part counts; what is not known to be computable of any value is refused for masked ones. */
const inside =
  (total: boolean, where: string): Handler =>
  (trace, fields, level) =>
    computed(trace, partsOf(trace, fields, level), total, where);

function partsOf(trace: Trace, fields: Fields, level: Level): readonly Traced[] {
  return Object.values(fields).flatMap((value) => valuesOf(trace, value, level));
}

function valuesOf(trace: Trace, value: Value | undefined, level: Level): readonly Traced[] {
  if (Array.isArray(value)) return value.flatMap((item: Value) => valuesOf(trace, item, level));
  if (!isFields(value)) return [];
  return kindOf(value) === undefined
    ? partsOf(trace, value, level)
    : [trace.expression(value, level)];
}

const boolean: Handler = (trace, fields, level) =>
  conditional(trace, each(trace, fields['args'], level), 'AND or OR beside what can fail');

const coalesce: Handler = (trace, fields, level) =>
  conditional(trace, each(trace, fields['args'], level), 'COALESCE beside what can fail');

/** ROW(c.*) has the columns of c; ROW(c) has one, which is a row. */
const row: Handler = (trace, fields, level) => {
  const taints = listOf(fields['args']).flatMap((arg) => {
    const value = trace.expression(arg, level);
    return value.row === undefined || !isStar(arg)
      ? value.taint
      : value.row.map(({ taint }) => taint);
  });
  return rowOf({ columns: taints.map((taint, at) => ({ name: `f${String(at + 1)}`, taint })) });
};

/** `c.*` */
export function isStar(value: Value | undefined): boolean {
  const last = listOf(asKind(value, 'ColumnRef')?.['fields']).at(-1);
  return asKind(last, 'A_Star') !== undefined;
}

const XML_TOTAL: ReadonlySet<string> = new Set(['IS_XMLELEMENT', 'IS_XMLFOREST', 'IS_XMLCONCAT']);

const xml: Handler = (trace, fields, level) => {
  const total = XML_TOTAL.has(stringOf(fields['op']) ?? '');
  return inside(total, 'an XML expression')(trace, fields, level);
};

const grammarCall =
  (nameOf: (fields: Fields) => string): Handler =>
  (trace, fields, level) =>
    callOf(trace, [nameOf(fields)], partsOf(trace, fields, level));

const clean: Handler = () => CLEAN;

const HANDLERS: ReadonlyMap<string, Handler> = new Map([
  ['ColumnRef', columnRef],
  ['A_Indirection', indirection],
  ['FuncCall', functionCall],
  ['A_Expr', operator],
  ['SubLink', subLink],
  ['TypeCast', cast],
  ['CaseExpr', caseOf],
  ['BoolExpr', boolean],
  ['CoalesceExpr', coalesce],
  ['RowExpr', row],
  ['XmlExpr', xml],
  ['ResTarget', inside(true, 'a value')],
  ['NamedArgExpr', inside(true, 'an argument')],
  [
    'CollateClause',
    (trace, fields, level) => inside(true, 'COLLATE')(trace, { arg: fields['arg'] }, level),
  ],
  ['A_ArrayExpr', inside(true, 'an array')],
  ['MinMaxExpr', inside(true, 'GREATEST or LEAST')],
  ['NullTest', inside(true, 'IS NULL')],
  ['BooleanTest', inside(true, 'a test')],
  ['A_Const', clean],
  ['ParamRef', clean],
  ['SetToDefault', clean],
  ['SQLValueFunction', clean],
  ['GroupingFunc', clean],
  ['CurrentOfExpr', clean],
  ['TypeName', clean],
  ['JsonFuncExpr', grammarCall(({ op }) => JSON_OPERATIONS[stringOf(op) ?? ''] ?? 'json_query')],
  ...Object.entries(GRAMMAR_FUNCTIONS).map(
    ([kind, name]) => [kind, grammarCall(() => name)] as const,
  ),
]);

const unlisted = inside(false, 'an expression that is not followed');

/** Any expression; absent ones are clean. A struct in a field of its own type goes by what is in it. */
export function traceExpression(trace: Trace, value: Value | undefined, level: Level): Traced {
  const node = toNode(value);
  if (node === undefined) return isFields(value) ? unlisted(trace, value, level) : rowOf(noRows);
  const handler = HANDLERS.get(node.kind);
  return (handler ?? unlisted)(trace, node.fields, level);
}
