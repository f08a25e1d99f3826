import path from 'node:path';
import {
  KEYS_DIRECTORY,
  REGISTRY_FILE,
  SESSIONS_DIRECTORY,
  sessionDirectory,
} from '@chaperone/core/record';

/** Names inside DATA that only the sidecar uses; the others are the record format's. */
const OPEN_DIRECTORY = 'open';

/** Where everything is inside DATA. */
export class Layout {
  readonly data: string;
  readonly sessions: string;
  readonly keys: string;
  readonly registry: string;
  /** One file per session that has no manifest yet, so that recovery need not look at all the others. */
  readonly open: string;

  constructor(data: string) {
    this.data = data;
    this.sessions = path.join(data, SESSIONS_DIRECTORY);
    this.keys = path.join(data, KEYS_DIRECTORY);
    this.registry = path.join(data, REGISTRY_FILE);
    this.open = path.join(data, OPEN_DIRECTORY);
  }

  /** Directory of a session's files. */
  session(session: string): string {
    return path.join(this.sessions, sessionDirectory(session));
  }

  /** Marker of an open session; it holds the digest of the registry's line. */
  marker(session: string): string {
    return path.join(this.open, session);
  }
}
