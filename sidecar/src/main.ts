import process from 'node:process';
import v8 from 'node:v8';
import { startApp } from './app.ts';
import type { App } from './app.ts';
import { ConfigRefused, formatProblem, parseArguments } from './config/index.ts';
import type { SidecarOptions } from './config/index.ts';
import { SidecarError, sidecarErrors } from './errors.ts';
import { createLogger } from './telemetry/index.ts';

/** In every session-start. Equal to package.json's, which does not travel with the bundle; hack/check-versions.ts compares. */
const VERSION = '0.1.0';
const WRONG_USE = 2;
const FAILED = 1;

function say(lines: readonly string[]): void {
  process.stderr.write(lines.map((line) => `chaperone sidecar: ${line}\n`).join(''));
}

function fail(error: unknown): never {
  if (error instanceof ConfigRefused) {
    say([...error.problems.map(formatProblem), 'nothing was started; correct the manifests']);
    process.exit(WRONG_USE);
  }
  if (error instanceof SidecarError) {
    say([`${error.message} (${error.code})`, sidecarErrors[error.code].whatToDo]);
    process.exit(FAILED);
  }
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE' || code === 'EACCES' || code === 'EADDRNOTAVAIL') {
    say([`${message}; choose another address with --listen or --admin`]);
    process.exit(FAILED);
  }
  process.stderr.write(
    `chaperone sidecar: a defect: ${error instanceof Error ? (error.stack ?? message) : String(error)}\n`,
  );
  process.exit(FAILED);
}

/** Drains at the first signal; ends at once at the second. */
function stopOnSignal(app: App, log: ReturnType<typeof createLogger>): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(FAILED);
    stopping = true;
    log.info({ signal }, 'draining');
    app.stop().then(() => {
      log.info({}, 'stopped');
      process.exit(0);
    }, fail);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function run(options: SidecarOptions): Promise<void> {
  const log = createLogger(options.logLevel);
  process.on('uncaughtException', fail);
  const app = await startApp(options, {
    log,
    version: VERSION,
    processes: { pid: process.pid, isRunning },
    processFacts: () => {
      const { user, system } = process.cpuUsage();
      return {
        residentBytes: process.memoryUsage.rss(),
        cpuSeconds: (user + system) / 1e6,
        startedAt: performance.timeOrigin / 1000,
      };
    },
    crash: fail,
  });
  stopOnSignal(app, log);
  // The memory of a second optimising compiler, and of garbage (docs/adr/0009). On the command line they would cost Node's own
  // code cache.
  v8.setFlagsFromString('--no-maglev');
  v8.setFlagsFromString('--heap-growing-percent=25');
  for (const { connection, port } of app.listening) log.info({ connection, port }, 'listening');
  log.info({ admin: app.adminPort, startMs: Math.round(performance.now()) }, 'ready');
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const parsed = parseArguments(process.argv.slice(2), process.env);
switch (parsed.kind) {
  case 'help':
    process.stdout.write(parsed.text);
    break;
  case 'mistakes':
    say(parsed.mistakes);
    process.exitCode = WRONG_USE;
    break;
  case 'run':
    run(parsed.options).catch(fail);
}
