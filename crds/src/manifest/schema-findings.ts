import { type KindName, shapes } from '../generated/shapes.ts';
import * as validators from '../generated/validators.js';
import type { SchemaError, Validator } from '../generated/validators.js';
import { type Finding, MAX_PROBLEMS } from './object.ts';
import { childOf, type FieldPath, fromPointer } from './path.ts';
import { shapeAt } from './shape.ts';
import { nearest } from './spelling.ts';

const VALIDATORS: Readonly<Record<KindName, Validator>> = {
  AccessPolicy: validators.validateAccessPolicy,
  Approval: validators.validateApproval,
  AuditSession: validators.validateAuditSession,
  AuditStore: validators.validateAuditStore,
  AuditedConnection: validators.validateAuditedConnection,
  ConfigMap: validators.validateConfigMap,
  Secret: validators.validateSecret,
};

/** Where an error is, and what the schema knows of the place. */
interface Place {
  readonly kind: KindName;
  readonly path: FieldPath;
  readonly value: unknown;
  readonly params: Readonly<Record<string, unknown>>;
}

type Explain = (place: Place) => Finding;

/** Everything that the kind's schema has against an object. Writes the schema's defaults into it. */
export function schemaFindings(kind: KindName, value: unknown): readonly Finding[] {
  const validate = VALIDATORS[kind];
  validate(value);
  const findings = (validate.errors ?? [])
    .slice(0, 2 * MAX_PROBLEMS)
    // The error about a key itself follows as `propertyNames` of its map.
    .filter(({ propertyName }) => propertyName === undefined)
    .map((error) => explain(kind, value, error));
  return withoutEchoes(findings);
}

function explain(kind: KindName, root: unknown, error: SchemaError): Finding {
  const path = fromPointer(error.instancePath, root);
  const value = path.reduce<unknown>((parent, part) => childOf(parent, part), root);
  const place: Place = { kind, path, value, params: error.params };
  return (EXPLANATIONS[error.keyword] ?? badForm)(place);
}

/** A value of the wrong type also fails an enum; one finding per place and code, and the type alone where it is wrong. */
function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  const keyOf = ({ path, code }: Finding): string => JSON.stringify([path, code]);
  const first = new Map(findings.toReversed().map((finding) => [keyOf(finding), finding]));
  return findings.filter(
    (finding) =>
      first.get(keyOf(finding)) === finding &&
      (finding.code !== 'BAD_VALUE' || !first.has(keyOf({ ...finding, code: 'WRONG_TYPE' }))),
  );
}

const limit =
  (text: (bound: string) => string): Explain =>
  ({ path, params }) => ({ path, code: 'BAD_VALUE', message: text(String(params['limit'])) });

const EXPLANATIONS: Readonly<Record<string, Explain>> = {
  additionalProperties: unknownField,
  required: missingField,
  type: wrongType,
  enum: notInEnum,
  uniqueItems: ({ path, params }) => ({
    path: [...path, Math.max(Number(params['i']), Number(params['j']))],
    code: 'DUPLICATE_NAME',
    message: 'the same value stands twice in the list: remove one of them',
  }),
  propertyNames: ({ path, params }) => ({
    path: [...path, String(params['propertyName'])],
    code: 'BAD_VALUE',
    message: 'a key here has letters, digits, dots, dashes and underscores, at most 253',
  }),
  minimum: limit((bound) => `must be at least ${bound}`),
  maximum: limit((bound) => `must be at most ${bound}`),
  minLength: ({ path }) => ({
    path,
    code: 'BAD_VALUE',
    message: 'must not be empty: fill it in or leave the field out',
  }),
  maxLength: limit((bound) => `must have at most ${bound} characters`),
  minItems: ({ path }) => ({
    path,
    code: 'BAD_VALUE',
    message: 'an empty list matches nothing: fill it or leave the field out',
  }),
  maxItems: limit((bound) => `must have at most ${bound} entries`),
  minProperties: emptyMap,
  maxProperties: limit((bound) => `must have at most ${bound} keys`),
};

function unknownField({ kind, path, params }: Place): Finding {
  const name = String(params['additionalProperty']);
  const known = Object.keys(shapeAt(shapes[kind], path)?.fields ?? {});
  const meant = nearest(name, known);
  const advice = meant === undefined ? `there are ${known.join(', ')}` : `did you mean ${meant}?`;
  return {
    path: [...path, name],
    code: 'UNKNOWN_FIELD',
    message: `this field does not exist here; ${advice}`,
  };
}

function missingField({ kind, path, params }: Place): Finding {
  const missing = [...path, String(params['missingProperty'])];
  return {
    path: missing,
    code: 'MISSING_FIELD',
    message: describe('is needed here', kind, missing),
  };
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
};

function wrongType({ path, value, params }: Place): Finding {
  const types = String(params['type'])
    .split(',')
    .filter((type) => type !== 'null');
  const wanted = types.map((type) => TYPE_NAMES[type] ?? type).join(' or ');
  return { path, code: 'WRONG_TYPE', message: `must be ${wanted}${typeAdvice(types, value)}` };
}

function typeAdvice(types: readonly string[], value: unknown): string {
  if (value === null) return ', and there is nothing: fill it in or remove the field';
  if (types.includes('string')) return typeof value === 'object' ? '' : ': put it in quotes';
  const isQuoted =
    typeof value === 'string' && (types.includes('integer') || types.includes('boolean'));
  return isQuoted ? ', without quotes' : '';
}

function notInEnum({ path, value, params }: Place): Finding {
  const allowed = (params['allowedValues'] as readonly unknown[]).map(String);
  const meant = typeof value === 'string' ? nearest(value, allowed) : undefined;
  const advice = meant === undefined ? '' : `; did you mean ${meant}?`;
  return { path, code: 'BAD_VALUE', message: `must be ${allowed.join(', ')}${advice}` };
}

function emptyMap({ kind, path }: Place): Finding {
  const fields = Object.keys(shapeAt(shapes[kind], path)?.fields ?? {});
  const names = fields.length === 0 ? 'an entry' : `one of ${fields.join(', ')}`;
  return { path, code: 'BAD_VALUE', message: `an empty map says nothing: it needs ${names}` };
}

function badForm({ kind, path }: Place): Finding {
  return { path, code: 'BAD_VALUE', message: describe('does not have the right form', kind, path) };
}

function describe(sentence: string, kind: KindName, path: FieldPath): string {
  const description = shapeAt(shapes[kind], path)?.description;
  return description === undefined ? sentence : `${sentence}. ${description}`;
}
