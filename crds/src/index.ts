export { parseDuration } from './duration.ts';
export { UnitError, type UnitErrorCode } from './errors.ts';
export type * from './generated/access-policy.ts';
export type * from './generated/approval.ts';
export type * from './generated/audit-session.ts';
export type * from './generated/audit-store.ts';
export type * from './generated/audited-connection.ts';
export type * from './generated/config-map.ts';
export type * from './generated/object-meta.ts';
export type * from './generated/secret.ts';
export { MAX_ALIASES, MAX_DOCUMENTS, MAX_FILE_CHARACTERS } from './manifest/documents.ts';
export { MAX_PROBLEMS } from './manifest/object.ts';
export { readManifests } from './manifest/read.ts';
export type {
  Locate,
  ManifestFile,
  ManifestProblem,
  ManifestProblemCode,
  ObjectName,
  Resources,
} from './manifest/types.ts';
export { parseQuantity } from './quantity.ts';
export { configMapValue, secretValue } from './secret-value.ts';
