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
const REDACTED: MaskRule = { method: { kind: 'Redact' }, predicates: false };

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
  for (const view of views) behind.set(view.oid, guardsOf(view, false));
  const all = new Map([...rules].map(([oid, own]) => [oid, new Map(own)]));
  let masked = new MaskedColumns(columns, all, behind);
  for (let round = 0; round < ROUNDS; round++) {
    const catalog: MaskedCatalog = { relations: masked.relations, dependents };
    const changed = views.filter((view) => follow(view, catalog, { rules: all, guards: behind }));
    masked = new MaskedColumns(columns, all, behind);
    if (changed.length === 0) return { columns: masked, dependents };
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
const guardsOf = ({ columns }: View, asks: boolean): readonly Guard[] => [
  { kind: 'unique', columns, hidden: true, ...(asks ? { asks } : {}) },
];

interface Found {
  readonly rules: Map<number, Map<string, MaskRule>>;
  readonly guards: Map<number, readonly Guard[]>;
}

/** Answers whether more of the view is masked, or asked, than was known. */
function follow(view: View, masked: MaskedCatalog, { rules, guards }: Found): boolean {
  const { oid, columns, statement, resolution } = view;
  const found = viewRules(statement.tree, masked, resolution);
  const known = found?.columns.length === columns.length ? found.columns : undefined;
  let changed = found?.asks !== false && guards.get(oid)?.[0]?.asks !== true;
  if (changed) guards.set(oid, guardsOf(view, true));
  for (const [at, column] of columns.entries()) {
    const rule = known === undefined ? REDACTED : known[at];
    if (rule !== undefined) changed = tighten(rules, { oid, column }, rule) || changed;
  }
  return changed;
}

function tighten(
  rules: Map<number, Map<string, MaskRule>>,
  { oid, column }: { readonly oid: number; readonly column: string },
  rule: MaskRule,
): boolean {
  const before = rules.get(oid)?.get(column);
  const after = strictest(before, rule);
  if (same(before, after)) return false;
  setRule(rules, oid, column, after);
  return true;
}

const strictest = (before: MaskRule | undefined, rule: MaskRule): MaskRule => ({
  method: before === undefined ? rule.method : stricterMethod(before.method, rule.method),
  predicates: before?.predicates !== false && rule.predicates,
});

const same = (before: MaskRule | undefined, after: MaskRule): boolean =>
  before?.method.kind === after.method.kind && before.predicates === after.predicates;
