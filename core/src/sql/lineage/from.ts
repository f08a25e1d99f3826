import type { Fields, Value } from '../tree.ts';
import { asKind, fieldsOf, isFields, listOf, nameParts, stringOf, toNode } from '../tree.ts';
import type { NameReference } from '../types.ts';
import type { FromItem, Level, Range, Rows } from './scope.ts';
import { noRows, openLevel, renamed, rowOf, withOpen } from './scope.ts';
import type { Column, Taint } from './taint.ts';
import { either, together } from './taint.ts';
import type { Trace } from './trace.ts';

/** Adds the items of a FROM clause to a level, each seeing those before it where it may. */
export function traceFrom(trace: Trace, value: Value | undefined, level: Level): void {
  for (const item of listOf(value)) level.items = [...level.items, itemOf(trace, item, level)];
}

type ItemHandler = (trace: Trace, fields: Fields, level: Level) => FromItem;

const nothing: FromItem = { ...noRows, ranges: [] };

function itemOf(trace: Trace, item: Value | undefined, level: Level): FromItem {
  const node = toNode(item);
  const handler = node === undefined ? undefined : HANDLERS.get(node.kind);
  if (node !== undefined && handler !== undefined) return handler(trace, node.fields, level);
  trace.unknown('A part of FROM is not understood.');
  return nothing;
}

function aliasOf(fields: Fields): { readonly name?: string; readonly columns: readonly string[] } {
  const alias = fields['alias'];
  if (!isFields(alias)) return { columns: [] };
  return { name: stringOf(alias['aliasname']) ?? '', columns: nameParts(alias['colnames']) };
}

function single(fields: Fields, rows: Rows, name = ''): FromItem {
  const alias = aliasOf(fields);
  const shown = renamed(rows, alias.columns);
  const range: Range = { ...shown, name: alias.name ?? name };
  return { ...shown, ranges: [range] };
}

/** A relation as written in a query. */
export function referenceTo(fields: Fields): NameReference {
  const schema = stringOf(fields['schemaname']);
  const name = stringOf(fields['relname']) ?? '';
  return { kind: 'relation', ...(schema === undefined ? {} : { schema }), name };
}

const relation: ItemHandler = (trace, fields, level) => {
  const reference = referenceTo(fields);
  const cte = reference.schema === undefined ? level.ctes?.find(reference.name) : undefined;
  return single(fields, cte ?? trace.relation(reference), reference.name);
};

/** Only LATERAL sees what is beside it. */
const subselect: ItemHandler = (trace, fields, level) => {
  const outer = fields['lateral'] === true ? { ...level } : level.outer;
  return single(fields, trace.query(fields['subquery'], openLevel(outer, level.ctes)));
};

/** Built-ins that make one column, which goes by the alias or the function's name. */
const ONE_COLUMN: ReadonlySet<string> = new Set(
  'generate_series generate_subscripts regexp_split_to_table string_to_table now current_database'.split(
    ' ',
  ),
);

/** A function in FROM may make any columns; a masked value among its arguments is in all of them. */
const functions: ItemHandler = (trace, fields, level) => {
  const calls = listOf(fields['functions']).map((item) => listOf(asKind(item, 'List')?.['items']));
  const names = calls.map(
    ([call]) => nameParts(asKind(call, 'FuncCall')?.['funcname']).at(-1) ?? '',
  );
  const taint = together(...calls.map(([call]) => trace.expression(call, level).taint));
  const { name = names[0] ?? '' } = aliasOf(fields);
  const definitions = [fields['coldeflist'], ...calls.map((items) => items[1])].flatMap((list) =>
    listOf(asKind(list, 'List')?.['items'] ?? list),
  );
  const defined = definitions.map((item) => stringOf(asKind(item, 'ColumnDef')?.['colname']) ?? '');
  const one = names.length === 1 && ONE_COLUMN.has(names[0] ?? '');
  const columns = (one ? [name] : defined).map((column) => ({ name: column, taint }));
  const ordinality =
    fields['ordinality'] === true ? [{ name: 'ordinality', taint: undefined }] : [];
  const known = one || defined.length > 0;
  const rows = known ? { columns: [...columns, ...ordinality] } : { columns: [], open: { taint } };
  return single(fields, rows, name);
};

