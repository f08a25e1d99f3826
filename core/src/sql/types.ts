import type { Effect } from '../command/types.ts';

/**
 * What the text of a SQL string says, before any name is resolved. A function of the text alone, so that it is cached
 * by text; `resolve` turns it into effects for one session's search_path and catalog.
 */
export interface Analysis {
  /** One entry per statement of the string; empty for an empty query. */
  readonly statements: readonly StatementAnalysis[];
  /** Names that have to be looked up before effects are known. Each unqualified or qualified name once. */
  readonly names: readonly NameReference[];
}

/** A relation or function as written, each part as PostgreSQL folds it (lower case unless quoted). */
export interface NameReference {
  readonly kind: 'relation' | 'function';
  /** Absent where the name is unqualified: the session's search_path decides. */
  readonly schema?: string;
  readonly name: string;
}

/** An effect whose object still needs the catalog. */
export interface UnresolvedEffect {
  readonly command: string;
  readonly kind: Effect['kind'];
  readonly reference?: NameReference;
  /** For settings: the name itself. */
  readonly object?: string;
  readonly unbounded?: true;
}

export interface StatementAnalysis {
  /** Node name of PostgreSQL's grammar: `SelectStmt`, `TransactionStmt`. */
  readonly node: string;
  readonly effects: readonly UnresolvedEffect[];
  /** Transaction control, for the session's book-keeping. */
  readonly lineage: Lineage;
  /** Changes the catalog or a setting that changes meaning: what was resolved before has to be looked up again. */
  readonly invalidates: boolean;
}

/**
 * What decides whether masked columns keep a plain lineage. A mention is a name in any position other than a plain
 * column of the outermost target list (or of RETURNING).
 */
export interface Lineage {
  /** Plain outputs: column names that stand alone in the outermost target list; `*` for a star. */
  readonly outputs: readonly ColumnMention[];
  /** Every other mention of a column name, star or whole row. */
  readonly mentions: readonly ColumnMention[];
  /** Relations in scope anywhere in the statement, with their aliases. */
  readonly ranges: readonly Range[];
  /** Constructs under which names cannot be followed at all: NATURAL JOIN, column aliases, set operations at the top. */
  readonly obscured: readonly string[];
}

export interface ColumnMention {
  /** Qualifier as written: alias, table, or schema.table; absent if none. */
  readonly qualifier?: string;
  /** Column name, `*`, or, for a whole row, the range's name. */
  readonly name: string;
  readonly kind: 'column' | 'star' | 'row';
}

export interface Range {
  readonly reference: NameReference;
  readonly alias?: string;
}

/** What the catalog says about the names of an analysis; gathered by the sidecar, used by pure code. */
export interface Resolution {
  /** `undefined`: the name does not exist for this session; the effect then keeps the name as written. */
  readonly relation: (reference: NameReference) => ResolvedRelation | undefined;
  /** All schemas outside pg_catalog in which a function of that name is reachable; empty if none. */
  readonly functionSchemas: (reference: NameReference) => readonly string[];
}

export interface ResolvedRelation {
  readonly schema: string;
  readonly name: string;
  readonly oid: number;
  /** pg_class.relkind. */
  readonly kind: string;
}
