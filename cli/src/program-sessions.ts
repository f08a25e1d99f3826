import type { Command } from 'commander';
import type { SessionPhase } from '@chaperone/core/record';
import { replaySession } from './commands/replay.ts';
import { listSessions } from './commands/sessions.ts';
import { showSession, type ShowOutput } from './commands/show.ts';
import { verifySessions } from './commands/verify.ts';
import { readAuthorities } from './store/authorities.ts';
import { CliError } from './errors.ts';
import type { Io, Result } from './io.ts';
import { dataOption, outputOption, parseSpeed, phaseOption } from './options.ts';
import { parseInstant } from './output/time.ts';
import { openStore } from './store/archive.ts';
import type { Store } from './store/store.ts';

type Listing = 'table' | 'json';

interface SessionsOptions {
  readonly data: string;
  readonly output: Listing;
  readonly agent?: string;
  readonly connection?: string;
  readonly since?: string;
  readonly until?: string;
  readonly phase?: SessionPhase;
}

/** Adds the commands that read recordings. */
export function addSessionCommands(program: Command, io: Io, result: Result): void {
  addSessions(program, io, result);
  addShow(program, io);
  addReplay(program, io);
  addVerify(program, io, result);
}

function addSessions(program: Command, io: Io, result: Result): void {
  program
    .command('sessions')
    .description('list sessions, oldest first')
    .option('--agent <name>', 'only sessions of this ServiceAccount')
    .option('--connection <name>', 'only sessions on this connection')
    .option('--since <time>', 'only sessions begun since: RFC 3339, or 15m, 2h, 7d ago')
    .option('--until <time>', 'only sessions begun until then')
    .addOption(phaseOption())
    .addOption(outputOption(['table', 'json']))
    .addOption(dataOption())
    .action(async ({ data, output, since, until, ...rest }: SessionsOptions) => {
      const now = io.now();
      const filter = {
        ...rest,
        ...(since === undefined ? {} : { since: parseInstant('--since', since, now) }),
        ...(until === undefined ? {} : { until: parseInstant('--until', until, now) }),
      };
      const allRead = await listSessions(openStore(data), filter, { io, output });
      if (!allRead) result.exitCode = 1;
    });
}

function addShow(program: Command, io: Io): void {
  program
    .command('show')
    .description('show a session: for people, as one JSON object, or its events, one a line')
    .argument('<session>', 'its ULID or the beginning of it')
    .addOption(outputOption(['text', 'json', 'ndjson']))
    .addOption(dataOption())
    .action(async (name: string, { data, output }: { data: string; output: ShowOutput }) => {
      const store = openStore(data);
      await showSession(store, store.resolve(name), { io, output });
    });
}

function addReplay(program: Command, io: Io): void {
  program
    .command('replay')
    .description('step through a session, command by command, at its own pace')
    .argument('<session>', 'its ULID or the beginning of it')
    .option('--speed <n>', 'times faster; 0 waits for nothing', parseSpeed, 1)
    .addOption(dataOption())
    .action(async (name: string, { data, speed }: { data: string; speed: number }) => {
      const store = openStore(data);
      await replaySession(store, store.resolve(name), { io, speed });
    });
}

interface VerifyFlags {
  readonly data: string;
  readonly output: Listing;
  readonly all?: true;
  readonly ca?: string;
}

function addVerify(program: Command, io: Io, result: Result): void {
  program
    .command('verify')
    .description('prove that recordings are as they were recorded, or name what was changed')
    .argument('[sessions...]', 'their ULIDs or the beginnings of them')
    .option('--all', 'every session, and the registry of sessions')
    .option(
      '--ca <file>',
      'authorities of an installation (PEM): only keys count that they certified',
    )
    .addOption(outputOption(['table', 'json']))
    .addOption(dataOption())
    .action(async (names: string[], options: VerifyFlags) => {
      const { data, output, all, ca } = options;
      if ((names.length === 0) === (all === undefined)) {
        throw new CliError('WRONG_USE', 'name the sessions to verify, or give --all');
      }
      const store = openStore(data);
      const sessions = all === true ? allSessions(store) : names.map((name) => store.resolve(name));
      const trusted = ca === undefined ? {} : { authorities: readAuthorities(ca) };
      const asked = { io, output, registry: all === true, ...trusted };
      const sound = await verifySessions(store, sessions, asked);
      if (!sound) result.exitCode = 1;
    });
}

/** A directory without any event that no line registers is no recording. */
function allSessions(store: Store): string[] {
  const { registry, directories } = store.registryFacts();
  return store.sessions().filter((session) => {
    return registry.sessions.has(session) || directories.get(session)?.empty === false;
  });
}
