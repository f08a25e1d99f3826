import path from 'node:path';
import { EventEncoder, segmentName, type SessionCounts } from '@chaperone/core/record';
import { SidecarError } from '../errors.ts';
import { AppendFile } from './append-file.ts';
import { Debt } from './debt.ts';
import type { Disk } from './disk.ts';
import type { SpoolCounters } from './counters.ts';
import type { SyncRounds } from './sync-rounds.ts';
import type { Tail } from '../upload/tail.ts';
import type { Usage } from './usage.ts';
import { syncDirectory } from './whole-file.ts';

export type Durability = 'Buffered' | 'Fsync' | 'Replicated';

/** After so many segments the next lasts one look longer. */
const SEGMENTS_PER_LOOK = 20;

/** What every recorder of a spool shares. */
export interface RecorderParts {
  readonly disk: Disk;
  readonly rounds: SyncRounds;
  readonly usage: Usage;
  readonly counters: SpoolCounters;
  readonly segmentBytes: number;
}

export interface RecorderOptions {
  readonly session: string;
  readonly directory: string;
  readonly durability: Durability;
  /** Files and directories of the registration that a first fdatasync has to cover. */
  readonly registered: {
    readonly files: readonly AppendFile[];
    readonly directories: readonly string[];
  };
  /** For `Replicated`: what has to leave the pod. */
  readonly tail?: Tail;
  /** A segment is full and the next one begun. */
  readonly rotated: (segment: string) => void;
  /** The recorder is closed; `segment` is its last. `written`: whether `session-end` is in it. */
  readonly closed: (segment: string, written: boolean) => void;
}

/** How a session ended. */
export interface SessionEnd extends SessionCounts {
  readonly phase: 'Completed' | 'Interrupted';
  readonly reason: string;
}

/**
 * One session's recording while it runs. The caller encodes events with `encoder`, then calls `flush` before anything
 * that depends on them happens; `encoder.commit` and `encoder.rollback` are the recorder's.
 *
 * After a failed flush nothing of the encoded lines is on the disk, their numbers are free, and a `gap` event that says
 * so waits as the first line of the next flush, which tries again.
 */
export class SessionRecorder {
  readonly session: string;
  readonly encoder: EventEncoder;
  readonly #options: RecorderOptions;
  readonly #parts: RecorderParts;
  readonly #debt = new Debt();
  #number = 1;
  #file: AppendFile;
  #committedSeq = 0;
  /** Files with bytes that no round of fdatasync has covered yet, besides the current one. */
  #unsynced: readonly AppendFile[];
  /** Directories with new entries; an object each, since the same one may get another entry meanwhile. */
  #newEntries: readonly { readonly directory: string }[];
  /** Files that nobody writes any more; closed once no round can still hold their descriptor. */
  readonly #retired: AppendFile[] = [];
  #syncs = 0;
  /** Looks at the current segment, since something is in it. */
  #looks = 0;
  #closed = false;

  constructor(options: RecorderOptions, parts: RecorderParts) {
    this.session = options.session;
    this.encoder = new EventEncoder(options.session);
    this.#options = options;
    this.#parts = parts;
    this.#unsynced = [...options.registered.files];
    this.#newEntries = options.registered.directories.map((directory) => ({ directory }));
    this.#file = this.#openSegment();
  }

  /**
   * Asks whether a new command may begin. @throws SidecarError RECORDING_FULL
   */
  admit(): void {
    this.#parts.usage.admit();
  }

