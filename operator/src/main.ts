import process from 'node:process';
import { pino } from 'pino';
import { CertificateError } from './certificates/errors.ts';
import { startApp, type App } from './app.ts';
import { parseArguments } from './config/arguments.ts';
import type { OperatorOptions } from './config/options.ts';
import { isKubeError } from './kube/errors.ts';
import type { Log } from './kube/log.ts';

/** Equal to package.json's, which does not travel with the bundle; hack/check-versions.ts compares. */
const VERSION = '0.1.0';
const WRONG_USE = 2;
const FAILED = 1;

function say(lines: readonly string[]): void {
  process.stderr.write(lines.map((line) => `chaperone operator: ${line}\n`).join(''));
}

function fail(error: unknown): never {
  if (isKubeError(error) || error instanceof CertificateError)
    say([`${error.message} (${error.code})`]);
  else say([error instanceof Error ? (error.stack ?? error.message) : String(error)]);
  process.exit(FAILED);
}

/** Ends in order at the first signal; at once at the second. */
function stopOnSignal(app: App, log: Log): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(FAILED);
    stopping = true;
    log.info({ signal }, 'ending');
    app.stop().then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function run(options: OperatorOptions): Promise<void> {
  const log = pino(
    { level: options.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination(2),
  );
  process.on('uncaughtException', fail);
  const app = await startApp(options, { log, version: VERSION, variables: process.env });
  stopOnSignal(app, log);
  log.info(app.ports, 'ready');
}

const parsed = parseArguments(process.argv.slice(2));
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
