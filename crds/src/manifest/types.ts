import type { AccessPolicy } from '../generated/access-policy.ts';
import type { Approval } from '../generated/approval.ts';
import type { AuditedConnection } from '../generated/audited-connection.ts';
import type { ConfigMap } from '../generated/config-map.ts';
import type { Secret } from '../generated/secret.ts';

/** One file as it was read; `path` is what problems name it by. */
export interface ManifestFile {
  readonly path: string;
  readonly text: string;
}

/** What was read, with defaults filled in. An object with an error is not among it. */
export interface Resources {
  readonly connections: readonly AuditedConnection[];
  readonly policies: readonly AccessPolicy[];
  /** Of no consequence off a cluster. */
  readonly approvals: readonly Approval[];
  readonly secrets: readonly Secret[];
  readonly configMaps: readonly ConfigMap[];
}

/**
 * - `FILE_TOO_LARGE`, `TOO_MANY_DOCUMENTS`: beyond a limit of `documents.ts`
 * - `YAML_SYNTAX`: not YAML; `DUPLICATE_KEY`: a key twice in one map; `ALIAS_LIMIT`: aliases that multiply
 * - `UNKNOWN_KIND`, `UNKNOWN_VERSION`: a kind, or a version of one, that does not exist
 * - `UNKNOWN_FIELD`, `MISSING_FIELD`, `WRONG_TYPE`, `BAD_VALUE`: against the kind's schema and rules
 * - `DUPLICATE_NAME`: an object, a list entry or a list value twice
 * - `MISSING_REFERENCE`: a name that nothing has which was read
 */
export type ManifestProblemCode =
  | 'FILE_TOO_LARGE'
  | 'TOO_MANY_DOCUMENTS'
  | 'TOO_MANY_PROBLEMS'
  | 'YAML_SYNTAX'
  | 'DUPLICATE_KEY'
  | 'ALIAS_LIMIT'
  | 'UNKNOWN_KIND'
  | 'UNKNOWN_VERSION'
  | 'UNKNOWN_FIELD'
  | 'MISSING_FIELD'
  | 'WRONG_TYPE'
  | 'BAD_VALUE'
  | 'DUPLICATE_NAME'
  | 'MISSING_REFERENCE';

/** One mistake. Nothing of it, the message included, ever holds a value of a manifest, so that no secret can be in it. */
export interface ManifestProblem {
  readonly file: string;
  /** From 1; of the field, or of the nearest parent that is there. */
  readonly line: number;
  /** `spec.rules[2].postgres.comands`; empty for a whole document or file. */
  readonly path: string;
  readonly code: ManifestProblemCode;
  /** With an error the set must not be used; a warning is only told. */
  readonly severity: 'error' | 'warning';
  /** Says what to do. */
  readonly message: string;
}

/** An object that was read, by what a cluster would know it by. */
export interface ObjectName {
  readonly kind: 'AuditedConnection' | 'AccessPolicy' | 'Approval' | 'Secret' | 'ConfigMap';
  readonly namespace: string;
  readonly name: string;
}

/**
 * Where a field of an object stands, for mistakes that only those see who use the object. The path is as in problems.
 * Undefined where no such object was read.
 */
export type Locate = (
  named: ObjectName,
  path: string,
) => { readonly file: string; readonly line: number } | undefined;
