import type { NameReference } from './types.ts';

/** The CTEs that a name can mean at one place, innermost first. A qualified name never means a CTE. */
export interface CteScope {
  readonly names: ReadonlySet<string>;
  readonly outer: CteScope | undefined;
}

export function isCte(scope: CteScope | undefined, name: string): boolean {
  for (let at = scope; at !== undefined; at = at.outer) if (at.names.has(name)) return true;
  return false;
}

/** What a qualifier of a column can mean. */
export type RangeEntry =
  | { readonly kind: 'relation'; readonly reference: NameReference }
  /** A subquery or CTE; columns unknown where absent. */
  | { readonly kind: 'rows'; readonly columns?: ReadonlySet<string> }
  /** A function in FROM: its row may be a scalar, so that `f.pg_sleep` is pg_sleep(f). */
  | { readonly kind: 'function'; readonly columns: ReadonlySet<string> };

/** The ranges of one query level, in order of appearance, within those of the levels around it. */
export interface RangeScope {
  readonly entries: Map<string, RangeEntry>;
  readonly outer: RangeScope | undefined;
}

export function openRanges(outer: RangeScope | undefined): RangeScope {
  return { entries: new Map(), outer };
}

export function findRange(scope: RangeScope | undefined, name: string): RangeEntry | undefined {
  for (let at = scope; at !== undefined; at = at.outer) {
    const entry = at.entries.get(name);
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/** Where the walk is: what names mean there, and whose object a bare relation is. */
export interface Context {
  readonly ctes: CteScope | undefined;
  readonly ranges: RangeScope;
  /** In a utility statement, outside of queries in it: the command tag that a relation named there is subject to. */
  readonly tag: string | undefined;
}
