import type { Parameter } from '@chaperone/core/command';
import { analyse } from '@chaperone/core/sql';
import type { CommandRequest } from '../../protocol.ts';

/** Statements that PostgreSQL plans (documentation, "EXPLAIN"), and whose effects are all on relations. */
const PLANNED: ReadonlySet<string> = new Set([
  'SelectStmt',
  'InsertStmt',
  'UpdateStmt',
  'DeleteStmt',
  'MergeStmt',
]);

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * The target's planner evaluates calls whose arguments it knows, so that asking it runs them. Only a single statement is
 * asked about, with no call in it at all, written or behind an operator, a cast or a view.
 */
export function isEstimable({ classified, parameters }: CommandRequest): boolean {
  const { text, effects } = classified;
  if (effects.length === 0 || effects.some(({ kind }) => kind !== 'relation')) return false;
  if (parameters.some((value) => typeof value === 'object' && value !== null)) return false;
  // A built-in under its full name is no effect; how an identifier is escaped could hide it.
  if (/pg_catalog|u&"/i.test(text)) return false;
  const { statements } = analyse(text);
  const [statement, another] = statements;
  if (statement === undefined || another !== undefined || !PLANNED.has(statement.node))
    return false;
  return statement.effects.every(
    ({ kind, unlessColumnOf }) => kind === 'relation' || unlessColumnOf !== undefined,
  );
}

/**
 * How many of these relations, or of their partitions and children, may run functions while they are planned: views, rules,
 * row security, and what defaults, checks, indexes and partition keys call outside of PostgreSQL's own: rows (count).
 */
export function runningQuestion({ classified }: CommandRequest): string {
  const names = new Set(classified.effects.flatMap(({ object }) => object ?? []));
  const rows = [...names].map((name) => `(${literal(name)})`).join(', ');
  return `WITH RECURSIVE family(oid) AS (
  SELECT pg_catalog.to_regclass(v.name)::oid FROM (VALUES ${rows}) AS v(name)
  UNION SELECT i.inhrelid FROM family f JOIN pg_catalog.pg_inherits i ON i.inhparent = f.oid
), part(relation, classid, objid) AS (
  SELECT adrelid, 'pg_catalog.pg_attrdef'::pg_catalog.regclass, oid FROM pg_catalog.pg_attrdef
  UNION ALL SELECT conrelid, 'pg_catalog.pg_constraint'::pg_catalog.regclass, oid FROM pg_catalog.pg_constraint
  UNION ALL SELECT indrelid, 'pg_catalog.pg_class'::pg_catalog.regclass, indexrelid FROM pg_catalog.pg_index
  UNION ALL SELECT oid, 'pg_catalog.pg_class'::pg_catalog.regclass, oid FROM pg_catalog.pg_class
)
SELECT pg_catalog.count(*) FROM family f LEFT JOIN pg_catalog.pg_class c ON c.oid = f.oid
WHERE c.oid IS NULL OR c.relkind NOT IN ('r', 'p') OR c.relhasrules OR c.relrowsecurity
  OR EXISTS (SELECT FROM part p JOIN pg_catalog.pg_depend d ON d.classid = p.classid AND d.objid = p.objid
    WHERE p.relation = c.oid AND d.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass)`;
}

/** Asks for the plan, in a transaction that may write nothing and takes no longer than this. One row: the plan as JSON. */
export function planQuestion(
  { classified, parameters }: CommandRequest,
  timeoutMs: number,
): string {
  const { text } = classified;
  const begin = `BEGIN READ ONLY; SET LOCAL statement_timeout = ${String(timeoutMs)};`;
  const explain = 'EXPLAIN (FORMAT JSON)';
  // A line of its own: the text may end in a comment.
  if (parameters.length === 0) return `${begin} ${explain} ${text}\n; ROLLBACK`;
  const values = parameters.map((value) => valueOf(value)).join(', ');
  return `${begin} PREPARE estimated AS ${text}\n; ${explain} EXECUTE estimated(${values}); ROLLBACK`;
}

function valueOf(value: Parameter): string {
  return typeof value === 'string' ? literal(value) : 'NULL';
}

interface PlanNode {
  readonly 'Node Type'?: unknown;
  readonly 'Plan Rows'?: unknown;
  readonly Plans?: readonly PlanNode[];
}

/** Rows that the plan reaches: of a write those that it changes, which stand a node below. */
export function rowsOfPlan(json: string): number | undefined {
  const [explained] = JSON.parse(json) as readonly { readonly Plan?: PlanNode }[];
  const plan = explained?.Plan;
  if (plan === undefined) return undefined;
  const nodes = plan['Node Type'] === 'ModifyTable' ? (plan.Plans ?? []) : [plan];
  const rows = nodes.map((node) => Number(node['Plan Rows']));
  const sum = rows.reduce((all, one) => all + one, 0);
  return Number.isFinite(sum) ? sum : undefined;
}
