import fs from 'node:fs';
import path from 'node:path';
import {
  isUlid,
  KEYS_DIRECTORY,
  LEAVES_FILE,
  MANIFEST_FILE,
  OPEN_DIRECTORY,
  PUBLIC_KEY_SUFFIX,
  readRegistry,
  REGISTRATION_FILE,
  REGISTRY_FILE,
  sessionDirectory,
  SESSIONS_DIRECTORY,
  toSegmentFile,
  type RecordingBytes,
  type Registry,
  type RegistryFacts,
} from '@chaperone/core/record';
import { CliError } from '../errors.ts';
import { fileSource, segmentSource } from './file-source.ts';

/** The recordings below one data directory. Only reads. */
export class Store {
  readonly data: string;
  /** Whether what is there can be compared with a registry of sessions. */
  readonly hasRegistry: boolean = true;
  #registry: Registry | undefined;

  /** @throws CliError NO_DATA */
  constructor(data: string) {
    this.data = data;
    if (fs.existsSync(data)) return;
    throw new CliError(
      'NO_DATA',
      `there is no data directory ${data}; name the sidecar's with --data DIR`,
    );
  }

  /** ULIDs, upper case, oldest first. */
  sessions(): string[] {
    return list(path.join(this.data, SESSIONS_DIRECTORY))
      .map((name) => name.toUpperCase())
      .filter(isUlid)
      .sort();
  }

  /**
   * The session that a person names: its ULID or the beginning of it, in either case.
   * @throws CliError UNKNOWN_SESSION, AMBIGUOUS_SESSION
   */
  resolve(name: string): string {
    const prefix = name.toUpperCase();
    const matches = this.sessions().filter((session) => session.startsWith(prefix));
    const [first, second] = matches;
    if (first === undefined || prefix === '') {
      throw new CliError(
        'UNKNOWN_SESSION',
        `no session begins with ${name} in ${this.data}; chaperone sessions lists them`,
      );
    }
    if (second === undefined) return first;
    const some = matches.slice(0, 3).join(', ');
    const message = `${String(matches.length)} sessions begin with ${name} (${some}, …); give more of its name`;
    throw new CliError('AMBIGUOUS_SESSION', message);
  }

  /** Everything on disk of one session, its segments and leaves to be read when asked for. */
  recording(session: string): RecordingBytes {
    const name = sessionDirectory(session);
    const directory = path.join(this.data, SESSIONS_DIRECTORY, name);
    // The mark goes last when a session is closed, so it is looked at before the manifest.
    const open = fs.existsSync(path.join(this.data, OPEN_DIRECTORY, session));
    const registration = read(path.join(directory, REGISTRATION_FILE));
    const manifest = read(path.join(directory, MANIFEST_FILE));
    const leaves = path.join(directory, LEAVES_FILE);
    const registered = this.registry().sessions.get(session);
    const segments = list(directory).flatMap((file) => toSegmentFile(file)?.name ?? []);
    return {
      session: name,
      open,
      segments: [...new Set(segments)]
        .sort()
        .map((segment) => ({ name: segment, open: segmentSource(path.join(directory, segment)) })),
      keys: this.#keys(),
      ...(registration === undefined ? {} : { registration }),
      ...(manifest === undefined ? {} : { manifest }),
      ...(fs.existsSync(leaves) ? { leaves: fileSource(leaves) } : {}),
      ...(registered === undefined ? {} : { registered }),
    };
  }

  /** The registry, as it was when it was first asked for; `refresh` reads it again. */
  registry(): Registry {
    this.#registry ??= readRegistry(read(path.join(this.data, REGISTRY_FILE)) ?? Buffer.alloc(0));
    return this.#registry;
  }

  refresh(): void {
    this.#registry = undefined;
  }

  /** What the registry is compared with. A sidecar may register sessions meanwhile; none of them is missed or missing. */
  registryFacts(): RegistryFacts {
    const before = new Map(
      this.sessions().map((session) => [session, { empty: this.#isEmpty(session) }]),
    );
    this.refresh();
    const registry = this.registry();
    const since = this.sessions().filter((session) => !before.has(session));
    return {
      registry,
      present: fs.existsSync(path.join(this.data, REGISTRY_FILE)),
      directories: new Map([
        ...before,
        ...since.map((session) => [session, { empty: true }] as const),
      ]),
    };
  }

  #isEmpty(session: string): boolean {
    const directory = path.join(this.data, SESSIONS_DIRECTORY, sessionDirectory(session));
    return list(directory).every(
      (file) => toSegmentFile(file) === undefined || sizeOf(path.join(directory, file)) === 0,
    );
  }

  #keys(): Map<string, Buffer> {
    const directory = path.join(this.data, KEYS_DIRECTORY);
    const keys = new Map<string, Buffer>();
    for (const file of list(directory)) {
      if (!file.endsWith(PUBLIC_KEY_SUFFIX)) continue;
      const bytes = read(path.join(directory, file));
      if (bytes !== undefined) keys.set(file.slice(0, -PUBLIC_KEY_SUFFIX.length), bytes);
    }
    return keys;
  }
}

function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function unreadable(file: string, cause: unknown): CliError {
  const { code } = cause as NodeJS.ErrnoException;
  const message = `${file} cannot be read (${String(code)}); run this as the user that runs the sidecar`;
  return new CliError('UNREADABLE', message, cause);
}

/** Names in a directory; none where there is no such directory. @throws CliError UNREADABLE */
export function list(directory: string): string[] {
  try {
    return fs.readdirSync(directory);
  } catch (error) {
    if (isMissing(error)) return [];
    throw unreadable(directory, error);
  }
}

/** Undefined where there is no such file. @throws CliError UNREADABLE */
export function read(file: string): Buffer | undefined {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw unreadable(file, error);
  }
}

function sizeOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
