/**
 * `make soak [ARGS='--trials N --seed S --minutes M --connections C']`: kills the sidecar N times (default 100) amid the writing of several
 * connections, and compares what is committed at a real PostgreSQL with what is recorded. Then a restarted sidecar
 * recovers, and `chaperone verify --all` judges. Then a mixed load on C connections (default 100) for M minutes (default 10):
 * memory must not grow, nothing be unrecorded, everything verify. Touches temporary directories only. Exits 1 on any loss.
 */
import { parseArgs } from 'node:util';
import { endure } from './endurance.ts';
import { KillGround, type Trial } from './kill.ts';
import { randomFrom } from './random.ts';

const { values } = parseArgs({
  options: {
    trials: { type: 'string' },
    seed: { type: 'string' },
    minutes: { type: 'string' },
    connections: { type: 'string' },
  },
});
const trials = Number(values.trials ?? '100');
const seed = Number(values.seed ?? String(Date.now() % 1_000_000));

function line(one: Trial): string {
  const cell = (n: number, width: number): string => String(n).padStart(width);
  const lost = one.committedUnrecorded.length + one.answeredUnrecorded.length;
  return [
    cell(one.trial, 5),
    cell(Math.round(one.killedAfterMs), 10),
    cell(one.sent, 8),
    cell(one.acknowledged, 10),
    cell(one.committed, 11),
    cell(one.recorded, 10),
    lost === 0 && one.refused.length === 0 ? '   ok' : '   LOST',
  ].join('');
}

async function soak(ground: KillGround): Promise<boolean> {
  let good = true;
  let committed = 0;
  for (let trial = 1; trial <= trials; trial++) {
    const one = await ground.trial(trial);
    console.log(line(one));
    for (const number of one.committedUnrecorded) console.log(`  not recorded: ${number}`);
    for (const number of one.answeredUnrecorded) console.log(`  answer not recorded: ${number}`);
    for (const reason of one.refused) console.log(`  refused: ${reason}`);
    committed += one.committed;
    good &&= [one.committedUnrecorded, one.answeredUnrecorded, one.refused].every(
      (list) => list.length === 0,
    );
  }
  const { status, stdout, stderr } = await ground.verify();
  console.log(`\nchaperone verify --all: exit ${String(status)}`);
  if (status !== 0) console.log(stdout, stderr);
  const judged = good && committed > 0 && status === 0;
  console.log(judged ? `committed <= recorded in all ${String(trials)}` : 'FAILED');
  return judged;
}

const PACE_MS = 200;

/** The long mixed load. */
async function endurance(): Promise<boolean> {
  const seconds = Number(values.minutes ?? '10') * 60;
  const connections = Number(values.connections ?? '100');
  if (seconds === 0) return true;
  console.log(`\nmixed load, ${String(connections)} connections, ${String(seconds)} s`);
  const progress = (text: string): void => {
    console.log(`  ${text}`);
  };
  const end = await endure({ seconds, connections, paceMs: PACE_MS, progress });
  const { commands, committed, unrecorded, failures, memory, stopped, verified } = end;
  for (const failure of failures) console.log(`  ended early: ${failure}`);
  for (const number of unrecorded.slice(0, 20)) console.log(`  not recorded: ${number}`);
  console.log(`${String(commands)} commands recorded, ${String(committed)} rows committed`);
  console.log(
    `memory ${memory.early.toFixed(0)} -> ${memory.late.toFixed(0)} MB, sidecar exit ${String(stopped)}, chaperone verify --all: exit ${String(verified)}`,
  );
  const kept = failures.length === 0 && unrecorded.length === 0;
  const good = kept && !memory.grows && stopped === 0 && verified === 0 && committed > 0;
  console.log(good ? 'nothing grows, nothing is unrecorded' : 'FAILED');
  return good;
}

console.log(`kill -9 under load, ${String(trials)} trials, seed ${String(seed)}\n`);
console.log('trial  killed ms    sent  answered  committed  recorded');
const ground = await KillGround.prepare(randomFrom(seed));
const stopping = new AbortController();
for (const [signal, status] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
  process.on(signal, () => {
    stopping.abort();
    const exit = (): never => process.exit(status);
    ground.close().then(exit, exit);
  });
}
try {
  const good = trials === 0 || (await soak(ground));
  process.exitCode = (await endurance()) && good ? 0 : 1;
} catch (error) {
  // Interrupted, it fails wherever it happens to be.
  if (!stopping.signal.aborted) throw error;
} finally {
  if (!stopping.signal.aborted) await ground.close();
}
