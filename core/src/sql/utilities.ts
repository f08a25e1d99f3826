import { namedFunction } from './calls.ts';
import type { Collect } from './collect.ts';
import { createdBy } from './queries.ts';
import { executeInto } from './session-statements.ts';
import { storedSet } from './settings.ts';
import { PART_TYPES, RELATION_TYPES } from './tags.ts';
import type { Fields, Value } from './tree.ts';
import { asKind, fieldsOf, isFields, kindOf, listOf, nameParts, stringOf } from './tree.ts';
import type { Walk } from './walk.ts';
import { isTemporarySchema } from './walk.ts';

export { set, show, transaction } from './settings.ts';

/** SELECT, INSERT, UPDATE, DELETE, MERGE: the walk's own handlers, as the outermost query. */
export const query: Collect = (walk, fields, { tag, context }) => {
  walk.visit({ [tag]: fields }, context, true);
};

/** An effect on no object. */
export const alone: Collect = (walk, fields, { tag }) => {
  walk.findings.effect({ command: tag, kind: 'none' });
  noteNames(walk, fields);
};

/** LISTEN, NOTIFY and UNLISTEN; `UNLISTEN *` names no channel. */
export const onChannel: Collect = (walk, fields, { tag }) => {
  const object = stringOf(fields['conditionname']) ?? '';
  if (object === '') walk.findings.effect({ command: tag, kind: 'none' });
  else walk.findings.effect({ command: tag, kind: 'channel', object });
};

/** Each relation named is acted on, queries and calls inside count as ever; without a relation, one effect on none. */
export const acting: Collect = (walk, fields, { tag, context }) => {
  walk.inside(fields, { ...context, tag });
  walk.findings.ensure(tag);
  noteNames(walk, fields);
};

/** With CASCADE it takes what refers to its relations. */
export const truncate: Collect = (walk, fields, { tag }) => {
  const cascades = fields['behavior'] === 'DROP_CASCADE' ? { cascades: true as const } : {};
  for (const relation of listOf(fields['relations'])) {
    const reference = walk.relation(asKind(relation, 'RangeVar') ?? {});
    walk.findings.effect({ command: tag, kind: 'relation', reference, ...cascades });
    walk.findings.range({ reference, name: reference.name, utility: true });
  }
};

/** Like `acting`; the relation created is where CREATE puts it, not where an equal name is found. */
export const creating: Collect = (walk, fields, place) => {
  const base = fieldsOf(fields['base']);
  const relation = [
    fields['relation'],
    fields['view'],
    fields['sequence'],
    fields['typevar'],
    base['relation'],
  ].find(isFields);
  if (relation !== undefined) createdBy(walk, relation, place.tag, fields['oncommit']);
  const rest = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== relation && value !== fields['base']),
  );
  const columns =
    fields['base'] === undefined
      ? {}
      : { tableElts: base['tableElts'], inhRelations: base['inhRelations'] };
  acting(walk, { ...rest, ...columns }, place);
};

export const createTableAs: Collect = (walk, fields, place) => {
  const into = fieldsOf(fields['into']);
  createdBy(walk, fieldsOf(into['rel']), place.tag, into['onCommit']);
  const statement = fields['query'];
  const execute = asKind(statement, 'ExecuteStmt');
  if (execute === undefined) walk.visit(statement, place.context);
  else executeInto(walk, execute, place);
};

/** CREATE SCHEMA with the elements of the schema: each is a statement of its own. */
export const schema: Collect = (walk, fields, { tag, nested }) => {
  walk.findings.effect({ command: tag, kind: 'none' });
  for (const element of listOf(fields['schemaElts'])) nested(element);
};

/** A trigger's function runs with each write from then on: creating it counts as calling it. */
export const trigger: Collect = (walk, fields, place) => {
  acting(walk, fields, place);
  namedFunction(walk, nameParts(fields['funcname']));
};

export const callStatement: Collect = (walk, fields, { context }) => {
  const call = fieldsOf(fields['funccall']);
  namedFunction(walk, nameParts(call['funcname']));
  walk.visit(call['args'], context);
};

