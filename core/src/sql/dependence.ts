import type { Fields, Value } from './tree.ts';
import { asKind, fieldsOf, listOf, stringOf, textOf, toNode } from './tree.ts';

/** Ranges of the statement other than the target; a column qualified with one does not depend on the target. */
export type OtherRanges = ReadonlySet<string>;

/** Mentions a column that may be the target's: unqualified, or qualified with no other range, also from a subquery. */
export function dependsOnTarget(value: Value | undefined, others: OtherRanges): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.some((item: Value) => dependsOnTarget(item, others));
  const node = toNode(value);
  if (node?.kind === 'A_Const') return false;
  if (node?.kind === 'ColumnRef') return isTargetColumn(node.fields, others);
  if (node?.kind === 'SubLink') return subLinkVaries(node.fields, others);
  return Object.values(fieldsOf(value)).some((item) => dependsOnTarget(item, others));
}

function isTargetColumn(fields: Fields, others: OtherRanges): boolean {
  const qualifier = qualifierOf(fields);
  return qualifier === undefined || !others.has(qualifier);
}

function qualifierOf(column: Fields): string | undefined {
  const parts = listOf(column['fields']);
  return parts.length > 1 ? textOf(parts[parts.length - 2]) : undefined;
}

/** A subquery without test expression depends on the target only through a qualified column that is not its own. */
function subLinkVaries(fields: Fields, others: OtherRanges): boolean {
  if (fields['testexpr'] !== undefined && dependsOnTarget(fields['testexpr'], others)) return true;
  const names = new Set(others);
  collectNames(fields['subselect'], names);
  return outerReference(fields['subselect'], names);
}

function collectNames(value: Value | undefined, names: Set<string>): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const item of value as readonly Value[]) collectNames(item, names);
    return;
  }
  const fields = fieldsOf(value);
  const alias = stringOf(fieldsOf(fields['alias'])['aliasname']);
  const name = alias ?? stringOf(fields['relname']);
  if (name !== undefined) names.add(name);
  for (const key in fields) collectNames(fields[key], names);
}

function outerReference(value: Value | undefined, inner: ReadonlySet<string>): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.some((item: Value) => outerReference(item, inner));
  const column = asKind(value, 'ColumnRef');
  if (column !== undefined) {
    const qualifier = qualifierOf(column);
    return qualifier !== undefined && !inner.has(qualifier);
  }
  return Object.values(fieldsOf(value)).some((item) => outerReference(item, inner));
}

const POSITIONS = new Set([
  'location',
  'rexpr_list_start',
  'rexpr_list_end',
  'list_start',
  'list_end',
]);

/** Equal but for positions in the text; the target's columns are equal with and without qualifier. Ends at the first difference. */
export function same(a: Value | undefined, b: Value | undefined, others: OtherRanges): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    const [left, right] = [listOf(a), listOf(b)];
    return left.length === right.length && left.every((item, at) => same(item, right[at], others));
  }
  const [left, right] = [fieldsOf(a), fieldsOf(b)];
  const [column, other] = [asKind(left, 'ColumnRef'), asKind(right, 'ColumnRef')];
  if (column !== undefined && other !== undefined) return sameColumn(column, other, others);
  const keys = Object.keys(left).filter((key) => !POSITIONS.has(key));
  return (
    keys.length === Object.keys(right).filter((key) => !POSITIONS.has(key)).length &&
    keys.every((key) => same(left[key], right[key], others))
  );
}

function sameColumn(a: Fields, b: Fields, others: OtherRanges): boolean {
  const ranges = [a, b].map((column) => {
    const qualifier = qualifierOf(column);
    return qualifier !== undefined && others.has(qualifier) ? qualifier : '';
  });
  return (
    ranges[0] === ranges[1] &&
    textOf(listOf(a['fields']).at(-1)) === textOf(listOf(b['fields']).at(-1))
  );
}
