/**
 * `make fuzz [ARGS='--seconds 60 --target NAME --seed N --keep']`: feeds mutated bytes to every decoder and to whole sessions
 * in memory, for so many seconds each (default 60). A defect is written to test/fuzz/crashes, where `make test` replays it
 * until it is fixed and after. `--keep` writes what met something new to the corpus. Exits 1 on a defect.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadParser } from '@chaperone/core/sql';
import { randomFrom } from '../soak/random.ts';
import { CORPUS, CRASHES, readInputs, writeInput } from './corpus.ts';
import { fuzz } from './engine.ts';
import type { FuzzTarget } from './target.ts';
import { targets } from './targets/index.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string' },
    target: { type: 'string' },
    seed: { type: 'string' },
    keep: { type: 'boolean' },
  },
});
const seconds = Number(values.seconds ?? '60');
const seed = Number(values.seed ?? String(Date.now() % 1_000_000));
const PROGRESS_MS = 10_000;

async function campaign(target: FuzzTarget): Promise<boolean> {
  const started = performance.now();
  let told = started;
  const goesOn = (runs: number): boolean => {
    const now = performance.now();
    if (now - told > PROGRESS_MS) {
      told = now;
      console.log(`  ${target.name}: ${String(runs)} runs`);
    }
    return now - started < seconds * 1_000;
  };
  const corpus = readInputs(CORPUS, target.name).map(({ input }) => input);
  const { runs, met, found, crash } = await fuzz(target, {
    corpus,
    random: randomFrom(seed),
    goesOn,
  });
  const rate = Math.round((runs * 1_000) / (performance.now() - started));
  console.log(
    `${target.name.padEnd(16)} ${String(runs).padStart(9)} runs ${String(rate).padStart(7)}/s ${String(met).padStart(5)} met ${String(found.length).padStart(4)} new`,
  );
  if (values.keep === true) for (const input of found) writeInput(CORPUS, target.name, input);
  if (crash === undefined) return true;
  const file = writeInput(CRASHES, target.name, crash.input);
  console.log(`  DEFECT, ${path.relative('.', file)}:\n${crash.error.stack ?? ''}`);
  return false;
}

const chosen = targets.filter(({ name }) => values.target === undefined || values.target === name);
if (chosen.length === 0) throw new Error(`targets: ${targets.map(({ name }) => name).join(', ')}`);
await loadParser();
console.log(
  `${String(seconds)} s for each of ${String(chosen.length)} targets, seed ${String(seed)}`,
);
let good = true;
for (const target of chosen) {
  good = (await campaign(target)) && good;
  await target.close?.();
}
console.log(good ? 'no defect' : 'FAILED');
process.exitCode = good ? 0 : 1;
