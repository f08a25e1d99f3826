import { stricterMethod } from '@chaperone/core/masking';
import type { MaskRule } from '@chaperone/core/masking';
import { analyse, SqlError, viewRules } from '@chaperone/core/sql';
import type { Guard, MaskedCatalog, Resolution, StatementAnalysis } from '@chaperone/core/sql';
import { MaskedColumns, setRule } from './masked-columns.ts';
import type { CatalogColumn } from './masked-columns.ts';
import type { MaskedState } from './masked-loader.ts';

/** A relation that reaches masked ones, or unseen code, by a rule. */
export interface Reaching {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  /** The query of a view or materialised view. */
  readonly definition?: string;
  readonly columns: readonly string[];
  /** By a rule beside a view's own: what is read and written through it is not what it looks like. */
  readonly ruled: boolean;
}

export interface MaskedTables {
  readonly tables: readonly CatalogColumn[];
  readonly rules: ReadonlyMap<number, ReadonlyMap<string, MaskRule>>;
  readonly guards: ReadonlyMap<number, readonly Guard[]>;
}

interface View extends Reaching {
  readonly statement: StatementAnalysis;
  readonly resolution: Resolution;
}

/** A column of a view goes through at most this many others. */
const ROUNDS = 32;
const REDACTED: MaskRule = { method: { kind: 'Redact' } };

/** What is masked, with the views over it: their columns by what their definitions make of masked ones. */
export async function followViews(
  { tables, rules, guards }: MaskedTables,
  reaching: readonly Reaching[],
  resolve: (text: string) => Promise<Resolution>,
): Promise<MaskedState> {
  const views: View[] = [];
  const dependents: Reaching[] = [];
  for (const one of reaching) {
    const view = one.ruled ? undefined : await readView(one, resolve);
    if (view === undefined) dependents.push(one);
    else views.push(view);
  }
  // A policy may name a view's column itself.
  const named = new Set(tables.map(({ oid }) => oid));
  const columns = [...tables, ...views.filter(({ oid }) => !named.has(oid)).flatMap(columnsOf)];
  const behind = new Map(guards);
  for (const view of views) behind.set(view.oid, guardsOf(view));
  const all = new Map([...rules].map(([oid, own]) => [oid, new Map(own)]));
  let masked = new MaskedColumns(columns, all, behind);
  for (let round = 0; round < ROUNDS; round++) {
    const catalog: MaskedCatalog = { relations: masked.relations, dependents };
    const changed = views.filter((view) => follow(view, catalog, all)).length > 0;
    masked = new MaskedColumns(columns, all, behind);
    if (!changed) return { columns: masked, dependents };
  }
  return { columns: masked, dependents: [...dependents, ...views] };
}

async function readView(
  view: Reaching,
  resolve: (text: string) => Promise<Resolution>,
): Promise<View | undefined> {
  if (view.definition === undefined) return undefined;
  try {
    const [statement] = analyse(view.definition).statements;
    if (statement === undefined) return undefined;
    return { ...view, statement, resolution: await resolve(view.definition) };
  } catch (error) {
    if (error instanceof SqlError) return undefined;
    throw error;
  }
}

const columnsOf = ({ oid, schema, name, columns }: View): readonly CatalogColumn[] =>
  columns.map((column, at) => ({ oid, schema, relation: name, column, attribute: at + 1 }));

/** A write through a view meets the constraints of what is behind it, by whatever names. */
const guardsOf = ({ columns }: View): readonly Guard[] => [
  { kind: 'unique', columns, hidden: true },
];

/** Answers whether more of the view is masked than was known. */
function follow(
  { oid, columns, statement, resolution }: View,
  masked: MaskedCatalog,
  rules: Map<number, Map<string, MaskRule>>,
): boolean {
  const found = viewRules(statement.tree, masked, resolution);
  const known = found?.length === columns.length ? found : undefined;
  let changed = false;
  for (const [at, column] of columns.entries()) {
    const rule = known === undefined ? REDACTED : known[at];
    const before = rules.get(oid)?.get(column);
    if (rule === undefined) continue;
    const method = before === undefined ? rule.method : stricterMethod(before.method, rule.method);
    if (method.kind === before?.method.kind) continue;
    setRule(rules, oid, column, { ...rule, method });
    changed = true;
  }
  return changed;
}
