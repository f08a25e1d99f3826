import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { run, type RunOptions } from '../harness/run.ts';

/** Outside the checkout, so that it survives a clean one. */
export function cacheDirectory(): string {
  const base = process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache');
  return path.join(base, 'chaperone', 'conformance');
}

/** The directory `name` of the cache, filled by `fill` where it is not there; a failed filling leaves nothing. */
export async function cached(
  cache: string,
  name: string,
  fill: (dir: string) => Promise<void>,
): Promise<string> {
  const dir = path.join(cache, name);
  if (existsSync(dir)) return dir;
  await mkdir(cache, { recursive: true });
  const partial = await mkdtemp(path.join(cache, '.partial-'));
  try {
    await fill(partial);
    await rename(partial, dir);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return dir;
}

/** Runs a program that has to succeed; answers what it printed. */
export async function succeed(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { status, stdout, stderr } = await run(program, args, options);
  if (status === 0) return stdout;
  const said = `${stdout}\n${stderr}`.trim().slice(-2_000);
  throw new Error(`${program} ${args.join(' ')} ended with ${String(status)}:\n${said}`);
}
