import type { Fields, Value } from '../tree.ts';
import { asKind, fieldsOf, listOf, nameParts, stringOf } from '../tree.ts';
import type { CteScope, Level, Rows } from './scope.ts';
import { noRows, openLevel, renamed } from './scope.ts';
import type { Column } from './taint.ts';
import { either, together } from './taint.ts';
import type { Trace } from './trace.ts';

/** More rounds than the taint of a recursive CTE's columns can go up in. */
const ROUNDS = 64;

/** The names of a WITH clause; each CTE sees those before it, or, if RECURSIVE, all of them and itself. */
export function withCtes(
  trace: Trace,
  value: Value | undefined,
  level: Level,
): CteScope | undefined {
  const clause = fieldsOf(value);
  const definitions = listOf(clause['ctes']).map((item) => asKind(item, 'CommonTableExpr') ?? {});
  let scope = level.ctes;
  if (clause['recursive'] === true) return recursive(trace, definitions, level);
  for (const cte of definitions) {
    const rows = traceCte(trace, cte, level, scope);
    const name = stringOf(cte['ctename']);
    const before = scope;
    scope = { find: (wanted) => (wanted === name ? rows : before?.find(wanted)) };
  }
  return scope;
}

function recursive(trace: Trace, definitions: readonly Fields[], level: Level): CteScope {
  const known = new Map<string, Rows>();
  const under = new Set<string>();
  const byName = new Map(definitions.map((cte) => [stringOf(cte['ctename']) ?? '', cte]));
  const find = (name: string): Rows | undefined => {
    const cte = byName.get(name);
    if (cte === undefined) return level.ctes?.find(name);
    if (!known.has(name) && !under.has(name)) settle(name, cte);
    return known.get(name) ?? noRows;
  };
  const settle = (name: string, cte: Fields): void => {
    under.add(name);
    const first = firstArm(trace, cte, level, { find });
    if (first !== undefined) known.set(name, first);
    for (let round = 0; round < ROUNDS; round++) {
      const before = known.get(name);
      const after = traceCte(trace, cte, level, { find });
      known.set(name, before === undefined ? after : joined(before, after));
      if (before !== undefined && same(before, known.get(name) ?? after)) break;
    }
    under.delete(name);
  };
  for (const name of byName.keys()) find(name);
  return { find };
}

/** The columns that a recursive CTE begins with are those of its first arm. */
function firstArm(trace: Trace, cte: Fields, level: Level, ctes: CteScope): Rows | undefined {
  const union = asKind(cte['ctequery'], 'SelectStmt');
  if (union?.['op'] !== 'SETOP_UNION') return undefined;
  const arm = { SelectStmt: fieldsOf(union['larg']) };
  return renamed(trace.query(arm, openLevel(level.outer, ctes)), nameParts(cte['aliascolnames']));
}

function joined(a: Rows, b: Rows): Rows {
  const columns = b.columns.map(({ name, taint }, at): Column => {
    const other = a.columns[at];
    return { name, taint: other?.taint === undefined ? taint : either(other.taint, taint) };
  });
  return { ...b, columns };
}

const same = (a: Rows, b: Rows): boolean =>
  a.columns.length === b.columns.length &&
  a.columns.every(({ taint }, at) => {
    const other = b.columns[at]?.taint;
    return taint?.method === other?.method && (taint === undefined) === (other === undefined);
  });

function traceCte(trace: Trace, cte: Fields, level: Level, ctes: CteScope | undefined): Rows {
  const query = trace.query(cte['ctequery'], openLevel(level.outer, ctes));
  const rows = renamed(query, nameParts(cte['aliascolnames']));
  return withCycle(trace, withSearch(trace, rows, cte), cte);
}

function listedIn(rows: Rows, value: Value | undefined): Column {
  const names = nameParts(value);
  const listed = rows.columns.filter(({ name }) => names.includes(name));
  return { name: '', taint: together(...listed.map(({ taint }) => taint), rows.open?.taint) };
}

function withSearch(trace: Trace, rows: Rows, cte: Fields): Rows {
  const clause = cte['search_clause'];
  if (clause === undefined) return rows;
  const fields = fieldsOf(clause);
  const { taint } = listedIn(rows, fields['search_col_list']);
  trace.use(taint, 'SEARCH');
  const name = stringOf(fields['search_seq_column']) ?? '';
  return { ...rows, columns: [...rows.columns, { name, taint }] };
}

function withCycle(trace: Trace, rows: Rows, cte: Fields): Rows {
  const clause = cte['cycle_clause'];
  if (clause === undefined) return rows;
  const fields = fieldsOf(clause);
  const { taint } = listedIn(rows, fields['cycle_col_list']);
  trace.use(taint, 'CYCLE');
  const added = ['cycle_mark_column', 'cycle_path_column'].map((key) => ({
    name: stringOf(fields[key]) ?? '',
    taint,
  }));
  return { ...rows, columns: [...rows.columns, ...added] };
}
