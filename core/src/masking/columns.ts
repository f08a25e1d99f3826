import { parseNamePattern, segmentMatcher } from '../command/index.ts';
import type { Segments, TextMatcher } from '../command/index.ts';
import { stricterMethod } from './method.ts';
import type { MaskedColumn, MaskMethod, MaskRule } from './types.ts';

/** One `columns` entry of a policy's masking: a pattern for each part of the name. */
export interface ColumnPattern {
  readonly schema: Segments;
  readonly relation: Segments;
  readonly column: Segments;
}

/** A pattern with how it masks and where that comes from. */
export interface ColumnMasking {
  readonly pattern: ColumnPattern;
  readonly method: MaskMethod;
  /** `predicates: Allow`. */
  readonly predicates?: true;
  readonly policy: string;
  readonly masking: string;
}

/** Which columns of a connection are masked. */
export interface ColumnMasks {
  /** No column is masked at all, neither by name nor by pattern. */
  readonly none: boolean;
  /** Columns named without a wildcard, each once, sorted; patterns that match them are taken into account. */
  readonly columns: readonly MaskedColumn[];
  /** Whether `columns` is not all: some patterns have wildcards. */
  readonly patterned: boolean;
  /** How this column is masked; names as in the catalog, not quoted. */
  readonly matchColumn: (
    schema: string,
    relation: string,
    column: string,
  ) => MaskMethod | undefined;
  /** The same, with what else the policies say: predicates are allowed where all that mask the column allow them. */
  readonly matchRule: (schema: string, relation: string, column: string) => MaskRule | undefined;
}

/**
 * Parses `schema.table.column`. `*` is a wildcard within its part; a part with a dot, or with `*` as a plain
 * character, is written in double quotes. Letters keep their case.
 *
 * @throws NamePatternError
 */
export function parseColumnPattern(pattern: string): ColumnPattern | undefined {
  const [schema, relation, column, ...rest] = parseNamePattern(pattern);
  if (!schema || !relation || !column || rest.length > 0) return undefined;
  return { schema, relation, column };
}

/**
 * One answer for each column where several policies mask it: the strictest method wins, whatever the order.
 * Named after the policy and masking entry that come first among those with that method.
 */
export function resolveMasking(maskings: readonly ColumnMasking[]): ColumnMasks {
  const ordered = [...maskings].sort(bySource);
  const compiled = ordered.map(compileMasking);
  const literals = new Map<string, MaskedColumn>();
  for (const masking of ordered) {
    const column = literalColumn(masking);
    if (!column) continue;
    const key = JSON.stringify([column.schema, column.relation, column.column]);
    if (!literals.has(key)) literals.set(key, strictestFor(column, compiled));
  }
  return {
    none: ordered.length === 0,
    columns: [...literals.entries()].sort(([a], [b]) => order(a, b)).map(([, column]) => column),
    patterned: ordered.some((masking) => literalColumn(masking) === undefined),
    matchColumn: (schema, relation, column) =>
      strictest({ schema, relation, column }, compiled)?.method,
    matchRule: (schema, relation, column) => ruleFor({ schema, relation, column }, compiled),
  };
}

interface ColumnName {
  readonly schema: string;
  readonly relation: string;
  readonly column: string;
}

interface CompiledMasking extends ColumnMasking {
  readonly matches: (name: ColumnName) => boolean;
}

function compileMasking(masking: ColumnMasking): CompiledMasking {
  const schema: TextMatcher = segmentMatcher(masking.pattern.schema);
  const relation: TextMatcher = segmentMatcher(masking.pattern.relation);
  const column: TextMatcher = segmentMatcher(masking.pattern.column);
  return {
    ...masking,
    matches: (name) => column(name.column) && relation(name.relation) && schema(name.schema),
  };
}

function strictest(
  name: ColumnName,
  maskings: readonly CompiledMasking[],
): ColumnMasking | undefined {
  let winner: ColumnMasking | undefined;
  for (const masking of maskings) {
    if (!masking.matches(name)) continue;
    winner = winner ? stricter(winner, masking) : masking;
  }
  return winner;
}

function ruleFor(name: ColumnName, maskings: readonly CompiledMasking[]): MaskRule | undefined {
  const matching = maskings.filter((masking) => masking.matches(name));
  const [first, ...others] = matching;
  if (first === undefined) return undefined;
  return {
    method: others.reduce((method, other) => stricterMethod(method, other.method), first.method),
    predicates: matching.every(({ predicates }) => predicates === true),
  };
}

/** The first of the two unless the second hides more. */
function stricter(a: ColumnMasking, b: ColumnMasking): ColumnMasking {
  return stricterMethod(a.method, b.method) === a.method ? a : b;
}

function strictestFor(column: MaskedColumn, maskings: readonly CompiledMasking[]): MaskedColumn {
  const winner = strictest(column, maskings);
  if (!winner) return column;
  return { ...column, method: winner.method, policy: winner.policy, masking: winner.masking };
}

function literalColumn(masking: ColumnMasking): MaskedColumn | undefined {
  const { pattern, method, policy } = masking;
  const parts = [pattern.schema, pattern.relation, pattern.column];
  if (parts.some((part) => part.length !== 1)) return undefined;
  const [schema = '', relation = '', column = ''] = parts.map((part) => part[0] ?? '');
  return { schema, relation, column, method, policy, masking: masking.masking };
}

function bySource(a: ColumnMasking, b: ColumnMasking): number {
  return order(a.policy, b.policy) || order(a.masking, b.masking);
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
