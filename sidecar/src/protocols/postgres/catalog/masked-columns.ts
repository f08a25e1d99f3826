import type { ColumnMasks, MaskMethod, MaskRule } from '@chaperone/core/masking';
import type { Guard } from '@chaperone/core/sql';

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
  readonly rules: ReadonlyMap<string, MaskRule>;
  readonly guards: readonly Guard[];
}

type Rules = ReadonlyMap<number, ReadonlyMap<string, MaskRule>>;

/** Masked columns by the numbers with which the target describes results. */
export class MaskedColumns {
  static readonly none: MaskedColumns = new MaskedColumns([], new Map(), new Map());

  readonly relations: readonly MaskedRelation[];
  readonly #methods: ReadonlyMap<number, ReadonlyMap<number, MaskMethod>>;

  /**
   * @param rules by OID and column's name
   * @param guards constraints by OID; a relation with guards alone counts as well
   */
  constructor(
    columns: readonly CatalogColumn[],
    rules: Rules,
    guards: ReadonlyMap<number, readonly Guard[]>,
  ) {
    const relations: MaskedRelation[] = [];
    const methods = new Map<number, ReadonlyMap<number, MaskMethod>>();
    for (const [oid, own] of Map.groupBy(columns, (column) => column.oid)) {
      const [first] = own;
      const found = rules.get(oid) ?? new Map<string, MaskRule>();
      const guarded = guards.get(oid) ?? [];
      if (first === undefined || (found.size === 0 && guarded.length === 0)) continue;
      const masked = own.filter(({ column }) => found.has(column));
      relations.push({
        ...{ oid, schema: first.schema, name: first.relation },
        columns: own.map(({ column }) => column),
        maskedColumns: masked.map(({ column }) => column),
        ...{ rules: found, guards: guarded },
      });
      const entries = masked.flatMap(({ attribute, column }) => {
        const rule = found.get(column);
        return rule === undefined ? [] : [[attribute, rule.method] as const];
      });
      methods.set(oid, new Map(entries));
    }
    this.relations = relations;
    this.#methods = methods;
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

/**
 * The columns that policies name, and the columns of the same name in the relation's partitions, children and parents,
 * whose rows are the same rows; by OID and name.
 * @param families OIDs that share rows, each with all relations of its inheritance tree
 */
export function rulesOf(
  columns: readonly CatalogColumn[],
  families: ReadonlyMap<number, readonly number[]>,
  masks: ColumnMasks,
): Map<number, Map<string, MaskRule>> {
  const byOid = Map.groupBy(columns, ({ oid }) => oid);
  const rules = new Map<number, Map<string, MaskRule>>();
  for (const { oid, schema, relation, column } of columns) {
    const rule = masks.matchRule(schema, relation, column);
    if (rule === undefined) continue;
    for (const member of families.get(oid) ?? [oid]) {
      const same = byOid.get(member)?.find((other) => other.column === column);
      if (same === undefined) continue;
      const own = masks.matchRule(same.schema, same.relation, same.column);
      setRule(rules, member, column, own ?? rule);
    }
  }
  return rules;
}

export function setRule(
  rules: Map<number, Map<string, MaskRule>>,
  oid: number,
  column: string,
  rule: MaskRule,
): void {
  const known = rules.get(oid) ?? new Map<string, MaskRule>();
  rules.set(oid, known.set(column, rule));
}
