import type { Fields, Value } from '../tree.ts';
import { asKind, fieldsOf, isFields, listOf, stringOf, textOf } from '../tree.ts';
import { withCtes } from './ctes.ts';
import { isStar, useSort, useWindow } from './expressions.ts';
import { traceFrom } from './from.ts';
import type { Level, Rows } from './scope.ts';
import { findRange, openLevel, rowOf, starOf, withOpen } from './scope.ts';
import type { Column, Taint } from './taint.ts';
import { either, together, whole } from './taint.ts';
import type { Trace } from './trace.ts';

/** A SELECT or VALUES in the level that is opened for it. */
export function traceSelect(trace: Trace, fields: Fields, outer: Level): Rows {
  const ctes = withCtes(trace, fields['withClause'], outer);
  const level = openLevel(outer.outer, ctes);
  const rows = arms(trace, fields, level);
  for (const item of listOf(fields['sortClause'])) useOutput(trace, item, level, rows);
  for (const key of ['limitOffset', 'limitCount'])
    trace.use(trace.expression(fields[key], level).taint, 'LIMIT or OFFSET');
  return rows;
}

function arms(trace: Trace, fields: Fields, level: Level): Rows {
  const op = stringOf(fields['op']) ?? 'SETOP_NONE';
  if (op === 'SETOP_NONE') return plain(trace, fields, level);
  const [left, right] = ['larg', 'rarg'].map((side) =>
    traceSelect(trace, fieldsOf(fields[side]), openLevel(level.outer, level.ctes)),
  );
  if (left === undefined || right === undefined) return { columns: [] };
  if (op !== 'SETOP_UNION' || fields['all'] !== true)
    for (const rows of [left, right]) trace.use(rowOf(rows).taint, 'a set operation that compares');
  return united(left, right);
}

/** UNION ALL, column by column. */
export function united(left: Rows, right: Rows): Rows {
  const count = Math.max(left.columns.length, right.columns.length);
  const columns = Array.from({ length: count }, (_, at): Column => {
    const [a, b] = [left.columns[at], right.columns[at]];
    return {
      name: a?.name ?? '',
      taint: either(a?.taint ?? left.open?.taint, b?.taint ?? right.open?.taint),
    };
  });
  return withOpen(columns, [left, right]);
}

function plain(trace: Trace, fields: Fields, level: Level): Rows {
  traceFrom(trace, fields['fromClause'], level);
  trace.use(trace.expression(fields['whereClause'], level).taint, 'WHERE');
  const values = listOf(fields['valuesLists']);
  const rows =
    values.length > 0
      ? valuesOf(trace, values, level)
      : outputsOf(trace, fields['targetList'], level);
  for (const item of listOf(fields['groupClause'])) useGroup(trace, item, level, rows);
  trace.use(trace.expression(fields['havingClause'], level).taint, 'HAVING');
  for (const window of listOf(fields['windowClause'])) useWindow(trace, window, level);
  const distinct = fields['distinctClause'];
  if (distinct !== undefined) useDistinct(trace, listOf(distinct), level, rows);
  if (fields['intoClause'] === undefined) return rows;
  trace.write(rowOf(rows).taint);
  return { columns: [] };
}

function valuesOf(trace: Trace, lists: readonly Value[], level: Level): Rows {
  const rows = lists.map((list): Rows => {
    const items = listOf(asKind(list, 'List')?.['items']);
    return {
      columns: items.map((item, at) => ({
        name: `column${String(at + 1)}`,
        taint: trace.expression(item, level).taint,
      })),
    };
  });
  return rows.reduce(united);
}

/** A target list, or RETURNING: one column an entry, and those that a star stands for. */
export function outputsOf(trace: Trace, value: Value | undefined, level: Level): Rows {
  const entries = listOf(value).map((item) =>
    outputOf(trace, asKind(item, 'ResTarget') ?? {}, level),
  );
  return withOpen(
    entries.flatMap(({ columns }) => columns),
    entries,
  );
}

function outputOf(trace: Trace, target: Fields, level: Level): Rows {
  const value = target['val'];
  if (isStar(value)) return starIn(trace, value, level);
  const traced = trace.expression(value, level);
  const steps = listOf(asKind(value, 'A_Indirection')?.['indirection']);
  // (x).* makes as many columns as x has.
  if (steps.length > 0 && asKind(steps.at(-1), 'A_Star') !== undefined)
    return { columns: [], open: { taint: whole(traced.taint) } };
  const column = textOf(listOf(asKind(value, 'ColumnRef')?.['fields']).at(-1));
  const name = stringOf(target['name']) ?? column ?? '';
  return { columns: [{ name, taint: column === undefined ? whole(traced.taint) : traced.taint }] };
}

function starIn(trace: Trace, value: Value | undefined, level: Level): Rows {
  const qualifier = textOf(listOf(asKind(value, 'ColumnRef')?.['fields']).at(-2));
  if (qualifier === undefined) return starOf(level);
  const range = findRange(level, qualifier);
  if (range !== undefined)
    return { columns: range.columns, ...(range.open === undefined ? {} : { open: range.open }) };
  return { columns: [], open: { taint: trace.expression(value, level).taint } };
}

/** ORDER BY, DISTINCT ON: an output by its number or its name, or any expression. */
function useOutput(trace: Trace, item: Value, level: Level, rows: Rows): void {
  const node = asKind(item, 'SortBy')?.['node'] ?? item;
  const output = outputNamed(node, rows);
  if (output === undefined) useSort(trace, item, level, SORTED);
  else trace.use(output.taint, SORTED);
}

const SORTED = 'ORDER BY or DISTINCT ON';

interface Meant {
  readonly taint: Taint | undefined;
}

function outputNamed(node: Value, rows: Rows): Meant | undefined {
  const integer = asKind(node, 'A_Const')?.['ival'];
  if (isFields(integer)) {
    const position = integer['ival'];
    // Behind columns that are not known, the count is not known either; nor is a number that nobody has read (positions.ts).
    const known = rows.open === undefined && typeof position === 'number';
    return known ? rows.columns[position - 1] : rowOf(rows);
  }
  const parts = listOf(asKind(node, 'ColumnRef')?.['fields']);
  const name = parts.length === 1 ? textOf(parts[0]) : undefined;
  if (name !== undefined && rows.open?.taint !== undefined) return rowOf(rows);
  const named = rows.columns.filter((column) => name !== undefined && column.name === name);
  return named.length === 0 ? undefined : { taint: together(...named.map(({ taint }) => taint)) };
}

function useDistinct(trace: Trace, on: readonly Value[], level: Level, rows: Rows): void {
  const items = on.filter((item) => isFields(item) && Object.keys(item).length > 0);
  if (items.length === 0) trace.use(rowOf(rows).taint, 'DISTINCT');
  for (const item of items) useOutput(trace, item, level, rows);
}

/** GROUP BY: a column of FROM before an output of that name. */
function useGroup(trace: Trace, item: Value, level: Level, rows: Rows): void {
  const nested = asKind(item, 'GroupingSet')?.['content'] ?? asKind(item, 'RowExpr')?.['args'];
  for (const inner of listOf(nested)) useGroup(trace, inner, level, rows);
  if (nested !== undefined || asKind(item, 'GroupingSet') !== undefined) return;
  const output = outputNamed(item, rows);
  const name = textOf(listOf(asKind(item, 'ColumnRef')?.['fields']).at(-1));
  const isColumn = starOf(level).columns.some((column) => column.name === name);
  if (output !== undefined && !isColumn) trace.use(output.taint, 'GROUP BY');
  else useSort(trace, item, level, 'GROUP BY');
}
