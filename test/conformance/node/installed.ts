import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../harness/paths.ts';

/** Version of an npm package as it is installed. */
export async function installedPackage(name: string): Promise<string> {
  const file = path.join(root, 'node_modules', name, 'package.json');
  return (JSON.parse(await readFile(file, 'utf8')) as { readonly version: string }).version;
}
