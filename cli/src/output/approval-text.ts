import type { Approval } from '../approvals/types.ts';
import { painter, toneOf } from './style.ts';
import { visible, visibleLines } from './visible.ts';

type Spec = Approval['spec'];

const WIDTH = 14;

export const phaseOf = ({ status }: Approval): string => status?.phase ?? 'Pending';

/** What it is about, on one line. */
export function commandOf({ request, grant }: Spec): string {
  if (request === undefined) return `(a grant for ${grant?.duration ?? '-'})`;
  const parameters = request.parameters ?? [];
  return parameters.length === 0
    ? request.command
    : `${request.command}  ${JSON.stringify(parameters)}`;
}

/** One approval in full, as who decides reads it. */
export function approvalText(approval: Approval, colour: boolean): string {
  const paint = painter(colour);
  const { metadata, spec, status } = approval;
  const phase = phaseOf(approval);
  const settled = status?.conditions?.[0];
  const why = settled === undefined ? '' : `  ${visible(`${settled.reason}: ${settled.message}`)}`;
  const lines = [
    `${paint('strong', visible(metadata.name))}  ${paint(toneOf(phase), visible(phase))}${why}`,
    ...field('connection', spec.connectionRef.name),
    ...field('because', `rule ${spec.policyRef.rule ?? '-'} of policy ${spec.policyRef.name}`),
    ...aboutLines(spec, status?.estimatedRows),
    ...field('approvers', approversText(spec)),
    ...(spec.decisions ?? []).flatMap((one) =>
      field('decided', `${one.decision} by ${one.username} ${reasonText(one.reason)}`.trimEnd()),
    ),
    ...field('decide until', spec.expiresAt ?? ''),
    ...field('open until', status?.activeUntil ?? ''),
    ...field('digest', spec.request?.digest ?? ''),
  ];
  return `${lines.join('\n')}\n`;
}

function aboutLines({ request, grant }: Spec, estimatedRows: number | undefined): string[] {
  if (request === undefined) {
    return [
      ...field('agent', grant?.subject.serviceAccount ?? ''),
      ...field('grant', `every command that the rule asks for, for ${grant?.duration ?? '-'}`),
      ...field('justification', grant?.justification ?? ''),
    ];
  }
  const { effects = [], parameters = [] } = request;
  const rows = estimatedRows === undefined ? 'the planner was not asked' : String(estimatedRows);
  return [
    ...field('agent', request.agent.serviceAccount),
    ...field('session', request.session),
    ...field('command', ''),
    visibleLines(request.command).replace(/^/gm, '    '),
    ...field('parameters', parameters.length === 0 ? '' : JSON.stringify(parameters)),
    ...field(
      'effects',
      effects.map(({ command, object = '' }) => `${command} ${object}`.trimEnd()).join(', '),
    ),
    ...field('rows, about', rows),
  ];
}

function approversText({ approvers = {}, required }: Spec): string {
  const groups = (approvers.groups ?? []).map((group) => `group ${group}`);
  const who = [...groups, ...(approvers.users ?? [])].join(', ');
  return `${String(required)} of ${who}`;
}

const reasonText = (reason = ''): string => (reason === '' ? '' : `(${reason})`);

/** A line, unless there is nothing to say; a title alone where the next line says it. */
function field(name: string, value: string): string[] {
  if (value === '' && name !== 'command') return [];
  return [`  ${name.padEnd(WIDTH)}${visible(value)}`.trimEnd()];
}
