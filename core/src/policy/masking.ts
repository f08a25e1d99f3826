import type { AccessPolicyMasking } from '@chaperone/crds';
import { NamePatternError } from '../command/index.ts';
import {
  compilePattern,
  detectorNames,
  isDetector,
  parseColumnPattern,
  PatternError,
} from '../masking/index.ts';
import type { ColumnMasking, DetectorEntry, Detector, MaskMethod } from '../masking/index.ts';
import type { PartProblem } from './postgres-match.ts';

/** What one masking entry asks for. */
export interface CompiledMasking {
  readonly columns: readonly ColumnMasking[];
  readonly detectors: readonly DetectorEntry[];
  readonly commandDetectors: readonly DetectorEntry[];
}

/** Compiles one masking entry; mistakes go to `problems`, with paths below the entry. */
export function compileMasking(
  entry: AccessPolicyMasking,
  policy: string,
  problems: PartProblem[],
): CompiledMasking {
  const method = methodOf(entry, problems);
  const surfaces: readonly string[] = entry.surfaces;
  const detectors = entry.detectors ?? [];
  for (const [index, name] of detectors.entries()) {
    if (isDetector(name)) continue;
    const message = `there is no such detector: use one of ${detectorNames.join(', ')}`;
    problems.push({ path: `detectors[${String(index)}]`, message });
  }
  const search = {
    detectors: detectors.filter(isDetector),
    patterns: patterns(entry, problems),
    method,
  };
  const searches = search.detectors.length + search.patterns.length > 0 ? [search] : [];
  const columns = columnMaskings(entry, problems).map((pattern) => ({
    ...{ pattern, method, policy },
    ...(entry.predicates === 'Allow' ? { predicates: true as const } : {}),
    masking: entry.name,
  }));
  return {
    columns: surfaces.includes('Responses') ? columns : [],
    detectors: surfaces.includes('Responses') ? searches : [],
    commandDetectors: surfaces.includes('Commands') ? searches : [],
  };
}

function methodOf(entry: AccessPolicyMasking, problems: PartProblem[]): MaskMethod {
  if (entry.method !== 'Partial') return { kind: entry.method };
  const keepLast = entry.partial?.keepLast ?? -1;
  if (Number.isSafeInteger(keepLast) && keepLast >= 0) return { kind: 'Partial', keepLast };
  const message = 'say how many characters stay readable, at least 0';
  problems.push({ path: 'partial.keepLast', message });
  return { kind: 'Redact' };
}

function columnMaskings(
  entry: AccessPolicyMasking,
  problems: PartProblem[],
): readonly ColumnMasking['pattern'][] {
  const found: ColumnMasking['pattern'][] = [];
  for (const [index, column] of (entry.postgres?.columns ?? []).entries()) {
    const path = `postgres.columns[${String(index)}]`;
    try {
      const pattern = parseColumnPattern(column);
      if (pattern) found.push(pattern);
      else problems.push({ path, message: 'write a column as schema.table.column' });
    } catch (error) {
      if (!(error instanceof NamePatternError)) throw error;
      problems.push({ path, message: error.message });
    }
  }
  return found;
}

function patterns(entry: AccessPolicyMasking, problems: PartProblem[]): readonly Detector[] {
  const found: Detector[] = [];
  for (const [index, { regex }] of (entry.patterns ?? []).entries()) {
    try {
      found.push(compilePattern(regex));
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      problems.push({ path: `patterns[${String(index)}].regex`, message: error.message });
    }
  }
  return found;
}
