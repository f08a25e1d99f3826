import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, it } from '@jest/globals';
import { takeLock, type Processes } from './lock.ts';
import { newDirectory, removeDirectories } from './testing/fixture.ts';

afterAll(removeDirectories);

const real: Processes = {
  pid: process.pid,
  isRunning: (pid) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  },
};

describe('the lock of a data directory', () => {
  it('is held once within a process and free after its release', () => {
    const directory = newDirectory();
    const lock = takeLock(directory, real);
    expect(() => takeLock(directory, real)).toThrow('Another sidecar');
    lock.release();
    takeLock(directory, real).release();
    expect(fs.readdirSync(directory)).toEqual([]);
  });

  it('is respected while the other process lives and taken over once it is killed', async () => {
    const directory = newDirectory();
    const child = spawn('sleep', ['60']);
    const { pid } = child;
    if (pid === undefined) throw new Error('sleep did not start');
    const stat = fs.readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    const birth = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const file = path.join(directory, 'lock');
    fs.writeFileSync(file, `${String(pid)} ${boot}/${birth}\n`);
    expect(() => takeLock(directory, real)).toThrow(`pid ${String(pid)}`);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    takeLock(directory, real).release();
  });

  it('is taken over where the pid was given to another process', () => {
    const directory = newDirectory();
    fs.writeFileSync(path.join(directory, 'lock'), '1 another-boot/123\n');
    takeLock(directory, { ...real, isRunning: () => true }).release();
  });

  it.each(['', 'nonsense', '-1 x', '99999999999999999999'])('is taken over from %j', (content) => {
    const directory = newDirectory();
    fs.writeFileSync(path.join(directory, 'lock'), content);
    takeLock(directory, { ...real, isRunning: () => true }).release();
  });

  it('lets one of many win', () => {
    const directory = newDirectory();
    fs.writeFileSync(path.join(directory, 'lock'), '999999 gone/1\n');
    const script = path.join(import.meta.dirname, 'testing', 'take-lock.ts');
    const shell = `for i in 1 2 3 4 5 6; do "$0" --disable-warning=ExperimentalWarning "$1" "$2" & done; wait`;
    const { stdout } = spawnSync('sh', ['-c', shell, process.execPath, script, directory], {
      encoding: 'utf8',
    });
    const words = stdout.trim().split('\n');
    expect(words).toHaveLength(6);
    expect(words.filter((w) => w === 'held')).toHaveLength(1);
  });
});
