import { GRAMMAR_FUNCTIONS } from './functions.ts';
import type { Fields, Value } from './tree.ts';
import { asKind, fieldsOf, listOf, nameParts, stringOf, textOf } from './tree.ts';
import type { Handler, Walk } from './walk.ts';
import { aliasOf, queryContext } from './walk.ts';
import { call } from './calls.ts';

/** In a query a relation is read; named by a utility statement, it is what the statement acts on. */
const rangeVar: Handler = (walk, fields, context) => {
  if (context.tag === undefined) {
    walk.read(fields, context);
    return;
  }
  const reference = walk.relation(fields);
  walk.findings.effect({ command: context.tag, kind: 'relation', reference });
  walk.findings.range({ reference, name: reference.name, utility: true });
};

const subselect: Handler = (walk, fields, context) => {
  walk.visit(fields['subquery'], queryContext(context));
  const alias = aliasOf(fields);
  if (alias === undefined) return;
  const columns = alias.columns ? aliasColumns(fields) : outputNames(fields['subquery']);
  walk.bind(alias.name, { kind: 'rows', ...(columns === undefined ? {} : { columns }) }, context);
};

function aliasColumns(fields: Fields): ReadonlySet<string> {
  return new Set(nameParts(fieldsOf(fields['alias'])['colnames']));
}

/** Column names of a subquery; undefined where a star or an expression hides them. */
export function outputNames(query: Value | undefined): ReadonlySet<string> | undefined {
  const select = asKind(query, 'SelectStmt');
  if (select?.['targetList'] === undefined) return undefined;
  const names = listOf(select['targetList']).map((target) => {
    const fields = asKind(target, 'ResTarget');
    const column = asKind(fields?.['val'], 'ColumnRef');
    return stringOf(fields?.['name']) ?? textOf(listOf(column?.['fields']).at(-1));
  });
  return names.includes(undefined) ? undefined : new Set(names as readonly string[]);
}

const rangeFunction: Handler = (walk, fields, context) => {
  walk.visit(fields['functions'], context);
  walk.visit(fields['coldeflist'], context);
  const called = listOf(fields['functions'])
    .map((item) => asKind(listOf(asKind(item, 'List')?.['items'])[0], 'FuncCall'))
    .map((f) => nameParts(f?.['funcname']).at(-1) ?? '');
  const name = aliasOf(fields)?.name ?? called[0] ?? '';
  const defined = listOf(fields['coldeflist']).map(
    (column) => stringOf(asKind(column, 'ColumnDef')?.['colname']) ?? '',
  );
  const columns = new Set([...aliasColumns(fields), ...defined, name, 'ordinality']);
  walk.bind(name, { kind: 'function', columns }, context);
};

const join: Handler = (walk, fields, context) => {
  walk.visit(fields['larg'], context);
  walk.visit(fields['rarg'], context);
  walk.visit(fields['quals'], context);
  if (fields['isNatural'] === true) walk.findings.obscure('NATURAL JOIN');
  for (const name of nameParts(fields['usingClause']))
    walk.findings.mention({ name, kind: 'column' });
  for (const alias of [fields['alias'], fields['join_using_alias']]) {
    const name = stringOf(fieldsOf(alias)['aliasname']);
    if (name === undefined) continue;
    walk.findings.obscure('an alias of a join');
    walk.bind(name, { kind: 'rows' }, context);
  }
};

/** XMLTABLE and JSON_TABLE: their columns are their own. */
const tableFunction: Handler = (walk, fields, context) => {
  walk.inside(fields, context);
  const name = aliasOf(fields)?.name;
  if (name !== undefined) walk.bind(name, { kind: 'rows' }, context);
};

const jsonTable: Handler = (walk, fields, context, top) => {
  call(walk, [GRAMMAR_FUNCTIONS['JsonTable'] ?? '']);
  tableFunction(walk, fields, context, top);
};

export const rangeHandlers: readonly (readonly [string, Handler])[] = [
  ['RangeVar', rangeVar],
  ['RangeSubselect', subselect],
  ['RangeFunction', rangeFunction],
  ['JoinExpr', join],
  ['RangeTableFunc', tableFunction],
  ['JsonTable', jsonTable],
];

/** `FOR UPDATE` and its kin need the UPDATE privilege: UPDATE on what the FROM clause read, or what OF names of it. */
export function lockRanges(walk: Walk, fields: Fields, firstRead: number): void {
  const read = walk.findings.reads.slice(firstRead);
  for (const clause of listOf(fields['lockingClause'])) {
    const names = listOf(asKind(clause, 'LockingClause')?.['lockedRels']).map(
      (item) => stringOf(asKind(item, 'RangeVar')?.['relname']) ?? '',
    );
    const named = read.filter((range) => names.includes(range.name));
    const locked = names.length === 0 || named.length < names.length ? read : named;
    for (const { reference } of locked)
      walk.findings.effect({ command: 'UPDATE', kind: 'relation', reference });
  }
}
