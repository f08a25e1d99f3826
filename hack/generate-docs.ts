/**
 * Writes docs/errors.md and docs/limits.md from the tables in the code: `make generate`. With --check it writes nothing,
 * names each document that differs from what it would write, and exits 1: `make drift`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { errorsDocument } from './docs/errors.ts';
import { limitsDocument } from './docs/limits.ts';
import { root } from './docs/root.ts';

const documents: ReadonlyMap<string, () => string> = new Map([
  ['docs/errors.md', errorsDocument],
  ['docs/limits.md', limitsDocument],
]);

function isCurrent(path: string, text: string): boolean {
  const file = join(root, path);
  return existsSync(file) && readFileSync(file, 'utf8') === text;
}

const check = process.argv.includes('--check');
for (const [path, make] of documents) {
  const text = make();
  if (isCurrent(path, text)) continue;
  if (check) {
    console.error(`${path} is not what the code says; run make generate`);
    process.exitCode = 1;
  } else {
    writeFileSync(join(root, path), text);
    console.log(`wrote ${path}`);
  }
}
