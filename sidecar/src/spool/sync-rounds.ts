import { SidecarError } from '../errors.ts';
import type { AppendFile } from './append-file.ts';
import { errnoOf, type Disk } from './disk.ts';

interface Round {
  readonly files: Set<AppendFile>;
  /** The error of each file that could not be synced. */
  readonly done: Promise<ReadonlyMap<AppendFile, Error>>;
  readonly start: () => void;
}

/**
 * Group commit: whoever waits for the disk at the same time shares one fdatasync per file. At most one round is in
 * flight; the next collects meanwhile, so a round covers only what was written before it began.
 */
export class SyncRounds {
  readonly #disk: Disk;
  #next: Round | undefined;
  #inFlight = false;
  /** Rounds begun so far. */
  rounds = 0;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /**
   * Resolves once everything written to `files` before this call is on the disk.
   * @throws SidecarError RECORDING_UNAVAILABLE where one of them could not be synced; that file stays failed.
   */
  async request(files: readonly AppendFile[]): Promise<void> {
    const round = (this.#next ??= this.#collect());
    for (const file of files) round.files.add(file);
    const errors = await round.done;
    for (const file of files) {
      const cause = errors.get(file);
      if (cause === undefined) continue;
      throw new SidecarError(
        'RECORDING_UNAVAILABLE',
        `The disk did not confirm the recording (${errnoOf(cause)}). Nothing was forwarded; the next command tries again.`,
        { cause, facts: { path: file.path, errno: errnoOf(cause) } },
      );
    }
  }

  #collect(): Round {
    const { promise, resolve } = Promise.withResolvers<ReadonlyMap<AppendFile, Error>>();
    const files = new Set<AppendFile>();
    const start = (): void => {
      this.#run(files, resolve);
    };
    // Whoever asks in the same turn of the loop joins before the round begins.
    if (!this.#inFlight) queueMicrotask(this.#begin);
    return { files, done: promise, start };
  }

  readonly #begin = (): void => {
    const round = this.#next;
    if (round === undefined || this.#inFlight) return;
    this.#next = undefined;
    this.#inFlight = true;
    this.rounds += 1;
    round.start();
  };

  #run(files: ReadonlySet<AppendFile>, resolve: (e: ReadonlyMap<AppendFile, Error>) => void): void {
    const errors = new Map<AppendFile, Error>();
    let open = files.size;
    for (const file of files) {
      this.#disk.sync(file.fd, (error) => {
        if (error !== null) {
          file.markFailed();
          errors.set(file, error);
        }
        open -= 1;
        if (open > 0) return;
        this.#inFlight = false;
        resolve(errors);
        this.#begin();
      });
    }
  }
}
