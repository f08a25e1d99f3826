import type { Effect } from '../command/types.ts';
import { isEffectfulBuiltin } from './functions.ts';
import { quoteName } from './quote.ts';
import type {
  Analysis,
  NameReference,
  Resolution,
  StatementAnalysis,
  UnresolvedEffect,
} from './types.ts';

/**
 * Effects of all statements of a text for one session.
 * @returns without duplicates, sorted by command, object and reach, whatever the order in the text
 */
export function resolveEffects(analysis: Analysis, resolution: Resolution): readonly Effect[] {
  return sorted(
    analysis.statements.flatMap((statement) => resolveStatement(statement, resolution)),
  );
}

/** Effects of one statement, without duplicates, sorted. */
export function resolveStatementEffects(
  statement: StatementAnalysis,
  resolution: Resolution,
): readonly Effect[] {
  return sorted(resolveStatement(statement, resolution));
}

function resolveStatement(statement: StatementAnalysis, resolution: Resolution): readonly Effect[] {
  return statement.effects.flatMap((effect) => resolveEffect(effect, resolution));
}

function resolveEffect(effect: UnresolvedEffect, resolution: Resolution): readonly Effect[] {
  const { command, kind, reference } = effect;
  if (kind === 'none') return [{ command, kind }];
  if (reference === undefined)
    return effect.object === undefined ? [] : [{ command, kind, object: effect.object }];
  const objects =
    kind === 'function'
      ? functionObjects(effect, reference, resolution)
      : [relationObject(effect, resolution)];
  const reach = effect.unbounded === true ? { unbounded: true as const } : {};
  return objects.map((object) => ({ command, kind, object, ...reach }));
}

function relationObject(effect: UnresolvedEffect, resolution: Resolution): string {
  const reference = effect.reference ?? { kind: 'relation', name: '' };
  if (effect.created === true)
    return quoteName(reference.schema ?? resolution.creationSchema, reference.name);
  const relation = resolution.relation(reference);
  return relation === undefined
    ? quoteName(reference.schema, reference.name)
    : quoteName(relation.schema, relation.name);
}

function functionObjects(
  effect: UnresolvedEffect,
  reference: NameReference,
  resolution: Resolution,
): readonly string[] {
  if (isColumn(effect, resolution)) return [];
  const found = resolution
    .functionSchemas(reference)
    .map((schema) => quoteName(schema, reference.name));
  if (effect.when === 'shadowed') return found;
  if (reference.schema !== undefined) return [quoteName(reference.schema, reference.name)];
  if (isEffectfulBuiltin(reference.name))
    return [...found, quoteName('pg_catalog', reference.name)];
  return found.length > 0 ? found : [quoteName(undefined, reference.name)];
}

/** Is what looks like `f(t)` the column f of t? */
export function isColumn(effect: UnresolvedEffect, resolution: Resolution): boolean {
  if (effect.unlessColumnOf === undefined) return false;
  const columns = resolution.relation(effect.unlessColumnOf)?.columns;
  return columns?.includes(effect.reference?.name ?? '') === true;
}

function sorted(effects: readonly Effect[]): readonly Effect[] {
  const byKey = new Map<string, Effect>();
  for (const effect of effects) {
    const reach = effect.unbounded === true ? '1' : '0';
    byKey.set(`${effect.command}\0${effect.object ?? ''}\0${effect.kind}\0${reach}`, effect);
  }
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
}
