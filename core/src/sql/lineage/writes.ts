import { quoteName } from '../quote.ts';
import type { Fields, Value } from '../tree.ts';
import { asKind, fieldsOf, isFields, listOf, nameParts, stringOf, toNode } from '../tree.ts';
import type { Guard, MaskedRelation, NameReference } from '../types.ts';
import { withCtes } from './ctes.ts';
import { traceFrom, referenceTo } from './from.ts';
import { outputsOf } from './query.ts';
import type { Level, Rows } from './scope.ts';
import { noRows, openLevel, rowOf } from './scope.ts';
import type { Trace } from './trace.ts';
import { taintOf } from './trace.ts';

interface Target {
  readonly reference: NameReference;
  readonly relation: MaskedRelation | undefined;
  readonly rows: Rows;
  readonly level: Level;
}

/** The relation that is written: a relation even where a CTE has its name. */
function targetOf(trace: Trace, fields: Fields, outer: Level): Target {
  const written = fieldsOf(fields['relation']);
  const reference = referenceTo(written);
  const rows = trace.relation(reference);
  const alias = stringOf(fieldsOf(written['alias'])['aliasname']);
  const level = openLevel(outer.outer, withCtes(trace, fields['withClause'], outer));
  level.items = [{ ...rows, ranges: [{ ...rows, name: alias ?? reference.name }] }];
  return { reference, relation: trace.masked(reference), rows, level };
}

/** RETURNING, with the names that it has beside those of FROM. */
function returning(trace: Trace, fields: Fields, { rows, level }: Target): Rows {
  const clause = fieldsOf(fields['returningClause']);
  const renames = listOf(clause['options']).map(
    (option) => asKind(option, 'ReturningOption') ?? {},
  );
  const names = ['old', 'new', ...renames.map(({ value }) => stringOf(value) ?? '')];
  const beside = { columns: [], ranges: names.map((name) => ({ ...rows, name })) };
  return outputsOf(trace, clause['exprs'], { ...level, items: [...level.items, beside] });
}

/** Names of the columns that are set; what they are set to may not be masked. */
function assigned(trace: Trace, value: Value | undefined, level: Level): readonly string[] {
  return listOf(value).map((item) => {
    const fields = asKind(item, 'ResTarget') ?? {};
    for (const step of listOf(fields['indirection']))
      trace.use(trace.expression(asKind(step, 'A_Indices')?.['lidx'], level).taint, 'a subscript');
    const several = asKind(fields['val'], 'MultiAssignRef');
    trace.write(trace.expression(several?.['source'] ?? fields['val'], level).taint);
    return stringOf(fields['name']) ?? '';
  });
}

type Command = 'INSERT' | 'UPDATE';

/** A constraint answers a proposed value: whether it is there, or how it compares. */
function guard(
  trace: Trace,
  { relation, reference }: Target,
  columns: readonly string[],
  command: Command,
): void {
  for (const one of relation?.guards ?? []) {
    const taints = one.columns.map((name) => taintOf(relation, name));
    const masked = one.columns.filter((_, at) => taints[at] !== undefined);
    if (!asks(one, masked, columns, command)) continue;
    const name = quoteName(reference.schema, reference.name);
    if (one.hidden !== true && taints.every((taint) => taint?.predicates !== false))
      for (const taint of taints) trace.use(taint, `a constraint of ${name}`);
    else
      trace.refuse(
        'MASKED_PREDICATE',
        `A constraint of ${name} would tell about masked values (${one.kind}); a policy can allow that with predicates: Allow.`,
      );
  }
}

function asks(
  { kind, columns, hidden }: Guard,
  masked: readonly string[],
  proposed: readonly string[],
  command: Command,
): boolean {
  if (hidden === true) return columns.some((name) => proposed.includes(name));
  if (masked.length === 0) return false;
  // A row of the agent's own values tells nothing but whether an equal one is there.
  if (command === 'INSERT')
    return kind !== 'check' && masked.some((name) => proposed.includes(name));
  const own = kind === 'check' && masked.every((name) => proposed.includes(name));
  return !own && columns.some((name) => proposed.includes(name));
}

function insert(trace: Trace, fields: Fields, outer: Level): Rows {
  const target = targetOf(trace, fields, outer);
  const { level, rows } = target;
  const source = trace.query(fields['selectStmt'], openLevel(level.outer, level.ctes));
  trace.write(rowOf(source).taint);
  const named = assigned(trace, fields['cols'], level);
  const all = fields['selectStmt'] === undefined ? [] : rows.columns.map(({ name }) => name);
  guard(trace, target, named.length === 0 ? all : named, 'INSERT');
  onConflict(trace, fieldsOf(fields['onConflictClause']), target);
  return returning(trace, fields, target);
}

