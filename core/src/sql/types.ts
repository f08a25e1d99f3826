import type { Effect } from '../command/types.ts';
import type { MaskMethod, MaskRule } from '../masking/types.ts';
import type { Fields } from './tree.ts';

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

/** A name as written, each part as PostgreSQL folds it (lower case unless quoted). */
export interface NameReference {
  readonly kind: 'relation' | 'function' | 'operator' | 'type';
  /** Absent where the name is unqualified: the session's search_path decides. */
  readonly schema?: string;
  readonly name: string;
}

/** An effect whose object still needs the catalog. */
export interface UnresolvedEffect {
  readonly command: string;
  readonly kind: Effect['kind'];
  readonly reference?: NameReference;
  /** For settings and channels: the name itself. */
  readonly object?: string;
  readonly unbounded?: true;
  /**
   * Absent: an effect in any case. `shadowed`: a harmless built-in or an attribute by its name, an effect only where
   * a function of that name exists outside pg_catalog.
   */
  readonly when?: 'shadowed';
  /** With `shadowed`, for `t.f`: no call where `f` is a column of this relation. */
  readonly unlessColumnOf?: NameReference;
  /** CASCADE: what foreign keys hold to it goes with it. */
  readonly cascades?: true;
  /** The object is created: an unqualified name goes to the first schema of search_path, whatever exists elsewhere. */
  readonly created?: true;
}

export type TransactionCommand =
  'begin' | 'commit' | 'rollback' | 'savepoint' | 'release' | 'rollback-to';

export type RefusalCode =
  'UNSUPPORTED_COPY' | 'UNSUPPORTED_TEMPORARY' | 'UNSUPPORTED_SETTING' | 'UNSUPPORTED_STATEMENT';

/**
 * What a statement makes of the session, or takes from it: names and settings that no catalog holds. Who keeps the session
 * applies it when the statement has succeeded.
 */
export type SessionUse =
  /** `PREPARE`: the statement's own analysis is the analysis of what is prepared. */
  | { readonly kind: 'prepare'; readonly name: string }
  /** `EXECUTE`: what the name stands for decides. `into`: its rows go into a relation. */
  | { readonly kind: 'execute'; readonly name: string; readonly into: boolean }
  /** Without a name: all of them. */
  | { readonly kind: 'deallocate'; readonly name?: string }
  /** `DECLARE`: the statement's own analysis is the analysis of the cursor's query. */
  | {
      readonly kind: 'declare';
      readonly name: string;
      /** Outlives its transaction. */
      readonly hold: boolean;
      /** Its rows come in binary, whatever the protocol says. */
      readonly binary: boolean;
    }
  /** `FETCH` and `MOVE`: rows of the cursor, or of a portal of that name. */
  | { readonly kind: 'fetch'; readonly name: string }
  /** Without a name: all of them. */
  | { readonly kind: 'close'; readonly name?: string }
  | {
      readonly kind: 'set';
      readonly setting: NamingSetting;
      /** Absent: back to what the session began with. */
      readonly value?: readonly string[];
      /** For the transaction only. */
      readonly local: boolean;
    }
  /** `RESET ALL` for settings; `DISCARD` of the others. */
  | { readonly kind: 'discard'; readonly what: 'all' | 'temporary' | 'settings' }
  /** A temporary table is made; it goes before every other of its name. */
  | {
      readonly kind: 'temporary';
      readonly name: string;
      /** Not gone with the transaction that made it. */
      readonly lasting: boolean;
    };

/** Settings by which names get their meaning. */
export type NamingSetting = 'search_path' | 'role' | 'session_authorization';

/** COPY as the text has it. What it reads or writes is in the effects. */
export interface CopyUse {
  readonly direction: 'in' | 'out';
  /** The other end: the protocol's copy messages, a file of the server, a program that the server runs. */
  readonly end: 'client' | 'file' | 'program';
  /** Absent where it copies a query's rows; its outputs are then the statement's `lineage.outputs`. */
  readonly relation?: NameReference;
  /** As listed behind the relation; absent: all. */
  readonly columns?: readonly string[];
  /** Lower-case names to values as text; lists (`force_quote`) joined by commas; `''` where there is no value. */
  readonly options: Readonly<Record<string, string>>;
}

