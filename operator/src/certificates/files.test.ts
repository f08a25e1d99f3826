import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { followFiles, readFiles, type FilesContent } from './files.ts';

describe('the files of a certificate', () => {
  let directory: string;
  const file = (name: string): string => path.join(directory, name);
  const write = (name: string, text: string): void => {
    writeFileSync(file('draft'), text);
    renameSync(file('draft'), file(name));
  };
  beforeEach(() => {
    jest.useFakeTimers();
    directory = mkdtempSync(path.join(tmpdir(), 'chaperone-tls-'));
    write('crt', 'first');
    write('key', 'first key');
    write('ca', 'an authority');
  });
  afterEach(() => {
    jest.useRealTimers();
    rmSync(directory, { recursive: true });
  });

  it('are followed, and a pair that cannot be used is tried again', () => {
    const files = { certFile: file('crt'), keyFile: file('key'), caFile: file('ca') };
    const ca = 'an authority';
    expect(readFiles(files)).toEqual({ cert: 'first', key: 'first key', ca });
    const seen: FilesContent[] = [];
    const failed = jest.fn();
    const stop = followFiles(
      files,
      (pair) => {
        if (!pair.key.startsWith(pair.cert)) throw new Error('they do not belong together');
        seen.push(pair);
      },
      failed,
    );
    jest.advanceTimersByTime(60_000);
    expect(seen).toEqual([]);
    write('crt', 'second');
    jest.advanceTimersByTime(10_000);
    expect([seen.length, failed.mock.calls.length]).toEqual([0, 1]);
    write('key', 'second key');
    jest.advanceTimersByTime(10_000);
    expect(seen).toEqual([{ cert: 'second', key: 'second key', ca }]);
    rmSync(file('key'));
    jest.advanceTimersByTime(10_000);
    expect(failed).toHaveBeenCalledTimes(2);
    stop();
    write('key', 'third key');
    write('crt', 'third');
    jest.advanceTimersByTime(60_000);
    expect(seen).toHaveLength(1);
  });
});
