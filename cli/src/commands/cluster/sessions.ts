import type { AuditSession } from '@chaperone/crds';
import type { Cluster } from '../../cluster/open.ts';
import { CliError } from '../../errors.ts';
import type { Io } from '../../io.ts';
import { toJson } from '../../output/json.ts';
import { painter, toneOf } from '../../output/style.ts';
import { table, type Cell } from '../../output/table.ts';
import { toAge } from '../../output/time.ts';
import { visible } from '../../output/visible.ts';

export interface ClusterSessionFilter {
  readonly agent?: string;
  readonly connection?: string;
  readonly phase?: string;
}

interface Output {
  readonly io: Io;
  readonly output: 'table' | 'json';
}

const WIDTH = 14;

/** Lists AuditSessions, oldest first. */
export async function listClusterSessions(
  { client, scope }: Cluster,
  { agent, connection, phase }: ClusterSessionFilter,
  { io, output }: Output,
): Promise<void> {
  const fields = [
    ['spec.agent.serviceAccount', agent],
    ['spec.connectionRef.name', connection],
    ['status.phase', phase],
  ] as const;
  const selector = fields
    .flatMap(([field, value]) => (value === undefined ? [] : [`${field}=${value}`]))
    .join(',');
  const found = await client.list<AuditSession>('sessions', scope, selector);
  const sessions = found.toSorted((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
  await io.out(output === 'json' ? toJson(sessions) : sessionTable(sessions, scope, io));
}

/** One session by its id, or the beginning of it that no other has. @throws CliError UNKNOWN_SESSION, AMBIGUOUS_SESSION */
export async function showClusterSession(
  { client, namespace }: Cluster,
  given: string,
  { io, output }: Output,
): Promise<void> {
  const all = await client.list<AuditSession>('sessions', namespace);
  const found = all.filter(({ metadata }) => metadata.name.startsWith(given.toLowerCase()));
  const [session, ...others] = found;
  if (session === undefined) {
    const list = `chaperone cluster sessions -n ${namespace} lists them`;
    throw new CliError('UNKNOWN_SESSION', `there is no session ${given} in ${namespace}; ${list}`);
  }
  if (others.length > 0) {
    const count = String(found.length);
    throw new CliError(
      'AMBIGUOUS_SESSION',
      `${count} sessions begin with ${given}: say more of it`,
    );
  }
  await io.out(output === 'json' ? toJson(session) : sessionText(session, io));
}

function sessionTable(
  sessions: readonly AuditSession[],
  scope: string | undefined,
  io: Io,
): string {
  const isWide = scope === undefined;
  return table({
    head: [
      ...(isWide ? ['NAMESPACE'] : []),
      ...['NAME', 'CONNECTION', 'AGENT', 'PHASE', 'COMMANDS', 'DENIED', 'STORED', 'AGE'],
    ],
    rows: sessions.map((session) => [
      ...(isWide ? [session.metadata.namespace] : []),
      ...cellsOf(session, io.now()),
    ]),
    paint: painter(io.colour),
    empty: `No sessions in ${scope ?? 'any namespace'}.`,
  });
}

function cellsOf(
  { metadata, spec, status = {} }: AuditSession,
  now: number,
): readonly (string | Cell)[] {
  const { phase = 'Active', commands = {}, conditions = [], startedAt } = status;
  return [
    metadata.name,
    spec.connectionRef.name,
    spec.agent.serviceAccount,
    { text: phase, tone: toneOf(phase) },
    countOf(commands.total),
    countOf(commands.denied),
    conditions.find(({ type }) => type === 'Ready')?.status ?? '-',
    toAge(startedAt ?? metadata.creationTimestamp, now),
  ];
}

const countOf = (count: number | undefined): string => (count === undefined ? '-' : String(count));

type Line = readonly [name: string, value: string | null | undefined];

function sessionText(session: AuditSession, { colour }: Io): string {
  const paint = painter(colour);
  const { metadata, status = {} } = session;
  const { phase = 'Active' } = status;
  const text = [...whoLines(session), ...whatLines(status)]
    .filter(([, value]) => typeof value === 'string' && value !== '')
    .map(([name, value]) => `  ${visible(name).padEnd(WIDTH)}${visible(value ?? '')}\n`);
  return `${paint('strong', visible(metadata.name))}  ${paint(toneOf(phase), phase)}\n${text.join('')}`;
}

function whoLines({ metadata, spec }: AuditSession): readonly Line[] {
  const { pod, claims = {}, serviceAccount } = spec.agent;
  return [
    ['namespace', metadata.namespace],
    ['connection', spec.connectionRef.name],
    ['agent', serviceAccount],
    ['pod', pod === undefined ? undefined : `${pod.name} (${pod.uid})`],
    ...Object.entries(claims).map(([name, value]): Line => [`claim ${name}`, value]),
  ];
}

type Status = NonNullable<AuditSession['status']>;

function whatLines({
  recording = {},
  commands,
  conditions = [],
  ...status
}: Status): readonly Line[] {
  return [
    ['began', status.startedAt],
    ['ended', status.endedAt],
    ['commands', commands === undefined ? undefined : countsText(commands)],
    ['rows', status.rows?.toString()],
    ['store', recording.storeRef?.name],
    ['prefix', recording.prefix],
    ['events', recording.treeSize?.toString()],
    ['root', recording.rootHash],
    ...conditions.map(({ type, status: is, reason, message }): Line => [
      type,
      `${is} ${reason}: ${message}`,
    ]),
  ];
}

function countsText({
  total = 0,
  denied = 0,
  approved = 0,
  errors = 0,
}: NonNullable<Status['commands']>): string {
  return `${String(total)}, ${String(denied)} denied, ${String(approved)} approved, ${String(errors)} failed`;
}
