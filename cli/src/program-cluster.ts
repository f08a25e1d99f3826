import { Option, type Command } from 'commander';
import { withCluster, type ClusterFlags } from './cluster/open.ts';
import {
  decideClusterApproval,
  listClusterApprovals,
  showClusterApproval,
  type Decision,
} from './commands/cluster/approvals.ts';
import { verifyClusterSessions } from './commands/cluster/recordings.ts';
import { replaySession } from './commands/replay.ts';
import { explainPod } from './commands/cluster/explain.ts';
import { listClusterSessions, showClusterSession } from './commands/cluster/sessions.ts';
import type { Io, Result } from './io.ts';
import { openStore } from './store/archive.ts';
import { readAuthorities } from './store/authorities.ts';
import { outputOption, parseSpeed, phaseOption } from './options.ts';

type Listing = ClusterFlags & { readonly output: 'table' | 'json' };

const PHASES = ['Pending', 'Approved', 'Denied', 'Expired', 'Consumed'] as const;

const HELP = `
As a plug-in of kubectl (kubectl-chaperone in the PATH) the word cluster is left out: kubectl chaperone sessions -A.
Who may see and decide is the cluster's RBAC and nothing else: it is asked with your own kubeconfig.`;

/** Adds the commands that ask a cluster. */
export function addClusterCommands(program: Command, io: Io, result: Result): void {
  const cluster = program
    .command('cluster')
    .description('sessions, approvals and agents of a cluster; also kubectl chaperone')
    .addHelpText('after', HELP);
  addSessions(cluster, io);
  addApprovals(cluster, io);
  addDecision(cluster, io, 'approve', 'Approved');
  addDecision(cluster, io, 'deny', 'Denied');
  addExplain(cluster, io, result);
  addRecordings(cluster, io, result);
}

function inCluster(command: Command, formats: readonly string[], isWide: boolean): Command {
  if (isWide) command.option('-A, --all-namespaces', 'of every namespace');
  return command
    .option('-n, --namespace <name>', "default: the context's")
    .option('--context <name>', 'of the kubeconfig; default: its current one')
    .option('--kubeconfig <file>', 'default: KUBECONFIG, or ~/.kube/config')
    .addOption(outputOption(formats));
}

function addSessions(cluster: Command, io: Io): void {
  const list = cluster
    .command('sessions')
    .description('list sessions, oldest first')
    .option('--agent <name>', 'only sessions of this ServiceAccount')
    .option('--connection <name>', 'only sessions on this connection')
    .addOption(phaseOption());
  inCluster(list, ['table', 'json'], true).action(
    async ({
      output,
      ...flags
    }: Listing & { agent?: string; connection?: string; phase?: string }) => {
      await withCluster(flags, io, async (opened) =>
        listClusterSessions(opened, flags, { io, output }),
      );
    },
  );
  const show = cluster
    .command('show')
    .description('show one session: who, what, when, and where its recording is')
    .argument('<session>', 'its id or the beginning of it');
  inCluster(show, ['table', 'json'], false).action(
    async (session: string, { output, ...flags }: Listing) => {
      await withCluster(flags, io, async (opened) =>
        showClusterSession(opened, session, { io, output }),
      );
    },
  );
}

function addApprovals(cluster: Command, io: Io): void {
  const command = cluster
    .command('approvals')
    .description('list approvals, those that wait first, or show one in full')
    .argument('[name]', 'name of one of them')
    .addOption(new Option('--phase <phase>', 'only those in this phase').choices(PHASES));
  inCluster(command, ['table', 'json'], true).action(
    async (name: string | undefined, { output, phase, ...flags }: Listing & { phase?: string }) => {
      await withCluster(flags, io, async (opened) =>
        name === undefined
          ? listClusterApprovals(opened, phase, { io, output })
          : showClusterApproval(opened, name, { io, output }),
      );
    },
  );
}

function addDecision(cluster: Command, io: Io, verb: string, decision: Decision['decision']): void {
  const what =
    decision === 'Approved'
      ? 'let a held command run once, or open the window of a grant'
      : 'refuse a held command or a grant; what is approved already is revoked';
  const command = cluster
    .command(verb)
    .description(what)
    .argument('<name>', 'name of the Approval')
    .option('--reason <text>', 'why; it is recorded', '');
  inCluster(command, ['table', 'json'], false).action(
    async (name: string, { output, reason, ...flags }: Listing & { reason: string }) => {
      await withCluster(flags, io, async (opened) =>
        decideClusterApproval(opened, { name, decision, reason }, { io, output }),
      );
    },
  );
}

function addExplain(cluster: Command, io: Io, result: Result): void {
  const command = cluster
    .command('explain')
    .description(
      'why a pod is or is not injected, what it may use, and whether it could get past that',
    )
    .argument('<pod>', 'as pod/report-bot-1');
  inCluster(command, ['text', 'json'], false).action(
    async (
      pod: string,
      { output, ...flags }: ClusterFlags & { readonly output: 'text' | 'json' },
    ) => {
      const isSound = await withCluster(flags, io, async (opened) =>
        explainPod(opened, pod, { io, output }),
      );
      if (!isSound) result.exitCode = 1;
    },
  );
}

interface VerifyFlags extends Listing {
  readonly store: string;
  readonly ca?: string;
}

/** Recordings are where their AuditStore is: its directory, or a copy of it. */
function addRecordings(cluster: Command, io: Io, result: Result): void {
  const where = 'directory of an AuditStore, or a copy of what is in its bucket';
  cluster
    .command('replay')
    .description('step through a recording, command by command, at its own pace')
    .argument('<session>', 'its id or the beginning of it')
    .requiredOption('--store <dir>', where)
    .option('--speed <n>', 'times faster; 0 waits for nothing', parseSpeed, 1)
    .action(async (name: string, { store, speed }: { store: string; speed: number }) => {
      const recordings = openStore(store);
      await replaySession(recordings, recordings.resolve(name), { io, speed });
    });
  const verify = cluster
    .command('verify')
    .description(
      'prove that recordings are as they were recorded, and those that the cluster knows of',
    )
    .argument('[sessions...]', 'their ids or the beginnings of them; default: all that have ended')
    .requiredOption('--store <dir>', where)
    .option(
      '--ca <file>',
      'authorities of the installation (PEM): only keys count that they certified',
    );
  inCluster(verify, ['table', 'json'], true).action(
    async (names: string[], { output, store, ca, ...flags }: VerifyFlags) => {
      const trusted = ca === undefined ? {} : { authorities: readAuthorities(ca) };
      const recordings = openStore(store);
      const isSound = await withCluster(flags, io, async (opened) =>
        verifyClusterSessions(opened, recordings, names, { io, output, ...trusted }),
      );
      if (!isSound) result.exitCode = 1;
    },
  );
}
