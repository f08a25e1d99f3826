/** @kubernetes/client-node 2's informer and connections against a fake API server. ADR 0001. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';

import { install, kubeconfig, listen } from './packages.mjs';

const packages = install('@kubernetes/client-node@2.0.1');
const list = JSON.stringify({
  apiVersion: 'v1',
  kind: 'PodList',
  metadata: { resourceVersion: '10' },
  items: [],
});

const head = `
const k8s = await import('@kubernetes/client-node');
const config = new k8s.KubeConfig();
config.loadFromFile(process.env.KUBECONFIG);
const api = config.makeApiClient(k8s.CoreV1Api);
`;
const informer = `${head}
const informer = k8s.makeInformer(config, '/api/v1/pods', () => api.listPodForAllNamespaces());
informer.on('change', () => {});
await informer.start();
`;
const calls = `${head}
for (let i = 0; i < 20; i += 1) await api.listPodForAllNamespaces();
`;

async function trial(title, program, answerWatch) {
  const seen = { lists: 0, watches: 0, connections: 0 };
  const server = http.createServer((request, response) => {
    if (!request.url.includes('watch=true')) {
      seen.lists += 1;
      response.writeHead(200, { 'content-type': 'application/json' }).end(list);
      return;
    }
    seen.watches += 1;
    answerWatch(response, seen.watches);
  });
  server.on('connection', () => (seen.connections += 1));
  const port = await listen(server);
  const path = join(packages.directory, 'kubeconfig');
  writeFileSync(path, kubeconfig(port));
  console.log(title);
  const started = performance.now();
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: packages.directory,
    env: { PATH: process.env.PATH, KUBECONFIG: path, NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const limit = setTimeout(() => child.kill(), 15_000);
  const code = await new Promise((resolve) => child.on('exit', resolve));
  clearTimeout(limit);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const ended =
    code === null ? 'still running, stopped' : `process ended by itself with code ${code}`;
  console.log(
    `  ${ended} after ${seconds} s; stderr: ${stderr.trim() === '' ? '(nothing)' : stderr.trim()}`,
  );
  console.log(`  lists ${seen.lists}, watches ${seen.watches}, connections ${seen.connections}\n`);
  server.closeAllConnections();
  server.close();
}

const ok = (response) => response.writeHead(200, { 'content-type': 'application/json' });

await trial(
  'The second watch is answered 500 (an API server that restarts):',
  informer,
  (response, nth) => {
    if (nth === 1) ok(response).end();
    else if (nth === 2) response.writeHead(500).end();
    else ok(response).write('');
  },
);
await trial('The second watch is cut in mid-air:', informer, (response, nth) => {
  if (nth === 1) ok(response).end();
  else if (nth === 2) {
    ok(response).flushHeaders();
    setTimeout(() => response.destroy(), 100);
  } else ok(response).flushHeaders();
});
await trial('Twenty lists, one after the other:', calls, (response) => ok(response).end());
