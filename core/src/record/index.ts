export type * from './types.ts';
export type * from './session-view.ts';
export { RecordError, type RecordErrorCode } from './errors.ts';
export { formatTime, isTime, TimeWriter } from './time.ts';
export {
  EventEncoder,
  prepareCommand,
  withText,
  type CommandTemplate,
  type Continuation,
  type DataFields,
  type OutcomeFields,
  type PreparedCommand,
} from './event-encoder.ts';
export { parseEvent, type AnyEvent, type ParsedEvent } from './parse-event.ts';
export { MAX_LINE_BYTES, splitLines, type ByteSource, type Line } from './lines.ts';
export {
  EMPTY_ROOT,
  HASH_BYTES,
  digestText,
  leafHash,
  leafHashHex,
  nodeHash,
  sha256Text,
} from './tree-hash.ts';
export { rootOf, TreeBuilder } from './tree.ts';
export {
  consistencyProof,
  inclusionProof,
  isConsistent,
  isIncluded,
  type ConsistencyClaim,
  type InclusionClaim,
} from './tree-proof.ts';
export * from './segment.ts';
export {
  publicKeyFile,
  readPublicKeyFile,
  recorderKey,
  type CertificateChain,
  type PublicJwk,
  type RecorderKey,
} from './recorder-key.ts';
export { podUri, RECORDING_USAGE, type SignerPod } from './signer.ts';
export { verifyCertified, type SignedManifest } from './certified.ts';
export { readRegistration, registrationFile, type Registration } from './registration.ts';
export {
  readRegistry,
  REGISTRY_START,
  registryHash,
  registryLine,
  type RegisteredSession,
  type Registry,
  type RegistryBreak,
  type RegistryEntry,
} from './registry.ts';
export {
  buildManifest,
  FORMAT_VERSION,
  manifestKid,
  readManifest,
  signManifest,
  verifyManifest,
  type Manifest,
  type ManifestParts,
  type ManifestSegment,
  type SessionCounts,
} from './manifest.ts';
export {
  ResponseDecoder,
  type PostgresResponse,
  type ResponseColumn,
  type ResponseNotice,
} from './postgres-response.ts';
export {
  readCommands,
  readEntries,
  readEvents,
  readSession,
  readSummary,
  type Entry,
  type ReadableRecording,
  type ReadEvent,
} from './read-session.ts';
export type { Finding, FindingCode, VerificationReport } from './verify/findings.ts';
export type { RecordingBytes, SegmentBytes } from './verify/recording-bytes.ts';
export { verifyRecording } from './verify/recording.ts';
export { verifyRegistry, type RegistryFacts } from './verify/registry-check.ts';
