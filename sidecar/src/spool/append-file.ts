import fs from 'node:fs';
import { SidecarError } from '../errors.ts';
import { errnoOf, type Disk } from './disk.ts';

/**
 * - `good`: the file ends behind its last whole append.
 * - `torn`: a failed append may have left half a line; nothing is appended before it is cut off.
 * - `failed`: an fdatasync failed, so the kernel may have dropped what it had accepted; no retry can prove otherwise.
 */
type State = 'good' | 'torn' | 'failed';

const explanations: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EIO: 'the disk reports an input/output error',
  EFBIG: 'the file is larger than the process may write',
};

function unavailable(path: string, cause: unknown): SidecarError {
  const errno = errnoOf(cause);
  const why = explanations[errno] ?? 'the write failed';
  return new SidecarError(
    'RECORDING_UNAVAILABLE',
    `The recording cannot be written: ${why} (${errno}). Nothing was forwarded; the next command tries again.`,
    { cause, facts: { path, errno } },
  );
}

/**
 * A file that grows by whole appends only: after any fault it holds all of an append or nothing of it.
 * The descriptor is O_APPEND and this process is its only writer.
 */
export class AppendFile {
  readonly path: string;
  readonly fd: number;
  readonly #disk: Disk;
  #size: number;
  #state: State = 'good';

  /** Opens, and creates where `create` says so; an existing file is then an error (EEXIST). */
  static open(path: string, disk: Disk, mode: 'create' | 'existing' | 'either'): AppendFile {
    const c = fs.constants;
    const how = { create: c.O_CREAT | c.O_EXCL, existing: 0, either: c.O_CREAT }[mode];
    const flags = c.O_WRONLY | c.O_APPEND | c.O_NOFOLLOW | how;
    const fd = fs.openSync(path, flags, 0o600);
    return new AppendFile(path, fd, disk);
  }

  private constructor(path: string, fd: number, disk: Disk) {
    this.path = path;
    this.fd = fd;
    this.#disk = disk;
    this.#size = fs.fstatSync(fd).size;
  }

  /** Bytes up to the last whole append. */
  get size(): number {
    return this.#size;
  }

  /** True after a failed fdatasync: only another file can go on. */
  get failed(): boolean {
    return this.#state === 'failed';
  }

  markFailed(): void {
    this.#state = 'failed';
  }

  /**
   * One write of `buffer[start, end)`; a short write is completed or undone.
   * @throws SidecarError RECORDING_UNAVAILABLE; the file then ends where it ended before, or is torn and refuses.
   */
  append(buffer: Uint8Array, start: number, end: number): void {
    if (this.#state !== 'good') this.#repair();
    let at = start;
    try {
      while (at < end) {
        const written = this.#disk.write(this.fd, buffer, at, end - at);
        if (written <= 0) throw new Error('the write took no bytes');
        at += written;
      }
    } catch (cause) {
      this.#undo();
      throw unavailable(this.path, cause);
    }
    this.#size += end - start;
  }

  close(): void {
    fs.closeSync(this.fd);
  }

  #repair(): void {
    if (this.#state === 'torn') this.#undo();
    if (this.#state === 'good') return;
    const what =
      this.#state === 'failed' ? 'its disk failed to keep what was written' : 'its end is torn';
    throw new SidecarError(
      'RECORDING_UNAVAILABLE',
      `The recording cannot be written: ${what}. Nothing was forwarded; the next command tries again.`,
      { facts: { path: this.path, state: this.#state } },
    );
  }

  #undo(): void {
    try {
      if (fs.fstatSync(this.fd).size !== this.#size) this.#disk.truncate(this.fd, this.#size);
      this.#state = 'good';
    } catch {
      this.#state = 'torn';
    }
  }
}
