import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chaperone } from './paths.ts';
import { freePort } from './ports.ts';
import { makeTempDir } from './temp.ts';

const READY_MS = 20_000;
const STOP_MS = 15_000;
const POLL_MS = 10;
const STDERR_KEPT = 1_000_000;

export interface SidecarOptions {
  /** Directory of manifests; absent where `args` say where they come from. */
  readonly config?: string;
  /** Names of AuditedConnections; each gets a port. */
  readonly connections: readonly string[];
  /** Default: a directory that goes with the sidecar. */
  readonly data?: string;
  /** Further flags. */
  readonly args?: readonly string[];
  /** Default: `chaperone sidecar`. */
  readonly program?: readonly string[];
  /** Milliseconds between two looks at /readyz. */
  readonly pollMs?: number;
  /** Milliseconds that a stop may take before it is killed. Default 15,000. */
  readonly stopMs?: number;
}

export interface Sidecar {
  readonly pid: number;
  readonly data: string;
  readonly admin: number;
  /** Milliseconds from spawn to a good /readyz. */
  readonly readyMs: number;
  /** Port of 127.0.0.1 by the connection's name. */
  readonly port: (connection: string) => number;
  /** What it logged so far. */
  readonly stderr: () => string;
  /** SIGTERM, then its exit status; null where it had to be killed. */
  readonly stop: () => Promise<number | null>;
  /** SIGKILL. */
  readonly kill: () => Promise<void>;
}

interface Running {
  readonly child: ChildProcess;
  readonly exited: Promise<number | null>;
  readonly stderr: () => string;
}

function launch(program: readonly string[], args: readonly string[]): Running {
  const [file = chaperone, ...first] = program;
  const child = spawn(file, [...first, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log = (log + text).slice(-STDERR_KEPT);
  });
  const exited = new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      log += error.message;
      resolve(null);
    });
    child.once('exit', resolve);
  });
  return { child, exited, stderr: () => log };
}

async function isReady(admin: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${String(admin)}/readyz`);
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

async function untilReady(running: Running, admin: number, pollMs: number): Promise<void> {
  const deadline = performance.now() + READY_MS;
  const { child } = running;
  while (!(await isReady(admin))) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`the sidecar ended instead of starting:\n${running.stderr()}`);
    }
    if (performance.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(
        `the sidecar is not ready after ${String(READY_MS)} ms:\n${running.stderr()}`,
      );
    }
    await Promise.race([sleep(pollMs), running.exited]);
  }
}

async function stop({ child, exited }: Running, stopMs = STOP_MS): Promise<number | null> {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopMs);
  const status = await exited;
  clearTimeout(timer);
  return status;
}

/** A sidecar process in front of what its manifests name, ready to serve. */
export async function startSidecar(options: SidecarOptions, tries = 3): Promise<Sidecar> {
  try {
    return await startOnce(options);
  } catch (error) {
    // Between finding a free port and listening on it somebody else may take it.
    if (tries === 1 || !String(error).includes('EADDRINUSE')) throw error;
    return startSidecar(options, tries - 1);
  }
}

function configFlags({ config }: SidecarOptions): readonly string[] {
  return config === undefined ? [] : ['--config', config];
}

async function startOnce(options: SidecarOptions): Promise<Sidecar> {
  const own = options.data === undefined ? await makeTempDir('sidecar') : undefined;
  const data = options.data ?? path.join(own?.path ?? '', 'data');
  const admin = await freePort();
  const ports = new Map<string, number>();
  for (const name of options.connections) ports.set(name, await freePort());
  const listen = [...ports].flatMap(([name, port]) => [
    '--listen',
    `${name}=127.0.0.1:${String(port)}`,
  ]);
  const started = performance.now();
  const running = launch(options.program ?? [chaperone, 'sidecar'], [
    ...configFlags(options),
    ...['--data', data, '--admin', `127.0.0.1:${String(admin)}`],
    ...listen,
    ...(options.args ?? []),
  ]);
  try {
    await untilReady(running, admin, options.pollMs ?? POLL_MS);
  } catch (error) {
    await own?.remove();
    throw error;
  }
  const readyMs = performance.now() - started;
  return {
    pid: running.child.pid ?? 0,
    data,
    admin,
    readyMs,
    port: (connection) => {
      const port = ports.get(connection);
      if (port === undefined) throw new TypeError(`no connection ${connection}`);
      return port;
    },
    stderr: running.stderr,
    stop: async () => {
      const status = await stop(running, options.stopMs);
      await own?.remove();
      return status;
    },
    kill: async () => {
      running.child.kill('SIGKILL');
      await running.exited;
      await own?.remove();
    },
  };
}
