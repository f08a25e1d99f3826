import { UNFOLLOWABLE_RELATIONS } from '../functions.ts';
import { quoteName } from '../quote.ts';
import type { Fields, Value } from '../tree.ts';
import type { LineageVerdict, MaskedRelation, NameReference, Resolution } from '../types.ts';
import type { MaskIndex } from './mask-index.ts';
import type { Level, Rows } from './scope.ts';
import { noRows } from './scope.ts';
import type { Column, Taint, Traced } from './taint.ts';

export type Refused = Extract<LineageVerdict, { kind: 'refused' }>;

/** The parts of the tracer that need each other; given at construction, since modules do not import in circles. */
export interface Parts {
  readonly expression: (trace: Trace, value: Value | undefined, level: Level) => Traced;
  /** SELECT, VALUES, set operations, or a write with RETURNING. */
  readonly query: (trace: Trace, value: Value | undefined, level: Level) => Rows;
}

/** What functions in SQL return, by schema and name; undefined for those that cannot be followed, or call themselves. */
export type Functions = Map<string, Returned | undefined>;

export interface Returned {
  readonly taint: Taint | undefined;
}

export type Code = Refused['code'];

/** One statement, followed from its tables to its result. */
export class Trace {
  readonly resolution: Resolution;
  readonly index: MaskIndex;
  readonly functions: Functions;
  readonly #parts: Parts;
  #refused: Refused | undefined;
  #opaque = false;
  #touched = false;
  #blind = false;
  #asks = false;

  constructor(resolution: Resolution, index: MaskIndex, parts: Parts, functions?: Functions) {
    this.resolution = resolution;
    this.functions = functions ?? new Map<string, Returned | undefined>();
    this.index = index;
    this.#parts = parts;
  }

  /** A trace of what a function runs. */
  within(): Trace {
    return new Trace(this.resolution, this.index, this.#parts, this.functions);
  }

  /** What a function runs is a part of this; in a transaction that has changed it nobody knows what that is. */
  looksInto(): void {
    this.#touched = true;
  }

  /** The first refusal. */
  get refused(): Refused | undefined {
    return this.#refused;
  }

  /** Code was called that nobody can look into. */
  get opaque(): boolean {
    return this.#opaque;
  }

  /** A relation with masked columns takes part. */
  get touched(): boolean {
    return this.#touched;
  }

  /** A part of the statement was not followed. */
  get blind(): boolean {
    return this.#blind;
  }

  expression(value: Value | undefined, level: Level): Traced {
    return this.#parts.expression(this, value, level);
  }

  query(value: Value | undefined, level: Level): Rows {
    return this.#parts.query(this, value, level);
  }

  refuse(code: Code, reason: string): void {
    this.#refused ??= { kind: 'refused', code, reason };
  }

  /** Something cannot be followed, so that nothing is known of what comes out. */
  unknown(reason: string): void {
    this.#blind = true;
    this.refuse('LINEAGE_UNKNOWN', reason);
  }

  callsOpaque(): void {
    this.#opaque = true;
  }

  /** A masked value decides over something; what fails by it may quote it in any message. */
  get asks(): boolean {
    return this.#asks;
  }

  /** The value decides over something that shows: rows, order, groups, failure. A policy may allow that. */
  use(taint: Taint | undefined, where: string): void {
    if (taint === undefined) return;
    this.#asks = true;
    if (!taint.predicates) this.give(taint, where);
  }

  /** The value is given to what may do anything with it. */
  give(taint: Taint | undefined, where: string): void {
    if (taint === undefined) return;
    if (taint.unknown === true)
      this.refuse(
        'LINEAGE_UNKNOWN',
        `${taint.name} may bring masked values, and stands in ${where}; it may only be selected.`,
      );
    else
      this.refuse(
        'MASKED_PREDICATE',
        `${taint.name} is masked and stands in ${where}; it may only be selected, by itself or in an expression that cannot fail.`,
      );
  }

  useAll(columns: readonly Column[], where: string): void {
    for (const { taint } of columns) this.use(taint, where);
  }

  /** The value goes where nothing masks it. */
  write(taint: Taint | undefined): void {
    if (taint === undefined) return;
    if (taint.unknown === true)
      this.refuse(
        'LINEAGE_UNKNOWN',
        `${taint.name} may bring masked values, which would be written elsewhere.`,
      );
    else this.refuse('MASKED_WRITE', `${taint.name} is masked, and would be written elsewhere.`);
  }

  masked(reference: NameReference): MaskedRelation | undefined {
    const found = this.resolution.relation(reference);
    const relation = found === undefined ? undefined : this.index.relation(found);
    // Every client asks pg_attribute what columns there are; what it shows of values is in the outputs.
    this.#touched ||= relation !== undefined && relation.schema !== 'pg_catalog';
    this.#asks ||= relation?.guards?.some(({ asks }) => asks === true) === true;
    return relation;
  }

  /** Columns of a relation as read. */
  relation(reference: NameReference): Rows {
    const { schema, name } = reference;
    const found = this.resolution.relation(reference);
    if (found === undefined) {
      this.unknown(`The relation ${quoteName(schema, name)} is not found.`);
      return noRows;
    }
    if (UNFOLLOWABLE_RELATIONS.has(found.name))
      this.unknown(`${quoteName(found.schema, found.name)} holds values of other relations.`);
    if (this.index.isDependent(found))
      this.unknown(
        `${quoteName(found.schema, found.name)} reaches masked columns in a way that is not followed.`,
      );
    const masked = this.masked(reference);
    const columns = masked?.columns ?? found.columns;
    if (columns === undefined) return { columns: [], open: { taint: undefined } };
    return {
      columns: columns.map((column) => ({ name: column, taint: taintOf(masked, column) })),
    };
  }
}

export function taintOf(relation: MaskedRelation | undefined, column: string): Taint | undefined {
  if (relation?.maskedColumns.includes(column) !== true) return undefined;
  const rule = relation.rules?.get(column);
  return {
    method: rule?.method ?? { kind: 'Redact' },
    predicates: rule?.predicates ?? false,
    name: `The column ${quoteName(relation.name, column)}`,
  };
}

/** Fields of a node whatever its kind, or undefined. */
export type Handler = (trace: Trace, fields: Fields, level: Level) => Traced;
