import type { ColumnMasks } from '@chaperone/core/masking';
import { analyse } from '@chaperone/core/sql';
import type {
  NameReference,
  QualifiedName,
  Reach,
  Resolution,
  ResolvedRelation,
  SqlBody,
} from '@chaperone/core/sql';
import { postgresLimits } from '../../../config/limits.ts';
import { readFunctions } from './functions.ts';
import type { NamedFunctions } from './functions.ts';
import { loadMasked, NOTHING_MASKED } from './masked-loader.ts';
import type { MaskedState } from './masked-loader.ts';
import {
  functionsQuestion,
  operatorsQuestion,
  relationsQuestion,
  searchPathQuestion,
  typesQuestion,
} from './questions.ts';
import { reachQuestion } from './reach-question.ts';
import { readReach, relationsOf } from './reach.ts';
import type { Row } from './side-connection.ts';

/** Where questions go; SideConnection is one. */
export interface Asking {
  query(sql: string): Promise<readonly Row[]>;
}

const key = ({ schema, name }: Pick<NameReference, 'schema' | 'name'>): string =>
  JSON.stringify([schema, name]);

/**
 * What names mean at the target, for one credential and one database: found out name by name, remembered until the
 * catalog changes.
 */
export class Catalog implements Resolution {
  readonly #asking: Asking;
  readonly #relations = new Map<string, ResolvedRelation | undefined>();
  readonly #functions = new Map<string, NamedFunctions>();
  readonly #operators = new Map<string, readonly QualifiedName[]>();
  readonly #types = new Map<string, readonly QualifiedName[]>();
  /** By the relation's OID. */
  readonly #reach = new Map<number, Reach>();
  /** What policies mask as the target said last, as text, to tell a change by. */
  readonly #masked = new Map<ColumnMasks, string>();
  #creationSchema: string | undefined;
  #loaded = false;
  #generation = 1;
  /** The one that this is under, and which of its generations was seen last. */
  readonly #above: Catalog | undefined;
  #seen: number;
  /** `performance.now()` from which on what is remembered counts no more. */
  #until = performance.now() + postgresLimits.catalogRefreshMs.value;

  /** @param above of the same database; what is forgotten there is forgotten here */
  constructor(asking: Asking, above?: Catalog) {
    this.#asking = asking;
    this.#above = above;
    this.#seen = above?.generation ?? 0;
  }

