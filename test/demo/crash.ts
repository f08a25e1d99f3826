import { setTimeout as sleep } from 'node:timers/promises';
import { readRecordedCommands, recordedSessions } from '../harness/recording.ts';
import { atTarget, standaloneLogin } from '../harness/standalone.ts';
import { startLoad, type Load } from '../soak/load.ts';
import { CONNECTION, ensure, type Ground } from './ground.ts';
import type { Stage } from './stage.ts';

const LOAD_MS = 2_000;
const TICK_MS = 400;
const GONE_MS = 10_000;
const TABLE = 'order_items';
const COUNT = `grep -h '"type":"command"' sessions/*/*.ndjson | grep -o 'row-[a-z]*-[0-9]*' | sort -u | wc -l`;

async function watch(ground: Ground, stage: Stage): Promise<Load> {
  const port = ground.sidecar.port(CONNECTION);
  const load = await startLoad({ port, database: 'postgres', table: TABLE }, 'row');
  ground.atEnd(load.stop);
  stage.tell(
    `${String(load.alive())} connections insert numbered rows, each in its own way of the protocol:`,
  );
  for (let waited = 0; waited < LOAD_MS; waited += TICK_MS) {
    await sleep(TICK_MS);
    stage.output(`${String(load.acknowledged.size).padStart(6)} rows answered`);
  }
  ensure(load.failures.size === 0, 'every connection inserts', [...load.failures]);
  return load;
}

/** The numbers at the target, once what the dead sidecar had sent is done. */
async function committed(ground: Ground): Promise<readonly string[]> {
  const deadline = performance.now() + GONE_MS;
  const backends = 'SELECT 1 FROM pg_stat_activity WHERE usename = $1';
  while ((await atTarget(ground.server, backends, [standaloneLogin.user])).length > 0) {
    ensure(performance.now() < deadline, 'the target notices that the sidecar is gone');
    await sleep(50);
  }
  const rows = await atTarget<{ number: string }>(ground.server, `SELECT number FROM ${TABLE}`);
  return rows.map(({ number }) => number);
}

async function recorded(ground: Ground): Promise<ReadonlySet<string>> {
  const numbers = new Set<string>();
  for (const session of await recordedSessions(ground.data)) {
    for (const { text, parameters } of await readRecordedCommands(ground.data, session)) {
      const content = `${text} ${JSON.stringify(parameters)}`;
      for (const [number] of content.matchAll(/row-[a-z]+-\d+/g)) numbers.add(number);
    }
  }
  return numbers;
}

export async function crash(ground: Ground, stage: Stage): Promise<void> {
  const load = await watch(ground, stage);
  stage.command(`kill -9 ${String(ground.sidecar.pid)}      # the sidecar, in the middle of it`);
  await ground.sidecar.kill();
  await load.stop();
  const rows = await committed(ground);
  stage.command(`psql -c 'SELECT count(*) FROM ${TABLE}'      # committed, at the database itself`);
  stage.output(String(rows.length));
  await stage.pause(1);
  stage.command(COUNT);
  const { stdout } = await ground.shell(COUNT);
  stage.output(stdout.trim());
  const known = await recorded(ground);
  ensure(rows.length > 0, 'rows were committed');
  ensure(Number(stdout) === known.size, 'grep counts what the lines hold', {
    stdout,
    known: known.size,
  });
  const lost = rows.filter((number) => !known.has(number));
  ensure(lost.length === 0, 'every committed row is recorded', lost);
  stage.good(
    `committed ${String(rows.length)} <= recorded ${String(known.size)}, and each committed row is among the recorded`,
  );
  await stage.pause(2);
  await recover(ground, stage);
}

async function recover(ground: Ground, stage: Stage): Promise<void> {
  await ground.startSidecar();
  stage.line();
  stage.good('the sidecar is started again; it closes what was open as Interrupted');
  stage.command('chaperone sessions --phase Interrupted');
  const sessions = await ground.chaperone('sessions', '--phase', 'Interrupted');
  stage.output(sessions.stdout, 10);
  ensure(sessions.stdout.includes('Interrupted'), 'sessions were interrupted', sessions);
  stage.command('chaperone verify --all');
  const { status, stdout, stderr } = await ground.chaperone('verify', '--all');
  stage.output(stdout, 12);
  ensure(status === 0, 'all recordings verify', { stdout, stderr });
  stage.good('verified, the interrupted ones included');
}
