import type { Collect } from './collect.ts';
import { constantNumber, constantText } from './constants.ts';
import type { Fields, Value } from './tree.ts';
import { asKind, fieldsOf, listOf, nameParts, stringOf, toNode } from './tree.ts';
import type { CopyUse } from './types.ts';
import type { Walk } from './walk.ts';

/*
 * Statements about what only the session knows: prepared statements, cursors, and the data that COPY moves. Preparing and
 * declaring have the effects of the query, and nothing of their own; executing and fetching have what the session knows of
 * the name.
 */

export const prepare: Collect = (walk, fields, { context }) => {
  walk.visit(fields['query'], context, true);
  walk.visit(fields['argtypes'], context);
  walk.findings.use({ kind: 'prepare', name: stringOf(fields['name']) ?? '' });
};

const executing =
  (into: boolean): Collect =>
  (walk, fields, { context }) => {
    walk.visit(fields['params'], context);
    walk.findings.use({ kind: 'execute', name: stringOf(fields['name']) ?? '', into });
  };

export const execute: Collect = executing(false);

/** `CREATE TABLE … AS EXECUTE`. */
export const executeInto: Collect = executing(true);

export const deallocate: Collect = (walk, fields) => {
  walk.findings.use({ kind: 'deallocate', ...named(fields['name']) });
};

/** DeclareCursorStmt.options (parsenodes.h). */
const CURSOR_OPT_BINARY = 0x01;
const CURSOR_OPT_HOLD = 0x20;

export const declare: Collect = (walk, fields, { context }) => {
  walk.visit(fields['query'], context, true);
  const options = Number(fields['options'] ?? 0);
  walk.findings.use({
    kind: 'declare',
    name: stringOf(fields['portalname']) ?? '',
    hold: (options & CURSOR_OPT_HOLD) !== 0,
    binary: (options & CURSOR_OPT_BINARY) !== 0,
  });
};

export const fetch: Collect = (walk, fields) => {
  walk.findings.use({ kind: 'fetch', name: stringOf(fields['portalname']) ?? '' });
};

export const close: Collect = (walk, fields) => {
  walk.findings.use({ kind: 'close', ...named(fields['portalname']) });
};

function named(name: Value | undefined): { readonly name?: string } {
  return typeof name === 'string' ? { name } : {};
}

export const discard: Collect = (walk, fields, { tag }) => {
  walk.findings.effect({ command: tag, kind: 'none' });
  const target = stringOf(fields['target']) ?? '';
  if (target === 'DISCARD_ALL') walk.findings.use({ kind: 'discard', what: 'all' });
  if (target === 'DISCARD_TEMP') walk.findings.use({ kind: 'discard', what: 'temporary' });
};

/**
 * COPY reads or writes its relation, with the effect of a SELECT or an INSERT; a query counts as ever. Files of the server
 * and programs are effects of their own.
 */
export const copy: Collect = (walk, fields, { tag, context }) => {
  const use = copyUse(walk, fields);
  if (use.relation === undefined) {
    walk.findings.effect({ command: tag, kind: 'none' });
    walk.visit(fields['query'], context, use.end === 'client');
  } else {
    for (const command of [tag, use.direction === 'in' ? 'INSERT' : 'SELECT'])
      walk.findings.effect({ command, kind: 'relation', reference: use.relation });
    walk.bindRelation(use.relation, fieldsOf(fields['relation']), context);
    if (use.direction === 'out') outputs(walk, use, use.relation.name);
    walk.visit(fields['whereClause'], context);
  }
  if (use.end !== 'client')
    walk.findings.effect({
      command: use.end === 'file' ? 'COPY FILE' : 'COPY PROGRAM',
      kind: 'none',
    });
  walk.findings.copy(use);
};

/** What a file or a program gets is not masked: there its columns are mentioned as anywhere else. */
function outputs(walk: Walk, { columns, end }: CopyUse, relation: string): void {
  const star = { name: '*', kind: 'star', expands: [relation] } as const;
  const listed = columns?.map((name) => ({ name, kind: 'column' }) as const);
  for (const column of listed ?? [star]) {
    if (end === 'client') walk.findings.output(column);
    else walk.findings.mention(column);
  }
}

function copyUse(walk: Walk, fields: Fields): CopyUse {
  const relation = fieldsOf(fields['relation']);
  const columns = nameParts(fields['attlist']);
  const server = fields['is_program'] === true ? 'program' : 'file';
  return {
    direction: fields['is_from'] === true ? 'in' : 'out',
    end: fields['filename'] === undefined && server === 'file' ? 'client' : server,
    ...(relation['relname'] === undefined ? {} : { relation: walk.relation(relation) }),
    ...(columns.length === 0 ? {} : { columns }),
    options: Object.fromEntries(listOf(fields['options']).map(option)),
  };
}

function option(value: Value): readonly [string, string] {
  const fields = asKind(value, 'DefElem') ?? {};
  return [(stringOf(fields['defname']) ?? '').toLowerCase(), optionText(fields['arg'])];
}

function optionText(value: Value | undefined): string {
  const node = toNode(value);
  if (node === undefined) return '';
  const read = OPTION_VALUES[node.kind];
  return read?.(node.fields) ?? constantText(value) ?? constantNumber(value)?.toString() ?? '';
}

const OPTION_VALUES: Readonly<Record<string, ((fields: Fields) => string) | undefined>> = {
  List: (fields) => nameParts(fields['items']).join(','),
  A_Star: () => '*',
  String: (fields) => stringOf(fields['sval']) ?? '',
  Boolean: (fields) => (fields['boolval'] === true ? 'true' : 'false'),
  Integer: (fields) => String(Number(fields['ival'] ?? 0)),
};
