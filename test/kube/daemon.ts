import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;
const READY_MS = 60_000;
const LOG_KEPT = 20_000;

/** A server of a test. It dies with the test's process, however that ends. */
export interface Daemon {
  readonly pid: number;
  /** The end of what it printed. */
  readonly log: () => string;
  /** SIGSTOP: connections stay open, nothing answers. */
  readonly pause: () => void;
  /** SIGCONT. */
  readonly resume: () => void;
  /** SIGKILL, and waits for its end. */
  readonly kill: () => Promise<void>;
}

interface Started {
  readonly child: ChildProcess;
  readonly exited: Promise<void>;
  readonly log: () => string;
}

/** The kernel kills the child when its parent ends (prctl(2), PR_SET_PDEATHSIG), a stopped one too. */
function launch(program: string, args: readonly string[]): Started {
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', program, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log = (log + text).slice(-LOG_KEPT);
  });
  const exited = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      log += error.message;
      resolve();
    });
    child.once('close', () => {
      resolve();
    });
  });
  return { child, exited, log: () => log };
}

const hasEnded = ({ child }: Started): boolean =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

/** Starts a server and waits until `isReady`; throws with the end of its log where it does not become so. */
export async function startDaemon(
  program: string,
  args: readonly string[],
  isReady: () => Promise<boolean>,
): Promise<Daemon> {
  const started = launch(program, args);
  const kill = async (): Promise<void> => {
    started.child.kill('SIGKILL');
    await started.exited;
  };
  const deadline = performance.now() + READY_MS;
  while (!(await isReady())) {
    if (hasEnded(started))
      throw new Error(`${program} ended instead of starting:\n${started.log()}`);
    if (performance.now() > deadline) {
      await kill();
      throw new Error(`${program} is not ready after ${String(READY_MS)} ms:\n${started.log()}`);
    }
    await Promise.race([sleep(POLL_MS), started.exited]);
  }
  return {
    pid: started.child.pid ?? 0,
    log: started.log,
    pause: () => started.child.kill('SIGSTOP'),
    resume: () => started.child.kill('SIGCONT'),
    kill,
  };
}
