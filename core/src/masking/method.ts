import type { MaskMethod } from './types.ts';

/** Higher hides more. Partial is below all others: some of the value stays readable. */
const strictness: Readonly<Record<MaskMethod['kind'], number>> = {
  Partial: 0,
  Hash: 1,
  Redact: 2,
  Null: 3,
};

/** The method that hides more: Null over Redact over Hash over Partial, and Partial with the smaller `keepLast`. */
export function stricterMethod(a: MaskMethod, b: MaskMethod): MaskMethod {
  if (a.kind === 'Partial' && b.kind === 'Partial') return b.keepLast < a.keepLast ? b : a;
  return strictness[b.kind] > strictness[a.kind] ? b : a;
}
