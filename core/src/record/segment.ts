/** Names inside `DATA`; docs/record-format.md says what each holds. */
export const SESSIONS_DIRECTORY = 'sessions';
export const KEYS_DIRECTORY = 'keys';
/** One file, named by its ULID in upper case, for each session that has no manifest yet. */
export const OPEN_DIRECTORY = 'open';
export const REGISTRY_FILE = 'registry.ndjson';

/** Names inside `DATA/sessions/<ULID>`. */
export const REGISTRATION_FILE = 'session.json';
export const LEAVES_FILE = 'leaves.bin';
export const MANIFEST_FILE = 'manifest.jws';
/** In a store the public key lies beside what it proves; in `DATA` it is under its own name in `keys`. */
export const STORED_KEY_FILE = 'key.pub.jwk';

const SEGMENT_DIGITS = 6;
const segmentPattern = /^(\d{6})\.ndjson(\.zst)?$/;
/** What follows `<kid>` in the name of a public key's file. */
export const PUBLIC_KEY_SUFFIX = '.pub.jwk';

/** `000001.ndjson`: name of a segment by its number, from 1. */
export function segmentName(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number >= 10 ** SEGMENT_DIGITS) {
    throw new TypeError(`segment number ${String(number)}`);
  }
  return `${String(number).padStart(SEGMENT_DIGITS, '0')}.ndjson`;
}

/** File name of a segment once it is compressed. */
export function compressedName(segment: string): string {
  return `${segment}.zst`;
}

export interface SegmentFile {
  /** Name without the compression's suffix, as the manifest has it. */
  readonly name: string;
  readonly number: number;
  readonly compressed: boolean;
}

/** Reads a file name; undefined where it is none of a segment. */
export function toSegmentFile(fileName: string): SegmentFile | undefined {
  const match = segmentPattern.exec(fileName);
  if (match?.[1] === undefined) return undefined;
  const number = Number(match[1]);
  if (number === 0) return undefined;
  return { name: segmentName(number), number, compressed: match[2] !== undefined };
}

/** Directory of a session: its ULID in lower case. */
export function sessionDirectory(session: string): string {
  return session.toLowerCase();
}

/** File name of a public key. */
export function publicKeyName(kid: string): string {
  return `${kid}${PUBLIC_KEY_SUFFIX}`;
}

const ulidPattern = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** Whether a value is a ULID in upper case. */
export function isUlid(value: unknown): value is string {
  return typeof value === 'string' && ulidPattern.test(value);
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_DIGITS = 10;

/** When a ULID was made, in milliseconds since the epoch. */
export function ulidTime(session: string): number {
  let ms = 0;
  for (const digit of session.slice(0, TIME_DIGITS)) ms = ms * 32 + CROCKFORD.indexOf(digit);
  return ms;
}

/** Whose recording it is, as the names of its objects in a store begin. */
export interface RecordingPlace {
  readonly namespace: string;
  readonly connection: string;
  /** ULID, upper case. */
  readonly session: string;
}

/** `agents/orders-db/2026/11/21/01jd…`: where in a store a recording is. The day is that of the ULID, UTC. */
export function recordingPrefix({ namespace, connection, session }: RecordingPlace): string {
  const day = new Date(ulidTime(session)).toISOString().slice(0, 10).replaceAll('-', '/');
  return `${namespace}/${connection}/${day}/${sessionDirectory(session)}`;
}

const storedNames: ReadonlySet<string> = new Set([
  ...[REGISTRATION_FILE, LEAVES_FILE, STORED_KEY_FILE, MANIFEST_FILE],
]);

const piecePattern = /^tail-(\d{6})-\d{12}\.ndjson$/;

/** Directory of the pieces of a running session beside its segments, in a store. */
export const TAIL_DIRECTORY = 'tail';

/** Number of the segment of which a file holds a piece that was stored before the segment was sealed; undefined where it is none. */
export function pieceSegment(name: string): number | undefined {
  const match = piecePattern.exec(name);
  return match === null ? undefined : Number(match[1]);
}

/** Whether a file of this name belongs to a recording in a store, where segments are always compressed. */
export function isStoredFile(name: string): boolean {
  if (storedNames.has(name) || pieceSegment(name) !== undefined) return true;
  return toSegmentFile(name)?.compressed === true;
}
