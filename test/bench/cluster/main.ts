/**
 * `make bench-cluster`: what an installation costs, with a real API server and etcd, the operator and sidecars as they are shipped,
 * and PostgreSQL; no kubelet, so that pods are made and not run.
 *   --quick   a tenth of the pods and sessions      --write   puts the table into docs/performance.md
 * Exits 1 when a number that the project promises does not hold.
 */
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { root } from '../../harness/paths.ts';
import { writeBetweenMarkers } from '../document.ts';
import { cpuWhenQuiet, memoryOf } from '../process-facts.ts';
import { holds, show, table, targetTable, type Target } from '../report.ts';
import { spread, type Spread } from '../statistics.ts';
import { createPods, createSessions, podsOf } from './crowd.ts';
import { measureApproval, measurePolicy } from './delays.ts';
import { startClusterGround, type ClusterGround } from './ground.ts';
import { answered, quantile } from './histogram.ts';
import { stepBack } from './priority.ts';

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, write: { type: 'boolean' } },
});
const scale = values.quick === true ? 10 : 1;
const PODS = 1_000 / scale;
const SESSIONS = 10_000 / scale;
const ROUNDS = 7;
const SIDECARS = 3;
const IDLE_MS = 1_500;
const document = path.join(root, 'docs', 'performance.md');
const loadBefore = os.loadavg()[0] ?? 0;

const milliseconds = (seconds: number): string => (seconds * 1000).toFixed(1);
const once = (value: number): Spread => ({ median: value, min: value, max: value });
const say = (text: string): void => {
  console.error(text);
};

interface Facts {
  readonly rows: readonly (readonly [string, string])[];
  readonly targets: readonly Target[];
}

async function operatorMemory({ operator }: ClusterGround): Promise<number> {
  await cpuWhenQuiet(operator.pid());
  await sleep(IDLE_MS);
  return (await memoryOf(operator.pid())).residentMb;
}

async function measureCrowd(ground: ClusterGround): Promise<Facts> {
  const { kubernetes, operator } = ground;
  const idle = await operatorMemory(ground);
  const before = await operator.metrics();
  say(`creating ${String(PODS)} pods without the annotation`);
  const plain = await createPods(kubernetes, PODS, false);
  const began = await operator.metrics();
  const unasked = answered(began, '/inject') - answered(before, '/inject');
  say(`creating ${String(PODS)} annotated pods`);
  const half = PODS / 2;
  const crowded = await createPods(kubernetes, half, true);
  const middle = await operator.metrics();
  // Elsewhere they have machines of their own; here they would take the processors from what is measured.
  for (const pid of [kubernetes.server().pid, kubernetes.etcd.pid, process.pid]) stepBack(pid);
  const injected = crowded + (await createPods(kubernetes, half, true, half));
  const times = await operator.metrics();
  const all = await podsOf(kubernetes);
  say(`creating ${String(SESSIONS)} sessions`);
  const crowd = all.filter(({ name }) => name.startsWith('crowd-'));
  await createSessions(kubernetes, SESSIONS, crowd);
  const full = await operatorMemory(ground);
  const { peakMb } = await memoryOf(operator.pid());
  const perSecond = (ms: number): string => ((PODS / ms) * 1000).toFixed(0);
  return {
    rows: [
      ['annotated pods created in a second', perSecond(injected)],
      ['other pods created in a second', perSecond(plain)],
      ['webhook p50, ms', milliseconds(quantile(middle, times, '/inject', 0.5))],
      [
        'webhook p99 where API server, etcd and client have the same priority, ms',
        milliseconds(quantile(began, middle, '/inject', 0.99)),
      ],
      ['operator idle, MiB', idle.toFixed(0)],
      ['operator peak, MiB', peakMb.toFixed(0)],
    ],
    targets: [
      {
        ...{ what: `webhook p99 with ${String(PODS)} pods`, limit: 20, atLeast: false },
        ...{
          digits: 1,
          unit: 'ms',
          measured: once(quantile(middle, times, '/inject', 0.99) * 1000),
        },
      },
      {
        ...{ what: 'requests of the webhook for other pods', limit: 0, atLeast: false },
        ...{ digits: 0, unit: '', measured: once(unasked) },
      },
      {
        what: `operator, ${String(PODS)} injected pods and ${String(SESSIONS)} sessions`,
        ...{ limit: 150, atLeast: false, digits: 0, unit: 'MiB', measured: once(full) },
      },
    ],
  };
}

async function measureSidecars(ground: ClusterGround): Promise<Facts> {
  say(`starting ${String(SIDECARS)} sidecars`);
  const sidecars = [];
  for (let i = 0; i < SIDECARS; i++) sidecars.push(await ground.sidecar(`bench-${String(i)}`));
  await sleep(IDLE_MS);
  const idle = await Promise.all(sidecars.map(async ({ pid }) => memoryOf(pid)));
  say('changing a policy');
  const policy = await measurePolicy(ground, sidecars, ROUNDS);
  say('approving');
  const [first] = sidecars;
  const approval = first === undefined ? [] : await measureApproval(ground, first, ROUNDS);
  const ms = { atLeast: false, digits: 0, unit: 'ms' };
  return {
    rows: [['policy effective, median ms of all rounds', show(spread(policy), 0)]],
    targets: [
      {
        ...{ what: 'sidecar, spawn to ready, told by the broker', limit: 1_000, ...ms },
        measured: spread(sidecars.map(({ readyMs }) => readyMs)),
      },
      {
        ...{ what: 'sidecar idle', limit: 80, atLeast: false, digits: 0, unit: 'MiB' },
        measured: spread(idle.map(({ residentMb }) => residentMb)),
      },
      {
        what: `policy effective in ${String(SIDECARS)} running sidecars, the slowest round`,
        ...{ limit: 1_000, ...ms, measured: once(Math.max(...policy)) },
      },
      {
        what: 'approval patched to answer, the slowest round',
        ...{ limit: 500, ...ms, measured: once(Math.max(...approval)) },
      },
    ],
  };
}

const ground = await startClusterGround();
try {
  const sidecars = await measureSidecars(ground);
  const crowd = await measureCrowd(ground);
  const targets = [...crowd.targets, ...sidecars.targets];
  const cpu = os.cpus()[0]?.model ?? 'unknown';
  const text = [
    `\`make bench-cluster${values.quick === true ? ' ARGS=--quick' : ''}\`, Node ${process.version}, ${String(os.cpus().length)} x ${cpu}, load average before ${loadBefore.toFixed(1)}.`,
    targetTable(targets),
    table(['beside that', 'measured'], [...crowd.rows, ...sidecars.rows]),
  ].join('\n\n');
  console.log(text);
  if (values.write === true) await writeBetweenMarkers(document, text, 'bench-cluster');
  process.exitCode = targets.every(holds) ? 0 : 1;
} finally {
  await ground.stop();
}
