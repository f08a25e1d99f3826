import type { Value } from './tree.ts';
import { asKind, fieldsOf, stringOf } from './tree.ts';

/** Value of a numeric literal. */
export function constantNumber(value: Value | undefined): number | undefined {
  const constant = asKind(value, 'A_Const');
  if (constant === undefined) return undefined;
  const integer = constant['ival'];
  if (integer !== undefined) return Number(fieldsOf(integer)['ival'] ?? 0);
  const float = stringOf(fieldsOf(constant['fval'])['fval']);
  return float === undefined ? undefined : Number(float);
}

/** Text of a string literal, also under a cast. */
export function constantText(value: Value | undefined): string | undefined {
  const cast = asKind(value, 'TypeCast');
  if (cast !== undefined) return constantText(cast['arg']);
  const constant = asKind(value, 'A_Const');
  return constant?.['sval'] === undefined
    ? undefined
    : (stringOf(fieldsOf(constant['sval'])['sval']) ?? '');
}

/** Is it a literal, also under a cast? Looks at no value. */
function isConstant(value: Value | undefined): boolean {
  const cast = asKind(value, 'TypeCast');
  return cast === undefined ? asKind(value, 'A_Const') !== undefined : isConstant(cast['arg']);
}

/** Undefined unless both are literals of the same sort. */
export function equalConstants(
  left: Value | undefined,
  right: Value | undefined,
): boolean | undefined {
  if (!isConstant(left) || !isConstant(right)) return undefined;
  const [a, b] = [constantNumber(left), constantNumber(right)];
  if (a !== undefined && b !== undefined) return a === b;
  const [s, t] = [constantText(left), constantText(right)];
  return s !== undefined && t !== undefined ? s === t : undefined;
}
