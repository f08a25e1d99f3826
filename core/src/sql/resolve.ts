import type { Effect } from '../command/types.ts';
import { isEffectfulBuiltin } from './functions.ts';
import { quoteName } from './quote.ts';
import { isDefinedCall, Through } from './through.ts';
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
  const reshapes = statement.lineage.reshapes;
  return [
    ...statement.effects.flatMap((effect) => [
      ...resolveEffect(effect, resolution),
      ...throughEffects(effect, resolution, reshapes),
    ]),
    ...statement.code.flatMap((reference) => calledBehind(reference, resolution)),
  ];
}

/** What the relation brings with it; and whoever gives it another name, or rows of another's, can use it from then on. */
function throughEffects(
  effect: UnresolvedEffect,
  resolution: Resolution,
  reshapes: boolean,
): readonly Effect[] {
  if (effect.kind !== 'relation' || effect.reference === undefined || effect.created === true)
    return [];
  const relation = resolution.relation(effect.reference);
  if (relation === undefined) return [];
  const object = quoteName(relation.schema, relation.name);
  const through = new Through(resolution, object);
  const commands = reshapes ? [effect.command, ...USES] : [effect.command];
  for (const command of commands) {
    const unbounded = effect.unbounded === true;
    const cascades = effect.cascades === true;
    through.visit({ command, relation, unbounded, cascades, withKin: true });
  }
  const used = reshapes ? USES : [];
  return [
    ...used.map((command) => ({ command, kind: 'relation' as const, object, through: object })),
    ...through.effects,
  ];
}

const USES = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];

function calledBehind(reference: NameReference, resolution: Resolution): readonly Effect[] {
  const called = resolution.codeOf?.(reference).filter(isDefinedCall) ?? [];
  return called.map(({ schema, name }) => ({
    command: 'CALL',
    kind: 'function',
    object: quoteName(schema, name),
  }));
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
    const key = `${effect.command}\0${effect.object ?? ''}\0${effect.kind}\0${reach}`;
    // What the command names itself has to be allowed, whatever else comes to it.
    if (byKey.get(key) === undefined || effect.through === undefined) byKey.set(key, effect);
  }
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
}
