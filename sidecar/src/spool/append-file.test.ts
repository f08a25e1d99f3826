import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { SidecarError } from '../errors.ts';
import { AppendFile } from './append-file.ts';
import { failWith, faultyDisk, newDirectory, removeDirectories } from './testing/fixture.ts';

afterAll(removeDirectories);

function open(): {
  readonly file: AppendFile;
  readonly disk: ReturnType<typeof faultyDisk>;
  readonly text: () => string;
} {
  const disk = faultyDisk();
  const name = path.join(newDirectory(), 'file');
  const file = AppendFile.open(name, disk, 'create');
  return { file, disk, text: () => fs.readFileSync(name, 'utf8') };
}

function append(file: AppendFile, text: string): void {
  const bytes = Buffer.from(text);
  file.append(bytes, 0, bytes.length);
}

function codeOf(run: () => void): string {
  try {
    run();
  } catch (error) {
    return error instanceof SidecarError ? error.code : String(error);
  }
  return 'no error';
}

describe('a file that grows by whole appends', () => {
  it('appends the asked part of a buffer', () => {
    const { file, text } = open();
    file.append(Buffer.from('__one\n__'), 2, 6);
    expect(text()).toBe('one\n');
    expect(file.size).toBe(4);
  });

  it('completes a short write', () => {
    const { file, disk, text } = open();
    const { write } = disk;
    disk.write = (fd, buffer, offset, length) => write(fd, buffer, offset, Math.min(length, 3));
    append(file, 'a whole line\n');
    expect(text()).toBe('a whole line\n');
  });

  it.each(['ENOSPC', 'EROFS', 'EIO', 'EFBIG'])('refuses on %s and keeps no half line', (errno) => {
    const { file, disk, text } = open();
    append(file, 'first\n');
    const { write } = disk;
    let calls = 0;
    disk.write = (fd, buffer, offset, length) => {
      calls += 1;
      if (calls > 1) throw failWith(errno);
      return write(fd, buffer, offset, Math.min(length, 3));
    };
    expect(
      codeOf(() => {
        append(file, 'second\n');
      }),
    ).toBe('RECORDING_UNAVAILABLE');
    expect(text()).toBe('first\n');
    disk.write = write;
    append(file, 'third\n');
    expect(text()).toBe('first\nthird\n');
  });

  it('refuses while half a line cannot be cut off, and goes on once it can', () => {
    const { file, disk, text } = open();
    append(file, 'first\n');
    const { write, truncate } = disk;
    let broken = true;
    disk.write = (fd, buffer, offset, length) => {
      if (offset > 0) throw failWith('EIO');
      return write(fd, buffer, offset, Math.min(length, broken ? 2 : length));
    };
    disk.truncate = () => {
      throw failWith('EIO');
    };
    expect(
      codeOf(() => {
        append(file, 'second\n');
      }),
    ).toBe('RECORDING_UNAVAILABLE');
    expect(text()).toBe('first\nse');
    broken = false;
    expect(
      codeOf(() => {
        append(file, 'third\n');
      }),
    ).toBe('RECORDING_UNAVAILABLE');
    expect(text()).toBe('first\nse');
    disk.truncate = truncate;
    append(file, 'fourth\n');
    expect(text()).toBe('first\nfourth\n');
  });

  it('does not follow a link and does not reuse a file', () => {
    const directory = newDirectory();
    fs.writeFileSync(path.join(directory, 'target'), '');
    fs.symlinkSync('target', path.join(directory, 'link'));
    const disk = faultyDisk();
    expect(() => AppendFile.open(path.join(directory, 'link'), disk, 'either')).toThrow('ELOOP');
    expect(() => AppendFile.open(path.join(directory, 'target'), disk, 'create')).toThrow('EEXIST');
  });
});
