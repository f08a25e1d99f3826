import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../harness/paths.ts';
import { run } from '../harness/run.ts';

const script = path.join(root, 'hack', 'cluster', 'binaries');

/** Paths of the programs, in the order of their names. Throws one line that says what mends it where one is missing. */
export async function findBinaries(...names: readonly string[]): Promise<readonly string[]> {
  const { status, stdout, stderr } = await run(script, ['--where', ...names]);
  if (status !== 0) throw new Error(stderr.trim());
  const paths = stdout.trim().split('\n');
  const missing = names.filter((_, index) => !existsSync(paths[index] ?? ''));
  if (missing.length === 0) return paths;
  throw new Error(`no ${missing.join(', ')}; please run: hack/cluster/binaries ${names.join(' ')}`);
}
