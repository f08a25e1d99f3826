import { placeholderPattern } from '@chaperone/core/masking';
import type { Analysis, MaskedCatalog, Resolution } from '@chaperone/core/sql';
import type { Masking } from '../flow/masking.ts';
import type { Classification } from './classification.ts';

const WRITES: ReadonlySet<string> = new Set(['INSERT', 'UPDATE']);

/**
 * What a text may not write, since masking has left it of a value: placeholders, where it inserts into or updates a relation
 * with masked columns, by MERGE and COPY too; any relation where detectors look into every cell.
 */
export function writtenBack(
  { statements }: Analysis,
  resolution: Resolution,
  { masked, masking }: { readonly masked: MaskedCatalog; readonly masking: Masking },
): Pick<Classification, 'placeholders'> {
  if (masking.none) return {};
  const writes = statements
    .flatMap(({ effects }) => effects)
    .filter(({ kind, command }) => kind === 'relation' && WRITES.has(command));
  const rules = writes.flatMap(({ reference }) => {
    const found = reference && resolution.relation(reference);
    const relation = masked.relations.find(
      ({ schema, name }) => schema === found?.schema && name === found.name,
    );
    return relation === undefined ? [] : [...(relation.rules?.values() ?? [])];
  });
  const searched = rules.length > 0 || (!masking.detectors.none && writes.length > 0);
  return searched ? { placeholders: placeholderPattern(rules.map(({ method }) => method)) } : {};
}
