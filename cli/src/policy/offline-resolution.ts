import type { Analysis, NameReference, Resolution } from '@chaperone/core/sql';

/**
 * Names without a catalog to look them up in: what is unqualified counts as of one schema. A built-in that a function of
 * the same name could hide counts as the built-in.
 */
export function offlineResolution(analysis: Analysis, schema: string): Resolution {
  const builtIn = new Set(
    analysis.statements.flatMap(({ effects }) =>
      effects.flatMap((effect) =>
        effect.when === 'shadowed' && effect.reference ? [keyOf(effect.reference)] : [],
      ),
    ),
  );
  return {
    creationSchema: schema,
    relation: (reference) => ({
      schema: reference.schema ?? schema,
      name: reference.name,
      oid: 0,
      kind: 'r',
    }),
    functionSchemas: (reference) =>
      builtIn.has(keyOf(reference)) ? [] : [reference.schema ?? schema],
  };
}

const keyOf = ({ schema, name }: NameReference): string => JSON.stringify([schema, name]);
