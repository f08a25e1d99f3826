/** @dot-i/k8s-operator 1.3.9 against a fake API server: an expired watch, a handler that throws. ADR 0002. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';

import { install, kubeconfig, listen, wait } from './packages.mjs';

const packages = install('@dot-i/k8s-operator@1.3.9');

const pod = (name, resourceVersion) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'default', resourceVersion },
});
const expired = {
  apiVersion: 'v1',
  kind: 'Status',
  metadata: {},
  status: 'Failure',
  message: 'too old resource version: 1 (42)',
  reason: 'Expired',
  code: 410,
};

// An operator as the package's README has it: its own logger, one watch. The handler fails on every pod it sees.
const program = `
const Operator = require('@dot-i/k8s-operator').default;
const say = (level) => (message) => console.log('  operator log ' + level + ': ' + message);
const logger = { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') };
class Mine extends Operator {
  async init() {
    await this.watchResource('', 'v1', 'pods', async (event) => {
      console.log('  handler called: ' + event.type + ' ' + event.meta.name);
      throw new Error('the handler could not do its work');
    });
  }
}
const operator = new Mine(logger);
operator.start();
setTimeout(() => { console.log('  still running'); process.exit(0); }, 4000);
`;

async function trial(title, events) {
  let watches = 0;
  const server = http.createServer((request, response) => {
    watches += 1;
    response.writeHead(200, { 'content-type': 'application/json' });
    for (const event of events) response.write(`${JSON.stringify(event)}\n`);
  });
  const port = await listen(server);
  const config = join(packages.directory, 'kubeconfig');
  writeFileSync(config, kubeconfig(port));
  console.log(title);
  const child = spawn(process.execPath, ['-e', program], {
    cwd: packages.directory,
    env: { PATH: process.env.PATH, KUBECONFIG: config, NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const code = await new Promise((resolve) => child.on('exit', resolve));
  await wait(100);
  const thrown = stderr.split('\n').find((line) => line.startsWith('Error:'));
  console.log(
    `  exit code ${code}; on stderr: ${thrown ?? '(nothing)'}; watches opened: ${watches}\n`,
  );
  server.closeAllConnections();
  server.close();
}

await trial('A handler throws on an ADDED event:', [{ type: 'ADDED', object: pod('web-0', '1') }]);
await trial('The watch has expired (410 as an ERROR event):', [{ type: 'ERROR', object: expired }]);
await trial('A bookmark, as a server sends it:', [
  {
    type: 'BOOKMARK',
    object: { apiVersion: 'v1', kind: 'Pod', metadata: { resourceVersion: '7' } },
  },
]);
