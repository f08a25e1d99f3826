import type { Column, Taint, Traced } from './taint.ts';
import { CLEAN, together } from './taint.ts';

/** There may be more columns than those listed; this is masked about them. */
export interface Open {
  readonly taint: Taint | undefined;
}

/** The columns of a query's result, in order. */
export interface Rows {
  readonly columns: readonly Column[];
  /** Present where the list is not all. */
  readonly open?: Open;
}

/** What a qualifier can mean. */
export interface Range extends Rows {
  readonly name: string;
}

/** One item of FROM: the names it brings, and its columns in the order of a star. */
export interface FromItem extends Rows {
  readonly ranges: readonly Range[];
}

/** A CTE is traced when it is first named, which for a recursive one is before its definition ends. */
export interface CteScope {
  readonly find: (name: string) => Rows | undefined;
}

/** One query level within those around it. Items of FROM are added in order, so that LATERAL sees those before it. */
export interface Level {
  items: readonly FromItem[];
  readonly outer: Level | undefined;
  readonly ctes: CteScope | undefined;
}

export const openLevel = (outer: Level | undefined, ctes: CteScope | undefined): Level => ({
  items: [],
  outer,
  ctes,
});

export const noRows: Rows = { columns: [] };

/** Columns that every table has and no policy masks. */
const SYSTEM_COLUMNS: ReadonlySet<string> = new Set([
  'ctid',
  'xmin',
  'xmax',
  'cmin',
  'cmax',
  'tableoid',
]);

/** Everything that a bare star stands for. */
export function starOf(level: Level): Rows {
  const columns = level.items.flatMap((item) => item.columns);
  return withOpen(columns, level.items);
}

export function withOpen(columns: readonly Column[], parts: readonly Rows[]): Rows {
  const open = parts.flatMap((part) => part.open ?? []);
  if (open.length === 0) return { columns };
  return { columns, open: { taint: together(...open.map(({ taint }) => taint)) } };
}

/** The range of that name, innermost first. */
export function findRange(level: Level | undefined, name: string): Range | undefined {
  for (let at = level; at !== undefined; at = at.outer) {
    for (const { ranges } of at.items) {
      const range = ranges.find((one) => one.name === name);
      if (range !== undefined) return range;
    }
  }
  return undefined;
}

/** What an unqualified name is: a column for sure, or perhaps one of a range whose columns are not known. */
export interface Found {
  readonly exact?: Traced;
  readonly maybe: readonly Open[];
}

/** An unqualified column, innermost first. */
export function findColumn(level: Level | undefined, name: string): Found {
  const maybe: Open[] = [];
  for (let at = level; at !== undefined; at = at.outer) {
    const { columns, open } = starOf(at);
    const found = columns.filter((column) => column.name === name);
    if (found.length > 0) return { exact: atColumn(found, maybe), maybe };
    if (open !== undefined) maybe.push(open);
  }
  return SYSTEM_COLUMNS.has(name) ? { exact: CLEAN, maybe } : { maybe };
}

function atColumn(found: readonly Column[], maybe: readonly Open[]): Traced {
  const [first] = found;
  const taint =
    found.length === 1 && maybe.every((other) => other.taint === undefined)
      ? first?.taint
      : together(...[...found, ...maybe].map((one) => one.taint));
  return { taint, safe: true };
}

/** A column of one range; undefined where it has none of that name. */
export function columnOf(range: Range, name: string): Traced | undefined {
  const found = range.columns.filter((column) => column.name === name);
  if (found.length > 0) return atColumn(found, []);
  return SYSTEM_COLUMNS.has(name) ? CLEAN : undefined;
}

export function rowOf({ columns, open }: Rows): Traced {
  const taint = together(...columns.map((column) => column.taint), open?.taint);
  return { taint, safe: true, ...(open === undefined ? { row: columns } : {}) };
}

/** Renames the first columns, as a list of aliases does. */
export function renamed(rows: Rows, names: readonly string[]): Rows {
  if (names.length === 0) return rows;
  const listed = rows.columns.map(({ name, taint }, at) => ({ name: names[at] ?? name, taint }));
  const extra = rows.open === undefined ? [] : names.slice(listed.length);
  const taint = rows.open?.taint;
  return { ...rows, columns: [...listed, ...extra.map((name) => ({ name, taint }))] };
}