/** EXPLAIN plans, and with ANALYZE executes: the effects of what it explains, in either case. */
export const explain: Collect = (walk, fields, { tag, nested }) => {
  walk.findings.effect({ command: tag, kind: 'none' });
  nested(fields['query']);
};

/** ALTER ROLE, DATABASE, SYSTEM ... SET: what later sessions start with. */
export const storedSetting: Collect = (walk, fields, { tag }) => {
  walk.findings.effect({ command: tag, kind: 'none' });
  storedSet(walk, fieldsOf(fields['setstmt']));
};

/** Statements that name objects by lists of name parts under an object type. */
export function listed(typeField: string, objectField: string): Collect {
  return (walk, fields, { tag, context }) => {
    const type = stringOf(fields[typeField]) ?? '';
    const objects = fields[objectField];
    for (const object of Array.isArray(objects) ? listOf(objects) : [objects]) {
      const parts = nameParts(asKind(object, 'List')?.['items']);
      const part = PART_TYPES.has(type) ? parts.at(-1) : undefined;
      const relation = part === undefined ? parts : parts.slice(0, -1);
      if (part !== undefined) walk.findings.mention({ name: part, kind: 'column' });
      if (relation.length > 0 && (part !== undefined || RELATION_TYPES.has(type)))
        walk.visit(rangeVar(relation), { ...context, tag });
      else noteNames(walk, object);
    }
    walk.findings.ensure(tag);
  };
}

function rangeVar(parts: readonly string[]): Value {
  const schemaname = parts.at(-2);
  const relname = parts.at(-1) ?? '';
  return { RangeVar: schemaname === undefined ? { relname } : { relname, schemaname } };
}

/** A table made from, or below, another: rows of the one are reached by the other. */
export function hasParents(fields: Fields): boolean {
  return fields['inhRelations'] !== undefined || fields['partbound'] !== undefined;
}

/** ALTER TABLE subcommands after which the rows of a relation are where they were, under the same names. */
const STAYING = new Set([
  'AT_AddColumn',
  'AT_ColumnDefault',
  'AT_DropNotNull',
  'AT_SetNotNull',
  'AT_SetStatistics',
  'AT_SetOptions',
  'AT_ResetOptions',
  'AT_SetStorage',
  'AT_SetCompression',
  'AT_DropColumn',
  'AT_AddConstraint',
  'AT_AlterConstraint',
  'AT_ValidateConstraint',
  'AT_DropConstraint',
  'AT_ClusterOn',
  'AT_DropCluster',
  'AT_SetLogged',
  'AT_SetUnLogged',
  'AT_SetTableSpace',
  'AT_SetRelOptions',
  'AT_ResetRelOptions',
  'AT_AddIdentity',
  'AT_SetIdentity',
  'AT_DropIdentity',
]);

export function movesRows(fields: Fields): boolean {
  return listOf(fields['cmds']).some((command) => {
    const subtype = stringOf(asKind(command, 'AlterTableCmd')?.['subtype']);
    return subtype === undefined || !STAYING.has(subtype);
  });
}

const NAME_FIELDS = new Set(['sval', 'name', 'subname', 'colname', 'newname']);

/**
 * Names in a utility statement stand in many fields; each counts as a mention of a column. A name in the temporary
 * schema is refused wherever it stands.
 */
function noteNames(walk: Walk, value: Value | undefined): void {
  if (typeof value !== 'object' || value === null) return;
  if (!isFields(value)) {
    for (const item of value) noteNames(walk, item);
    return;
  }
  if (kindOf(value) === 'SelectStmt') return;
  for (const key in value) {
    const item = value[key];
    if (typeof item !== 'string') noteNames(walk, item);
    else if (NAME_FIELDS.has(key)) noteName(walk, item);
  }
}

function noteName(walk: Walk, name: string): void {
  walk.findings.mention({ name, kind: 'column' });
  if (isTemporarySchema(name))
    walk.findings.refuse(
      'UNSUPPORTED_TEMPORARY',
      'Objects in the temporary schema are not supported.',
    );
}
