import type { Fields, Value } from '../tree.ts';
import { asKind, fieldsOf, listOf } from '../tree.ts';

/**
 * Reads the numbers by which ORDER BY, GROUP BY and DISTINCT ON name output columns, so that the analysis counts as one
 * that looked at them: lineage depends on them, in every query inside.
 */
export function readPositions(select: Fields): void {
  for (const key of ['sortClause', 'groupClause', 'distinctClause'])
    for (const item of listOf(select[key])) readPosition(item);
}

function readPosition(item: Value): unknown {
  const nested = asKind(item, 'GroupingSet')?.['content'] ?? asKind(item, 'RowExpr')?.['args'];
  for (const inner of listOf(nested)) readPosition(inner);
  const constant = asKind(asKind(item, 'SortBy')?.['node'] ?? item, 'A_Const');
  return fieldsOf(constant?.['ival'])['ival'];
}
