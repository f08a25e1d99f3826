import type { Command } from 'commander';
import { ApprovalsClient } from './approvals/client.ts';
import { decideApproval, listApprovals } from './commands/approvals.ts';
import type { Io } from './io.ts';
import { dataOption, outputOption } from './options.ts';

type Listing = 'table' | 'json';

interface DecisionOptions {
  readonly data: string;
  readonly output: Listing;
  readonly reason: string;
}

/** Adds the commands that talk to the running sidecar. */
export function addApprovalCommands(program: Command, io: Io): void {
  program
    .command('approvals')
    .description('list the approvals that the running sidecar knows')
    .addOption(outputOption(['table', 'json']))
    .addOption(dataOption())
    .action(async ({ data, output }: { data: string; output: Listing }) => {
      await listApprovals(new ApprovalsClient(data), { io, output });
    });
  addDecision(program, io, {
    name: 'approve',
    decision: 'Approved',
    what: 'let a held command run',
  });
  addDecision(program, io, { name: 'deny', decision: 'Denied', what: 'refuse a held command' });
}

interface DecisionCommand {
  readonly name: string;
  readonly decision: 'Approved' | 'Denied';
  readonly what: string;
}

function addDecision(program: Command, io: Io, { name, decision, what }: DecisionCommand): void {
  program
    .command(name)
    .description(what)
    .argument('<name>', 'name of the approval, as chaperone approvals lists it')
    .option('--reason <text>', 'why; it is recorded', '')
    .addOption(outputOption(['table', 'json']))
    .addOption(dataOption())
    .action(async (approval: string, { data, output, reason }: DecisionOptions) => {
      await decideApproval(new ApprovalsClient(data), approval, { io, output, decision, reason });
    });
}
