import { type CelRule, DURATION_PATTERN, type Kind, type SchemaNode } from './schema.ts';

const HEADER =
  '// Generated from manifests/ and src/schemas/ by `npm run generate`. Do not edit.\n';

/** What the reader of manifests needs of a schema beyond its validator; written out as `Shape`. */
type ShapeJson = Record<string, unknown>;

/** The messages of all CEL rules that hold for one state of an object; each needs its check off a cluster. */
export function rulesCode(kinds: readonly Kind[]): string {
  const messages = new Set(
    kinds.flatMap(({ schema }) => rulesOf(schema)).map((rule) => rule.message),
  );
  const union = [...messages].sort().map((message) => `\n  | ${JSON.stringify(message)}`);
  return `${HEADER}/** The message of a CEL rule of the CRDs. Transition rules, which compare two states, are not among them. */
export type RuleMessage =${union.join('')};
`;
}

/** Field names, descriptions, list keys and rules of every kind. */
export function shapesCode(kinds: readonly Kind[]): string {
  const shapes = Object.fromEntries(kinds.map(({ kind, schema }) => [kind, shapeOf(schema)]));
  const names = kinds.map(({ kind }) => `'${kind}'`).join(' | ');
  const versions = Object.fromEntries(kinds.map(({ kind, apiVersion }) => [kind, apiVersion]));
  return `${HEADER}import type { Shape } from '../manifest/shape.ts';

/** The kinds that are read from files. */
export type KindName = ${names};

export const apiVersions: Readonly<Record<KindName, string>> = ${JSON.stringify(versions, null, 2)};

export const shapes: Readonly<Record<KindName, Shape>> = ${JSON.stringify(shapes, null, 1)};
`;
}

function rulesOf(node: SchemaNode): readonly CelRule[] {
  const children = [
    ...Object.values(node.properties ?? {}),
    ...(node.items === undefined ? [] : [node.items]),
  ];
  return [...stateRules(node), ...children.flatMap((child) => rulesOf(child))];
}

function stateRules(node: SchemaNode): readonly CelRule[] {
  return (node['x-kubernetes-validations'] ?? []).filter(({ rule }) => !rule.includes('oldSelf'));
}

function shapeOf(node: SchemaNode): ShapeJson {
  const rules = stateRules(node).map(({ message, fieldPath, reason }) => ({
    message,
    at: (fieldPath ?? '').split('.').filter((part) => part !== ''),
    code: reason === 'FieldValueRequired' ? 'MISSING_FIELD' : 'BAD_VALUE',
  }));
  const unit = unitOf(node);
  return {
    ...(node.description !== undefined && { description: node.description }),
    ...(unit !== undefined && { unit }),
    ...(rules.length > 0 && { rules }),
    ...(node['x-kubernetes-list-map-keys'] && { key: node['x-kubernetes-list-map-keys'][0] }),
    ...(node.items && { items: shapeOf(node.items) }),
    ...(node.additionalProperties && { values: shapeOf(node.additionalProperties) }),
    ...(node.properties && {
      fields: Object.fromEntries(
        Object.entries(node.properties).map(([name, child]) => [name, shapeOf(child)]),
      ),
    }),
  };
}

function unitOf(node: SchemaNode): 'duration' | 'quantity' | undefined {
  if (node['x-kubernetes-int-or-string'] === true) return 'quantity';
  return node.pattern === DURATION_PATTERN ? 'duration' : undefined;
}
