import type { ApprovalsClient } from '../approvals/client.ts';
import type { Approval, GrantRequest } from '../approvals/types.ts';
import type { Io } from '../io.ts';
import { approvalText, commandOf, phaseOf } from '../output/approval-text.ts';
import { toJson } from '../output/json.ts';
import { painter, toneOf } from '../output/style.ts';
import { table } from '../output/table.ts';
import { visible } from '../output/visible.ts';

const MAX_COMMAND = 80;

export interface Output {
  readonly io: Io;
  readonly output: 'table' | 'json';
}

/** Lists the approvals of the running sidecar. */
export async function listApprovals(
  client: ApprovalsClient,
  { io, output, phase }: Output & { readonly phase?: string },
): Promise<void> {
  const all = await client.list();
  const approvals = all.filter((one) => phase === undefined || phaseOf(one) === phase);
  await io.out(output === 'json' ? toJson(approvals) : approvalTable(approvals, io));
}

/** Shows what an approver has to know of one. */
export async function showApproval(
  client: ApprovalsClient,
  name: string,
  { io, output }: Output,
): Promise<void> {
  const approval = await client.find(name);
  await io.out(output === 'json' ? toJson(approval) : approvalText(approval, io.colour));
}

function approvalTable(approvals: readonly Approval[], io: Io): string {
  return table({
    head: ['NAME', 'PHASE', 'CONNECTION', 'AGENT', 'POLICY', 'DECIDED', 'UNTIL', 'ROWS', 'COMMAND'],
    rows: approvals.map((approval) => {
      const { metadata, spec, status } = approval;
      const phase = phaseOf(approval);
      const { request, grant } = spec;
      return [
        metadata.name,
        { text: phase, tone: toneOf(phase) },
        spec.connectionRef.name,
        request?.agent.serviceAccount ?? grant?.subject.serviceAccount ?? '-',
        `${spec.policyRef.name}/${spec.policyRef.rule ?? '-'}`,
        `${String(approvedBy(spec))}/${String(spec.required)}`,
        status?.activeUntil ?? spec.expiresAt ?? '-',
        status?.estimatedRows === undefined ? '-' : `~${String(status.estimatedRows)}`,
        cut(commandOf(spec)),
      ];
    }),
    paint: painter(io.colour),
    empty: 'No approvals.',
  });
}

export interface DecideOptions extends Output {
  readonly decision: 'Approved' | 'Denied';
  readonly reason: string;
}

/** Decides one approval and says what became of it. */
export async function decideApproval(
  client: ApprovalsClient,
  name: string,
  { io, output, decision, reason }: DecideOptions,
): Promise<void> {
  await sayWhatBecame(await client.decide(name, { decision, reason }), { io, output });
}

/** Asks for a grant and says what it is called. */
export async function askGrant(
  client: ApprovalsClient,
  request: GrantRequest,
  { io, output }: Output,
): Promise<void> {
  await sayWhatBecame(await client.grant(request), { io, output });
}

async function sayWhatBecame(approval: Approval, { io, output }: Output): Promise<void> {
  if (output === 'json') {
    await io.out(toJson(approval));
    return;
  }
  const phase = phaseOf(approval);
  const { required } = approval.spec;
  const waiting =
    phase === 'Pending'
      ? `, ${String(approvedBy(approval.spec))} of ${String(required)} approvals given`
      : '';
  const until = approval.status?.activeUntil;
  const window = until === undefined ? '' : ` until ${visible(until)}`;
  await io.out(
    `${visible(approval.metadata.name)}: ${painter(io.colour)(toneOf(phase), visible(phase))}${window}${waiting}\n`,
  );
}

const approvedBy = ({ decisions = [] }: Approval['spec']): number =>
  decisions.filter(({ decision }) => decision === 'Approved').length;

const cut = (text: string): string =>
  text.length > MAX_COMMAND ? `${text.slice(0, MAX_COMMAND - 1)}…` : text;
