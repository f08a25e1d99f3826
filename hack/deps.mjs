/**
 * Brings node_modules to what package-lock.json says, if it is not there already: `make deps`.
 * Compares with node_modules/.package-lock.json, which npm writes last; touches node_modules alone.
 * Plain JavaScript without imports from packages: it runs under the system's Node, before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packagesOf = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages;

function whatIsMissing() {
  const installed = join('node_modules', '.package-lock.json');
  if (!existsSync(join(root, installed))) return 'nothing is installed';
  const there = packagesOf(installed);
  for (const [path, wanted] of Object.entries(packagesOf('package-lock.json'))) {
    // The workspaces themselves, and packages for other platforms.
    if (!path.startsWith('node_modules/') || wanted.optional || wanted.devOptional) continue;
    if (there[path]?.version !== wanted.version) return `${path} is not at ${wanted.version}`;
  }
  for (const program of ['node', 'chaperone']) {
    if (!existsSync(join(root, 'node_modules', '.bin', program))) return `${program} is not linked`;
  }
  return undefined;
}

const reason = whatIsMissing();
if (reason !== undefined) {
  console.log(`installing packages: ${reason}`);
  // `npm ci` on a clean clone; where something is installed already, only what differs: `ci` would remove it all first.
  const clean = !existsSync(join(root, 'node_modules'));
  const command = clean ? ['ci'] : ['install', '--no-save'];
  const npm = spawnSync('npm', [...command, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (npm.error) throw npm.error;
  process.exitCode = npm.status ?? 1;
}
