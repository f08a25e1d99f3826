/** One node's fields, as libpg_query's JSON has them: absent means empty, zero or false. */
export interface Fields {
  readonly [name: string]: Value | undefined;
}
export type Value = string | number | boolean | null | Fields | readonly Value[];

/** A node is an object whose only key is its kind; kinds begin with a capital, fields do not. */
export interface Node {
  readonly kind: string;
  readonly fields: Fields;
}

export function isFields(value: Value | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The kind of a wrapped node, or undefined for a plain struct such as a RangeVar in a field of its own type. */
export function kindOf(fields: Fields): string | undefined {
  for (const key in fields) {
    const first = key.charCodeAt(0);
    return first >= 65 && first <= 90 && isFields(fields[key]) ? key : undefined;
  }
  return undefined;
}

export function toNode(value: Value | undefined): Node | undefined {
  if (!isFields(value)) return undefined;
  const kind = kindOf(value);
  return kind === undefined ? undefined : { kind, fields: fieldsOf(value[kind]) };
}

const PLACE = /(?:^|_)(?:location|len|start|end)$/;

/** Does this field say where its node stands in the text? It depends on how long the literals before it are. */
export function isPlace(name: string, value: Value | undefined): boolean {
  return typeof value === 'number' && PLACE.test(name);
}

const NONE: Fields = Object.freeze({});
const EMPTY: readonly Value[] = Object.freeze([]);

export function fieldsOf(value: Value | undefined): Fields {
  return isFields(value) ? value : NONE;
}

export function listOf(value: Value | undefined): readonly Value[] {
  return Array.isArray(value) ? value : EMPTY;
}

export function stringOf(value: Value | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Fields of a node of that kind, or undefined. */
export function asKind(value: Value | undefined, kind: string): Fields | undefined {
  return isFields(value) && isFields(value[kind]) ? value[kind] : undefined;
}

/** Text of a `String` node. */
export function textOf(value: Value | undefined): string | undefined {
  const string = asKind(value, 'String');
  return string === undefined ? undefined : (stringOf(string['sval']) ?? '');
}

/** Parts of a list of `String` nodes, such as a function's name; other items are left out. */
export function nameParts(value: Value | undefined): readonly string[] {
  return listOf(value).flatMap((item) => textOf(item) ?? []);
}
