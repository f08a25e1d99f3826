import { errorOfStatus } from '../client/status.ts';
import { KubeError } from '../errors.ts';
import type { KubeObject } from '../object.ts';

/** A line of a watch. */
export type WatchEvent<T> =
  | { readonly type: 'changed' | 'removed'; readonly object: T; readonly resourceVersion: string }
  /** Nothing happened until this version. */
  | { readonly type: 'bookmark'; readonly resourceVersion: string }
  /** The server's last word on this watch. */
  | { readonly type: 'error'; readonly error: KubeError };

const TYPES = {
  ADDED: 'changed',
  MODIFIED: 'changed',
  DELETED: 'removed',
  BOOKMARK: 'bookmark',
  ERROR: 'error',
} as const;

interface RawEvent {
  readonly type?: string;
  readonly object?: KubeObject;
}

const isType = (type: string | undefined): type is keyof typeof TYPES =>
  type !== undefined && Object.hasOwn(TYPES, type);

/** @throws KubeError MALFORMED_ANSWER for what no API server says: a proxy's page, half a line */
export function decodeWatchEvent<T extends KubeObject>(line: string): WatchEvent<T> {
  const { type, object } = parse(line);
  if (!isType(type) || object === undefined) throw malformed('no event of a watch');
  const kind = TYPES[type];
  if (kind === 'error') return { type: kind, error: errorOfStatus(object, 500) };
  const resourceVersion = object.metadata?.resourceVersion;
  if (resourceVersion === undefined) throw malformed('an event without a resourceVersion');
  if (kind === 'bookmark') return { type: kind, resourceVersion };
  return { type: kind, object: object as T, resourceVersion };
}

function parse(line: string): RawEvent {
  try {
    const parsed: unknown = JSON.parse(line);
    if (typeof parsed === 'object' && parsed !== null) return parsed;
  } catch (cause) {
    throw new KubeError('MALFORMED_ANSWER', 'a line of a watch that is not JSON', { cause });
  }
  throw malformed('a line of a watch that is no object');
}

const malformed = (what: string): KubeError => new KubeError('MALFORMED_ANSWER', what);
