import { STATE_ONLY, UNFOLLOWABLE_RELATIONS } from '../functions.ts';
import type {
  LineageVerdict,
  MaskedCatalog,
  Outputs,
  Resolution,
  StatementAnalysis,
} from '../types.ts';
import { maskIndexOf } from './mask-index.ts';
import type { Rows } from './scope.ts';
import { tracedStatement } from './statement.ts';

/** What the trace of a query says; undefined for a statement that runs none, or whose query is not followed here. */
export function traceLineage(
  statement: StatementAnalysis,
  masked: MaskedCatalog,
  resolution: Resolution,
): LineageVerdict | undefined {
  if (!mayReach(statement, masked, resolution)) return undefined;
  try {
    return verdictOf(tracedStatement(statement.tree, masked, resolution));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const reason = 'The statement nests too deeply to be followed; split it.';
    return { kind: 'refused', code: 'LINEAGE_UNKNOWN', reason };
  }
}

function verdictOf(traced: ReturnType<typeof tracedStatement>): LineageVerdict | undefined {
  if (traced === undefined) return undefined;
  const { trace, rows, gives } = traced;
  if (trace.refused !== undefined) return trace.refused;
  const outputs = gives ? outputsOf(rows) : 'none';
  if (!trace.opaque && !trace.touched && outputs === 'none') return { kind: 'untouched' };
  const asks = trace.asks ? ({ asks: true } as const) : {};
  if (!gives) {
    // Of a function without effects the plan may hold the result.
    if (trace.opaque) return { kind: 'opaque-call', outputs: 'unknown', ...asks };
    return { kind: 'plain', maskedOutput: false, outputs: 'none', ...asks };
  }
  if (trace.opaque) return { kind: 'opaque-call', outputs, ...asks };
  return { kind: 'plain', maskedOutput: outputs !== 'none', outputs, ...asks };
}

function outputsOf({ columns, open }: Rows): Outputs {
  if (columns.every(({ taint }) => taint === undefined) && open?.taint === undefined) return 'none';
  if (open !== undefined) return 'unknown';
  return columns.map(({ name, taint }) => ({
    ...{ name, method: taint?.method },
    ...(taint?.computed === true ? { computed: true } : {}),
  }));
}

/** Most statements reach nothing that is masked, which their names alone tell. */
function mayReach(
  { effects, lineage, node }: StatementAnalysis,
  masked: MaskedCatalog,
  resolution: Resolution,
): boolean {
  const index = maskIndexOf(masked);
  if (lineage.operators.length > 0 || node === 'ExplainStmt') return true;
  const calls = effects.some(
    ({ kind, reference, when }) =>
      kind === 'function' &&
      (when === 'shadowed'
        ? reference !== undefined && resolution.functionSchemas(reference).length > 0
        : !STATE_ONLY.has(reference?.name ?? '')),
  );
  return (
    calls ||
    lineage.ranges.some(({ reference }) => {
      const found = resolution.relation(reference);
      if (found === undefined || UNFOLLOWABLE_RELATIONS.has(found.name)) return true;
      return index.relation(found) !== undefined || index.isDependent(found);
    })
  );
}
