import { returning, withCtes } from './queries.ts';
import type { Context } from './scope.ts';
import type { Fields, Value } from './tree.ts';
import { asKind, fieldsOf, listOf, nameParts, stringOf } from './tree.ts';
import type { NameReference } from './types.ts';
import { isUnbounded } from './unbounded.ts';
import type { Handler, Walk } from './walk.ts';
import { aliasOf, queryContext } from './walk.ts';

/*
 * INSERT, UPDATE, DELETE, MERGE. The target is a relation even where a CTE has its name, and its own rows being read in
 * WHERE or RETURNING is part of the write: SELECT is an effect only on ranges beside it.
 */

interface Target {
  readonly reference: NameReference;
  readonly name: string;
  readonly context: Context;
}

function target(walk: Walk, fields: Fields, outer: Context): Target {
  const context = queryContext(outer);
  const relation = fieldsOf(fields['relation']);
  const reference = walk.relation(relation);
  walk.bindRelation(reference, relation, context);
  // An update of this view is a set_config() per row.
  if (reference.name === 'pg_settings')
    walk.findings.refuse(
      'UNSUPPORTED_SETTING',
      'Writing to pg_settings is not supported; use SET for settings that are.',
    );
  return { reference, name: aliasOf(relation)?.name ?? reference.name, context };
}

function write(walk: Walk, { reference }: Target, command: string, unbounded = false): void {
  walk.findings.effect({
    command,
    kind: 'relation',
    reference,
    ...(unbounded ? { unbounded: true } : {}),
  });
}

/** The assigned columns may be masked ones; what is assigned, and subscripts, are expressions as any other. */
function assignments(walk: Walk, value: Value | undefined, context: Context): void {
  for (const item of listOf(value)) {
    const fields = asKind(item, 'ResTarget') ?? {};
    for (const step of listOf(fields['indirection'])) walk.visit(step, context);
    walk.visit(fields['val'], context);
  }
}

function others({ context, name, reference }: Target): ReadonlySet<string> & { target: string } {
  const names = new Set(context.ranges.entries.keys());
  names.delete(name);
  return Object.assign(names, { target: reference.name });
}

const insert: Handler = (walk, fields, outer, top) => {
  const scope = withCtes(walk, fields['withClause'], outer);
  const into = target(walk, fields, scope);
  write(walk, into, 'INSERT');
  walk.visit(fields['selectStmt'], queryContext(scope));
  assignments(walk, fields['cols'], into.context);
  const conflict = fieldsOf(fields['onConflictClause']);
  onConflict(walk, conflict, into);
  returning(walk, fields, into.context, top);
};

function onConflict(walk: Walk, conflict: Fields, into: Target): void {
  const inference = fieldsOf(conflict['infer']);
  if (inference['conname'] !== undefined) walk.findings.obscure('ON CONFLICT ON CONSTRAINT');
  for (const item of listOf(inference['indexElems'])) {
    const name = stringOf(asKind(item, 'IndexElem')?.['name']);
    if (name !== undefined) walk.findings.mention({ name, kind: 'column' });
    walk.visit(item, into.context);
  }
  walk.visit(inference['whereClause'], into.context);
  if (conflict['action'] !== 'ONCONFLICT_UPDATE') return;
  write(walk, into, 'UPDATE');
  const changed = listOf(conflict['targetList']).filter((item) => !keepsProposed(item));
  assignments(walk, changed, into.context);
  walk.visit(conflict['whereClause'], into.context);
}

/** `email = excluded.email`: the column gets the value that the agent proposed for that very column. */
function keepsProposed(item: Value): boolean {
  const fields = asKind(item, 'ResTarget') ?? {};
  const [qualifier, column] = nameParts(asKind(fields['val'], 'ColumnRef')?.['fields']);
  return (
    qualifier === 'excluded' && column === fields['name'] && fields['indirection'] === undefined
  );
}

const update: Handler = (walk, fields, outer, top) => {
  const into = target(walk, fields, withCtes(walk, fields['withClause'], outer));
  walk.visit(fields['fromClause'], into.context);
  write(walk, into, 'UPDATE', isUnbounded(fields['whereClause'], others(into)));
  assignments(walk, fields['targetList'], into.context);
  walk.visit(fields['whereClause'], into.context);
  returning(walk, fields, into.context, top);
};

const remove: Handler = (walk, fields, outer, top) => {
  const into = target(walk, fields, withCtes(walk, fields['withClause'], outer));
  walk.visit(fields['usingClause'], into.context);
  write(walk, into, 'DELETE', isUnbounded(fields['whereClause'], others(into)));
  walk.visit(fields['whereClause'], into.context);
  returning(walk, fields, into.context, top);
};

const MERGE_COMMANDS: Readonly<Record<string, string | undefined>> = {
  CMD_INSERT: 'INSERT',
  CMD_UPDATE: 'UPDATE',
  CMD_DELETE: 'DELETE',
};

const merge: Handler = (walk, fields, outer) => {
  const into = target(walk, fields, withCtes(walk, fields['withClause'], outer));
  walk.visit(fields['sourceRelation'], into.context);
  walk.visit(fields['joinCondition'], into.context);
  const joinsAll = isUnbounded(fields['joinCondition'], others(into));
  const clauses = listOf(fields['mergeWhenClauses']).map(
    (item) => asKind(item, 'MergeWhenClause') ?? {},
  );
  for (const clause of clauses) {
    const command = MERGE_COMMANDS[stringOf(clause['commandType']) ?? ''];
    // Rows that no source row matches are all rows but the matched ones.
    const reach = clause['matchKind'] === 'MERGE_WHEN_NOT_MATCHED_BY_SOURCE' || joinsAll;
    const unbounded =
      command !== 'INSERT' && reach && isUnbounded(clause['condition'], others(into));
    if (command !== undefined) write(walk, into, command, unbounded);
    walk.visit(clause['condition'], into.context);
    assignments(walk, clause['targetList'], into.context);
    walk.visit(clause['values'], into.context);
  }
  if (clauses.every((clause) => clause['commandType'] === 'CMD_NOTHING'))
    write(walk, into, 'SELECT');
  returning(walk, fields, into.context, false);
};

export const writeHandlers: readonly (readonly [string, Handler])[] = [
  ['InsertStmt', insert],
  ['UpdateStmt', update],
  ['DeleteStmt', remove],
  ['MergeStmt', merge],
];
