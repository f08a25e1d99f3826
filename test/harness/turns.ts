/**
 * Loaded into a sidecar by `node --import`: between two SIGUSR2 it notes what the longest turn of the event loop took of the
 * processor, in ms, which is what any other session waits for, however busy the machine is. Writes `on`, then the number, into
 * the file that TURNS names.
 */
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env['TURNS'];
let noting = false;
let longest = 0;
let since = 0;

function taken(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

function turn(): void {
  longest = Math.max(longest, taken() - since);
  if (!noting) return;
  setImmediate(turn);
  since = taken();
}

function toggle(path: string): void {
  noting = !noting;
  writeFileSync(path, noting ? 'on' : String(longest));
  longest = 0;
  since = taken();
  if (noting) setImmediate(turn);
}

if (isMainThread && file !== undefined) {
  process.on('SIGUSR2', () => {
    toggle(file);
  });
}
