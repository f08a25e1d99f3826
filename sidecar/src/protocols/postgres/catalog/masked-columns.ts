import type { ColumnMasks, MaskMethod } from '@chaperone/core/masking';

/** One column of a relation that policies may be about, as the catalog has it. */
export interface CatalogColumn {
  readonly oid: number;
  readonly schema: string;
  readonly relation: string;
  readonly column: string;
  readonly attribute: number;
}

/** A relation with masked columns. */
export interface MaskedRelation {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  /** Names of all its columns. */
  readonly columns: readonly string[];
  readonly maskedColumns: readonly string[];
}

/** Masked columns by the numbers with which the target describes results. */
export class MaskedColumns {
  static readonly none: MaskedColumns = new MaskedColumns([]);

  readonly relations: readonly MaskedRelation[];
  readonly #methods: ReadonlyMap<number, ReadonlyMap<number, MaskMethod>>;

  private constructor(
    found: readonly { columns: readonly CatalogColumn[]; methods: Map<number, MaskMethod> }[],
  ) {
    this.relations = found.flatMap(({ columns, methods }) => {
      const [first] = columns;
      if (first === undefined) return [];
      const masked = columns.filter(({ attribute }) => methods.has(attribute));
      return [
        {
          oid: first.oid,
          schema: first.schema,
          name: first.relation,
          columns: columns.map(({ column }) => column),
          maskedColumns: masked.map(({ column }) => column),
        },
      ];
    });
    this.#methods = new Map(found.map(({ columns, methods }) => [columns[0]?.oid ?? 0, methods]));
  }

  /**
   * Masks the columns that policies name, and the columns of the same name in the relation's partitions, children and
   * parents, whose rows are the same rows.
   * @param families OIDs that share rows, each with all relations of its inheritance tree
   */
  static of(
    columns: readonly CatalogColumn[],
    families: ReadonlyMap<number, readonly number[]>,
    masks: ColumnMasks,
  ): MaskedColumns {
    const byRelation = Map.groupBy(columns, ({ oid }) => oid);
    const methods = new Map<number, Map<number, MaskMethod>>();
    for (const { oid, schema, relation, column } of columns) {
      const method = masks.matchColumn(schema, relation, column);
      if (method === undefined) continue;
      for (const member of families.get(oid) ?? [oid]) {
        const same = byRelation.get(member)?.find((other) => other.column === column);
        if (same === undefined) continue;
        const own = masks.matchColumn(same.schema, same.relation, same.column);
        const known = methods.get(member) ?? new Map<number, MaskMethod>();
        known.set(same.attribute, own ?? method);
        methods.set(member, known);
      }
    }
    return new MaskedColumns(
      [...methods].map(([oid, found]) => ({ columns: byRelation.get(oid) ?? [], methods: found })),
    );
  }

  get isEmpty(): boolean {
    return this.relations.length === 0;
  }

  /** How a column is masked: `pg_class.oid` and `pg_attribute.attnum`. */
  methodOf(tableOid: number, attribute: number): MaskMethod | undefined {
    return this.#methods.get(tableOid)?.get(attribute);
  }

  has(oid: number): boolean {
    return this.#methods.has(oid);
  }
}
