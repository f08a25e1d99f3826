import fs from 'node:fs';
import path from 'node:path';
import { SidecarError } from '../errors.ts';
import { errnoOf, isMissing } from './disk.ts';

/** What the lock needs to know of processes. */
export interface Processes {
  readonly pid: number;
  /** `process.kill(pid, 0)`: true where a process of that number exists. */
  readonly isRunning: (pid: number) => boolean;
}

export interface Lock {
  readonly release: () => void;
}

/** Directories that this very process holds; its own pid in a lock file says nothing. */
const held = new Set<string>();

const ATTEMPTS = 5;

/**
 * Start time of a process and boot of the machine: a pid alone is given out again, and in a container it is always 1.
 * Empty where there is no /proc.
 */
function birthOf(pid: number): string {
  try {
    const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = fs.readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // proc_pid_stat(5): field 22, counted behind the command's name, which may hold blanks and parentheses.
    return `${boot}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch {
    return '';
  }
}

function isAlive(holder: string, processes: Processes): boolean {
  const [pidText = '', birth = ''] = holder.trim().split(' ');
  const pid = Number(pidText);
  if (!Number.isSafeInteger(pid) || pid <= 0 || pid === processes.pid) return false;
  return processes.isRunning(pid) && (birth === '' || birthOf(pid) === birth);
}

function readHolder(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Removes a dead holder's file; puts it back where another process was quicker and took the lock meanwhile. */
function removeStale(file: string, aside: string, holder: string): void {
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  if (readHolder(aside) !== holder) {
    try {
      fs.linkSync(aside, file);
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
    }
  }
  fs.rmSync(aside, { force: true });
}

/**
 * Holds `directory` for this process by a lock file, written whole and then linked into place, so that nobody reads half
 * of it. A lock of a process that is gone (killed, another boot, another container) is taken over.
 * @throws SidecarError DATA_IN_USE where a living process holds it.
 */
export function takeLock(directory: string, processes: Processes): Lock {
  const file = path.join(directory, 'lock');
  const real = fs.realpathSync(directory);
  const mine = `${file}.${String(processes.pid)}`;
  if (held.has(real)) throw inUse(directory, processes.pid);
  fs.rmSync(mine, { force: true });
  fs.writeFileSync(mine, `${String(processes.pid)} ${birthOf(processes.pid)}\n`, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (link(mine, file)) {
        held.add(real);
        return {
          release: () => {
            release(file, real);
          },
        };
      }
      const holder = readHolder(file);
      if (holder === undefined) continue;
      if (isAlive(holder, processes)) throw inUse(directory, Number(holder.split(' ')[0]));
      removeStale(file, `${mine}.stale`, holder);
    }
  } finally {
    fs.rmSync(mine, { force: true });
  }
  throw inUse(directory, 0);
}

function link(from: string, to: string): boolean {
  try {
    fs.linkSync(from, to);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function release(file: string, real: string): void {
  if (held.delete(real)) fs.rmSync(file, { force: true });
}

function inUse(directory: string, pid: number): SidecarError {
  return new SidecarError(
    'DATA_IN_USE',
    `Another sidecar (pid ${String(pid)}) holds ${directory}. Stop it, or give this one its own --data directory.`,
    { facts: { directory, pid } },
  );
}
