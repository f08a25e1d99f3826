import type { Effect } from '../command/types.ts';

/**
 * What the text of a SQL string says, before any name is resolved. A function of the text alone, so that it is cached
 * by text; `resolveEffects` turns it into effects for one session's search_path and catalog.
 */
export interface Analysis {
  /** One entry per statement of the string; empty for an empty query. */
  readonly statements: readonly StatementAnalysis[];
  /** Names that have to be looked up before effects are known. Each unqualified or qualified name once. */
  readonly names: readonly NameReference[];
  /** It is the analysis of every text of this shape (`shapeOf`); absent where the value of a literal matters. */
  readonly shape?: string;
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
  /**
   * Absent: an effect in any case. `shadowed`: a harmless built-in or an attribute by its name, an effect only where
   * a function of that name exists outside pg_catalog.
   */
  readonly when?: 'shadowed';
  /** With `shadowed`, for `t.f`: no call where `f` is a column of this relation. */
  readonly unlessColumnOf?: NameReference;
  /** The object is created: an unqualified name goes to the first schema of search_path, whatever exists elsewhere. */
  readonly created?: true;
}

export type TransactionCommand =
  'begin' | 'commit' | 'rollback' | 'savepoint' | 'release' | 'rollback-to';

export type RefusalCode =
  | 'UNSUPPORTED_COPY'
  | 'UNSUPPORTED_PREPARE'
  | 'UNSUPPORTED_CURSOR'
  | 'UNSUPPORTED_DO'
  | 'UNSUPPORTED_LISTEN'
  | 'UNSUPPORTED_TEMPORARY'
  | 'UNSUPPORTED_SETTING'
  | 'UNSUPPORTED_STATEMENT';

/** A statement that is understood, recorded and not let through in this release, whatever the policy says. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly reason: string;
}

export interface StatementAnalysis {
  /** Node name of PostgreSQL's grammar: `SelectStmt`, `TransactionStmt`. */
  readonly node: string;
  readonly effects: readonly UnresolvedEffect[];
  readonly lineage: Lineage;
  /** Transaction control, for the session's book-keeping. */
  readonly transaction?: TransactionCommand;
  /**
   * May change the catalog or a setting that changes meaning (DDL, a call of unknown code, a rollback): what was
   * resolved before has to be looked up again.
   */
  readonly invalidates: boolean;
  readonly refusal?: Refusal;
}

/**
 * What decides whether masked columns keep a plain lineage. A mention is a name in any position other than a plain
 * column of the outermost target list (or of RETURNING).
 */
export interface Lineage {
  /** The outermost target list, or RETURNING, in order. Empty where outputs are not plain (DISTINCT, UNION, INTO). */
  readonly outputs: readonly Output[];
  /** Every other mention of a column name, star or whole row. */
  readonly mentions: readonly ColumnMention[];
  /** Output columns that ORDER BY, GROUP BY or DISTINCT ON of the outermost query name by number, from 1. */
  readonly positions: readonly number[];
  /** Relations in scope anywhere in the statement, with their aliases. */
  readonly ranges: readonly Range[];
  /** Names of ranges that are no relations: subqueries, CTEs, functions, joins. */
  readonly aliases: readonly string[];
  /** Constructs under which names cannot be followed at all: NATURAL JOIN, join aliases, ON CONSTRAINT. */
  readonly obscured: readonly string[];
  /** Operators that are not PostgreSQL's own: their functions are unknown code. */
  readonly operators: readonly string[];
  /** DDL that changes by which name or relation rows are reached. */
  readonly reshapes: boolean;
}

export interface ColumnMention {
  /** Last part of the qualifier as written (alias or table name); absent if none. */
  readonly qualifier?: string;
  /** Column name, or the range's name of a whole row; `*` for a star. */
  readonly name: string;
  readonly kind: 'column' | 'star';
  /** For an unqualified star: the names of the ranges that it expands to. */
  readonly expands?: readonly string[];
}

/** One entry of the outermost target list. `expression`: its columns are in `mentions`. */
export type Output = (ColumnMention | { readonly kind: 'expression' }) & {
  readonly alias?: string;
};

export interface Range {
  readonly reference: NameReference;
  /** Name by which columns are qualified: the alias, or the relation's own name. */
  readonly name: string;
  /** `customers AS c(a, b)`: its columns go by other names. */
  readonly renamed?: true;
  /** Named by a utility statement, not read or written by a query. */
  readonly utility?: true;
}

/** What the catalog says about the names of an analysis; gathered by the sidecar, used by pure code. */
export interface Resolution {
  /** `undefined`: the name does not exist for this session; the effect then keeps the name as written. */
  readonly relation: (reference: NameReference) => ResolvedRelation | undefined;
  /** All schemas outside pg_catalog in which a function of that name is reachable; empty if none. */
  readonly functionSchemas: (reference: NameReference) => readonly string[];
  /** First schema of search_path that exists: where CREATE puts an unqualified name. Absent: not known. */
  readonly creationSchema?: string;
}

export interface ResolvedRelation {
  readonly schema: string;
  readonly name: string;
  readonly oid: number;
  /** pg_class.relkind. */
  readonly kind: string;
  /** Names of its columns. Absent: not known, `t.f` then counts as a call wherever a function `f` exists. */
  readonly columns?: readonly string[];
}

/** The masked columns of a connection as the catalog knows them. Names are unquoted. */
export interface MaskedCatalog {
  readonly relations: readonly MaskedRelation[];
  /** Views, rules and children that reach a masked relation without being one themselves. */
  readonly dependents: readonly { readonly schema: string; readonly name: string }[];
}

export interface MaskedRelation {
  readonly schema: string;
  readonly name: string;
  /** Every column of the relation, masked or not. */
  readonly columns: readonly string[];
  readonly maskedColumns: readonly string[];
}

export type LineageVerdict =
  /** No masked relation takes part. */
  | { readonly kind: 'untouched' }
  /** Masked values come out, if at all, as plain columns that the row description identifies. */
  | { readonly kind: 'plain'; readonly maskedOutput: boolean }
  /** A function that is not known may bring masked values: cells whose origin is unknown are masked whole. */
  | { readonly kind: 'opaque-call' }
  | {
      readonly kind: 'refused';
      readonly code: 'LINEAGE_UNKNOWN' | 'MASKED_PREDICATE';
      readonly reason: string;
    };
