import type { MaskRule } from '../../masking/types.ts';
import type { Value } from '../tree.ts';
import type { MaskedCatalog, Resolution } from '../types.ts';
import { traceQuery } from './statement.ts';

export interface ViewRules {
  /** One entry a column, in order. */
  readonly columns: readonly (MaskRule | undefined)[];
  /** Its definition asks something about masked columns, and may fail by them. */
  readonly asks: boolean;
}

/**
 * How the columns of a view are masked. What its definition asks about masked columns in conditions is its owner's
 * decision, made before any agent came; what it shows is not.
 * @param tree of the query that defines it
 * @returns undefined where it cannot be followed, so that all of it counts as masked
 */
export function viewRules(
  tree: Value,
  masked: MaskedCatalog,
  resolution: Resolution,
): ViewRules | undefined {
  const { trace, rows } = traceQuery(tree, masked, resolution);
  if (trace.blind || rows.open !== undefined) return undefined;
  const columns = rows.columns.map(({ taint }) =>
    taint === undefined ? undefined : { method: taint.method, predicates: taint.predicates },
  );
  return { columns, asks: trace.asks };
}
