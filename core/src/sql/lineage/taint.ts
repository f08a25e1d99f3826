import type { MaskMethod, MaskRule } from '../../masking/types.ts';
import { stricterMethod } from '../../masking/method.ts';

/** What is masked about a value, and where it is from. */
export interface Taint extends MaskRule {
  /** What a message calls it: the column, or the function that brought it. */
  readonly name: string;
  /** Not known to be masked: nobody can look into what brought it. */
  readonly unknown?: true;
  /** Not a column's own value: whether it is NULL tells something as well. */
  readonly computed?: true;
}

/** A value on its way through a statement. */
export interface Traced {
  readonly taint: Taint | undefined;
  /** Its computation cannot fail, costs next to nothing and changes nothing: whether it happens does not show. */
  readonly safe: boolean;
  /** For a whole row: its columns. */
  readonly row?: readonly Column[];
}

export interface Column {
  readonly name: string;
  readonly taint: Taint | undefined;
}

export const CLEAN: Traced = { taint: undefined, safe: true };
/** No masked value goes in, but it may fail, or take its time. */
export const RISKY: Traced = { taint: undefined, safe: false };

const REDACT: MaskMethod = { kind: 'Redact' };

/**
 * A value computed from a masked one. Neither its last characters nor its hash may be shown: an expression can put what
 * it likes at the end, and its hash can be compared with that of a guess.
 */
export function whole(taint: Taint): Taint;
export function whole(taint: Taint | undefined): Taint | undefined;
export function whole(taint: Taint | undefined): Taint | undefined {
  if (taint === undefined || taint.computed === true) return taint;
  return { ...taint, method: taint.method.kind === 'Null' ? taint.method : REDACT, computed: true };
}

/** What several values make together. */
export function together(...taints: readonly (Taint | undefined)[]): Taint | undefined {
  return taints.reduce(both, undefined);
}

function both(a: Taint | undefined, b: Taint | undefined): Taint | undefined {
  if (a === undefined || b === undefined) return whole(a ?? b);
  const stricter = stricterMethod(whole(a).method, whole(b).method);
  const named = b.unknown === true && a.unknown !== true ? b : a;
  return { ...named, method: stricter, computed: true, predicates: a.predicates && b.predicates };
}

/** The one value or the other, unchanged: it keeps its method where both are masked by the same. */
export function either(a: Taint | undefined, b: Taint | undefined): Taint | undefined {
  if (a === undefined || b === undefined) return whole(a ?? b);
  const own = a.computed !== true && b.computed !== true && a.method.kind === b.method.kind;
  return own
    ? { ...a, method: stricterMethod(a.method, b.method), predicates: a.predicates && b.predicates }
    : both(a, b);
}
