import { HARMLESS, isEffectfulBuiltin, SET_CONFIG, STATE_ONLY } from './functions.ts';
import { constantText } from './constants.ts';
import { changesMeaning } from './settings.ts';
import type { Value } from './tree.ts';
import { listOf } from './tree.ts';
import type { NameReference } from './types.ts';
import type { Walk } from './walk.ts';
import { isTemporarySchema } from './walk.ts';

/** Functions of the grammar itself that a server of its age knows by no name in pg_proc. */
const GRAMMAR_NAMES = new Set([
  'json_scalar',
  'json_serialize',
  'json',
  'json_array',
  'json_objectagg',
  'json_arrayagg',
  'json_table',
  'json_exists',
  'json_query',
  'json_value',
  'merge_action',
]);

/** A call as written, name parts outermost first. */
export function call(walk: Walk, parts: readonly string[], args?: Value): void {
  const schema = parts.at(-2);
  const name = parts.at(-1) ?? '';
  if (schema !== undefined && isTemporarySchema(schema))
    walk.findings.refuse(
      'UNSUPPORTED_TEMPORARY',
      'Functions in the temporary schema are not supported.',
    );
  if (name === SET_CONFIG) setConfig(walk, args);
  const harmless = HARMLESS.has(name) || GRAMMAR_NAMES.has(name);
  if (harmless && schema === 'pg_catalog') return;
  if (harmless && schema === undefined) shadowed(walk, name);
  else namedFunction(walk, parts);
}

/** SET as a function: the setting has to be one that changes no meaning, and to be known from the text. */
function setConfig(walk: Walk, args: Value | undefined): void {
  const setting = constantText(listOf(args)[0]);
  if (setting === undefined || changesMeaning(setting))
    walk.findings.refuse(
      'UNSUPPORTED_SETTING',
      'set_config() of a setting that changes what a text means is not supported; use SET.',
    );
  else walk.findings.effect({ command: 'SET', kind: 'setting', object: setting.toLowerCase() });
}

/** CALL in any case. */
export function namedFunction(walk: Walk, parts: readonly string[]): void {
  const reference = toReference(parts);
  walk.findings.effect({ command: 'CALL', kind: 'function', reference });
  if (!STATE_ONLY.has(reference.name)) walk.findings.invalidate();
}

function toReference(parts: readonly string[]): NameReference {
  const schema = parts.at(-2);
  return {
    kind: 'function',
    ...(schema === undefined ? {} : { schema }),
    name: parts.at(-1) ?? '',
  };
}

function shadowed(walk: Walk, name: string, unlessColumnOf?: NameReference): void {
  walk.findings.effect({
    command: 'CALL',
    kind: 'function',
    reference: { kind: 'function', name },
    when: 'shadowed',
    ...(unlessColumnOf === undefined ? {} : { unlessColumnOf }),
  });
}

/**
 * Attribute notation: `x.f` is `f(x)` where f is no column of x.
 * @param of `row`: x is a row of a relation or subquery, of which no built-in with effects takes one
 */
export function attribute(
  walk: Walk,
  name: string,
  of: { readonly row?: true; readonly of?: NameReference } = {},
): void {
  if (of.row !== true && isEffectfulBuiltin(name)) call(walk, [name]);
  else shadowed(walk, name, of.of);
}
