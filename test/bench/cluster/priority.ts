import { readdirSync } from 'node:fs';
import os from 'node:os';

/** Of nice(2): gets a processor when others of the usual priority leave one. */
const BEHIND = 10;

/** Lets other processes go before this one. Each thread has a priority of its own on Linux; new ones get that of their maker. */
export function stepBack(pid: number): void {
  for (const thread of readdirSync(`/proc/${String(pid)}/task`))
    os.setPriority(Number(thread), BEHIND);
}
