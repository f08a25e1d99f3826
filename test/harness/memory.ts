import { readFile } from 'node:fs/promises';

const KIB = 1024;

/** VmRSS or VmHWM of a process, in bytes. */
async function memoryOf(pid: number, field: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
  return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) * KIB;
}

/** Bytes of memory that the process holds now. */
export const residentBytes = async (pid: number): Promise<number> => memoryOf(pid, 'VmRSS');
/** The most it ever held. */
export const peakBytes = async (pid: number): Promise<number> => memoryOf(pid, 'VmHWM');
