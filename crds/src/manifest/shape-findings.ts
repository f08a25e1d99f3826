import { parseDuration } from '../duration.ts';
import { UnitError } from '../errors.ts';
import { parseQuantity } from '../quantity.ts';
import type { Finding } from './object.ts';
import { childOf, type FieldPath, isRecord } from './path.ts';
import { RULE_CHECKS } from './rules.ts';
import { childShape, type Shape } from './shape.ts';

/** Longest duration: timers of the runtime end at 2^31 - 1 ms. */
const MAX_DURATION_MS = 24 * 86_400_000;

/** What a JSON schema cannot say of an object: the CRD's rules, names that must differ, and values with a unit. */
export function shapeFindings(
  shape: Shape,
  value: unknown,
  path: FieldPath = [],
): readonly Finding[] {
  return [
    ...ruleFindings(shape, value, path),
    ...duplicateFindings(shape, value, path),
    ...unitFindings(shape, value, path),
    ...children(value).flatMap(([part, child]) => {
      const inner = childShape(shape, part);
      return inner === undefined ? [] : shapeFindings(inner, child, [...path, part]);
    }),
  ];
}

function children(value: unknown): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return value.map((child, index) => [index, child] as const);
  return isRecord(value) ? Object.entries(value) : [];
}

function ruleFindings(shape: Shape, value: unknown, path: FieldPath): readonly Finding[] {
  if (!isRecord(value)) return [];
  return (shape.rules ?? [])
    .filter(({ message }) => !RULE_CHECKS[message](value))
    .map(({ at, code, message }) => ({ path: [...path, ...at], code, message }));
}

function duplicateFindings({ key }: Shape, value: unknown, path: FieldPath): readonly Finding[] {
  if (key === undefined || !Array.isArray(value)) return [];
  const names = new Set<unknown>();
  return value.flatMap((entry, index): Finding[] => {
    const name = childOf(entry, key);
    const message = `another entry of the list has the same ${key}: rename one of them`;
    if (name !== undefined && names.has(name))
      return [{ path: [...path, index, key], code: 'DUPLICATE_NAME', message }];
    names.add(name);
    return [];
  });
}

function unitFindings({ unit }: Shape, value: unknown, path: FieldPath): readonly Finding[] {
  const bad = (message: string): readonly Finding[] => [{ path, code: 'BAD_VALUE', message }];
  if (unit === undefined || (typeof value !== 'string' && typeof value !== 'number')) return [];
  try {
    const amount = unit === 'duration' ? parseDuration(String(value)) : parseQuantity(value);
    if (amount === 0) return bad('must be more than zero');
    return unit === 'duration' && amount > MAX_DURATION_MS ? bad('must be at most 24d') : [];
  } catch (error) {
    if (!(error instanceof UnitError)) throw error;
    return bad(error.message);
  }
}
