import { Command, CommanderError } from 'commander';
import { RecordError } from '@chaperone/core/record';
import { CliError } from './errors.ts';
import type { Io, Result } from './io.ts';
import { addApprovalCommands } from './program-approvals.ts';
import { addClusterCommands } from './program-cluster.ts';
import { addPolicyCommands } from './program-policy.ts';
import { addSessionCommands } from './program-sessions.ts';
import { visible, visibleLines } from './output/visible.ts';

const WRONG_USE = 2;

/** Programs of their own, and what each is. */
const PROGRAMS = [
  ['sidecar', 'the audited data path'],
  ['operator', "the cluster's part"],
] as const;

/**
 * Runs one command line.
 * @param args without node and script
 * @returns the exit code: 0 done, 1 a finding, 2 wrong use
 */
export async function run(args: readonly string[], io: Io, version: string): Promise<number> {
  const result: Result = { exitCode: 0 };
  const program = buildProgram(io, version, result);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return result.exitCode;
  } catch (error) {
    return report(error, io);
  }
}

function report(error: unknown, io: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USE;
  if (error instanceof CliError) {
    io.err(`chaperone: ${visible(error.message)}\n`);
    return error.exitCode;
  }
  if (error instanceof RecordError) {
    io.err(`chaperone: ${visible(error.message)}\n`);
    return 1;
  }
  throw error;
}

function buildProgram(io: Io, version: string, result: Result): Command {
  // Settings come first: a sub-command takes them over when it is made.
  const program = new Command('chaperone')
    .description(
      'Sessions of AI agents, their approvals and policies, and the proof of their record.',
    )
    .version(version)
    .showHelpAfterError('(chaperone --help lists the commands)')
    .configureOutput({
      writeOut: (text) => {
        // Help is short: it needs no waiting for room.
        io.out(text).catch(() => undefined);
      },
      writeErr: (text) => {
        io.err(visibleLines(text));
      },
    })
    .exitOverride();
  for (const [name, what] of PROGRAMS) {
    program
      .command(name)
      .description(`run the ${name}: ${what} (chaperone ${name} --help)`)
      .allowUnknownOption()
      .argument('[options...]')
      .action(() => {
        // The launcher starts it before this program; here it has its line in the help.
        const message = `${name} has to be the first word: chaperone ${name} …`;
        throw new CliError('WRONG_USE', message);
      });
  }
  addSessionCommands(program, io, result);
  addApprovalCommands(program, io);
  addPolicyCommands(program, io, result);
  addClusterCommands(program, io, result);
  return program;
}
