import fs from 'node:fs';
import path from 'node:path';
import {
  isUlid,
  LEAVES_FILE,
  MANIFEST_FILE,
  manifestKid,
  readRegistry,
  REGISTRATION_FILE,
  REGISTRY_FILE,
  SESSIONS_DIRECTORY,
  pieceSegment,
  segmentName,
  STORED_KEY_FILE,
  TAIL_DIRECTORY,
  toSegmentFile,
  type ByteSource,
  type RecordingBytes,
  type RegistryFacts,
} from '@chaperone/core/record';
import { CliError } from '../errors.ts';
import { fileSource, segmentSource } from './file-source.ts';
import { list, read, Store } from './store.ts';

/**
 * Recordings as an AuditStore has them, in its own directory or in a copy of it, whole or in part: each session in a directory of its
 * own, with the key beside it. There is no registry: which sessions there have to be, the cluster's AuditSessions say.
 */
export class Archive extends Store {
  override readonly hasRegistry = false;
  readonly #places: ReadonlyMap<string, string>;

  /** @throws CliError NO_DATA, UNREADABLE */
  constructor(data: string) {
    super(data);
    this.#places = new Map(placesIn(data));
  }

  override sessions(): string[] {
    return [...this.#places.keys()].sort();
  }

  override recording(session: string): RecordingBytes {
    const directory = this.#places.get(session) ?? this.data;
    const at = (name: string): string => path.join(directory, name);
    const registration = read(at(REGISTRATION_FILE));
    const manifest = read(at(MANIFEST_FILE));
    return {
      session: session.toLowerCase(),
      open: false,
      segments: segmentsIn(directory),
      keys: keysIn(at(STORED_KEY_FILE), manifest),
      ...(registration === undefined ? {} : { registration }),
      ...(manifest === undefined ? {} : { manifest }),
      ...(fs.existsSync(at(LEAVES_FILE)) ? { leaves: fileSource(at(LEAVES_FILE)) } : {}),
    };
  }

  override registryFacts(): RegistryFacts {
    const directories = new Map(this.sessions().map((session) => [session, { empty: false }]));
    return { registry: readRegistry(Buffer.alloc(0)), present: false, directories };
  }
}

/** What a person names with `--data`: a sidecar's data directory, or recordings of an AuditStore. @throws CliError NO_DATA */
export function openStore(data: string): Store {
  const isSidecars = [REGISTRY_FILE, SESSIONS_DIRECTORY].some((name) =>
    fs.existsSync(path.join(data, name)),
  );
  return isSidecars || !fs.existsSync(data) ? new Store(data) : new Archive(data);
}

/** Sealed segments; behind them, of a session that never came to its end, what was stored piece by piece. */
function segmentsIn(directory: string): RecordingBytes['segments'] {
  const sealed = list(directory)
    .flatMap((file) => toSegmentFile(file) ?? [])
    .sort((a, b) => a.number - b.number);
  const known = new Set(sealed.map(({ number }) => number));
  const tail = path.join(directory, TAIL_DIRECTORY);
  const pieces = Map.groupBy(list(tail).sort(), (name) => pieceSegment(name) ?? 0);
  const open = [...pieces].filter(([number]) => number > 0 && !known.has(number));
  return [
    ...sealed.map(({ name }) => ({ name, open: segmentSource(path.join(directory, name)) })),
    ...open.map(([number, names]) => ({
      name: segmentName(number),
      open: inTurn(names.map((name) => fileSource(path.join(tail, name)))),
    })),
  ];
}

function inTurn(sources: readonly ByteSource[]): ByteSource {
  return async function* () {
    for (const source of sources) yield* source();
  };
}

/** The key that the manifest names, if it is the one that lies there: its name is its digest. */
function keysIn(file: string, manifest: Buffer | undefined): ReadonlyMap<string, Buffer> {
  const kid = manifest && manifestKid(manifest);
  const key = read(file);
  return new Map(kid === undefined || key === undefined ? [] : [[kid, key]]);
}

/** Directories of sessions, however deep: prefixes begin with namespace, connection and day. */
function placesIn(data: string): readonly (readonly [string, string])[] {
  const directories = [data, ...directoriesIn(data)];
  const places = directories.flatMap((directory) => {
    const session = path.basename(path.resolve(directory)).toUpperCase();
    return isUlid(session) && isRecording(directory) ? [[session, directory] as const] : [];
  });
  if (new Set(places.map(([session]) => session)).size === places.length) return places;
  throw new CliError('UNREADABLE', `${data} holds a session twice; name a directory below it`);
}

function directoriesIn(data: string): readonly string[] {
  return fs
    .readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function isRecording(directory: string): boolean {
  return list(directory).some(
    (name) => name === REGISTRATION_FILE || toSegmentFile(name) !== undefined,
  );
}
