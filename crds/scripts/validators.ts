import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { toJsonSchema } from './json-schema.ts';
import type { Kind, SchemaNode } from './schema.ts';

const HEADER =
  '// Generated from manifests/ and src/schemas/ by `npm run generate`. Do not edit.\n';

// ajv's own helper cannot be imported by an ES module; this is what it does.
const CODE_POINTS = `const codePoints = (text) => {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
};
`;

/** One function per kind, compiled ahead of time, so that nothing is compiled when a sidecar starts. */
export function validatorsCode(kinds: readonly Kind[]): string {
  const ajv = new Ajv({
    allErrors: true,
    useDefaults: true,
    messages: false,
    allowUnionTypes: true,
    strict: true,
    strictRequired: false,
    inlineRefs: false,
    code: { source: true, esm: true, lines: true },
  });
  for (const { kind, schema } of kinds) ajv.addSchema(inParts(ajv, kind, schema), kind);
  const names = Object.fromEntries(kinds.map(({ kind }) => [`validate${kind}`, kind]));
  const code = standalone
    .default(ajv, names)
    .replaceAll('require("ajv/dist/runtime/ucs2length").default', 'codePoints')
    .replace(/^"use strict";/, '');
  if (code.includes('require('))
    throw new TypeError(
      'the validators need a part of ajv at run time; write it out in validators.ts',
    );
  return `${HEADER}${CODE_POINTS}${code}`;
}

/**
 * The schema of a kind with its metadata and status as functions of their own: metadata is that of all kinds, and what is
 * not called costs no compilation when a sidecar starts.
 */
function inParts(ajv: Ajv, kind: string, schema: SchemaNode): Record<string, unknown> {
  const whole = toJsonSchema(schema, kind);
  const { metadata, status } = schema.properties ?? {};
  const part = (name: string, node: SchemaNode | undefined): Record<string, unknown> => {
    if (node === undefined) return {};
    const id =
      name === 'metadata' ? `metadata-${String(node.required?.length)}` : `${kind}-${name}`;
    if (ajv.getSchema(id) === undefined) ajv.addSchema(toJsonSchema(node, id), id);
    return { [name]: { $ref: id } };
  };
  const parts = { ...part('metadata', metadata), ...part('status', status) };
  return { ...whole, properties: { ...(whole['properties'] as object), ...parts } };
}

/** The types of `validators.js`. */
export function validatorsTypes(kinds: readonly Kind[]): string {
  const lines = kinds.map(({ kind }) => `export const validate${kind}: Validator;`);
  return `${HEADER}/** An error as ajv reports it, without its message. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly propertyName?: string;
}
/** Says whether the object is valid, writes defaults into it, and leaves what is wrong in \`errors\`. */
export interface Validator {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}
${lines.join('\n')}
`;
}
