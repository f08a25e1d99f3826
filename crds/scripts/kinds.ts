import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Kind, SchemaNode } from './schema.ts';

interface CustomResourceDefinition {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly {
      readonly name: string;
      readonly schema: { readonly openAPIV3Schema: SchemaNode };
    }[];
  };
}

/** An Approval of a grant may leave its name to the API server (`generateName`); every other kind is found by name. */
const NAME_IS_OPTIONAL = new Set(['Approval']);

/** Every kind that has a schema here, from `manifests/` (CRDs) and `src/schemas/` (Secret, ConfigMap), sorted. */
export function readKinds(root: string): readonly Kind[] {
  const meta = readSchema(root, 'object-meta.json');
  const kinds = [
    ...readdirSync(join(root, 'manifests')).map((file) => fromCrd(root, file, meta)),
    withMeta('Secret', 'v1', readSchema(root, 'secret.json'), meta),
    withMeta('ConfigMap', 'v1', readSchema(root, 'config-map.json'), meta),
  ];
  return kinds.sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

/** The schema of `metadata`, which all kinds share. */
export function readMeta(root: string): SchemaNode {
  return readSchema(root, 'object-meta.json');
}

function readSchema(root: string, file: string): SchemaNode {
  return JSON.parse(readFileSync(join(root, 'src/schemas', file), 'utf8')) as SchemaNode;
}

function fromCrd(root: string, file: string, meta: SchemaNode): Kind {
  const crd = parse(
    readFileSync(join(root, 'manifests', file), 'utf8'),
  ) as CustomResourceDefinition;
  const version = crd.spec.versions[0];
  if (version === undefined) throw new TypeError(`${file} has no version`);
  const { group, names } = crd.spec;
  return withMeta(names.kind, `${group}/${version.name}`, version.schema.openAPIV3Schema, meta);
}

function withMeta(kind: string, apiVersion: string, schema: SchemaNode, meta: SchemaNode): Kind {
  const metadata: SchemaNode = NAME_IS_OPTIONAL.has(kind) ? { ...meta, required: [] } : meta;
  return {
    kind,
    apiVersion,
    fileName: kind.replaceAll(/(?<=.)[A-Z]/g, '-$&').toLowerCase(),
    schema: {
      ...schema,
      required: ['apiVersion', 'kind', 'metadata', ...(schema.required ?? [])].filter(
        (name, index, all) => all.indexOf(name) === index,
      ),
      properties: {
        ...schema.properties,
        apiVersion: { ...schema.properties?.['apiVersion'], enum: [apiVersion] },
        kind: { ...schema.properties?.['kind'], enum: [kind] },
        metadata,
      },
    },
  };
}
