import fs from 'node:fs';

/** The three calls on a recording's descriptor that a disk can fail; a seam, so that each fault has a test. */
export interface Disk {
  /** Bytes written, which may be fewer than `length`. */
  readonly write: (fd: number, buffer: Uint8Array, offset: number, length: number) => number;
  readonly truncate: (fd: number, length: number) => void;
  readonly sync: (fd: number, done: (error: Error | null) => void) => void;
}

export const realDisk: Disk = {
  write: (fd, buffer, offset, length) => fs.writeSync(fd, buffer, offset, length),
  truncate: (fd, length) => {
    fs.ftruncateSync(fd, length);
  },
  sync: (fd, done) => {
    fs.fdatasync(fd, done);
  },
};

/** errno name of a failed system call, `UNKNOWN` for anything else. */
export function errnoOf(error: unknown): string {
  const named = typeof error === 'object' && error !== null && 'code' in error;
  return named && typeof error.code === 'string' ? error.code : 'UNKNOWN';
}

/** True where the file of the failed call does not exist. */
export function isMissing(error: unknown): boolean {
  return errnoOf(error) === 'ENOENT';
}