  /**
   * Puts every encoded line into the spool by one write; what `Buffered` promises then holds.
   * @throws SidecarError RECORDING_UNAVAILABLE, RECORDING_FULL; none of the lines is then recorded
   */
  flush(): void {
    const { encoder } = this;
    const bytes = encoder.pendingBytes;
    if (bytes === 0) return;
    const { counters, usage, segmentBytes } = this.#parts;
    if (this.#closed) throw new TypeError('the recorder is closed');
    try {
      usage.reserve(bytes);
      const full = this.#file.size > 0 && this.#file.size + bytes > segmentBytes;
      if (full || this.#file.failed) this.#rotate();
      this.#file.append(encoder.buffer, 0, bytes);
    } catch (error) {
      this.#lose(error);
      throw error;
    }
    encoder.commit();
    usage.add(bytes);
    counters.bytes += bytes;
    counters.events += encoder.seq - this.#committedSeq;
    this.#committedSeq = encoder.seq;
    if (this.#debt.owed) this.#debt.settle();
  }

  /**
   * Ends the current segment where something has been in it for a while, so that it leaves while the session goes on; to be asked
   * from time to time. It takes longer with each segment: their number stays what one manifest can name.
   */
  cut(): void {
    if (this.#closed || this.#file.size === 0) return;
    this.#looks += 1;
    if (this.#looks < 2 + Math.floor(this.#number / SEGMENTS_PER_LOOK)) return;
    try {
      this.#rotate();
    } catch (error) {
      // Nothing is lost, and the next command that finds no room says so.
      if (!(error instanceof SidecarError)) throw error;
    }
  }

  /** Says in the next `gap` event what could not be recorded: `the outcome of command 7`. */
  owe(reason: string): void {
    this.#debt.add(reason);
    this.#encodeGap();
  }

  /**
   * For `Fsync`: resolves once everything flushed so far is on the disk. Undefined for `Buffered`: nothing to wait for.
   * @throws SidecarError RECORDING_UNAVAILABLE; the segment is then given up and the next flush opens another
   */
  durable(): Promise<void> | undefined {
    const { durability, tail } = this.#options;
    if (durability === 'Buffered') return undefined;
    if (tail === undefined) return this.#sync();
    tail.cover(this.#file.path, this.#number, this.#file.size);
    return tail.left();
  }

  /**
   * Ends the recording with `session-end`. Never rejects: what cannot be written now is closed as Interrupted when the
   * disk allows it. Proof and manifest follow off the path of commands.
   */
  async close(end: SessionEnd): Promise<void> {
    if (this.#closed) return;
    let written = true;
    try {
      const { phase, reason, commands, rows, bytes } = end;
      this.encoder.encode('session-end', { phase, reason, commands, rows, bytes });
      this.flush();
      await this.durable();
    } catch (error) {
      // A programming mistake must not be taken for a full disk.
      if (!(error instanceof SidecarError)) throw error;
      written = false;
    } finally {
      this.#closed = true;
      this.#release();
      this.#options.closed(segmentName(this.#number), written);
    }
  }

  /** Gives the descriptors back without an end; recovery closes the session as Interrupted. */
  abandon(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#release();
  }

  #openSegment(): AppendFile {
    const name = path.join(this.#options.directory, segmentName(this.#number));
    return AppendFile.open(name, this.#parts.disk, 'create');
  }

  #rotate(): void {
    const before = this.#file;
    const segment = segmentName(this.#number);
    this.#options.tail?.cover(before.path, this.#number, before.size);
    this.#number += 1;
    try {
      this.#file = this.#openSegment();
    } catch (cause) {
      this.#number -= 1;
      throw new SidecarError(
        'RECORDING_UNAVAILABLE',
        'No new segment of the recording can be opened.',
        {
          cause,
          facts: { segment: this.#number + 1 },
        },
      );
    }
    this.#looks = 0;
    if (before.failed) this.#retire([before]);
    else this.#unsynced = [...this.#unsynced, before];
    this.#newEntries = [...this.#newEntries, { directory: this.#options.directory }];
    if (this.#options.durability !== 'Fsync') this.#retire(this.#unsynced);
    this.#options.rotated(segment);
  }

  #lose(error: unknown): void {
    const lost = this.encoder.seq - this.#committedSeq - (this.#debt.encoded ? 1 : 0);
    this.#parts.counters.errors += 1;
    this.encoder.rollback();
    this.#debt.lose(lost, error instanceof SidecarError ? error.code : 'ERROR');
    this.#encodeGap();
  }

  /** The gap stands first among the encoded lines, or, where the caller went on meanwhile, behind them. */
  #encodeGap(): void {
    const others = this.encoder.seq - this.#committedSeq - (this.#debt.encoded ? 1 : 0);
    if (others === 0) this.encoder.rollback();
    this.encoder.encode('gap', { reason: this.#debt.toReason() });
    this.#debt.encoded = true;
  }

  async #sync(): Promise<void> {
    const files = [...this.#unsynced, this.#file];
    const entries = this.#newEntries;
    this.#syncs += 1;
    try {
      if (entries.length > 0)
        await Promise.all(entries.map(async (e) => syncDirectory(e.directory)));
      await this.#parts.rounds.request(files);
      this.#newEntries = this.#newEntries.filter((e) => !entries.includes(e));
      this.#retire(this.#unsynced.filter((f) => files.includes(f)));
    } catch (error) {
      this.#parts.counters.errors += 1;
      if (!this.#closed) this.owe(UNCONFIRMED);
      throw unconfirmed(error);
    } finally {
      this.#syncs -= 1;
      this.#closeRetired();
    }
  }

  /** Takes files out of what has to be synced. */
  #retire(files: readonly AppendFile[]): void {
    const shared = this.#options.registered.files;
    this.#unsynced = this.#unsynced.filter((f) => !files.includes(f));
    this.#retired.push(...files.filter((f) => !shared.includes(f)));
    this.#closeRetired();
  }

  #closeRetired(): void {
    if (this.#syncs > 0) return;
    for (const file of this.#retired.splice(0)) file.close();
  }

  #release(): void {
    this.#options.tail?.close();
    this.#retire([...this.#unsynced, this.#file]);
  }
}

const UNCONFIRMED =
  'the disk did not confirm events before this one; they may not survive a loss of power';

function unconfirmed(cause: unknown): SidecarError {
  if (cause instanceof SidecarError) return cause;
  return new SidecarError('RECORDING_UNAVAILABLE', 'The disk did not confirm the recording.', {
    cause,
  });
}
