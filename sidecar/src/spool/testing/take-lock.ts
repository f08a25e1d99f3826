/** Takes the lock of the directory that it is given and says whether it got it; keeps it for a second. */
import process from 'node:process';
import { takeLock } from '../lock.ts';

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

try {
  takeLock(process.argv[2] ?? '', { pid: process.pid, isRunning });
  process.stdout.write('held\n');
  setTimeout(() => undefined, 1_000);
} catch {
  process.stdout.write('refused\n');
}
