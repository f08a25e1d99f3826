/** What loading @kubernetes/client-node costs, and how many connections its 2.0.1 opens for twenty requests. ADR 0022. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { install } from './packages.mjs';

const packages = install('@kubernetes/client-node@2.0.1');
const program = `
const started = performance.now();
if (process.argv[1] !== 'nothing') await import(process.argv[1]);
const ms = performance.now() - started;
globalThis.gc();
const { rss, heapUsed } = process.memoryUsage();
const mb = (bytes) => Math.round(bytes / 1e6);
console.log(process.argv[1] + ': ' + mb(rss) + ' MB resident, ' + mb(heapUsed) + ' MB heap, ' + Math.round(ms) + ' ms');
`;
for (const name of ['nothing', 'node:https', 'undici', '@kubernetes/client-node']) {
  const args = ['--expose-gc', '--input-type=module', '-e', program, name];
  process.stdout.write(execFileSync(process.execPath, args, { cwd: packages.directory }));
}
const config = join(packages.directory, 'node_modules/@kubernetes/client-node/dist/config.js');
const source = readFileSync(config, 'utf8');
const at = source.indexOf('async applySecurityAuthentication');
const body = source.slice(at, source.indexOf('getName()', at));
console.log(`a dispatcher is made for each request: ${body.includes('this.createDispatcher(')}`);
