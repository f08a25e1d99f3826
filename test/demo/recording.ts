import { cp, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { runChaperone } from '../harness/run.ts';
import { ensure, type Ground } from './ground.ts';
import type { Stage } from './stage.ts';

interface Session {
  readonly session: string;
  readonly phase: string;
}

async function theSession(ground: Ground): Promise<string> {
  const { stdout } = await ground.chaperone('sessions', '-o', 'json');
  const [only] = JSON.parse(stdout) as readonly Session[];
  ensure(only?.phase === 'Completed', 'the session of the agent is completed', stdout);
  return only.session;
}

async function print(
  ground: Ground,
  stage: Stage,
  most: number,
  ...args: string[]
): Promise<string> {
  stage.command(`chaperone ${args.join(' ')}`);
  const { status, stdout, stderr } = await ground.chaperone(...args);
  ensure(status === 0, `chaperone ${args[0] ?? ''} succeeds`, stderr);
  stage.output(stdout, most);
  return stdout;
}

export async function look(ground: Ground, stage: Stage): Promise<void> {
  await ground.agent.leave();
  const session = await theSession(ground);
  await print(ground, stage, 5, 'sessions');
  await stage.pause(1.5);
  const shown = await print(ground, stage, 32, 'show', session);
  ensure(shown.includes('whole-table-writes'), 'the denial is recorded', shown);
  ensure(!shown.includes('ada.holm@example.com'), 'what is recorded is masked', shown);
  await stage.pause(3);
  await replay(ground, stage, session);
}

/** The end of it: the held UPDATE, with the time that the person took. */
async function replay(ground: Ground, stage: Stage, session: string): Promise<void> {
  stage.command(`chaperone replay ${session} --speed 100`);
  const { status, stdout, stderr } = await ground.chaperone('replay', session, '--speed', '100');
  ensure(status === 0, 'chaperone replay succeeds', stderr);
  const steps = stdout.split(/^(?=\+)/m);
  const from = steps.findIndex((step) => step.includes('credit + 50'));
  ensure(from > 0, 'the replay shows the UPDATE', stdout);
  stage.output(`... (${String(from - 1)} commands)\n${steps.slice(from).join('')}`, 24);
}

export async function prove(ground: Ground, stage: Stage): Promise<void> {
  const session = await theSession(ground);
  await print(ground, stage, 5, 'verify', '--all');
  stage.good('every recording is as it was recorded');
  await stage.pause(2);

  const copy = path.join(ground.dir.path, 'copy');
  await cp(ground.data, copy, { recursive: true, filter: (name) => !name.endsWith('.sock') });
  const segment = path.join('sessions', session.toLowerCase(), '000001.ndjson');
  const { line, offset } = await falsify(path.join(copy, segment));
  stage.line();
  stage.tell(
    `In a copy, one byte of ${segment} changes: at ${String(offset)} a 5 becomes a 1, and the agent gave 10, not 50.`,
  );
  stage.command('chaperone verify --all --data COPY');
  const { status, stdout } = await runChaperone('verify', '--all', '--data', copy);
  stage.output(stdout, 12);
  const findings = await runChaperone('verify', '--all', '--data', copy, '-o', 'json');
  ensure(status === 1, 'verify finds the change and exits 1', { status, stdout });
  ensure(findings.stdout.includes('EVENT_EDITED'), 'verify says that it was edited', findings);
  ensure(
    new RegExp(`"seq": ?${String(line)}\\b`).test(findings.stdout),
    'verify names it',
    findings,
  );
  stage.good(`exit 1, and event ${String(line)} is named`);
}

/** Changes one byte of the recorded UPDATE. Answers where: the event's number is its line's, from 0. */
async function falsify(file: string): Promise<{ readonly line: number; readonly offset: number }> {
  const bytes = await readFile(file);
  const offset = bytes.indexOf('credit + 50') + 'credit + '.length;
  ensure(offset >= 'credit + '.length, 'the UPDATE is in the recording');
  const handle = await open(file, 'r+');
  await handle.write('1', offset);
  await handle.close();
  return { line: bytes.subarray(0, offset).toString('latin1').split('\n').length - 1, offset };
}
