import { DATE_TIME_PATTERN, type SchemaNode } from './schema.ts';

type JsonSchema = Record<string, unknown>;

/** Keywords that mean the same in a CRD and in JSON schema. */
const SHARED = [
  'type',
  'enum',
  'default',
  'nullable',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'propertyNames',
  'required',
] as const;

/** Keywords that are translated below, or say nothing about a value. */
const TRANSLATED = new Set<string>([
  ...SHARED,
  'description',
  'format',
  'anyOf',
  'properties',
  'items',
  'additionalProperties',
  'x-kubernetes-int-or-string',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-list-type',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-validations',
]);

/**
 * What ajv checks of a CRD's schema. Unlike the API server, which drops an unknown field, it is an error here: off a
 * cluster nobody else tells a person about a misspelt one.
 */
export function toJsonSchema(node: SchemaNode, path = ''): JsonSchema {
  for (const keyword of Object.keys(node)) {
    if (!TRANSLATED.has(keyword))
      throw new TypeError(
        `${path}: keyword ${keyword} is not translated; add it to json-schema.ts`,
      );
  }
  const shared = Object.fromEntries(
    SHARED.filter((keyword) => keyword in node).map((keyword) => [
      keyword,
      Reflect.get(node, keyword),
    ]),
  );
  return {
    ...shared,
    ...(node['x-kubernetes-int-or-string'] === true && { type: ['integer', 'string'] }),
    ...(node.format === 'date-time' && { pattern: DATE_TIME_PATTERN }),
    ...(node['x-kubernetes-list-type'] === 'set' && { uniqueItems: true }),
    ...members(node, path),
  };
}

function members(node: SchemaNode, path: string): JsonSchema {
  if (node.items !== undefined) return { items: toJsonSchema(node.items, `${path}[]`) };
  if (node.additionalProperties !== undefined)
    return { additionalProperties: toJsonSchema(node.additionalProperties, `${path}.*`) };
  if (node.properties === undefined) return {};
  return {
    properties: Object.fromEntries(
      Object.entries(node.properties).map(([name, child]) => [
        name,
        toJsonSchema(child, `${path}.${name}`),
      ]),
    ),
    additionalProperties: false,
  };
}
