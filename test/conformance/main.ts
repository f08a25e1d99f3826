/**
 * `make conformance [ARGS='--only SUITE --accept']`: runs test suites that others wrote against a real PostgreSQL, direct
 * and through a sidecar whose policy allows everything, and compares. What passes direct has to pass through, or stand in
 * differences.json with a reason. Fetches the suites from the package registries into ~/.cache/chaperone/conformance;
 * otherwise touches temporary directories and the suites' parts of docs/compatibility.md. `--accept` writes the rows of the
 * suites that ran to differences.json anew; `--verbose` prints the end of what each case printed. Exits 1 on a difference that is not explained.
 */
import { parseArgs } from 'node:util';
import { cacheDirectory } from './cache.ts';
import { accept, judge, readExpected, type Judgement } from './differences.ts';
import { writeDocument } from './document.ts';
import { startGround, type Way } from './ground.ts';
import type { CaseResult, Suite } from './suite.ts';
import { suites } from './suites.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    accept: { type: 'boolean' },
    verbose: { type: 'boolean' },
  },
});
const chosen = suites.filter(({ name }) => values.only?.includes(name) ?? true);
if (chosen.length === 0) throw new Error(`suites: ${suites.map(({ name }) => name).join(', ')}`);
const cache = cacheDirectory();

async function measure(suite: Suite, way: Way): Promise<readonly CaseResult[]> {
  const ground = await startGround(way);
  const started = performance.now();
  try {
    const results = await suite.run(cache, ground);
    const passed = results.filter(({ status }) => status === 'passed').length;
    const seconds = Math.round((performance.now() - started) / 1000);
    console.log(
      `  ${way.padEnd(8)} ${String(passed)} of ${String(results.length)} pass, ${String(seconds)} s`,
    );
    return results;
  } finally {
    await ground.stop();
  }
}

function print(judgement: Judgement): void {
  for (const { name, explained, codes, reasons, output } of judgement.differences) {
    if (explained && values.verbose !== true) continue;
    const why = explained ? reasons.join(', ') : 'NOT EXPLAINED';
    console.log(`  ${name}: ${why} ${codes.join(' ')}`);
    if (values.verbose === true) console.log(output.replaceAll(/^/gm, '    | '));
  }
  for (const name of judgement.stale) console.log(`  ${name}: passes by now; drop its row`);
}

const judged: Judgement[] = [];
for (const suite of chosen) {
  console.log(`${suite.name}: fetching what is not in the cache`);
  const version = await suite.prepare(cache);
  console.log(`${suite.name} ${version}: ${suite.title}`);
  const direct = await measure(suite, 'direct');
  const through = await measure(suite, 'sidecar');
  const judgement = judge({ suite: suite.name, version, direct, through }, await readExpected());
  print(judgement);
  judged.push(judgement);
}

if (values.accept === true) await accept(judged);
const unexplained = judged.flatMap(({ differences }) => differences.filter((d) => !d.explained));
await writeDocument(judged, await readExpected());
console.log(
  unexplained.length === 0
    ? '\nevery difference is explained'
    : `\n${String(unexplained.length)} differences are not explained`,
);
process.exitCode = unexplained.length === 0 ? 0 : 1;
