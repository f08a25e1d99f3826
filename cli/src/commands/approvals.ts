import type { ApprovalsClient } from '../approvals/client.ts';
import type { Approval } from '../approvals/types.ts';
import type { Io } from '../io.ts';
import { toJson } from '../output/json.ts';
import { painter, toneOf } from '../output/style.ts';
import { table } from '../output/table.ts';
import { visible } from '../output/visible.ts';

const MAX_COMMAND = 80;

export interface ListOutput {
  readonly io: Io;
  readonly output: 'table' | 'json';
}

/** Lists the approvals of the running sidecar. */
export async function listApprovals(
  client: ApprovalsClient,
  { io, output }: ListOutput,
): Promise<void> {
  const approvals = await client.list();
  await io.out(output === 'json' ? toJson(approvals) : approvalTable(approvals, io));
}

function approvalTable(approvals: readonly Approval[], io: Io): string {
  return table({
    head: ['NAME', 'PHASE', 'CONNECTION', 'AGENT', 'POLICY', 'DECIDED', 'EXPIRES', 'COMMAND'],
    rows: approvals.map(({ metadata, spec, status }) => [
      metadata.name,
      { text: phaseOf(status), tone: toneOf(phaseOf(status)) },
      spec.connectionRef.name,
      spec.request?.agent.serviceAccount ?? '-',
      `${spec.policyRef.name}/${spec.policyRef.rule ?? '-'}`,
      `${String(spec.decisions?.length ?? 0)}/${String(spec.required)}`,
      spec.expiresAt ?? '-',
      cut(commandOf(spec)),
    ]),
    paint: painter(io.colour),
    empty: 'No approvals.',
  });
}

export interface DecideOptions extends ListOutput {
  readonly decision: 'Approved' | 'Denied';
  readonly reason: string;
}

/** Decides one approval and says what became of it. */
export async function decideApproval(
  client: ApprovalsClient,
  name: string,
  { io, output, decision, reason }: DecideOptions,
): Promise<void> {
  const approval = await client.decide(name, { decision, reason });
  if (output === 'json') {
    await io.out(toJson(approval));
    return;
  }
  const phase = phaseOf(approval.status);
  const { decisions = [], required } = approval.spec;
  const waiting =
    phase === 'Pending'
      ? `, ${String(decisions.length)} of ${String(required)} approvals given`
      : '';
  await io.out(
    `${visible(approval.metadata.name)}: ${painter(io.colour)(toneOf(phase), visible(phase))}${waiting}\n`,
  );
}

const phaseOf = (status: Approval['status']): string => status?.phase ?? 'Pending';

function commandOf({ request }: Approval['spec']): string {
  if (request === undefined) return '(a grant)';
  const parameters = request.parameters ?? [];
  return parameters.length === 0
    ? request.command
    : `${request.command}  ${JSON.stringify(parameters)}`;
}

const cut = (text: string): string =>
  text.length > MAX_COMMAND ? `${text.slice(0, MAX_COMMAND - 1)}…` : text;
