import type { MaskedCatalog, MaskedRelation } from '../types.ts';

interface Named {
  readonly schema: string;
  readonly name: string;
}

/** Relations with masked columns, by name. */
export interface MaskIndex {
  readonly relation: (named: Named) => MaskedRelation | undefined;
  readonly isDependent: (named: Named) => boolean;
}

const keyOf = ({ schema, name }: Named): string => `${schema}\0${name}`;

// A catalog is replaced as a whole, never changed.
const indexes = new WeakMap<MaskedCatalog, MaskIndex>();

export function maskIndexOf(masked: MaskedCatalog): MaskIndex {
  const known = indexes.get(masked);
  if (known !== undefined) return known;
  const relations = new Map(masked.relations.map((relation) => [keyOf(relation), relation]));
  const dependents = new Set(masked.dependents.map(keyOf));
  const index: MaskIndex = {
    relation: (named) => relations.get(keyOf(named)),
    isDependent: (named) => dependents.has(keyOf(named)),
  };
  indexes.set(masked, index);
  return index;
}
