/** Packages that the product does not depend on, in a temporary directory, for the scripts beside this file. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Installs the packages and hands back ways to load them; the directory goes when the process does. */
export function install(...packages) {
  const directory = mkdtempSync(join(tmpdir(), 'reproduction-'));
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  writeFileSync(join(directory, 'package.json'), '{"private":true}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', ...packages], {
    cwd: directory,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const require = createRequire(join(directory, 'package.json'));
  return {
    directory,
    require,
    load: async (name) => import(pathToFileURL(require.resolve(name)).href),
    versionOf: (name) => require(join(directory, 'node_modules', name, 'package.json')).version,
  };
}

export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Listens on a free loopback port; the port. */
export function listen(server) {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server.address().port));
  });
}

/** A kubeconfig for an API server that speaks plain HTTP on a loopback port. */
export function kubeconfig(port) {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: 'fake',
        cluster: { server: `http://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true },
      },
    ],
    users: [{ name: 'nobody', user: {} }],
    contexts: [{ name: 'fake', context: { cluster: 'fake', user: 'nobody' } }],
    'current-context': 'fake',
  });
}
