import fs from 'node:fs';

const LF = 0x0a;
const CHUNK = 64 * 1024;

/** Offset behind the last LF before `before`; 0 where there is none. */
function behindLastLf(fd: number, before: number): number {
  const chunk = Buffer.alloc(CHUNK);
  for (let end = before; end > 0;) {
    const start = Math.max(0, end - CHUNK);
    const length = fs.readSync(fd, chunk, 0, end - start, start);
    const at = chunk.subarray(0, length).lastIndexOf(LF);
    if (at !== -1) return start + at + 1;
    end = start;
  }
  return 0;
}

/**
 * Cuts what a killed process left of an unfinished line.
 * @returns bytes that were cut, 0 where the file ends with a whole line
 */
export function cutTornLine(path: string): number {
  const fd = fs.openSync(path, fs.constants.O_RDWR | fs.constants.O_NOFOLLOW);
  try {
    const { size } = fs.fstatSync(fd);
    const whole = behindLastLf(fd, size);
    if (whole < size) fs.ftruncateSync(fd, whole);
    return size - whole;
  } finally {
    fs.closeSync(fd);
  }
}

/** The last line with its LF of a file that ends with a whole line; undefined where it is empty. */
export function lastLine(path: string): Buffer | undefined {
  const fd = fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW);
  try {
    const { size } = fs.fstatSync(fd);
    if (size === 0) return undefined;
    const start = behindLastLf(fd, size - 1);
    const line = Buffer.alloc(size - start);
    fs.readSync(fd, line, 0, line.length, start);
    return line;
  } finally {
    fs.closeSync(fd);
  }
}
