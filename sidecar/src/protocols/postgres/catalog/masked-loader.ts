import type { ColumnMasks, MaskRule } from '@chaperone/core/masking';
import type { Guard, Resolution } from '@chaperone/core/sql';
import { MaskedColumns, rulesOf, setRule } from './masked-columns.ts';
import type { CatalogColumn } from './masked-columns.ts';
import { guardsQuestion, linksQuestion, reachingQuestion } from './masked-questions.ts';
import { followViews } from './masked-views.ts';
import type { Reaching } from './masked-views.ts';
import { PG_ATTRIBUTE, columnsQuestion, columnsOfQuestion } from './questions.ts';
import type { Row } from './side-connection.ts';

/** What policies mask, in the catalog's numbers. */
export interface MaskedState {
  readonly columns: MaskedColumns;
  /** Relations that reach masked ones in a way that is not followed. */
  readonly dependents: readonly { readonly schema: string; readonly name: string }[];
}

export const NOTHING_MASKED: MaskedState = { columns: MaskedColumns.none, dependents: [] };

/** Where to ask, and how to look up what definitions of views name. */
export interface MaskedSource {
  readonly query: (sql: string) => Promise<readonly Row[]>;
  readonly resolve: (text: string) => Promise<Resolution>;
}

/** What is known of the relations around masked columns, as it is gathered. */
class Gathered {
  readonly columns = new Map<string, CatalogColumn>();
  readonly families = new Map<number, Set<number>>();
  /** Everything that the target said, to tell a change by. */
  readonly said: (readonly Row[])[] = [];

  get oids(): readonly number[] {
    return [...new Set([...this.columns.values()].map(({ oid }) => oid))];
  }

  add(rows: readonly Row[]): void {
    this.said.push(rows);
    for (const [root, oid, schema, relation, column, attribute] of rows) {
      this.columns.set(`${oid ?? ''} ${attribute ?? ''}`, {
        ...{ oid: Number(oid), schema: schema ?? '', relation: relation ?? '' },
        ...{ column: column ?? '', attribute: Number(attribute) },
      });
      const family = this.families.get(Number(root)) ?? new Set<number>();
      this.families.set(Number(root), family.add(Number(oid)));
    }
  }

  nameOf(oid: unknown, attribute: unknown): string | undefined {
    return this.columns.get(`${String(oid)} ${String(attribute)}`)?.column;
  }

  family(oid: number): readonly number[] {
    return [...(this.families.get(oid) ?? [oid])];
  }
}

/** @throws SidecarError CATALOG_UNAVAILABLE */
export async function loadMasked(
  source: MaskedSource,
  masks: ColumnMasks,
): Promise<{ readonly state: MaskedState; readonly said: string }> {
  const gathered = new Gathered();
  gathered.add(await source.query(columnsQuestion(masks)));
  const families = new Map([...gathered.families].map(([root, oids]) => [root, [...oids]]));
  const named = [...gathered.columns.values()].filter(({ oid }) => oid !== PG_ATTRIBUTE);
  const rules = rulesOf(named, families, masks);
  if (rules.size === 0) return { state: NOTHING_MASKED, said: JSON.stringify(gathered.said) };
  await followLinks(source, gathered, rules);
  const masked = [...rules.keys()];
  const guards = await guardsOf(source, gathered, masked);
  const reaching = await reachingOf(source, gathered, masked);
  const tables = [...gathered.columns.values()];
  // Views of the catalog do not show it.
  setRule(rules, PG_ATTRIBUTE, 'attmissingval', { method: { kind: 'Null' }, predicates: false });
  const state = await followViews({ tables, rules, guards }, reaching, source.resolve);
  return { state, said: JSON.stringify(gathered.said) };
}

/** Foreign keys and generated columns hold values of masked columns, and may be referred to in turn. */
async function followLinks(
  source: MaskedSource,
  gathered: Gathered,
  rules: Map<number, Map<string, MaskRule>>,
): Promise<void> {
  for (let asked = -1; asked !== rules.size && rules.size > 0;) {
    asked = rules.size;
    const links = await source.query(linksQuestion([...rules.keys()]));
    gathered.said.push(links);
    const unknown = links
      .map(([, , , to]) => Number(to))
      .filter((to) => !gathered.oids.includes(to));
    if (unknown.length > 0) gathered.add(await source.query(columnsOfQuestion(unknown)));
    // Twice: a foreign key may refer to a generated column that comes after it.
    for (const link of [...links, ...links]) follow(link, gathered, rules);
  }
}

function follow(
  [kind, fromOid, fromAttribute, toOid, toAttribute]: Row,
  gathered: Gathered,
  rules: Map<number, Map<string, MaskRule>>,
): void {
  const from = gathered.nameOf(fromOid, fromAttribute);
  const to = gathered.nameOf(toOid, toAttribute);
  const rule = rules.get(Number(fromOid))?.get(from ?? '');
  if (rule === undefined || to === undefined) return;
  const derived: MaskRule = kind === 'f' ? rule : { ...rule, method: { kind: 'Redact' } };
  for (const member of gathered.family(Number(toOid))) {
    if (rules.get(member)?.has(to) !== true) setRule(rules, member, to, derived);
  }
}

/** A constraint of any relation of a family is one of all of them: the rows are the same rows. */
async function guardsOf(
  source: MaskedSource,
  gathered: Gathered,
  oids: readonly number[],
): Promise<ReadonlyMap<number, readonly Guard[]>> {
  const rows = await source.query(guardsQuestion(oids));
  gathered.said.push(rows);
  const guards = new Map<number, Guard[]>();
  for (const [oid, kind, columns] of rows) {
    const guard: Guard = {
      kind: kind as Guard['kind'],
      columns: JSON.parse(columns ?? '[]') as readonly string[],
    };
    for (const member of gathered.family(Number(oid))) {
      const known = guards.get(member) ?? [];
      guards.set(member, [...known, guard]);
    }
  }
  return guards;
}

async function reachingOf(
  source: MaskedSource,
  gathered: Gathered,
  oids: readonly number[],
): Promise<readonly Reaching[]> {
  const rows = await source.query(reachingQuestion(oids));
  gathered.said.push(rows);
  return rows.map(([oid, schema, name, definition, columns, ruled]) => ({
    ...{ oid: Number(oid), schema: schema ?? '', name: name ?? '' },
    ...(definition === null || definition === undefined ? {} : { definition }),
    columns: JSON.parse(columns ?? '[]') as readonly string[],
    ruled: ruled === 't',
  }));
}
