import { mutate } from './mutate.ts';
import type { Random } from './mutate.ts';
import type { FuzzTarget } from './target.ts';

/** CPU time of one input, ms, beyond which it is a defect: nothing an agent or a target sends may take the event loop. */
const SLOW_MS = 1_000;

export interface Crash {
  readonly input: Buffer;
  readonly error: Error;
}

export interface Campaign {
  /** Inputs that were run. */
  readonly runs: number;
  /** Inputs that met something new, beyond seeds and corpus. */
  readonly found: readonly Buffer[];
  /** Different answers of the target. */
  readonly met: number;
  /** The first defect, made as small as it was possible in short time. */
  readonly crash: Crash | undefined;
}

export interface CampaignOptions {
  /** Inputs that met something new in the past. */
  readonly corpus: readonly Buffer[];
  /** Numbers from 0 to 1. */
  readonly random: () => number;
  /** Asked before each run. */
  readonly goesOn: (runs: number) => boolean;
}

/** Runs one input; the defect it shows, if any. */
export async function tryInput(
  target: FuzzTarget,
  input: Buffer,
): Promise<{ readonly met: string; readonly error?: undefined } | { readonly error: Error }> {
  const before = process.threadCpuUsage();
  try {
    const met = await target.run(Buffer.from(input));
    const { user, system } = process.threadCpuUsage(before);
    const ms = (user + system) / 1_000;
    return ms > SLOW_MS ? { error: new Error(`it takes ${ms.toFixed(0)} ms of CPU`) } : { met };
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/**
 * Seeds and corpus first, then mutations of everything that met something new, until the first defect or until told to
 * stop. The same options give the same inputs.
 */
export async function fuzz(target: FuzzTarget, options: CampaignOptions): Promise<Campaign> {
  const random: Random = (n) => Math.floor(options.random() * n);
  const words = target.words.map((word) => Buffer.from(word as string));
  const pool = [...target.seeds, ...options.corpus];
  const met = new Set<string>();
  const found: Buffer[] = [];
  let runs = 0;
  const step = async (input: Buffer, isNew: boolean): Promise<Crash | undefined> => {
    runs++;
    const result = await tryInput(target, input);
    if (result.error !== undefined) return minimise(target, { input, error: result.error });
    if (!met.has(result.met) && isNew) {
      pool.push(input);
      found.push(input);
    }
    met.add(result.met);
    return undefined;
  };
  let crash: Crash | undefined;
  for (const input of [...pool]) crash ??= await step(input, false);
  const pick = (): Buffer => pool[random(pool.length)] ?? Buffer.alloc(0);
  while (crash === undefined && options.goesOn(runs)) {
    crash = await step(mutate(pick(), pick(), words, random), true);
  }
  return { runs, found, met: met.size, crash };
}

const MINIMISE_RUNS = 400;

/** Leaves out what is not needed for a defect of the same first line. */
async function minimise(target: FuzzTarget, crash: Crash): Promise<Crash> {
  const first = ({ message }: Error): string => message.split('\n')[0] ?? '';
  let least = crash;
  let left = MINIMISE_RUNS;
  for (let size = least.input.length >> 1; size > 0 && left > 0; size >>= 1) {
    for (let from = 0; from < least.input.length && left > 0; left--) {
      const { input } = least;
      const shorter = Buffer.concat([input.subarray(0, from), input.subarray(from + size)]);
      const { error } = await tryInput(target, shorter);
      const same = error !== undefined && first(error) === first(crash.error);
      if (same) least = { input: shorter, error };
      else from += size;
    }
  }
  return least;
}
