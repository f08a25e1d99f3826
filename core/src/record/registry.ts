import { isObject } from './event-shape.ts';
import { isUlid } from './segment.ts';
import { sha256Text } from './tree-hash.ts';

/**
 * One line of `registry.ndjson`. `registered` stands before the session's first event, `closed` after its manifest.
 * Digests are `sha256:` and hex.
 */
export type RegistryEntry =
  | {
      readonly kind: 'registered';
      readonly session: string;
      /** Digest of the bytes of `session.json`. */
      readonly registration: string;
    }
  | {
      readonly kind: 'closed';
      readonly session: string;
      /** Digest of the bytes of `manifest.jws`. */
      readonly manifest: string;
    };

/** What the first line names as its predecessor: the digest of nothing. */
export const REGISTRY_START: string = sha256Text('');

/**
 * One line with its LF.
 * @param previous digest of the line before, as `registryHash` gives it, or `REGISTRY_START`
 */
export function registryLine(previous: string, entry: RegistryEntry): string {
  const head = { previous, kind: entry.kind, session: entry.session };
  const rest =
    entry.kind === 'registered'
      ? { registration: entry.registration }
      : { manifest: entry.manifest };
  return `${JSON.stringify({ ...head, ...rest })}\n`;
}

/** Digest of a line with its LF; what the next line, and the manifest of the session that it registers, carry. */
export function registryHash(line: string | Buffer): string {
  return sha256Text(line);
}

/** What the registry says of one session. */
export interface RegisteredSession {
  readonly session: string;
  readonly registration: string;
  /** Digest of the line that registers it. */
  readonly line: string;
  /** Digest of its manifest, once it is closed. */
  readonly manifest?: string;
}

export interface RegistryBreak {
  /** From 1. */
  readonly line: number;
  readonly offset: number;
  readonly reason: string;
}

export interface Registry {
  readonly sessions: ReadonlyMap<string, RegisteredSession>;
  readonly breaks: readonly RegistryBreak[];
}

/** Reads the registry and follows its chain. What is broken is told and skipped; the rest is still read. */
export function readRegistry(bytes: Buffer): Registry {
  const sessions = new Map<string, RegisteredSession>();
  const breaks: RegistryBreak[] = [];
  let previous = REGISTRY_START;
  let offset = 0;
  const lines = bytes.toString('utf8').split(/(?<=\n)/);
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const at = { line: index + 1, offset };
    const read = readLine(line);
    if (read === undefined) {
      breaks.push({ ...at, reason: 'it is not a line as the recorder writes it' });
    } else {
      if (read.previous !== previous) {
        breaks.push({ ...at, reason: 'it does not follow the line before it' });
      }
      const reason = enter(sessions, read.entry, registryHash(line));
      if (reason !== undefined) breaks.push({ ...at, reason });
    }
    previous = registryHash(line);
    offset += Buffer.byteLength(line);
  }
  return { sessions, breaks };
}

function enter(
  sessions: Map<string, RegisteredSession>,
  entry: RegistryEntry,
  line: string,
): string | undefined {
  const { session } = entry;
  const known = sessions.get(session);
  if (entry.kind === 'registered') {
    if (known !== undefined) return `it registers the session ${session} again`;
    sessions.set(session, { session, registration: entry.registration, line });
    return undefined;
  }
  if (known === undefined) return `it closes the session ${session}, which no line registers`;
  if (known.manifest !== undefined) return `it closes the session ${session} again`;
  sessions.set(session, { ...known, manifest: entry.manifest });
  return undefined;
}

function readLine(line: string): { previous: string; entry: RegistryEntry } | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (!isObject(value) || typeof value['previous'] !== 'string') return undefined;
    const entry = toEntry(value);
    if (entry === undefined || registryLine(value['previous'], entry) !== line) return undefined;
    return { previous: value['previous'], entry };
  } catch {
    return undefined;
  }
}

function toEntry(value: Readonly<Record<string, unknown>>): RegistryEntry | undefined {
  const { kind, session, registration, manifest } = value;
  if (!isUlid(session)) return undefined;
  if (kind === 'registered' && typeof registration === 'string') {
    return { kind, session, registration };
  }
  if (kind === 'closed' && typeof manifest === 'string') return { kind, session, manifest };
  return undefined;
}
