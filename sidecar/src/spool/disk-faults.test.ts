import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { readManifest } from '@chaperone/core/record';
import { SidecarError } from '../errors.ts';
import { Spool } from './spool.ts';
import {
  aRegistration,
  anEnd,
  newDirectory,
  optionsWith,
  readLines,
  recordCommand,
  smallFileSystem,
  unmount,
  removeDirectories,
} from './testing/fixture.ts';

afterAll(removeDirectories);

// These need real file systems and limits. Where the machine does not let the tests mount one, the same faults are
// covered by the injected disk of append-file.test.ts and spool.test.ts.
const mounted: string[] = [];
const probe = smallFileSystem(64 * 1024);
if (probe !== undefined) unmount(probe);
const canMount = probe !== undefined;

function mount(bytes: number): string {
  const directory = smallFileSystem(bytes);
  if (directory === undefined) throw new Error('mount stopped working');
  mounted.push(directory);
  return directory;
}

afterEach(() => {
  for (const directory of mounted.splice(0)) unmount(directory);
});

function onFullFileSystem(): void {
  it('refuses commands, keeps whole lines only, and serves again when there is space', async () => {
    const data = mount(256 * 1024);
    const spool = await Spool.open(data, optionsWith());
    const registration = aRegistration();
    const recorder = spool.openSession(registration, 'Buffered');
    const filler = path.join(data, 'filler');
    recordCommand(recorder, 1);
    fillUp(filler);
    let refused = 0;
    let command = 1;
    while (refused < 3) {
      command += 1;
      try {
        recordCommand(recorder, command, 'x'.repeat(700));
      } catch (error) {
        expect(error).toMatchObject({ code: 'RECORDING_UNAVAILABLE', facts: { errno: 'ENOSPC' } });
        refused += 1;
      }
    }
    const file = path.join(spool.layout.session(registration.session), '000001.ndjson');
    readLines(file);
    expect(() => spool.openSession(aRegistration(), 'Buffered')).toThrow(SidecarError);
    expect(spool.isWritable()).toBe(false);
    fs.rmSync(filler);
    expect(spool.isWritable()).toBe(true);
    recordCommand(recorder, command + 1);
    await recorder.close(anEnd);
    await spool.drained();
    const events = readLines(file);
    expect(events.map((e) => e.seq)).toEqual(events.map((_e, i) => i));
    expect(events.filter((e) => e.type === 'gap')).toHaveLength(1);
    const manifest = readManifest(
      fs.readFileSync(path.join(spool.layout.session(registration.session), 'manifest.jws')),
    );
    expect(manifest.treeSize).toBe(events.length);
    await spool.close();
  });
}

function onReadOnlyFileSystem(): void {
  it('refuses to open the data directory and says why', async () => {
    const data = mount(256 * 1024);
    const spool = await Spool.open(data, optionsWith());
    await spool.close();
    execFileSync('mount', ['-o', 'remount,ro', data]);
    await expect(Spool.open(data, optionsWith())).rejects.toMatchObject({ code: 'DATA_UNUSABLE' });
  });
}

if (canMount) {
  describe('a full file system', onFullFileSystem);
  describe('a read-only file system', onReadOnlyFileSystem);
}

describe('a limit on the size of a file', () => {
  it('refuses commands without killing the process, and serves again when it is lifted', async () => {
    const data = newDirectory();
    const script = path.join(import.meta.dirname, 'testing', 'write-forever.ts');
    const flags = ['--disable-warning=ExperimentalWarning'];
    // Only the soft limit is set, so that it can be lifted again.
    const child = spawn('prlimit', ['--fsize=20000:', process.execPath, ...flags, script, data], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const seen = { session: '', refused: 0, after: 0 };
    child.stdout.on('data', (chunk: Buffer) => {
      for (const line of chunk.toString().trim().split('\n')) {
        if (line.startsWith('session')) seen.session = line.slice(8);
        else if (line === 'refused RECORDING_UNAVAILABLE') seen.refused += 1;
        else if (seen.refused > 0) seen.after += 1;
        if (seen.refused === 1) {
          execFileSync('prlimit', ['--pid', String(child.pid), '--fsize=unlimited:']);
        }
        if (seen.after === 10) child.kill('SIGKILL');
      }
    });
    await new Promise((resolve) => child.once('close', resolve));
    expect(seen.refused).toBeGreaterThan(0);
    const file = path.join(data, 'sessions', seen.session.toLowerCase(), '000001.ndjson');
    const whole = fs.readFileSync(file, 'utf8').split('\n').slice(0, -1);
    const types = whole.map((line) => (JSON.parse(line) as { type: string }).type);
    expect(types).toContain('gap');
  }, 30_000);
});

/** Takes what is left of a file system, down to the last block. */
function fillUp(file: string): void {
  const fd = fs.openSync(file, 'w');
  try {
    for (;;) fs.writeSync(fd, Buffer.alloc(4_096));
  } catch {
    // It is full, which was the aim.
  } finally {
    fs.closeSync(fd);
  }
}
