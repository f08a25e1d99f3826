import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Election, type ElectionTimes } from '../../operator/src/kube/lease/election.ts';
import { systemClock } from '../../operator/src/kube/clock.ts';
import { leases } from '../../operator/src/kube/kinds.ts';
import { node } from '../harness/paths.ts';
import { makeTempDir, type TempDir } from '../harness/temp.ts';
import { startKubernetes, type Kubernetes } from './kubernetes.ts';
import { aClient, aLog, until } from './parts.ts';

const SHORT: ElectionTimes = { leaseSeconds: 3, renewMs: 1_500, retryMs: 300 };
const program = path.join(import.meta.dirname, 'replica.ts');

let kubernetes: Kubernetes;
let dir: TempDir;
let file: string;
const running = new Set<ChildProcess>();
beforeAll(async () => {
  kubernetes = await startKubernetes();
  dir = await makeTempDir('lease');
});
afterAll(async () => {
  await kubernetes.stop();
  await dir.remove();
});
beforeEach(() => {
  file = path.join(dir.path, `work-${String(Date.now())}`);
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
  const client = aClient(kubernetes);
  await client.delete(leases, { namespace: 'default', name: 'work' });
  client.close();
});

function startReplica(identity: string, times: Partial<ElectionTimes> = {}): ChildProcess {
  const args = [program, kubernetes.admin.kubeconfig, identity, file, JSON.stringify(times)];
  const child = spawn(node, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr.resume();
  running.add(child);
  return child;
}

interface Work {
  readonly who: string;
  /** When it was decided on: milliseconds of a clock that all processes of this machine share. */
  readonly at: number;
}

function work(): readonly Work[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const all = lines.map((line) => {
    const [who = '', nanos = '0'] = line.split(' ');
    return { who, at: Number(BigInt(nanos) / 1_000_000n) };
  });
  // A process can be stopped between its decision and the effect, which then comes whenever it goes on.
  return all.sort((one, other) => one.at - other.at);
}

/** Who worked, in turns: a replica that worked, then another, then it again are three. */
const turns = (): readonly string[] =>
  work()
    .map(({ who }) => who)
    .filter((who, index, all) => who !== all[index - 1]);
const worked = (who: string): readonly Work[] => work().filter((one) => one.who === who);

test('two replicas, the leader is killed: the other takes over within 15 s, and never both work', async () => {
  const first = startReplica('first');
  await until('the first works', () => worked('first').length > 20);
  startReplica('second');
  await sleep(2_500);
  expect(turns()).toEqual(['first']);
  first.kill('SIGKILL');
  const killed = performance.now();
  await until('the second works', () => worked('second').length > 20);
  expect(performance.now() - killed).toBeLessThan(15_000);
  expect(turns()).toEqual(['first', 'second']);
});

test('a leader that stood still while another took over does nothing when it goes on', async () => {
  const first = startReplica('first', SHORT);
  await until('the first works', () => worked('first').length > 5);
  startReplica('second', SHORT);
  await sleep(1_500);
  first.kill('SIGSTOP');
  await until('the second works', () => worked('second').length > 20);
  first.kill('SIGCONT');
  await sleep(1_500);
  expect(turns()).toEqual(['first', 'second']);
});

test('a leader that ends gives the lease to the next at once, after its last work', async () => {
  const first = startReplica('first');
  await until('the first works', () => worked('first').length > 5);
  startReplica('second');
  await sleep(2_500);
  first.kill('SIGTERM');
  const asked = performance.now();
  await until('the second works', () => worked('second').length > 5);
  // Well before the lease would have ended: two tries.
  expect(performance.now() - asked).toBeLessThan(5_000);
  expect(turns()).toEqual(['first', 'second']);
});

test('a leader whom the server does not answer stops before another could begin', async () => {
  const client = aClient(kubernetes, { requestMs: 300 });
  const log = aLog();
  let ended = NaN;
  const election = new Election({
    ...{ client, namespace: 'default', name: 'work', identity: 'only', log },
    ...{ clock: systemClock, random: Math.random, times: SHORT },
    lead: async ({ signal }) => {
      await new Promise((resolve) => {
        signal.addEventListener('abort', resolve);
      });
      ended = performance.now();
    },
  });
  election.start();
  await until('it leads', () => election.isLeader);
  kubernetes.server().pause();
  const paused = performance.now();
  await until('it leads no more', () => !election.isLeader && !Number.isNaN(ended));
  expect(ended - paused).toBeLessThan(SHORT.leaseSeconds * 1000);
  kubernetes.server().resume();
  await until('it leads again', () => election.isLeader && election.terms === 2);
  await election.stop();
  expect(election.isLeader).toBe(false);
  const lease = await client.get(leases, { namespace: 'default', name: 'work' });
  expect(lease.spec?.holderIdentity).toBe('');
  client.close();
});

test('work that fails gives the lease back, and is begun again', async () => {
  const client = aClient(kubernetes);
  const log = aLog();
  const election = new Election({
    ...{ client, namespace: 'default', name: 'work', identity: 'only', log },
    ...{ clock: systemClock, random: Math.random, times: SHORT },
    lead: async () => Promise.reject(new Error('a mistake of ours')),
  });
  election.start();
  await until('two terms', () => election.terms >= 2);
  await election.stop();
  expect(log.lines.filter(({ level }) => level === 'error').length).toBeGreaterThanOrEqual(2);
  client.close();
});
