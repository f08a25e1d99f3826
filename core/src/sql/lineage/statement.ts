import type { Fields, Node, Value } from '../tree.ts';
import { asKind, isFields, toNode } from '../tree.ts';
import type { MaskedCatalog, Resolution } from '../types.ts';
import { traceExpression } from './expressions.ts';
import { maskIndexOf } from './mask-index.ts';
import { traceSelect } from './query.ts';
import type { Level, Rows } from './scope.ts';
import { openLevel, rowOf } from './scope.ts';
import type { Parts } from './trace.ts';
import { Trace } from './trace.ts';
import { traceWrite } from './writes.ts';

const parts: Parts = {
  expression: traceExpression,
  query: (trace: Trace, value: Value | undefined, level: Level): Rows => {
    const select = asKind(value, 'SelectStmt');
    return select === undefined
      ? traceWrite(trace, value, level)
      : traceSelect(trace, select, level);
  },
};

export interface TracedQuery {
  readonly trace: Trace;
  readonly rows: Rows;
}

/** Follows a query, or a write with what it returns, from its tables to its result. */
export function traceQuery(
  tree: Value | undefined,
  masked: MaskedCatalog,
  resolution: Resolution,
): TracedQuery {
  const trace = new Trace(resolution, maskIndexOf(masked), parts);
  return { trace, rows: trace.query(tree, openLevel(undefined, undefined)) };
}

const QUERIES: ReadonlySet<string> = new Set([
  'SelectStmt',
  'InsertStmt',
  'UpdateStmt',
  'DeleteStmt',
  'MergeStmt',
]);

/** Statements that name a query, whose rows come when it is executed or fetched from. */
const NAMING: ReadonlySet<string> = new Set(['PrepareStmt', 'DeclareCursorStmt']);

/** Statements that run a query whose rows go nowhere but into a relation of their own. */
const STORING: ReadonlySet<string> = new Set(['CreateTableAsStmt', 'ViewStmt']);

/** COPY of a query into the protocol; a file of the server, or a program, would get rows that nobody has masked. */
const isCopyToAgent = ({ kind, fields }: Node): boolean =>
  kind === 'CopyStmt' && fields['filename'] === undefined && fields['is_program'] !== true;

/** What a statement does with a query: gives its rows, now or by a name, explains it, or stores its rows; undefined where it has none. */
export function tracedStatement(
  tree: Fields,
  masked: MaskedCatalog,
  resolution: Resolution,
): (TracedQuery & { readonly gives: boolean }) | undefined {
  const node = toNode(tree);
  if (node === undefined) return undefined;
  if (QUERIES.has(node.kind)) return { ...traceQuery(tree, masked, resolution), gives: true };
  const inner = node.fields['query'];
  if (!isFields(inner)) return undefined;
  if (node.kind === 'ExplainStmt') {
    const traced = tracedStatement(inner, masked, resolution);
    return traced === undefined ? undefined : { ...traced, gives: false };
  }
  if (NAMING.has(node.kind) || isCopyToAgent(node))
    return tracedStatement(inner, masked, resolution);
  if (!STORING.has(node.kind) || !QUERIES.has(toNode(inner)?.kind ?? '')) return undefined;
  const traced = traceQuery(inner, masked, resolution);
  traced.trace.write(rowOf(traced.rows).taint);
  return { ...traced, gives: false };
}
