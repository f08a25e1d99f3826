import type {
  MaskedCatalog,
  MaskedRelation,
  Range,
  Resolution,
  StatementAnalysis,
} from './types.ts';

/** Columns that every table has and no policy masks. */
const SYSTEM_COLUMNS: ReadonlySet<string> = new Set([
  'ctid',
  'xmin',
  'xmax',
  'cmin',
  'cmax',
  'tableoid',
]);

interface CatalogIndex {
  readonly relations: ReadonlyMap<string, MaskedRelation>;
  readonly dependents: ReadonlySet<string>;
}

// A catalog is replaced as a whole, never changed.
const indexes = new WeakMap<MaskedCatalog, CatalogIndex>();

const keyOf = ({ schema, name }: { readonly schema: string; readonly name: string }): string =>
  `${schema}\0${name}`;

function indexOf(masked: MaskedCatalog): CatalogIndex {
  const known = indexes.get(masked);
  if (known !== undefined) return known;
  const index = {
    relations: new Map(
      masked.relations
        .filter((relation) => relation.maskedColumns.length > 0)
        .map((r) => [keyOf(r), r]),
    ),
    dependents: new Set(masked.dependents.map(keyOf)),
  };
  indexes.set(masked, index);
  return index;
}

/** A range of the statement that is a masked relation. */
export interface MaskedRange {
  readonly range: Range;
  readonly relation: MaskedRelation;
}

/** How a name relates to the masked columns in scope. */
export type Hit = 'none' | 'masked' | 'row';

/** The statement's ranges against the masked catalog. Names are matched over the whole statement, not level by level. */
export class MaskedScope {
  readonly ranges: readonly MaskedRange[];
  /** Ranges that no lookup finds, and those that reach a masked relation by another name. */
  readonly unknown: readonly Range[];
  readonly dependents: readonly Range[];
  private readonly others: ReadonlySet<string>;

  constructor(statement: StatementAnalysis, masked: MaskedCatalog, resolution: Resolution) {
    const index = indexOf(masked);
    const ranges: MaskedRange[] = [];
    const unknown: Range[] = [];
    const dependents: Range[] = [];
    const others = new Set(statement.lineage.aliases);
    for (const range of statement.lineage.ranges) {
      const resolved = resolution.relation(range.reference);
      const relation = resolved === undefined ? undefined : index.relations.get(keyOf(resolved));
      if (relation !== undefined) ranges.push({ range, relation });
      else others.add(range.name);
      if (resolved === undefined && range.utility !== true) unknown.push(range);
      if (resolved !== undefined && index.dependents.has(keyOf(resolved))) dependents.push(range);
    }
    this.ranges = ranges;
    this.unknown = unknown;
    this.dependents = dependents;
    this.others = others;
  }

  /** Masked ranges that a qualifier can mean; all of them for OLD, NEW, EXCLUDED and whatever else is no range's name. */
  qualified(qualifier: string | undefined): readonly MaskedRange[] {
    if (qualifier === undefined) return this.ranges;
    const named = this.ranges.filter(({ range }) => range.name === qualifier);
    if (named.length > 0) return named;
    return this.others.has(qualifier) ? [] : this.ranges;
  }

  /** Is the qualifier the name of a range of the statement? */
  names(qualifier: string): boolean {
    return this.others.has(qualifier) || this.ranges.some(({ range }) => range.name === qualifier);
  }

  /** What a column reference reaches: a masked column, a masked relation's whole row, or neither. */
  hit(qualifier: string | undefined, name: string): Hit {
    const candidates = this.qualified(qualifier);
    if (candidates.some(({ relation }) => relation.maskedColumns.includes(name))) return 'masked';
    if (qualifier === undefined)
      return this.ranges.some(({ range }) => range.name === name) ? 'row' : 'none';
    const isColumn = ({ relation }: MaskedRange): boolean =>
      relation.columns.includes(name) || SYSTEM_COLUMNS.has(name);
    return candidates.every(isColumn) ? 'none' : 'row';
  }

  /** Does a star expand to a masked relation? */
  starHit(qualifier: string | undefined, expands: readonly string[] | undefined): boolean {
    if (qualifier !== undefined) return this.qualified(qualifier).length > 0;
    if (expands === undefined) return this.ranges.length > 0;
    return this.ranges.some(({ range }) => expands.includes(range.name));
  }
}