function onConflict(trace: Trace, conflict: Fields, target: Target): void {
  const { rows, level, relation } = target;
  const inference = fieldsOf(conflict['infer']);
  if (inference['conname'] !== undefined && relation !== undefined)
    trace.unknown('ON CONFLICT ON CONSTRAINT hides which columns are meant; name the columns.');
  for (const item of listOf(inference['indexElems'])) {
    const { name, expr } = asKind(item, 'IndexElem') ?? {};
    const column = rows.columns.find((one) => one.name === name);
    trace.use(column?.taint, 'ON CONFLICT');
    trace.use(trace.expression(expr, level).taint, 'ON CONFLICT');
  }
  trace.use(trace.expression(inference['whereClause'], level).taint, 'ON CONFLICT');
  if (conflict['action'] !== 'ONCONFLICT_UPDATE') return;
  const excluded = { columns: [], ranges: [{ ...rows, name: 'excluded' }] };
  const both = { ...level, items: [...level.items, excluded] };
  const targets = listOf(conflict['targetList']);
  assigned(
    trace,
    targets.filter((item) => !keepsProposed(item)),
    both,
  );
  const names = targets.map((item) => stringOf(asKind(item, 'ResTarget')?.['name']) ?? '');
  guard(trace, target, names, 'UPDATE');
  trace.use(trace.expression(conflict['whereClause'], both).taint, 'WHERE');
}

/** `email = excluded.email`: the column gets the value that the agent proposed for that very column. */
function keepsProposed(item: Value): boolean {
  const fields = asKind(item, 'ResTarget') ?? {};
  const [qualifier, column] = nameParts(asKind(fields['val'], 'ColumnRef')?.['fields']);
  return (
    qualifier === 'excluded' && column === fields['name'] && fields['indirection'] === undefined
  );
}

function update(trace: Trace, fields: Fields, outer: Level): Rows {
  const target = targetOf(trace, fields, outer);
  traceFrom(trace, fields['fromClause'], target.level);
  const columns = assigned(trace, fields['targetList'], target.level);
  guard(trace, target, columns, 'UPDATE');
  trace.use(trace.expression(fields['whereClause'], target.level).taint, 'WHERE');
  return returning(trace, fields, target);
}

function remove(trace: Trace, fields: Fields, outer: Level): Rows {
  const target = targetOf(trace, fields, outer);
  traceFrom(trace, fields['usingClause'], target.level);
  trace.use(trace.expression(fields['whereClause'], target.level).taint, 'WHERE');
  return returning(trace, fields, target);
}

function merge(trace: Trace, fields: Fields, outer: Level): Rows {
  const target = targetOf(trace, fields, outer);
  const { level, rows } = target;
  const source = fields['sourceRelation'];
  const before = level.items;
  level.items = [];
  traceFrom(trace, isFields(source) ? [source] : [], level);
  // A star in RETURNING has the source's columns first.
  level.items = [...level.items, ...before];
  trace.use(trace.expression(fields['joinCondition'], level).taint, 'ON');
  for (const item of listOf(fields['mergeWhenClauses'])) {
    const clause = asKind(item, 'MergeWhenClause') ?? {};
    trace.use(trace.expression(clause['condition'], level).taint, 'WHEN');
    const columns = assigned(trace, clause['targetList'], level);
    for (const value of listOf(clause['values'])) trace.write(trace.expression(value, level).taint);
    const inserts = clause['commandType'] === 'CMD_INSERT';
    const all = rows.columns.map(({ name }) => name);
    const set = inserts && columns.length === 0 ? all : columns;
    guard(trace, target, set, inserts ? 'INSERT' : 'UPDATE');
  }
  return returning(trace, fields, target);
}

type Write = (trace: Trace, fields: Fields, outer: Level) => Rows;

const WRITES: ReadonlyMap<string, Write> = new Map([
  ['InsertStmt', insert],
  ['UpdateStmt', update],
  ['DeleteStmt', remove],
  ['MergeStmt', merge],
]);

/** A write, in the level that is opened for it; what it returns. */
export function traceWrite(trace: Trace, value: Value | undefined, outer: Level): Rows {
  const node = toNode(value);
  const write = WRITES.get(node?.kind ?? '');
  if (node !== undefined && write !== undefined) return write(trace, node.fields, outer);
  if (node !== undefined) trace.unknown('A part of the statement is not understood.');
  return noRows;
}
