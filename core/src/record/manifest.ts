import { sign } from 'node:crypto';
import type * as Jose from 'jose';
import type { Agent } from '../command/types.ts';
import { isObject } from './event-shape.ts';
import { RecordError } from './errors.ts';
import { readPublicKeyFile, type RecorderKey } from './recorder-key.ts';
import type { Registration } from './registration.ts';
import { isUlid } from './segment.ts';
import { digestText } from './tree-hash.ts';
import type { Payloads, SessionPhase } from './types.ts';

/** Version of the format that docs/record-format.md describes. */
export const FORMAT_VERSION = 1;

const ALGORITHM = 'EdDSA';
const TYPE = 'chaperone-manifest+jws';

export interface ManifestSegment {
  /** `000001.ndjson`, whether or not the file is compressed. */
  readonly name: string;
  /** `sha256:` and hex, of its leaf hashes one after the other: of its part of `leaves.bin`. */
  readonly leavesSha256: string;
  readonly firstSeq: number;
  readonly events: number;
  /** Uncompressed. */
  readonly bytes: number;
}

export type SessionCounts = Pick<Payloads['session-end'], 'commands' | 'rows' | 'bytes'>;

/** What is signed when a session is closed. Digests are `sha256:` and hex. */
export interface Manifest {
  readonly format: typeof FORMAT_VERSION;
  readonly session: string;
  readonly connection: string;
  readonly namespace: string;
  readonly protocol: string;
  readonly agent: Agent;
  /** Digest of the bytes of `session.json`. */
  readonly registration: string;
  /** Digest of the registry's line for this session; it vouches for every line before it. */
  readonly registered: string;
  readonly segments: readonly ManifestSegment[];
  readonly treeSize: number;
  readonly root: string;
  readonly phase: Exclude<SessionPhase, 'Active'>;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly counts: SessionCounts;
}

export interface ManifestParts {
  readonly registration: Registration;
  readonly registrationDigest: string;
  readonly registeredDigest: string;
  readonly segments: readonly ManifestSegment[];
  readonly tree: { readonly size: number; readonly root: Uint8Array };
  readonly phase: Manifest['phase'];
  readonly endedAt: string;
  readonly counts: SessionCounts;
}

/** Puts a manifest together. @throws TypeError if the segments are not one run that is as long as the tree */
export function buildManifest(parts: ManifestParts): Manifest {
  const { session, connection, namespace, protocol, agent, startedAt } = parts.registration;
  let seq = 0;
  for (const segment of parts.segments) {
    if (segment.firstSeq !== seq) throw new TypeError(`segment ${segment.name} leaves a hole`);
    seq += segment.events;
  }
  if (seq !== parts.tree.size) throw new TypeError('the tree and the segments differ in size');
  return {
    format: FORMAT_VERSION,
    session,
    connection,
    namespace,
    protocol,
    agent,
    registration: parts.registrationDigest,
    registered: parts.registeredDigest,
    segments: parts.segments,
    treeSize: parts.tree.size,
    root: digestText(parts.tree.root),
    phase: parts.phase,
    startedAt,
    endedAt: parts.endedAt,
    counts: parts.counts,
  };
}

/** Loaded with the first manifest that is verified: 10 MB that who only signs need not hold (docs/adr/0009). */
async function signatures(): Promise<typeof Jose> {
  return import('jose');
}

/**
 * Content of `manifest.jws`: a compact JWS (RFC 7515, 7.1), EdDSA with Ed25519 (RFC 8037, 3.1), without a line end. The signature
 * is of the ASCII bytes of header and payload with the dot between them (RFC 7515, 5.1).
 */
export function signManifest(manifest: Manifest, key: RecorderKey): string {
  const x5c = key.chain?.() ?? [];
  const header = { alg: ALGORITHM, kid: key.kid, typ: TYPE, ...(x5c.length > 0 && { x5c }) };
  const input = `${toBase64url(JSON.stringify(header))}.${toBase64url(JSON.stringify(manifest))}`;
  return `${input}.${sign(null, Buffer.from(input), key.privateKey).toString('base64url')}`;
}

function toBase64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}

/** Reads a manifest without asking who signed it; for listings. @throws RecordError MALFORMED_MANIFEST */
export function readManifest(jws: Buffer): Manifest {
  const payload = jws.toString('latin1').split('.')[1] ?? '';
  return toManifest(Buffer.from(payload, 'base64url'));
}

/** `kid` of the manifest's header, undefined if it has none. */
export function manifestKid(jws: Buffer): string | undefined {
  const kid = manifestHeader(jws)?.['kid'];
  return typeof kid === 'string' ? kid : undefined;
}

/** The manifest's header as it stands there, before anything of it is believed; undefined where it is none. */
export function manifestHeader(jws: Buffer): Readonly<Record<string, unknown>> | undefined {
  const header = jws.toString('latin1').split('.')[0] ?? '';
  try {
    const value: unknown = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Verifies the signature and reads the manifest.
 * @param keys content of `keys/<kid>.pub.jwk` by kid
 * @throws RecordError MALFORMED_MANIFEST, MALFORMED_KEY; errors of `jose` where the signature is wrong
 */
export async function verifyManifest(
  jws: Buffer,
  keys: ReadonlyMap<string, Buffer>,
): Promise<Manifest> {
  const text = jws.toString('latin1');
  // base64url leaves bits unused at the end of a part; a decoder ignores them, a record must not.
  const exact = text
    .split('.')
    .every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);
  const kid = manifestKid(jws);
  const keyFile = kid === undefined ? undefined : keys.get(kid);
  if (!exact || kid === undefined) {
    throw new RecordError('MALFORMED_MANIFEST', 'manifest.jws is not a compact JWS with a kid');
  }
  if (keyFile === undefined) {
    throw new RecordError('MALFORMED_KEY', `there is no public key ${kid}`);
  }
  const { compactVerify, importJWK } = await signatures();
  const key = await importJWK({ ...readPublicKeyFile(kid, keyFile) }, ALGORITHM);
  const verified = await compactVerify(text, key, { algorithms: [ALGORITHM] });
  if (verified.protectedHeader.typ !== TYPE) {
    throw new RecordError('MALFORMED_MANIFEST', `manifest.jws is not of type ${TYPE}`);
  }
  return toManifest(Buffer.from(verified.payload));
}

function toManifest(bytes: Buffer): Manifest {
  const value = parse(bytes);
  if (isObject(value) && isManifest(value)) return value as unknown as Manifest;
  throw new RecordError('MALFORMED_MANIFEST', 'manifest.jws holds no manifest of format 1');
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new RecordError('MALFORMED_MANIFEST', 'the payload of manifest.jws is not JSON', {
      cause,
    });
  }
}

const textFields = [
  'connection',
  'namespace',
  'protocol',
  'registration',
  'registered',
  'root',
  'startedAt',
  'endedAt',
];

function isManifest(value: Readonly<Record<string, unknown>>): boolean {
  return (
    value['format'] === FORMAT_VERSION &&
    isUlid(value['session']) &&
    textFields.every((field) => typeof value[field] === 'string') &&
    (value['phase'] === 'Completed' || value['phase'] === 'Interrupted') &&
    Number.isSafeInteger(value['treeSize']) &&
    isObject(value['agent']) &&
    isObject(value['counts']) &&
    Array.isArray(value['segments']) &&
    value['segments'].every(isSegment)
  );
}

function isSegment(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value['name'] === 'string' &&
    typeof value['leavesSha256'] === 'string' &&
    ['firstSeq', 'events', 'bytes'].every((field) => Number.isSafeInteger(value[field]))
  );
}
