import { analyse } from './analyse.ts';
import { SqlError } from './errors.ts';
import { parseText } from './parser.ts';
import { isDefinedCall } from './through.ts';
import type { Fields, Value } from './tree.ts';
import { asKind, fieldsOf, listOf, stringOf } from './tree.ts';
import type { DefinedEffect, NameReference, QualifiedName, UnresolvedEffect } from './types.ts';

/** What a stored definition does when it takes effect. */
export interface Definition {
  readonly effects: readonly DefinedEffect[];
  /** Of a query with one plain relation in FROM: that relation, which takes what is written to the view. */
  readonly from?: QualifiedName;
}

/** What cannot be read: an effect that only a policy for everything covers. */
const UNKNOWN: Definition = { effects: [{ command: 'UNKNOWN', kind: 'none' }] };

/**
 * A rule as `pg_get_ruledef` prints it under an empty search_path, where every name outside of pg_catalog is qualified.
 * `loadParser` comes first.
 */
export function readDefinition(text: string): Definition {
  try {
    const [analysis] = analyse(text).statements;
    const effects = (analysis?.effects ?? [])
      .filter(({ command }) => command !== 'CREATE RULE')
      .flatMap(definedEffect);
    const from = queryRelation(parseText(text)[0]);
    return { effects, ...(from === undefined ? {} : { from }) };
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    return UNKNOWN;
  }
}

function definedEffect(effect: UnresolvedEffect): readonly DefinedEffect[] {
  const { command, kind, reference } = effect;
  if (kind === 'setting') return [];
  if (reference === undefined || kind === 'channel') return [{ command, kind: 'none' }];
  // An unqualified name is pg_catalog's: nothing shadows it there.
  if (kind === 'function' && (effect.when === 'shadowed' || reference.kind !== 'function'))
    return [];
  const name = qualified(reference);
  if (kind === 'function' && !isDefinedCall(name)) return [];
  const unbounded = effect.unbounded === true ? { unbounded: true as const } : {};
  return [{ command, kind, name, ...unbounded }];
}

const qualified = ({ schema, name }: Pick<NameReference, 'schema' | 'name'>): QualifiedName => ({
  schema: schema ?? 'pg_catalog',
  name,
});

function queryRelation(tree: Value | undefined): QualifiedName | undefined {
  const rule = asKind(tree, 'RuleStmt') ?? {};
  const select = asKind(listOf(rule['actions'])[0], 'SelectStmt');
  const from = listOf(select?.['fromClause']);
  const relation = from.length === 1 ? asKind(from[0], 'RangeVar') : undefined;
  return relation === undefined ? undefined : rangeName(relation);
}

function rangeName(relation: Fields): QualifiedName {
  const schema = stringOf(fieldsOf(relation)['schemaname']);
  const name = stringOf(relation['relname']) ?? '';
  return qualified(schema === undefined ? { name } : { schema, name });
}