/** XMLTABLE and JSON_TABLE: what they are given decides over their rows. */
const tableFunction: ItemHandler = (trace, fields, level) => {
  const { columns } = fields;
  const rest = Object.entries(fields).filter(([key]) => key !== 'alias' && key !== 'columns');
  const given = trace.expression({ List: { given: rest.flatMap(([, v]) => nodesOf(v)) } }, level);
  const nested = trace.expression({ List: { columns: listOf(columns) } }, level);
  const taint = together(given.taint, nested.taint);
  trace.use(taint, 'a table function');
  const names = listOf(columns).map((column) => {
    const node = toNode(column);
    return stringOf(node?.fields['colname']) ?? stringOf(node?.fields['name']);
  });
  const flat = names.every((name) => name !== undefined);
  if (!flat) return single(fields, { columns: [], open: { taint } });
  return single(fields, { columns: names.map((name) => ({ name, taint })) });
};

const nodesOf = (value: Value | undefined): readonly Value[] =>
  Array.isArray(value) ? (value as readonly Value[]) : value === undefined ? [] : [value];

const sample: ItemHandler = (trace, fields, level) => {
  for (const arg of [...listOf(fields['args']), fields['repeatable']])
    trace.use(trace.expression(arg, level).taint, 'TABLESAMPLE');
  return itemOf(trace, fields['relation'], level);
};

const join: ItemHandler = (trace, fields, level) => {
  const left = itemOf(trace, fields['larg'], level);
  const beside: Level = { ...level, items: [...level.items, left] };
  const right = itemOf(trace, fields['rarg'], beside);
  const shared = sharedNames(trace, fields, left, right);
  const merged = shared.map((name) => mergedColumn(trace, name, left, right));
  const rest = [...left.columns, ...right.columns].filter(({ name }) => !shared.includes(name));
  const rows = withOpen([...merged, ...rest], [left, right]);
  const both = { ...rows, ranges: [...left.ranges, ...right.ranges] };
  const on: Level = { ...level, items: [...level.items, left, right] };
  trace.use(trace.expression(fields['quals'], on).taint, 'ON');
  return named(fields, both, merged);
};

/** Columns that USING names, or NATURAL finds on both sides. */
function sharedNames(trace: Trace, fields: Fields, left: Rows, right: Rows): readonly string[] {
  if (fields['isNatural'] !== true) return nameParts(fields['usingClause']);
  if (left.open !== undefined || right.open !== undefined)
    trace.use(together(rowOf(left).taint, rowOf(right).taint), 'NATURAL JOIN');
  const names = new Set(right.columns.map(({ name }) => name));
  return left.columns.map(({ name }) => name).filter((name) => names.has(name));
}

function mergedColumn(trace: Trace, name: string, left: Rows, right: Rows): Column {
  const [a, b] = [taintIn(left, name), taintIn(right, name)];
  trace.use(a, 'USING');
  trace.use(b, 'USING');
  return { name, taint: either(a, b) };
}

function taintIn(rows: Rows, name: string): Taint | undefined {
  const found = rows.columns.filter((column) => column.name === name);
  return found.length === 0 ? rows.open?.taint : together(...found.map(({ taint }) => taint));
}

/** An alias of a join hides the names inside; one of its USING stands for the merged columns. */
function named(fields: Fields, item: FromItem, merged: readonly Column[]): FromItem {
  const using = stringOf(fieldsOf(fields['join_using_alias'])['aliasname']);
  const ranges =
    using === undefined ? item.ranges : [...item.ranges, { name: using, columns: merged }];
  return aliasOf(fields).name === undefined ? { ...item, ranges } : single(fields, item);
}

const HANDLERS: ReadonlyMap<string, ItemHandler> = new Map([
  ['RangeVar', relation],
  ['RangeSubselect', subselect],
  ['RangeFunction', functions],
  ['RangeTableFunc', tableFunction],
  ['JsonTable', tableFunction],
  ['RangeTableSample', sample],
  ['JoinExpr', join],
]);
