import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { node } from '../harness/paths.ts';
import { startKubernetes, type Kubernetes } from './kubernetes.ts';

let kubernetes: Kubernetes;
beforeAll(async () => {
  kubernetes = await startKubernetes();
});
afterAll(async () => kubernetes.stop());

test('it is the version that the project is built for', async () => {
  const version = await kubernetes.mustKubectl(['version', '-o', 'json']);
  expect(JSON.parse(version)).toMatchObject({
    clientVersion: { gitVersion: 'v1.35.4' },
    serverVersion: { gitVersion: 'v1.35.4' },
  });
});

test('a user is who the certificate says, and may what RBAC says', async () => {
  const alice = await kubernetes.user('alice', 'approvers');
  const who = await kubernetes.mustKubectl(['auth', 'whoami', '-o', 'json'], { as: alice });
  const { status } = JSON.parse(who) as { status: { userInfo: unknown } };
  expect(status.userInfo).toMatchObject({
    username: 'alice',
    groups: ['approvers', 'system:authenticated'],
  });
  const read = await kubernetes.kubectl(['get', 'secrets', '-A'], { as: alice });
  expect(read.status).toBe(1);
  expect(read.stderr).toContain('User "alice" cannot list resource "secrets"');
});

test('a namespace comes with what a pod in it needs', async () => {
  await kubernetes.createNamespace('shop');
  const pod = ['run', 'web', '-n', 'shop', '--image=registry.example.com/web:1', '-o', 'name'];
  expect(await kubernetes.mustKubectl(pod)).toBe('pod/web\n');
  const token = await kubernetes.mustKubectl(['create', 'token', 'default', '-n', 'shop']);
  expect(token.split('.')).toHaveLength(3);
});

test('killed and started again it has its data, and compacted revisions are gone', async () => {
  for (const name of ['first', 'second']) {
    await kubernetes.mustKubectl(['create', 'configmap', name, '-n', 'default']);
  }
  const page = '/api/v1/namespaces/default/configmaps?limit=1';
  const list = JSON.parse(await kubernetes.mustKubectl(['get', '--raw', page])) as {
    metadata: { continue: string };
  };
  await kubernetes.mustKubectl(['create', 'configmap', 'third', '-n', 'default']);
  await kubernetes.etcd.compact();
  // Until it ends, the server still has in memory what etcd forgot.
  await kubernetes.server().kill();
  await kubernetes.restart();
  const next = `${page}&continue=${list.metadata.continue}`;
  const said = await kubernetes.kubectl(['get', '--raw', next]);
  expect(said.stderr).toContain('(Expired)');
  const names = await kubernetes.mustKubectl(['get', 'configmaps', '-n', 'default', '-o', 'name']);
  expect(names.trim().split('\n')).toEqual(
    ['first', 'second', 'third'].map((n) => `configmap/${n}`),
  );
});

test('a paused server answers nobody, and goes on where it was', async () => {
  kubernetes.server().pause();
  const silent = await kubernetes.kubectl(['get', '--raw', '/version', '--request-timeout=1s']);
  expect(silent.status).toBe(1);
  kubernetes.server().resume();
  await kubernetes.mustKubectl(['get', '--raw', '/version']);
});

test('nothing is left when the process of a test is killed', async () => {
  const program = path.join(import.meta.dirname, 'start-and-wait.ts');
  const child = spawn(node, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await child.stdout.setEncoding('utf8').take(1).toArray()) as [string];
  const { pids, folder } = JSON.parse(line) as { pids: number[]; folder: string };
  expect(pids.map(isAlive)).toEqual([true, true]);
  child.kill('SIGKILL');
  const deadline = performance.now() + 10_000;
  while ((pids.some(isAlive) || existsSync(folder)) && performance.now() < deadline)
    await sleep(50);
  expect([...pids.map(isAlive), existsSync(folder)]).toEqual([false, false, false]);
});

function isAlive(pid: number): boolean {
  return existsSync(`/proc/${String(pid)}/exe`);
}
