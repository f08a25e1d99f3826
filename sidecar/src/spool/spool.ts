import fs from 'node:fs';
import path from 'node:path';
import { REGISTRATION_FILE, registrationFile, sha256Text } from '@chaperone/core/record';
import type { CertificateChain, RecorderKey, Registration } from '@chaperone/core/record';
import { spoolLimits } from '../config/limits.ts';
import { SidecarError } from '../errors.ts';
import { AppendFile } from './append-file.ts';
import { newCounters, type SpoolCounters } from './counters.ts';
import { prepareDataDirectory } from './data-directory.ts';
import { realDisk, type Disk } from './disk.ts';
import { loadOrCreateKey } from './keys.ts';
import type { Layout } from './layout.ts';
import { takeLock, type Lock } from './lock.ts';
import type { SpoolLimits, SpoolOptions } from './options.ts';
import { RegistryFile } from './registry-file.ts';
import { Sealing } from './sealing.ts';
import { SessionRecorder, type Durability } from './session-recorder.ts';
import { SyncRounds } from './sync-rounds.ts';
import { Tail } from '../upload/tail.ts';
import { measure, sizeOf, Usage } from './usage.ts';

/**
 * The recordings on this sidecar's disk. One process holds DATA at a time.
 *
 * A session is `open` from `openSession` until its recorder is closed, `closed` until its segments are proved, `sealed`
 * once its manifest is signed and the registry says so. What a dead process left in the first two states is brought to
 * the third at the next start.
 */
export class Spool {
  readonly layout: Layout;
  readonly counters: SpoolCounters = newCounters();
  readonly usage: Usage;
  readonly #limits: SpoolLimits;
  readonly #disk: Disk;
  readonly #replicate: SpoolOptions['replicate'];
  readonly #lock: Lock;
  readonly #registry: RegistryFile;
  readonly #rounds: SyncRounds;
  readonly #sealing: Sealing;
  readonly #key: RecorderKey;
  /** The key's certificates, as they are when something is signed. */
  #chain: CertificateChain = () => [];
  readonly #recorders = new Set<SessionRecorder>();
  #closing: Promise<void> | undefined;
  readonly #cutting: NodeJS.Timeout | undefined;