/** A statement that is understood, recorded and not let through in this release, whatever the policy says. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly reason: string;
}

export interface StatementAnalysis {
  /** Node name of PostgreSQL's grammar: `SelectStmt`, `TransactionStmt`. */
  readonly node: string;
  /** The statement's tree, for whoever has the catalog; dropped once lineage is known. */
  readonly tree: Fields;
  readonly effects: readonly UnresolvedEffect[];
  /** Operators, and types of casts, that may run functions outside of PostgreSQL's own: each found is a CALL. */
  readonly code: readonly NameReference[];
  readonly lineage: Lineage;
  /** Transaction control, for the session's book-keeping. */
  readonly transaction?: TransactionCommand;
  /** Name of the savepoint that it is about. */
  readonly savepoint?: string;
  /**
   * May change the catalog or a setting that changes meaning (DDL, a call of unknown code, a rollback): what was
   * resolved before has to be looked up again.
   */
  readonly invalidates: boolean;
  /** Absent where it neither changes nor uses what only the session knows. */
  readonly session?: readonly SessionUse[];
  readonly copy?: CopyUse;
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
  /**
   * The bodies of all functions of that name that are reachable, where each is one SELECT that means what it would mean to
   * the caller. Absent, or undefined: nobody can look into them.
   */
  readonly bodiesOf?: (reference: NameReference) => readonly SqlBody[] | undefined;
  /** Functions that an operator, or a cast to a type, runs outside of what PostgreSQL itself defines. */
  readonly codeOf?: (reference: NameReference) => readonly QualifiedName[];
  /** What using the relation uses besides. Absent, or undefined: nothing that is known of. */
  readonly reach?: (relation: ResolvedRelation) => Reach | undefined;
  /** First schema of search_path that exists: where CREATE puts an unqualified name. Absent: not known. */
  readonly creationSchema?: string;
}

export interface SqlBody {
  /** Of a SelectStmt. */
  readonly tree: Fields;
  /** Names of arguments, by which it may speak of them. */
  readonly arguments: readonly string[];
}

export interface QualifiedName {
  readonly schema: string;
  readonly name: string;
}

/** By the catalog: what reads or writes one relation reads, writes or runs besides. */
export interface Reach {
  /** Relations of the same rows: those it is a partition or child of, and those below it. */
  readonly kin: readonly (QualifiedName & { readonly below: boolean })[];
  /** Rules, a view's query among them. */
  readonly rules: readonly ReachRule[];
  /** Of an updatable view: the relation that takes what is written to it. */
  readonly writesTo?: QualifiedName;
  /** Triggers, and functions in defaults, constraints, indexes, row policies and the types of columns. */
  readonly code: readonly (QualifiedName & { readonly on: readonly string[] })[];
  /** Relations whose foreign keys pass a removal on. */
  readonly cascades: readonly (QualifiedName & {
    readonly on: 'DELETE' | 'TRUNCATE TABLE';
    readonly command: string;
  })[];
}

export interface ReachRule {
  readonly on: 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';
  /** In place of the command, not beside it. */
  readonly instead: boolean;
  readonly effects: readonly DefinedEffect[];
}

/** An effect of a stored definition: its names are qualified. */
export interface DefinedEffect {
  readonly command: string;
  readonly kind: 'relation' | 'function' | 'none';
  readonly name?: QualifiedName;
  readonly unbounded?: true;
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
  /** How each is masked. Absent: redacted. */
  readonly rules?: ReadonlyMap<string, MaskRule>;
  /** Constraints that tell about masked values. */
  readonly guards?: readonly Guard[];
}

/** A constraint that answers a write with what it knows of masked values. */
export interface Guard {
  /** `unique`: whether a value is there, exclusion constraints included; `foreign`: in the relation referred to. */
  readonly kind: 'unique' | 'check' | 'foreign';
  readonly columns: readonly string[];
  /** Masked columns take part under other names, as behind a view. */
  readonly hidden?: true;
  /** The view's query asks something about masked values: what fails by it may quote them. */
  readonly asks?: true;
}

/**
 * What is masked of a result beside the plain columns that the target's description tells: nothing; each column in order;
 * or, where their number is not known, all that the description names no table for.
 */
export type Outputs = 'none' | 'unknown' | readonly OutputMask[];

export interface OutputMask {
  /** Name of the output column; empty where the server makes one up. */
  readonly name: string;
  readonly method: MaskMethod | undefined;
  /** Not a column's own value: NULL is masked as well. */
  readonly computed?: true;
}

export type LineageVerdict =
  /** No masked relation takes part. */
  | { readonly kind: 'untouched' }
  /** Every masked value that comes out is known by its place. */
  | {
      readonly kind: 'plain';
      readonly maskedOutput: boolean;
      readonly outputs: Outputs;
      /** A masked value decides over something, as policies or a view allow: what fails by it may quote it. */
      readonly asks?: true;
    }
  /** A function that is not known may bring masked values. */
  | { readonly kind: 'opaque-call'; readonly outputs: Outputs; readonly asks?: true }
  | {
      readonly kind: 'refused';
      readonly code: 'LINEAGE_UNKNOWN' | 'MASKED_PREDICATE' | 'MASKED_WRITE';
      readonly reason: string;
    };
