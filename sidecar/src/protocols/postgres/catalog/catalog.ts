import type { ColumnMasks } from '@chaperone/core/masking';
import type { NameReference, Resolution, ResolvedRelation } from '@chaperone/core/sql';
import { MaskedColumns } from './masked-columns.ts';
import type { CatalogColumn } from './masked-columns.ts';
import {
  columnsQuestion,
  dependentsQuestion,
  functionsQuestion,
  relationsQuestion,
  searchPathQuestion,
} from './questions.ts';
import type { Row } from './side-connection.ts';

/** Where questions go; SideConnection is one. */
export interface Asking {
  query(sql: string): Promise<readonly Row[]>;
}

/** What policies mask, in the catalog's numbers. */
export interface MaskedState {
  readonly columns: MaskedColumns;
  readonly dependents: readonly { readonly schema: string; readonly name: string }[];
}

export const NOTHING_MASKED: MaskedState = { columns: MaskedColumns.none, dependents: [] };

const key = ({ schema, name }: NameReference): string => JSON.stringify([schema, name]);

/**
 * What names mean at the target, for one credential and one database: found out name by name, remembered until the
 * catalog changes.
 */
export class Catalog implements Resolution {
  readonly #asking: Asking;
  readonly #relations = new Map<string, ResolvedRelation | undefined>();
  readonly #functions = new Map<string, readonly string[]>();
  /** What policies mask as the target said last, as text, to tell a change by. */
  readonly #masked = new Map<ColumnMasks, string>();
  #creationSchema: string | undefined;
  #loaded = false;
  #generation = 1;

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  /** Changes with everything that may change what a name means. */
  get generation(): number {
    return this.#generation;
  }

  get creationSchema(): string {
    return this.#creationSchema ?? '';
  }

  readonly relation = (reference: NameReference): ResolvedRelation | undefined =>
    this.#relations.get(key(reference));

  readonly functionSchemas = (reference: NameReference): readonly string[] =>
    this.#functions.get(key(reference)) ?? [];

  /** Forgets everything: the next question asks the target anew. */
  invalidate(): void {
    this.#generation++;
    this.#loaded = false;
    this.#relations.clear();
    this.#functions.clear();
    this.#masked.clear();
  }

  /** The names among these that are not known yet. */
  missing(names: readonly NameReference[]): readonly NameReference[] {
    if (!this.#loaded) return names.length === 0 ? NO_NAME : names;
    return names.filter((name) => !this.#mapOf(name.kind).has(key(name)));
  }

  /** @throws SidecarError CATALOG_UNAVAILABLE */
  async load(names: readonly NameReference[]): Promise<void> {
    const generation = this.#generation;
    const relations = names.filter(({ kind }) => kind === 'relation');
    const functions = names.filter(({ kind }) => kind === 'function');
    const path = this.#loaded ? undefined : await this.#asking.query(searchPathQuestion);
    const relationRows =
      relations.length === 0 ? [] : await this.#asking.query(relationsQuestion(relations));
    const functionRows =
      functions.length === 0 ? [] : await this.#asking.query(functionsQuestion(functions));
    // The catalog changed meanwhile: what was read may be from before.
    if (generation !== this.#generation) return;
    if (path !== undefined) this.#creationSchema = path[0]?.[0] ?? undefined;
    this.#loaded = true;
    this.#remember(relations, relationRows);
    functions.forEach((name, i) => {
      const own = functionRows.filter(([index]) => index === String(i));
      this.#functions.set(
        key(name),
        own.map(([, schema]) => schema ?? ''),
      );
    });
  }

  /** @throws SidecarError CATALOG_UNAVAILABLE */
  async masked(masks: ColumnMasks): Promise<MaskedState> {
    if (masks.none) return NOTHING_MASKED;
    const rows = await this.#asking.query(columnsQuestion(masks));
    const columns = new Map<string, CatalogColumn>();
    const families = new Map<number, Set<number>>();
    for (const [root, oid, schema, relation, column, attribute] of rows) {
      columns.set(`${oid ?? ''} ${attribute ?? ''}`, {
        oid: Number(oid),
        schema: schema ?? '',
        relation: relation ?? '',
        column: column ?? '',
        attribute: Number(attribute),
      });
      const family = families.get(Number(root)) ?? new Set<number>();
      families.set(Number(root), family.add(Number(oid)));
    }
    const members = new Map([...families].map(([root, oids]) => [root, [...oids]]));
    const masked = MaskedColumns.of([...columns.values()], members, masks);
    const oids = masked.relations.map(({ oid }) => oid);
    const dependents = masked.isEmpty ? [] : await this.#asking.query(dependentsQuestion(oids));
    this.#masked.set(masks, JSON.stringify([rows, dependents]));
    return {
      columns: masked,
      dependents: dependents.map(([schema, name]) => ({ schema: schema ?? '', name: name ?? '' })),
    };
  }

  /** Everything that is remembered, read anew: forgets it all where the target says something else by now. */
  async revalidate(): Promise<void> {
    const relations = [...this.#relations.keys()].map(referenceOf('relation'));
    const functions = [...this.#functions.keys()].map(referenceOf('function'));
    const fresh = new Catalog(this.#asking);
    const generation = this.#generation;
    await fresh.load([...relations, ...functions]);
    for (const masks of this.#masked.keys()) await fresh.masked(masks);
    if (generation === this.#generation && fresh.#image() !== this.#image()) this.invalidate();
  }

  #image(): string {
    return JSON.stringify([
      [...this.#relations].sort(byKey),
      [...this.#functions].sort(byKey),
      [...this.#masked.values()],
      this.#creationSchema,
    ]);
  }

  #mapOf(kind: NameReference['kind']): ReadonlyMap<string, unknown> {
    return kind === 'relation' ? this.#relations : this.#functions;
  }

  #remember(names: readonly NameReference[], rows: readonly Row[]): void {
    for (const name of names) this.#relations.set(key(name), undefined);
    for (const [index, schema, name, oid, kind, columns] of rows) {
      const reference = names[Number(index)];
      if (reference === undefined) continue;
      this.#relations.set(key(reference), {
        schema: schema ?? '',
        name: name ?? '',
        oid: Number(oid),
        kind: kind ?? '',
        columns: JSON.parse(columns ?? '[]') as readonly string[],
      });
    }
  }
}

const NO_NAME: readonly NameReference[] = [];

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;

const referenceOf =
  (kind: NameReference['kind']) =>
  (text: string): NameReference => {
    const [schema, name] = JSON.parse(text) as [string | null, string];
    return schema === null ? { kind, name } : { kind, schema, name };
  };
