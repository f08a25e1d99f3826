import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** proc(5): utime and stime count in clock ticks, of which Linux shows 100 a second. */
const TICK_US = 10_000;
const KIB_PER_MB = 1024;

/** CPU time that a process has used, microseconds; the kernel counts in steps of 10 ms. */
export async function cpuMicroseconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8');
  // The name in parentheses may hold spaces; the fields behind it are numbers.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_US;
}

const QUIET_MS = 100;
/** Sealing rests between slices while commands come; it does not rest for as long as this. */
const QUIET_LOOKS = 3;
const QUIET_DEADLINE_MS = 60_000;

/** CPU time once the process has nothing left to do, microseconds: what it put off while it was busy counts too. */
export async function cpuWhenQuiet(pid: number): Promise<number> {
  const deadline = performance.now() + QUIET_DEADLINE_MS;
  let last = await cpuMicroseconds(pid);
  for (let same = 0; same < QUIET_LOOKS;) {
    await sleep(QUIET_MS);
    const now = await cpuMicroseconds(pid);
    same = now - last <= TICK_US ? same + 1 : 0;
    last = now;
    if (performance.now() > deadline)
      throw new Error(`process ${String(pid)} does not come to rest`);
  }
  return last;
}

export interface Memory {
  /** Resident now, MiB. */
  readonly residentMb: number;
  /** Largest since the process started, MiB. */
  readonly peakMb: number;
}

export async function memoryOf(pid: number): Promise<Memory> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
  const value = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / KIB_PER_MB;
  return { residentMb: value('VmRSS'), peakMb: value('VmHWM') };
}