  /**
   * A catalog of the same database in which names resolve under these settings, given as SQL that sets them. Nobody has to
   * know of it: it forgets what the one above forgets, and everything as often as that one is compared with the target.
   */
  under(settings: string): Catalog {
    return new Catalog({ query: async (sql) => this.#asking.query(settings + sql) }, this);
  }

  /** Changes with everything that may change what a name means. */
  get generation(): number {
    const above = this.#above;
    if (
      above !== undefined &&
      (above.generation !== this.#seen || performance.now() > this.#until)
    ) {
      this.#seen = above.generation;
      this.invalidate();
      this.#until = performance.now() + postgresLimits.catalogRefreshMs.value;
    }
    return this.#generation;
  }

  /** Names that are remembered, those that mean nothing included. */
  get #size(): number {
    return this.#relations.size + this.#functions.size + this.#operators.size + this.#types.size;
  }

  get creationSchema(): string {
    return this.#creationSchema ?? '';
  }

  readonly relation = (reference: NameReference): ResolvedRelation | undefined =>
    this.#relations.get(key(reference));

  readonly functionSchemas = (reference: NameReference): readonly string[] =>
    this.#functions.get(key(reference))?.schemas ?? NO_SCHEMA;

  readonly bodiesOf = (reference: NameReference): readonly SqlBody[] | undefined =>
    this.#functions.get(key(reference))?.bodies;

  readonly codeOf = (reference: NameReference): readonly QualifiedName[] =>
    (reference.kind === 'operator' ? this.#operators : this.#types).get(key(reference)) ?? NO_CODE;

  readonly reach = (relation: ResolvedRelation): Reach | undefined => this.#reach.get(relation.oid);

  /** Forgets everything: the next question asks the target anew. */
  invalidate(): void {
    this.#generation++;
    this.#loaded = false;
    this.#relations.clear();
    this.#functions.clear();
    this.#operators.clear();
    this.#types.clear();
    this.#reach.clear();
    this.#masked.clear();
  }

  /** The names among these that are not known yet. */
  missing(names: readonly NameReference[]): readonly NameReference[] {
    if (!this.#loaded) return names.length === 0 ? NO_NAME : names;
    return names.filter((name) => !this.#mapOf(name.kind).has(key(name)));
  }

  /** @throws SidecarError CATALOG_UNAVAILABLE */
  async load(names: readonly NameReference[]): Promise<void> {
    // Not while names are loaded: what one text needs is known together, however much it is.
    if (this.#size > postgresLimits.catalogNames.value) this.invalidate();
    await this.#load(names);
  }

  async #load(names: readonly NameReference[]): Promise<void> {
    const generation = this.generation;
    const of = (kind: NameReference['kind']): readonly NameReference[] =>
      names.filter((name) => name.kind === kind);
    const path = this.#loaded ? undefined : await this.#asking.query(searchPathQuestion);
    const found = await this.#loadRelations(of('relation'));
    const functions = await this.#ask(of('function'), functionsQuestion);
    const operators = await this.#ask(of('operator'), operatorsQuestion);
    const types = await this.#ask(of('type'), typesQuestion);
    // The catalog changed meanwhile: what was read may be from before.
    if (generation !== this.generation) return;
    if (path !== undefined) this.#creationSchema = path[0]?.[0] ?? undefined;
    this.#loaded = true;
    for (const [name, relation] of found.relations) {
      this.#relations.set(name, relation);
      if (relation !== undefined) this.#relations.set(key(relation), relation);
    }
    for (const [oid, reach] of found.reach) this.#reach.set(oid, reach);
    for (const [name, rows] of functions) this.#functions.set(name, readFunctions(rows));
    for (const [name, rows] of operators) this.#operators.set(name, rows.map(qualified));
    for (const [name, rows] of types) this.#types.set(name, rows.map(qualified));
    await this.#loadBodies([...functions.keys()]);
  }

  /** What functions of these names name in turn. */
  async #loadBodies(functions: readonly string[]): Promise<void> {
    const named = functions.flatMap((name) => this.#functions.get(name)?.names ?? NO_NAME);
    const missing = named.length === 0 ? NO_NAME : this.missing(named);
    if (missing.length > 0) await this.#load(missing);
  }

  /** The answer for each name, by its key. */
  async #ask(
    names: readonly NameReference[],
    question: (names: readonly NameReference[]) => string,
  ): Promise<ReadonlyMap<string, readonly Row[]>> {
    const rows = names.length === 0 ? [] : await this.#asking.query(question(names));
    const answers = names.map((): Row[] => []);
    for (const row of rows) answers[Number(row[0])]?.push(row);
    return new Map(names.map((name, i) => [key(name), answers[i] ?? []]));
  }

  /** Relations, and those that are reached through them, and so on. */
  async #loadRelations(names: readonly NameReference[]): Promise<LoadedRelations> {
    const relations = new Map<string, ResolvedRelation | undefined>();
    const reach = new Map<number, Reach>();
    let wanted = names;
    while (wanted.length > 0) {
      const answers = await this.#ask(wanted, relationsQuestion);
      const oids: number[] = [];
      for (const [name, [row]] of answers) {
        const relation = row === undefined ? undefined : relationOf(row);
        relations.set(name, relation);
        if (relation !== undefined && !reach.has(relation.oid)) oids.push(relation.oid);
      }
      const reached = await this.#reachOf([...new Set(oids)]);
      for (const [oid, one] of reached) reach.set(oid, one);
      const next = new Map(
        [...reached.values()].flatMap(relationsOf).map((reference) => [key(reference), reference]),
      );
      wanted = [...next].flatMap(([name, reference]) => (relations.has(name) ? [] : [reference]));
    }
    return { relations, reach };
  }

  async #reachOf(oids: readonly number[]): Promise<ReadonlyMap<number, Reach>> {
    return oids.length === 0
      ? new Map<number, Reach>()
      : readReach(oids, await this.#asking.query(reachQuestion(oids)));
  }

  /** @throws SidecarError CATALOG_UNAVAILABLE */
  async masked(masks: ColumnMasks): Promise<MaskedState> {
    if (masks.none) return NOTHING_MASKED;
    const { state, said } = await loadMasked(
      {
        query: async (sql) => this.#asking.query(sql),
        resolve: async (text) => this.#resolving(text),
      },
      masks,
    );
    this.#masked.set(masks, said);
    return state;
  }

  /** Itself, once it knows what this text names. */
  async #resolving(text: string): Promise<Resolution> {
    const missing = this.missing(analyse(text).names);
    if (missing.length > 0) await this.#load(missing);
    return this;
  }

  /** Everything that is remembered, read anew: forgets it all where the target says something else by now. */
  async revalidate(): Promise<void> {
    const names = KINDS.flatMap((kind) =>
      [...this.#mapOf(kind).keys()].map((name) => referenceOf(kind, name)),
    );
    const fresh = new Catalog(this.#asking);
    const generation = this.#generation;
    await fresh.load(names);
    for (const masks of this.#masked.keys()) await fresh.masked(masks);
    if (generation === this.#generation && fresh.#image() !== this.#image()) this.invalidate();
  }

  #image(): string {
    return JSON.stringify([
      [...this.#relations].sort(byKey),
      [...this.#functions].sort(byKey),
      [...this.#operators].sort(byKey),
      [...this.#types].sort(byKey),
      [...this.#reach].sort(([a], [b]) => a - b),
      [...this.#masked.values()],
      this.#creationSchema,
    ]);
  }

  #mapOf(kind: NameReference['kind']): ReadonlyMap<string, unknown> {
    switch (kind) {
      case 'relation':
        return this.#relations;
      case 'function':
        return this.#functions;
      case 'operator':
        return this.#operators;
      case 'type':
        return this.#types;
    }
  }
}

interface LoadedRelations {
  readonly relations: ReadonlyMap<string, ResolvedRelation | undefined>;
  readonly reach: ReadonlyMap<number, Reach>;
}

const NO_SCHEMA: readonly string[] = [];
const NO_CODE: readonly QualifiedName[] = [];

const qualified = ([, schema, name]: Row): QualifiedName => ({
  schema: schema ?? '',
  name: name ?? '',
});

function relationOf([, schema, name, oid, kind, columns]: Row): ResolvedRelation {
  return {
    schema: schema ?? '',
    name: name ?? '',
    oid: Number(oid),
    kind: kind ?? '',
    columns: JSON.parse(columns ?? '[]') as readonly string[],
  };
}

const NO_NAME: readonly NameReference[] = [];

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;

const KINDS = ['relation', 'function', 'operator', 'type'] as const;

function referenceOf(kind: NameReference['kind'], text: string): NameReference {
  const [schema, name] = JSON.parse(text) as [string | null, string];
  return schema === null ? { kind, name } : { kind, schema, name };
}
