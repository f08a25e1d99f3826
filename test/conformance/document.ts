import path from 'node:path';
import { writeBetweenMarkers } from '../bench/document.ts';
import { root } from '../harness/paths.ts';
import type { Expected, Judgement } from './differences.ts';

const FILE = path.join(root, 'docs', 'compatibility.md');

/** What was run, how much of it passes, and each difference under its reason. */
function section(
  { suite, version, cases, passedDirect, passedThrough, differences }: Judgement,
  expected: Expected,
): string {
  const counts = `Version ${version}: ${String(cases)} cases, ${String(passedDirect)} pass direct, ${String(passedThrough)} of these through the sidecar.`;
  const differing = new Set(differences.map(({ name }) => name));
  const reasons = Object.entries(expected.suites[suite] ?? {}).flatMap(([key, names]) => {
    const present = names.filter((name) => differing.has(name));
    if (present.length === 0) return [];
    const listed = present.map((name) => `\`${name}\``).join(', ');
    const why = expected.reasons[key] ?? '';
    return [`- **${key}** (${String(present.length)}). ${why} In: ${listed}`];
  });
  return [counts, reasons.length === 0 ? 'No difference.' : reasons.join('\n')].join('\n\n');
}

/** Writes the measured parts of docs/compatibility.md, one per suite. */
export async function writeDocument(
  judged: readonly Judgement[],
  expected: Expected,
): Promise<void> {
  for (const judgement of judged) {
    await writeBetweenMarkers(FILE, section(judgement, expected), `conformance:${judgement.suite}`);
  }
}
