import { createPrivateKey } from 'node:crypto';
import { buildManifest, signManifest, type ManifestSegment } from '../manifest.ts';
import { publicKeyFile, recorderKey, type RecorderKey } from '../recorder-key.ts';
import { registrationFile } from '../registration.ts';
import { REGISTRY_START, registryHash, registryLine } from '../registry.ts';
import { publicKeyName, segmentName, sessionDirectory } from '../segment.ts';
import { formatTime } from '../time.ts';
import { TreeBuilder } from '../tree.ts';
import { leafHash, sha256Text } from '../tree-hash.ts';
import { endCounts, registrationOf, someEvents, type RecordingOptions } from './some-events.ts';

/** A data directory in memory: path below `DATA` to content. */
export type Files = Map<string, Buffer>;

const PKCS8_HEAD = '302e020100300506032b657004220420';

/** Always the same key, so that recordings that tests make are the same to the byte. */
export function aRecorderKey(seed = 7): RecorderKey {
  const der = Buffer.concat([Buffer.from(PKCS8_HEAD, 'hex'), Buffer.alloc(32, seed)]);
  return recorderKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
}

/** Writes recordings as the sidecar does: session.json, the registry's line, segments, leaves, manifest. */
export function aDataDirectory(
  recordings: readonly RecordingOptions[],
  key: RecorderKey = aRecorderKey(),
): Files {
  const files: Files = new Map();
  files.set(`keys/${publicKeyName(key.kid)}`, Buffer.from(publicKeyFile(key.publicJwk)));
  const registry: string[] = [];
  const enter = (entry: Parameters<typeof registryLine>[1]): string => {
    const last = registry.at(-1);
    const line = registryLine(last === undefined ? REGISTRY_START : registryHash(last), entry);
    registry.push(line);
    return registryHash(line);
  };
  for (const options of recordings) {
    const { session } = options;
    const registration = Buffer.from(registrationFile(registrationOf(options)));
    const registered = enter({
      kind: 'registered',
      session,
      registration: sha256Text(registration),
    });
    const manifest = writeSession(files, options, { registration, registered, key });
    if (manifest !== undefined) enter({ kind: 'closed', session, manifest: sha256Text(manifest) });
  }
  files.set('registry.ndjson', Buffer.from(registry.join('')));
  return files;
}

interface Written {
  readonly registration: Buffer;
  readonly registered: string;
  readonly key: RecorderKey;
}

function writeSession(
  files: Files,
  options: RecordingOptions,
  { registration, registered, key }: Written,
): Buffer | undefined {
  const directory = `sessions/${sessionDirectory(options.session)}`;
  files.set(`${directory}/session.json`, registration);
  const lines = someEvents(options);
  const tree = new TreeBuilder();
  const leaves: Buffer[] = [];
  const segments: ManifestSegment[] = [];
  const perSegment = options.perSegment ?? 7;
  for (let at = 0; at < lines.length; at += perSegment) {
    const part = lines.slice(at, at + perSegment);
    const bytes = Buffer.from(part.join(''));
    const name = segmentName(segments.length + 1);
    files.set(`${directory}/${name}`, bytes);
    const hashes = part.map((line) => leafHash(Buffer.from(line.slice(0, -1))));
    const leavesSha256 = sha256Text(Buffer.concat(hashes));
    const events = part.length;
    segments.push({ name, leavesSha256, firstSeq: at, events, bytes: bytes.length });
    leaves.push(...hashes);
  }
  for (const leaf of leaves) tree.append(leaf);
  if (options.active === true) {
    files.set(`open/${options.session}`, Buffer.from(registered));
    return undefined;
  }
  files.set(`${directory}/leaves.bin`, Buffer.concat(leaves));
  const startedAtMs = options.startedAtMs ?? Date.UTC(2026, 10, 21, 9);
  const manifest = buildManifest({
    registration: registrationOf(options),
    registrationDigest: sha256Text(registration),
    registeredDigest: registered,
    segments,
    tree: { size: tree.size, root: tree.root() },
    phase: 'Completed',
    endedAt: formatTime(startedAtMs + 60_000),
    counts: endCounts(options.more ?? 0),
  });
  const jws = Buffer.from(signManifest(manifest, key));
  files.set(`${directory}/manifest.jws`, jws);
  return jws;
}
