import type { KindName } from '../generated/shapes.ts';
import type { ManifestDocument } from './documents.ts';
import { childOf, type FieldPath, formatPath } from './path.ts';
import type { ManifestProblem, ManifestProblemCode } from './types.ts';

/** Most problems that are told; the one after says that there are more. */
export const MAX_PROBLEMS = 1000;

/** What is wrong at a field of an object. */
export interface Finding {
  readonly path: FieldPath;
  readonly code: ManifestProblemCode;
  readonly message: string;
  readonly severity?: 'warning';
}

/** A document of a known kind, before and after it is validated. */
export interface ManifestObject {
  readonly kind: KindName;
  readonly document: ManifestDocument;
  /** The object has no error of its own; `document.value` then has the kind's generated type. */
  readonly valid: boolean;
}

/** The finding as a problem of the object's file. */
export function toProblem(document: ManifestDocument, finding: Finding): ManifestProblem {
  return {
    file: document.file,
    line: document.lineOf(finding.path),
    path: formatPath(finding.path),
    code: finding.code,
    severity: finding.severity ?? 'error',
    message: finding.message,
  };
}

/** `namespace/name`, of an object that may still be invalid. */
export function nameOf(value: unknown): string | undefined {
  const metadata = childOf(value, 'metadata');
  const name = childOf(metadata, 'name');
  if (typeof name !== 'string') return undefined;
  const namespace = childOf(metadata, 'namespace');
  return `${typeof namespace === 'string' ? namespace : 'default'}/${name}`;
}
