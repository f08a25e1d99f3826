import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { toJsonSchema } from './json-schema.ts';
import type { Kind } from './schema.ts';

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
    code: { source: true, esm: true, lines: true },
  });
  for (const { kind, schema } of kinds) ajv.addSchema(toJsonSchema(schema, kind), kind);
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
