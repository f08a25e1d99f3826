import { Option, type Command } from 'commander';
import { ApprovalsClient } from './approvals/client.ts';
import {
  askGrant,
  decideApproval,
  listApprovals,
  showApproval,
  type DecideOptions,
} from './commands/approvals.ts';
import type { Io } from './io.ts';
import { dataOption, outputOption } from './options.ts';

type Listing = 'table' | 'json';

interface Where {
  readonly data: string;
  readonly decisions?: string;
  readonly output: Listing;
}

const PHASES = ['Pending', 'Approved', 'Denied', 'Expired', 'Consumed'] as const;

/** Adds the commands that talk to the running sidecar. */
export function addApprovalCommands(program: Command, io: Io): void {
  addListing(program, io);
  addDecision(program, io, {
    name: 'approve',
    decision: 'Approved',
    what: 'let a held command run once, or open the window of a grant',
    more: APPROVE_HELP,
  });
  addDecision(program, io, {
    name: 'deny',
    decision: 'Denied',
    what: 'refuse a held command or a grant; what is approved already is revoked',
    more: '',
  });
  addDecision(program, io, {
    name: 'revoke',
    decision: 'Denied',
    what: 'end a running grant, or an approval that lasts for a session, before its next command',
    more: REVOKE_HELP,
  });
  addGrant(program, io);
}

const APPROVE_HELP = `
Where the rule asks for several people, each runs this as himself:
  ada$ chaperone approve orders-db-x7k2p --decisions /run/chaperone/decisions --reason CHG-1042
  bob$ chaperone approve orders-db-x7k2p --decisions /run/chaperone/decisions
Without --decisions it is the sidecar's own user who decides, by --data.`;

const REVOKE_HELP = `
A command that runs goes on; the next one waits for a person again, or is denied.`;

const GRANT_HELP = `
The rule's approval.scope has to be Window. The window opens when the grant is approved, as a held command is, and ends
after --for or by chaperone revoke. An Approval with spec.grant among the manifests of --config asks for the same.
  chaperone grant --connection orders-db --policy orders --rule customer-changes --agent report-bot --for 1h \\
    --justification 'tier migration, CHG-1042'`;

/** Where the sidecar is, and as whom it is spoken to. */
function atSidecar(command: Command): Command {
  const decisions = new Option(
    '--decisions <dir>',
    'speak as yourself, through the directory that the sidecar was started with',
  );
  return command
    .addOption(outputOption(['table', 'json']))
    .addOption(dataOption())
    .addOption(decisions);
}

function clientOf({ data, decisions }: Where): ApprovalsClient {
  return new ApprovalsClient(
    decisions === undefined
      ? { directory: data, isShared: false }
      : { directory: decisions, isShared: true },
  );
}

function addListing(program: Command, io: Io): void {
  const listing = program
    .command('approvals')
    .description('list the approvals that the running sidecar knows, or show one in full')
    .argument('[name]', 'name of one of them')
    .addOption(new Option('--phase <phase>', 'only those in this phase').choices(PHASES));
  atSidecar(listing).action(
    async (name: string | undefined, where: Where & { readonly phase?: string }) => {
      const { output, phase } = where;
      const client = clientOf(where);
      if (name === undefined) {
        await listApprovals(client, { io, output, ...(phase !== undefined && { phase }) });
      } else await showApproval(client, name, { io, output });
    },
  );
}

interface DecisionCommand {
  readonly name: string;
  readonly decision: DecideOptions['decision'];
  readonly what: string;
  readonly more: string;
}

function addDecision(
  program: Command,
  io: Io,
  { name, decision, what, more }: DecisionCommand,
): void {
  const command = program
    .command(name)
    .description(what)
    .argument('<name>', 'name of the approval, as chaperone approvals lists it')
    .option('--reason <text>', 'why; it is recorded', '')
    .addHelpText('after', more);
  atSidecar(command).action(
    async (approval: string, where: Where & { readonly reason: string }) => {
      const { output, reason } = where;
      await decideApproval(clientOf(where), approval, { io, output, decision, reason });
    },
  );
}

interface GrantOptions extends Where {
  readonly connection: string;
  readonly policy: string;
  readonly rule: string;
  readonly agent: string;
  readonly for: string;
  readonly justification: string;
}

function addGrant(program: Command, io: Io): void {
  const command = program
    .command('grant')
    .description('ask for a window of time in which a rule lets an agent go on without asking')
    .requiredOption('--connection <name>', 'the AuditedConnection')
    .requiredOption('--policy <name>', 'the AccessPolicy')
    .requiredOption('--rule <name>', 'its rule that asks for approval')
    .requiredOption(
      '--agent <name>',
      "the agent's ServiceAccount; off a cluster what --agent of the sidecar says",
    )
    .requiredOption('--for <duration>', 'length of the window, as 1h')
    .option('--justification <text>', 'why; the approver reads it, and it is recorded', '')
    .addHelpText('after', GRANT_HELP);
  atSidecar(command).action(async (where: GrantOptions) => {
    const { output, connection, policy, rule, agent, justification } = where;
    const grant = {
      subject: { serviceAccount: agent },
      duration: where.for,
      ...(justification !== '' && { justification }),
    };
    await askGrant(clientOf(where), { connection, policy, rule, grant }, { io, output });
  });
}