  /**
   * Takes DATA, makes what is missing in it and recovers what a dead process left. Waits for the recovery as long as
   * `recoveryMs`; a longer one goes on behind.
   * @throws SidecarError DATA_IN_USE, DATA_UNUSABLE
   */
  static async open(data: string, options: SpoolOptions): Promise<Spool> {
    const layout = prepareDataDirectory(data);
    const lock = takeLock(data, options.processes);
    try {
      const spool = new Spool(layout, lock, options);
      if (options.certify !== undefined) spool.#chain = await options.certify(spool.#key);
      await spool.#start();
      return spool;
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  private constructor(layout: Layout, lock: Lock, options: SpoolOptions) {
    this.layout = layout;
    this.#lock = lock;
    this.#disk = options.disk ?? realDisk;
    this.#replicate = options.replicate;
    this.#limits = { ...defaultLimits, ...options.limits };
    this.usage = new Usage(this.#limits);
    this.#rounds = new SyncRounds(this.#disk);
    this.#key = loadOrCreateKey(layout.keys);
    const key: RecorderKey = { ...this.#key, chain: () => this.#chain() };
    this.#registry = new RegistryFile(layout.registry, this.#disk);
    this.#sealing = new Sealing({
      layout,
      key,
      log: options.log,
      registry: this.#registry,
      usage: this.usage,
      disk: this.#disk,
      now: options.now ?? Date.now,
      compressFromBytes: this.#limits.compressFromBytes,
      sealed: options.sealed ?? ((): void => undefined),
      segmentSealed: options.segmentSealed ?? ((): void => undefined),
    });
    if (options.cutMs !== undefined) this.#cutting = setInterval(this.#cut, options.cutMs).unref();
  }

  /** Sessions whose recorder is open. */
  get openSessions(): number {
    return this.#recorders.size;
  }

  /** Rounds of fdatasync so far. */
  get syncRounds(): number {
    return this.#rounds.rounds;
  }

  /**
   * Registers a session and opens its recording, before its first command.
   * @throws SidecarError TOO_MANY_SESSIONS, RECORDING_FULL, RECORDING_UNAVAILABLE; nothing of the session is then left
   */
  openSession(registration: Registration, durability: Durability): SessionRecorder {
    if (this.#recorders.size >= this.#limits.openSessions) {
      throw new SidecarError('TOO_MANY_SESSIONS', 'As many sessions are open as may be.', {
        facts: { open: this.#recorders.size },
      });
    }
    this.usage.admit();
    this.#sealing.retry();
    try {
      return this.#register(registration, durability);
    } catch (error) {
      this.counters.errors += 1;
      if (error instanceof SidecarError) throw error;
      throw new SidecarError('RECORDING_UNAVAILABLE', 'The session cannot be registered on disk.', {
        cause: error,
        facts: { session: registration.session },
      });
    }
  }

  /** Whether a write to DATA works now; for readiness. */
  isWritable(): boolean {
    const probe = path.join(this.layout.data, 'probe');
    try {
      fs.writeFileSync(probe, 'x', { mode: 0o600 });
      fs.rmSync(probe);
      return true;
    } catch {
      return false;
    }
  }

  /** Resolves when every closed session is sealed. */
  async drained(): Promise<void> {
    await this.#sealing.drained();
  }

  /** Seals what is closed and gives DATA back. A session that is still open is left to recovery. */
  async close(): Promise<void> {
    this.#closing ??= this.#close();
    await this.#closing;
  }

  /** Removes the files of a session that is sealed, and kept elsewhere. The registry goes on to name it. */
  async forget(session: string): Promise<void> {
    const directory = this.layout.session(session);
    const bytes = sizeOf(directory);
    await fs.promises.rm(directory, { recursive: true, force: true });
    this.usage.add(-bytes);
  }

  readonly #cut = (): void => {
    for (const recorder of this.#recorders) recorder.cut();
  };

  async #close(): Promise<void> {
    clearInterval(this.#cutting);
    for (const recorder of this.#recorders) recorder.abandon();
    this.#sealing.retry();
    await this.#sealing.drained();
    this.#registry.file.close();
    this.#lock.release();
  }

  async #start(): Promise<void> {
    const measured = measure(this.layout.sessions).then((bytes) => {
      this.usage.add(bytes);
    });
    const patience = new Promise((resolve) => {
      setTimeout(resolve, this.#limits.recoveryMs).unref();
    });
    await Promise.race([Promise.all([measured, this.#sealing.recover()]), patience]);
  }

  #register(registration: Registration, durability: Durability): SessionRecorder {
    const { session } = registration;
    const directory = this.layout.session(session);
    const file = Buffer.from(registrationFile(registration));
    const entry = { kind: 'registered', session, registration: sha256Text(file) } as const;
    const { digest } = this.#registry.next(entry);
    const marker = this.layout.marker(session);
    let recorder: SessionRecorder | undefined;
    fs.mkdirSync(directory, { mode: 0o700 });
    try {
      const sessionFile = AppendFile.open(
        path.join(directory, REGISTRATION_FILE),
        this.#disk,
        'create',
      );
      try {
        sessionFile.append(file, 0, file.length);
        if (durability === 'Fsync') fs.fsyncSync(sessionFile.fd);
      } finally {
        sessionFile.close();
      }
      recorder = this.#newRecorder(session, directory, { durability, digest });
      fs.writeFileSync(marker, digest, { flag: 'wx', mode: 0o600 });
      // Last, so that a session that could not be opened is not missed.
      this.#registry.append(entry);
    } catch (error) {
      recorder?.abandon();
      fs.rmSync(marker, { force: true });
      fs.rmSync(directory, { recursive: true, force: true });
      throw error;
    }
    this.usage.add(file.length);
    this.#recorders.add(recorder);
    return recorder;
  }

  /** @throws SidecarError UNSUPPORTED_DURABILITY */
  #tailOf(session: string, directory: string, durability: Durability): Tail | undefined {
    if (durability !== 'Replicated') return undefined;
    const replicate = this.#replicate;
    if (replicate === undefined) {
      throw new SidecarError('UNSUPPORTED_DURABILITY', 'nobody takes what leaves the pod');
    }
    return new Tail(path.join(directory, REGISTRATION_FILE), async (name, bytes) =>
      replicate(session, name, bytes),
    );
  }

  #newRecorder(
    session: string,
    directory: string,
    how: { readonly durability: Durability; readonly digest: string },
  ): SessionRecorder {
    const tail = this.#tailOf(session, directory, how.durability);
    const sealed = this.#sealing.begin(session, how.digest, how.durability);
    const recorder: SessionRecorder = new SessionRecorder(
      {
        session,
        directory,
        durability: how.durability,
        ...(tail && { tail }),
        registered: {
          files: [this.#registry.file],
          directories: [directory, this.layout.sessions, this.layout.data],
        },
        rotated: sealed.segment,
        closed: (segment, written) => {
          this.#recorders.delete(recorder);
          sealed.finish(segment, written);
        },
      },
      {
        disk: this.#disk,
        rounds: this.#rounds,
        usage: this.usage,
        counters: this.counters,
        segmentBytes: this.#limits.segmentBytes,
      },
    );
    return recorder;
  }
}

const defaultLimits: SpoolLimits = {
  segmentBytes: spoolLimits.segmentBytes.value,
  dataBytes: spoolLimits.dataBytes.value,
  dataReserveBytes: spoolLimits.dataReserveBytes.value,
  openSessions: spoolLimits.openSessions.value,
  compressFromBytes: spoolLimits.compressFromBytes.value,
  recoveryMs: spoolLimits.recoveryMs.value,
};
