import fs from 'node:fs';
import path from 'node:path';
import { MANIFEST_FILE } from '@chaperone/core/record';
import type { RecorderKey, RegisteredSession } from '@chaperone/core/record';
import { spoolLimits } from '../config/limits.ts';
import type { Log } from '../telemetry/log.ts';
import type { Disk } from './disk.ts';
import type { Layout } from './layout.ts';
import { recoverSession } from './recovery.ts';
import type { Durability } from './session-recorder.ts';
import type { RegistryFile } from './registry-file.ts';
import { SessionSealer } from './session-sealer.ts';
import type { Usage } from './usage.ts';
import { WorkQueue } from './work-queue.ts';

export interface SealingParts {
  readonly layout: Layout;
  readonly key: RecorderKey;
  readonly log: Log;
  readonly registry: RegistryFile;
  readonly usage: Usage;
  readonly disk: Disk;
  readonly now: () => number;
  readonly compressFromBytes: number;
  readonly sealed: (session: string, manifestFile: string) => void;
  readonly segmentSealed: (session: string, name: string) => void;
}

/** What a running session tells: its segments as they fill, then its last. */
export interface SealedSession {
  readonly segment: (name: string) => void;
  readonly finish: (name: string, written: boolean) => void;
}

/** Progress of a long recovery is told this often. */
const PROGRESS_EVERY = 100;

/** Brings sessions from closed to sealed, one at a time and off the path of commands. */
export class Sealing {
  readonly #parts: SealingParts;
  readonly #queue: WorkQueue;
  /** Sessions whose sealing failed; their recovery is tried again. */
  readonly #failed = new Set<string>();

  constructor(parts: SealingParts) {
    this.#parts = parts;
    this.#queue = new WorkQueue((error) => {
      parts.log.error({ err: error }, 'sealing failed');
    });
  }

  /** Follows a session from its registration on. @param digest of the registry's line */
  begin(session: string, digest: string, durability: Durability): SealedSession {
    const { layout, compressFromBytes, usage } = this.#parts;
    const sealer = new SessionSealer(layout.session(session), {
      compressFromBytes,
      count: false,
      syncManifest: durability === 'Fsync',
      pressing: () => this.#queue.length > spoolLimits.sealBacklog.value,
    });
    const seal = async (name: string): Promise<void> => {
      if (this.#failed.has(session)) return;
      usage.add(await sealer.seal(name, false));
    };
    return {
      segment: (name) => {
        this.#enqueue(session, async () => {
          await seal(name);
          this.#parts.segmentSealed(session, name);
        });
      },
      finish: (name, written) => {
        if (!written) {
          this.#failed.add(session);
          return;
        }
        this.#enqueue(session, async () => {
          await seal(name);
          if (!this.#failed.has(session)) await this.#close(session, digest, sealer);
        });
      },
    };
  }

  /** Tries again what failed: the disk may be back. */
  retry(): void {
    if (this.#failed.size === 0) return;
    const known = this.#parts.registry.sessions();
    for (const session of this.#failed) {
      this.#failed.delete(session);
      this.#enqueue(session, async () => this.#recover(session, known.get(session)));
    }
  }

  /** Closes what a dead process left open. Resolves when all of it is sealed or has failed. */
  async recover(): Promise<void> {
    const { layout, log, registry } = this.#parts;
    const sessions = fs.readdirSync(layout.open).sort();
    if (sessions.length > 0)
      log.info({ sessions: sessions.length }, 'recovering interrupted sessions');
    // Read once: what is registered from now on is not what a dead process left.
    const known = sessions.length > 0 ? registry.sessions() : new Map<string, RegisteredSession>();
    for (const [index, session] of sessions.entries()) {
      this.#enqueue(session, async () => {
        await this.#recover(session, known.get(session));
        if ((index + 1) % PROGRESS_EVERY === 0) {
          log.info({ done: index + 1, of: sessions.length }, 'recovering interrupted sessions');
        }
      });
    }
    await this.#queue.drained();
  }

  async drained(): Promise<void> {
    await this.#queue.drained();
  }

  #enqueue(session: string, job: () => Promise<void>): void {
    const guarded = async (): Promise<void> => {
      try {
        await job();
      } catch (error) {
        this.#failed.add(session);
        throw error;
      }
    };
    this.#queue.add(guarded);
  }

  async #close(session: string, registeredDigest: string, sealer: SessionSealer): Promise<void> {
    const { end } = sealer.tally;
    const endedAt = sealer.last?.time;
    if (end === undefined || endedAt === undefined) throw new Error(`${session} has no end`);
    const { key } = this.#parts;
    this.#settle(session, await sealer.close({ registeredDigest, end, endedAt, key }));
  }

  async #recover(session: string, registered: RegisteredSession | undefined): Promise<void> {
    const { layout, log, disk, key, now, compressFromBytes } = this.#parts;
    const directory = layout.session(session);
    if (registered === undefined) {
      // Killed between the session's directory and its line: nothing was recorded and nobody may look for it.
      fs.rmSync(directory, { recursive: true, force: true });
    }
    if (registered?.manifest !== undefined || registered === undefined) {
      fs.rmSync(layout.marker(session), { force: true });
      return;
    }
    const parts = { disk, key, now, seal: { compressFromBytes, count: true, syncManifest: true } };
    const { manifest, phase, cut } = await recoverSession(directory, registered.line, parts);
    log.info({ session, phase, cut }, 'closed a session that its recorder left open');
    this.#settle(session, manifest);
  }

  #settle(session: string, manifest: string): void {
    this.#parts.registry.append({ kind: 'closed', session, manifest });
    const { layout, sealed } = this.#parts;
    fs.rmSync(layout.marker(session), { force: true });
    sealed(session, path.join(layout.session(session), MANIFEST_FILE));
  }
}
