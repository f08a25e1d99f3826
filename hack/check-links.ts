/**
 * Follows every relative link of the Markdown documents: `make drift`. Touches nothing; names each link to a file that is
 * not there and exits 1.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { root } from './docs/root.ts';

const documents = globSync(['*.md', 'docs/**/*.md', 'examples/**/*.md', 'hack/**/*.md'], {
  cwd: root,
});
const link = /\]\((?!https?:|#)([^)#\s]+)/g;

let broken = 0;
for (const path of documents) {
  const text = readFileSync(join(root, path), 'utf8');
  for (const [, target = ''] of text.matchAll(link)) {
    if (existsSync(join(root, dirname(path), target))) continue;
    console.error(`${path}: there is no ${target}`);
    broken += 1;
  }
}
console.log(`${String(documents.length)} documents, ${String(broken)} broken links`);
process.exitCode = broken === 0 ? 0 : 1;
