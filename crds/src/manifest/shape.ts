import type { RuleMessage } from '../generated/rules.ts';

/** A rule that a schema cannot say, at the object that it is about. */
export interface ShapeRule {
  readonly message: RuleMessage;
  /** Field that a violation is reported at, from the object. */
  readonly at: readonly string[];
  readonly code: 'MISSING_FIELD' | 'BAD_VALUE';
}

/** What a reader needs of a schema beyond its validator. */
export interface Shape {
  readonly description?: string;
  /** The value is a text with a unit. */
  readonly unit?: 'duration' | 'quantity';
  readonly rules?: readonly ShapeRule[];
  /** The field of a list's entries that must be unique. */
  readonly key?: string;
  readonly fields?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  /** Of a map with free keys. */
  readonly values?: Shape;
}

/** The shape at a path, or undefined where the schema has nothing. */
export function shapeAt(shape: Shape, path: readonly (string | number)[]): Shape | undefined {
  let current: Shape | undefined = shape;
  for (const part of path) current = current === undefined ? undefined : childShape(current, part);
  return current;
}

/** The shape of a field, an entry or a value of a map. */
export function childShape(shape: Shape, part: string | number): Shape | undefined {
  if (typeof part === 'number') return shape.items;
  const { fields } = shape;
  return fields !== undefined && Object.hasOwn(fields, part) ? fields[part] : shape.values;
}
