/**
 * Compares the version that each program says of itself with its package.json. Touches nothing; names what differs and
 * exits 1.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './docs/root.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

for (const program of ['sidecar', 'operator', 'cli']) {
  const { version } = JSON.parse(read(`${program}/package.json`)) as { readonly version: string };
  const said = /const VERSION = '([^']*)'/.exec(read(`${program}/src/main.ts`))?.[1];
  if (said === version) continue;
  console.error(
    `${program}/src/main.ts says ${said ?? 'nothing'}, ${program}/package.json ${version}`,
  );
  process.exitCode = 1;
}
