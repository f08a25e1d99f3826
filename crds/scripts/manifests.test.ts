import { describe, expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { CelRule, SchemaNode } from './schema.ts';

const folder = join(import.meta.dirname, '../manifests');

/** Keywords of bounds, which the generator passes on as they are. */
interface Node extends SchemaNode {
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly maxProperties?: number;
  readonly minimum?: number;
}

interface Crd {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly scope: string;
    readonly names: {
      readonly kind: string;
      readonly shortNames: readonly string[];
      readonly categories: readonly string[];
    };
    readonly versions: readonly {
      readonly subresources: { readonly status: object };
      readonly additionalPrinterColumns: readonly {
        readonly name: string;
        readonly jsonPath: string;
      }[];
      readonly schema: { readonly openAPIV3Schema: Node };
    }[];
  };
}

const crds = readdirSync(folder).map(
  (file) => parse(readFileSync(join(folder, file), 'utf8')) as Crd,
);

interface Field {
  readonly path: string;
  readonly node: Node;
}

function fieldsOf(path: string, node: Node): readonly Field[] {
  const children: readonly (readonly [string, SchemaNode | undefined])[] = [
    ...Object.entries(node.properties ?? {}).map(
      ([name, child]) => [`${path}.${name}`, child] as const,
    ),
    [`${path}[]`, node.items],
    [`${path}.*`, node.additionalProperties],
  ];
  return [
    { path, node },
    ...children.flatMap(([name, child]) => (child === undefined ? [] : fieldsOf(name, child))),
  ];
}

const fields = crds.flatMap(({ spec }) =>
  spec.versions.flatMap(({ schema }) => fieldsOf(spec.names.kind, schema.openAPIV3Schema)),
);

const lacking = (lacks: (field: Node, path: string) => boolean): readonly string[] =>
  fields.filter(({ node, path }) => lacks(node, path)).map(({ path }) => path);

const isMeta = (path: string): boolean =>
  /^[A-Za-z]+(?:\.(?:apiVersion|kind|metadata))?$/.test(path);

describe('every field of every CRD', () => {
  test('there are hundreds', () => {
    expect(fields.length).toBeGreaterThan(300);
    expect(crds.map(({ spec }) => spec.names.kind).sort()).toEqual([
      'AccessPolicy',
      'Approval',
      'AuditSession',
      'AuditStore',
      'AuditedConnection',
    ]);
  });

  test('is described in a sentence', () => {
    // The API server has its own sentence for metadata, and takes no other.
    const isSaid = ({ description = '' }: Node): boolean => /^\S[^]{9,}\.$/.test(description);
    expect(lacking((node, path) => !isSaid(node) && !path.endsWith('.metadata'))).toEqual([]);
  });

  test('is bounded', () => {
    expect(
      lacking(
        ({ type, maxLength, enum: values }, path) =>
          type === 'string' && maxLength === undefined && values === undefined && !isMeta(path),
      ),
    ).toEqual([]);
    expect(lacking(({ type, maxItems }) => type === 'array' && maxItems === undefined)).toEqual([]);
    expect(
      lacking(
        (node) => node.additionalProperties !== undefined && node.maxProperties === undefined,
      ),
    ).toEqual([]);
    expect(lacking(({ type, minimum }) => type === 'integer' && minimum === undefined)).toEqual([]);
  });

  test('of a list says what the list is', () => {
    expect(
      lacking((node) => node.type === 'array' && node['x-kubernetes-list-type'] === undefined),
    ).toEqual([]);
  });

  test('has enums in CamelCase, as in every API of Kubernetes', () => {
    const values = fields.flatMap(({ node }) => node.enum ?? []).filter((value) => value !== true);
    expect(values.filter((value) => !/^[A-Z][A-Za-z0-9]*$/.test(String(value)))).toEqual([]);
  });
});

describe('every rule', () => {
  const rules = fields.flatMap(({ path, node }) =>
    (node['x-kubernetes-validations'] ?? []).map((rule: CelRule) => ({ path, node, rule })),
  );

  test('has a message of its own', () => {
    const messages = rules.map(({ path, rule }) => `${path}: ${rule.message}`);
    expect(messages.length).toBeGreaterThan(30);
    expect(new Set(messages).size).toBe(messages.length);
  });

  test('is reported at a field that exists', () => {
    const missing = rules.filter(({ path, rule }) => {
      const at = `${path}${rule.fieldPath ?? ''}`;
      return !fields.some((field) => field.path === at);
    });
    expect(missing.map(({ path, rule }) => path + (rule.fieldPath ?? ''))).toEqual([]);
  });
});

describe.each(crds.map((crd) => ({ name: crd.metadata.name, crd })))('$name', ({ crd }) => {
  const version = crd.spec.versions[0];

  test('is found as kubectl get chaperone, and under a short name', () => {
    expect(crd.spec.names.categories).toEqual(['chaperone']);
    expect(crd.spec.names.shortNames).toHaveLength(1);
    expect(crd.spec.scope).toBe(crd.spec.names.kind === 'AuditStore' ? 'Cluster' : 'Namespaced');
  });

  test('shows its condition Ready and its age, and keeps its status apart', () => {
    const columns = version?.additionalPrinterColumns.map(({ name }) => name);
    expect(columns).toEqual(expect.arrayContaining(['Ready', 'Age']));
    expect(version?.subresources).toEqual({ status: {} });
    expect(version?.schema.openAPIV3Schema.properties?.['status']?.properties).toHaveProperty(
      'observedGeneration',
    );
  });

  test('has conditions keyed by their type', () => {
    const conditions =
      version?.schema.openAPIV3Schema.properties?.['status']?.properties?.['conditions'];
    expect(conditions?.['x-kubernetes-list-type']).toBe('map');
    expect(conditions?.['x-kubernetes-list-map-keys']).toEqual(['type']);
  });
});
