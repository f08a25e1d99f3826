import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isUlid, MANIFEST_FILE, toSegmentFile } from '@chaperone/core/record';
import { uploadLimits } from '../config/upload-limits.ts';
import { SidecarError } from '../errors.ts';
import type { Layout } from '../spool/layout.ts';
import type { Log } from '../telemetry/log.ts';
import { outgoing, storedNamesOf, type Outgoing, type SessionFiles } from './files.ts';

/** What uploading needs of the spool. */
export interface Kept {
  readonly layout: Layout;
  forget(session: string): Promise<void>;
}

export interface UploadsOptions {
  /** Brings a file into the store, where it is not there already. Throws SidecarError. */
  readonly store: (session: string, name: string, file: Outgoing) => Promise<void>;
  readonly log: Log;
  /** Milliseconds to wait after so many failures in a row. */
  readonly pauseBefore: (failures: number) => number;
}

/** One session on its way. */
interface Progress {
  /** Number of the last sealed segment; undefined once all of it is sealed. */
  sealedUpTo: number | undefined;
  /** Names that the store has. */
  readonly stored: Set<string>;
  /** `performance.now()`: not to be tried before. */
  notBefore: number;
}

/** Between two tries while the sidecar ends, milliseconds. */
const LAST_PAUSE_MS = 500;

/**
 * Brings recordings into the store, one file after the other, in their order, while sessions go on and when they have ended. What
 * waits is what is in the data directory: nothing is lost with this process. A session's own files go when the store has its manifest.
 */
export class Uploads {
  readonly #options: UploadsOptions;
  /** Sessions that are not stored whole. */
  readonly #sessions = new Map<string, Progress>();
  /** Those of them of which something is to be done. */
  readonly #queue = new Set<string>();
  #kept: Kept | undefined;
  #working: Promise<void> | undefined;
  /** `performance.now()` at which nothing more is tried. */
  #endsAt = Infinity;
  readonly #closing = new AbortController();
  /** Tries that failed so far. */
  failures = 0;

  constructor(options: UploadsOptions) {
    this.#options = options;
  }

  /** Sessions of which something waits. */
  get waiting(): number {
    return this.#queue.size;
  }

  /** From here on files go. What a process before this one left is found. */
  start(kept: Kept): void {
    this.#kept = kept;
    const { layout } = kept;
    for (const name of readdirSync(layout.sessions).sort()) {
      const session = name.toUpperCase();
      const isOpen = existsSync(layout.marker(session));
      const isWhole = existsSync(path.join(layout.sessions, name, MANIFEST_FILE));
      if (isUlid(session) && isWhole && !isOpen) this.sealed(session);
    }
    this.#work();
  }

  /** A segment of a session that goes on is sealed. */
  segment(session: string, name: string): void {
    const number = toSegmentFile(name)?.number ?? 0;
    const progress = this.#enqueue(session);
    if (progress?.sealedUpTo !== undefined) progress.sealedUpTo = number;
    this.#work();
  }

  /** All of a session is sealed. */
  sealed(session: string): void {
    const progress = this.#enqueue(session);
    if (progress !== undefined) progress.sealedUpTo = undefined;
    this.#work();
  }

  /** Goes on until nothing waits or `drainMs` is over. */
  async close(): Promise<void> {
    this.#endsAt = performance.now() + uploadLimits.drainMs.value;
    this.#closing.abort();
    await Promise.race([
      this.#working,
      sleep(uploadLimits.drainMs.value, undefined, { ref: false }),
    ]);
    this.#endsAt = 0;
    const facts = { sessions: this.#queue.size };
    if (facts.sessions > 0) this.#options.log.error(facts, 'recordings are not stored at the end');
  }

  #enqueue(session: string): Progress | undefined {
    const known = this.#sessions.get(session);
    if (known === undefined && this.#sessions.size >= uploadLimits.waiting.value) return undefined;
    const progress = known ?? { sealedUpTo: 0, stored: new Set<string>(), notBefore: 0 };
    this.#sessions.set(session, progress);
    this.#queue.add(session);
    return progress;
  }

  #work(): void {
    if (this.#kept === undefined || this.#working !== undefined) return;
    this.#working = this.#run(this.#kept).finally(() => {
      this.#working = undefined;
    });
    // A defect must not end in silence.
    this.#working.catch((error: unknown) => {
      queueMicrotask(() => {
        throw error;
      });
    });
  }

  async #run(kept: Kept): Promise<void> {
    let failures = 0;
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      const [session, progress] = next;
      this.#queue.delete(session);
      const failed = await this.#bring(session, progress, kept);
      failures = failed ? failures + 1 : 0;
      if (!failed) continue;
      this.#queue.add(session);
      await this.#pause(failures);
    }
  }

  #next(): readonly [string, Progress] | undefined {
    const now = performance.now();
    if (now > this.#endsAt) return undefined;
    for (const session of this.#queue) {
      const progress = this.#sessions.get(session);
      if (progress !== undefined && progress.notBefore <= now) return [session, progress];
    }
    return undefined;
  }

  /** Brings what there is of a session. Whether the store failed, and it has to be tried again. */
  async #bring(session: string, progress: Progress, kept: Kept): Promise<boolean> {
    const { store, log } = this.#options;
    const { layout } = kept;
    const files: SessionFiles = { directory: layout.session(session), keys: layout.keys };
    const { sealedUpTo, stored } = progress;
    try {
      for (const name of await storedNamesOf(files, sealedUpTo)) {
        if (stored.has(name)) continue;
        await store(session, name, await outgoing(files, name));
        stored.add(name);
      }
      if (sealedUpTo !== undefined) return false;
      this.#sessions.delete(session);
      await kept.forget(session);
      return false;
    } catch (error) {
      this.failures += 1;
      const isDown = error instanceof SidecarError && error.code === 'BROKER_UNAVAILABLE';
      const reason = error instanceof Error ? error.message : String(error);
      if (isDown) log.warn({ session, reason }, 'a recording is not stored yet');
      else this.#setAside(session, progress, reason);
      return isDown;
    }
  }

  /** Nothing of it is removed: what the store refuses, somebody has to look at. */
  #setAside(session: string, progress: Progress, reason: string): void {
    const { log } = this.#options;
    log.error(
      { session, reason },
      'the recording cannot be stored; it stays in the data directory',
    );
    progress.notBefore = performance.now() + uploadLimits.refusedMs.value;
    this.#queue.add(session);
    setTimeout(() => {
      this.#work();
    }, uploadLimits.refusedMs.value + 1).unref();
  }

  async #pause(failures: number): Promise<void> {
    const { signal } = this.#closing;
    if (signal.aborted) {
      await sleep(LAST_PAUSE_MS);
      return;
    }
    const options = { ref: false, signal };
    await sleep(this.#options.pauseBefore(failures), undefined, options).catch(() => undefined);
  }
}
