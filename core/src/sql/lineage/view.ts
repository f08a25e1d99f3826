import type { MaskRule } from '../../masking/types.ts';
import type { Value } from '../tree.ts';
import type { MaskedCatalog, Resolution } from '../types.ts';
import { traceQuery } from './statement.ts';

/**
 * How the columns of a view are masked. What its definition asks about masked columns in conditions is its owner's
 * decision, made before any agent came; what it shows is not.
 * @param tree of the query that defines it
 * @returns one entry a column, in order; undefined where it cannot be followed, so that all of it counts as masked
 */
export function viewRules(
  tree: Value,
  masked: MaskedCatalog,
  resolution: Resolution,
): readonly (MaskRule | undefined)[] | undefined {
  const { trace, rows } = traceQuery(tree, masked, resolution);
  if (trace.blind || rows.open !== undefined) return undefined;
  return rows.columns.map(({ taint }) =>
    taint === undefined ? undefined : { method: taint.method },
  );
}
