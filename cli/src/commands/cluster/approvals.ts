import type { Approval } from '@chaperone/crds';
import type { Approval as Shown } from '../../approvals/types.ts';
import type { Cluster } from '../../cluster/open.ts';
import { commandOf, approvalText, phaseOf } from '../../output/approval-text.ts';
import type { Io } from '../../io.ts';
import { toJson } from '../../output/json.ts';
import { painter, toneOf } from '../../output/style.ts';
import { table } from '../../output/table.ts';
import { toAge } from '../../output/time.ts';
import { visible } from '../../output/visible.ts';

const MAX_COMMAND = 80;

interface Output {
  readonly io: Io;
  readonly output: 'table' | 'json';
}

/** Lists Approvals, those that wait first. */
export async function listClusterApprovals(
  { client, scope }: Cluster,
  phase: string | undefined,
  { io, output }: Output,
): Promise<void> {
  const all = await client.list<Approval>('approvals', scope);
  const approvals = all
    .filter((one) => phase === undefined || phaseOf(toShown(one)) === phase)
    .toSorted((a, b) => rank(a) - rank(b));
  await io.out(output === 'json' ? toJson(approvals) : approvalTable(approvals, scope, io));
}

/** What who decides has to know of one. */
export async function showClusterApproval(
  { client, namespace }: Cluster,
  name: string,
  { io, output }: Output,
): Promise<void> {
  const approval = (await client.get('approvals', namespace, name)) as Approval;
  await io.out(output === 'json' ? toJson(approval) : approvalText(toShown(approval), io.colour));
}

/** Decides as the person of the kubeconfig, and says what became of it. */
export async function decideClusterApproval(
  { client, namespace }: Cluster,
  { name, decision, reason }: Decision,
  { io, output }: Output,
): Promise<void> {
  const spec = { decision, ...(reason === '' ? {} : { reason }) };
  const decided = (await client.patch('approvals', { namespace, name }, { spec })) as Approval;
  if (output === 'json') {
    await io.out(toJson(decided));
    return;
  }
  const { decisions, required = 1 } = decided.spec;
  const given = decisions.filter((one) => one.decision === 'Approved').length;
  const is = decided.spec.decision;
  const missing =
    is === 'Pending' ? `, ${String(given)} of ${String(required)} approvals given` : '';
  await io.out(`${visible(name)}: ${painter(io.colour)(toneOf(is), is)}${missing}\n`);
}

export interface Decision {
  readonly name: string;
  readonly decision: 'Approved' | 'Denied';
  readonly reason: string;
}

function approvalTable(approvals: readonly Approval[], scope: string | undefined, io: Io): string {
  const isWide = scope === undefined;
  return table({
    head: [
      ...(isWide ? ['NAMESPACE'] : []),
      ...['NAME', 'PHASE', 'CONNECTION', 'AGENT', 'RULE', 'APPROVED', 'AGE', 'COMMAND'],
    ],
    rows: approvals.map((approval) => {
      const { metadata, spec } = approval;
      const shown = toShown(approval);
      const phase = phaseOf(shown);
      const { request, grant, decisions, required = 1 } = spec;
      const given = decisions.filter(({ decision }) => decision === 'Approved').length;
      return [
        ...(isWide ? [metadata.namespace] : []),
        shown.metadata.name,
        { text: phase, tone: toneOf(phase) },
        spec.connectionRef.name,
        request?.agent.serviceAccount ?? grant?.subject.serviceAccount ?? '-',
        `${spec.policyRef.name}/${spec.policyRef.rule}`,
        `${String(given)}/${String(required)}`,
        toAge(metadata.creationTimestamp, io.now()),
        cut(commandOf(shown.spec)),
      ];
    }),
    paint: painter(io.colour),
    empty: `No approvals in ${scope ?? 'any namespace'}.`,
  });
}

/** As the sidecar's own approvals are shown. */
function toShown({ metadata, spec, status }: Approval): Shown {
  const { name = '', uid = '', creationTimestamp } = metadata;
  const { phase = 'Pending', conditions = [], estimatedRows, activeUntil } = status ?? {};
  return {
    metadata: {
      name,
      uid,
      ...(typeof creationTimestamp === 'string' ? { creationTimestamp } : {}),
    },
    spec: { ...spec, required: spec.required ?? 1 },
    status: {
      ...{ phase, conditions },
      ...(estimatedRows === undefined ? {} : { estimatedRows }),
      ...(activeUntil === undefined ? {} : { activeUntil }),
    },
  };
}

const rank = (approval: Approval): number => (phaseOf(toShown(approval)) === 'Pending' ? 0 : 1);

const cut = (text: string): string =>
  text.length > MAX_COMMAND ? `${text.slice(0, MAX_COMMAND - 1)}…` : text;
