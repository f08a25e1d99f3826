import { mayCall, toMention } from './expressions.ts';
import { lockRanges } from './from.ts';
import { readPositions } from './lineage/positions.ts';
import type { Context } from './scope.ts';
import type { Fields, Value } from './tree.ts';
import { asKind, fieldsOf, listOf, stringOf } from './tree.ts';
import type { Handler, Walk } from './walk.ts';
import { OWN_TEMPORARY, queryContext } from './walk.ts';

/** Opens a WITH clause; each CTE sees those before it, or, if RECURSIVE, all of them. */
export function withCtes(walk: Walk, value: Value | undefined, context: Context): Context {
  const clause = fieldsOf(value);
  const ctes = listOf(clause['ctes']).map((item) => asKind(item, 'CommonTableExpr') ?? {});
  if (ctes.length === 0) return context;
  const names = new Set<string>();
  const inner: Context = { ...context, ctes: { names, outer: context.ctes } };
  if (clause['recursive'] === true)
    for (const cte of ctes) names.add(stringOf(cte['ctename']) ?? '');
  for (const cte of ctes) {
    walk.visit(cte['ctequery'], queryContext(inner));
    walk.inside({ search: cte['search_clause'], cycle: cte['cycle_clause'] }, queryContext(inner));
    names.add(stringOf(cte['ctename']) ?? '');
  }
  return inner;
}

const select: Handler = (walk, fields, outer, top) => {
  readPositions(fields);
  const context = queryContext(withCtes(walk, fields['withClause'], outer));
  if (fields['op'] === 'SETOP_NONE') {
    plainSelect(walk, fields, context, top);
  } else {
    select(walk, fieldsOf(fields['larg']), context, false);
    select(walk, fieldsOf(fields['rarg']), context, false);
  }
  for (const key of ['sortClause', 'limitOffset', 'limitCount']) walk.visit(fields[key], context);
};

const CLAUSES = [
  'valuesLists',
  'whereClause',
  'groupClause',
  'havingClause',
  'windowClause',
  'distinctClause',
];

function plainSelect(walk: Walk, fields: Fields, context: Context, top: boolean): void {
  const firstRead = walk.findings.reads.length;
  walk.visit(fields['fromClause'], context);
  lockRanges(walk, fields, firstRead);
  const clause = fieldsOf(fields['intoClause']);
  const into = clause['rel'];
  if (into !== undefined) createdBy(walk, fieldsOf(into), 'SELECT INTO', clause['onCommit']);
  const plain = top && into === undefined && fields['distinctClause'] === undefined;
  if (plain) {
    outputs(walk, fields['targetList'], context);
    for (const key of ['sortClause', 'groupClause']) notePositions(walk, fields[key]);
  } else {
    walk.visit(fields['targetList'], context);
  }
  for (const key of CLAUSES) walk.visit(fields[key], context);
}

/** Statements that may make something temporary. Views would reach, under a name of their own, what policies are about. */
const TEMPORARY: ReadonlySet<string> = new Set(['CREATE TABLE', 'CREATE TABLE AS', 'SELECT INTO']);

/** The relation that a statement creates; of the temporary ones, `onCommit` says how long it lives. */
export function createdBy(walk: Walk, relation: Fields, command: string, onCommit?: Value): void {
  const written = walk.relation(relation);
  const temporary = relation['relpersistence'] === 't' || written.schema === OWN_TEMPORARY;
  const reference = temporary ? { ...written, schema: OWN_TEMPORARY } : written;
  walk.findings.effect({ command, kind: 'relation', reference, created: true });
  walk.findings.invalidate();
  if (!temporary) return;
  const lasting = onCommit !== 'ONCOMMIT_DROP';
  walk.findings.use({ kind: 'temporary', name: reference.name, lasting });
  if (!TEMPORARY.has(command))
    walk.findings.refuse(
      'UNSUPPORTED_TEMPORARY',
      'Of temporary objects only tables are supported.',
    );
}

function outputs(walk: Walk, value: Value | undefined, context: Context): void {
  for (const item of listOf(value)) {
    const target = asKind(item, 'ResTarget');
    const column = asKind(target?.['val'], 'ColumnRef');
    const name = stringOf(target?.['name']);
    const alias = name === undefined ? {} : { alias: name };
    if (column === undefined) {
      walk.findings.output({ kind: 'expression', ...alias });
      walk.visit(item, context);
      continue;
    }
    const mention = toMention(column, context);
    walk.findings.output({ ...mention, ...alias });
    mayCall(walk, mention, context);
  }
}

function notePositions(walk: Walk, value: Value | undefined): void {
  for (const item of listOf(value)) {
    const sets = asKind(item, 'GroupingSet')?.['content'];
    if (sets !== undefined) notePositions(walk, sets);
    const row = asKind(item, 'RowExpr')?.['args'];
    if (row !== undefined) notePositions(walk, row);
    const constant = asKind(asKind(item, 'SortBy')?.['node'] ?? item, 'A_Const');
    const position = fieldsOf(constant?.['ival'])['ival'];
    if (typeof position === 'number') walk.findings.position(position);
  }
}

/** RETURNING is a target list; its OLD and NEW (PostgreSQL 18) are ranges that no FROM names. */
export function returning(walk: Walk, fields: Fields, context: Context, plain: boolean): void {
  const expressions = fieldsOf(fields['returningClause'])['exprs'];
  if (plain) outputs(walk, expressions, context);
  else walk.visit(expressions, context);
}

export const queryHandlers: readonly (readonly [string, Handler])[] = [['SelectStmt', select]];
