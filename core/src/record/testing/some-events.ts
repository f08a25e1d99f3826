import { EventEncoder, prepareCommand } from '../event-encoder.ts';
import type { Registration } from '../registration.ts';
import { formatTime } from '../time.ts';
import { sha256Text } from '../tree-hash.ts';
import type { RecordedVerdict } from '../types.ts';
import { backend } from './backend.ts';

export interface RecordingOptions {
  readonly session: string;
  readonly connection?: string;
  readonly serviceAccount?: string;
  readonly startedAtMs?: number;
  /** Of the agent, in the registration. */
  readonly pod?: { readonly name: string; readonly uid: string };
  /** Without an end, a manifest and the leaves of the last segment. */
  readonly active?: boolean;
  /** Text of the first command. */
  readonly text?: string;
  /** Events in each segment but the last. */
  readonly perSegment?: number;
  /** Commands beyond the ones that every recording has. */
  readonly more?: number;
}

export function registrationOf(options: RecordingOptions): Registration {
  const startedAtMs = options.startedAtMs ?? Date.UTC(2026, 10, 21, 9);
  return {
    session: options.session,
    connection: options.connection ?? 'orders-db',
    namespace: 'agents',
    protocol: 'Postgres',
    agent: {
      serviceAccount: options.serviceAccount ?? 'report-bot',
      namespace: 'agents',
      ...(options.pod && { pod: options.pod }),
    },
    startedAt: formatTime(startedAtMs),
  };
}

export const endCounts = (
  more: number,
): {
  commands: { total: number; denied: number; approved: number; errors: number };
  rows: number;
  bytes: number;
} => ({ commands: { total: 4 + more, denied: 1, approved: 1, errors: 0 }, rows: 4, bytes: 400 });

const allowed: RecordedVerdict = {
  effect: 'Allow',
  policy: 'orders',
  rule: 'read',
  reason: 'read allows it',
};
const denied: RecordedVerdict = {
  effect: 'Deny',
  policy: 'orders',
  rule: 'whole-table-writes',
  reason: 'Name the rows you mean with a WHERE clause.',
};
const held: RecordedVerdict = {
  effect: 'RequireApproval',
  policy: 'orders',
  rule: 'customer-changes',
  reason: 'a person has to approve it',
};

/** Lines of one session with every type of event and every field of them. */
export function someEvents(options: RecordingOptions): string[] {
  const startedAtMs = options.startedAtMs ?? Date.UTC(2026, 10, 21, 9);
  const encoder = new EventEncoder(options.session);
  const lines: string[] = [];
  let step = 0;
  const take = (write: (encoder: EventEncoder) => void): void => {
    write(encoder.at(startedAtMs, 1_234_567 * step));
    lines.push(encoder.pending().toString('utf8'));
    encoder.commit();
    step += 1;
  };
  const { connection, namespace, protocol, agent } = registrationOf(options);
  take((to) => {
    to.encode('session-start', {
      connection,
      namespace,
      protocol,
      agent: {
        ...agent,
        pod: { name: 'report-bot-1', uid: '7f3c9a52-0000-4000-8000-1b2c3d4e5f60' },
        labels: { app: 'report-bot' },
        claims: { model: 'claude' },
      },
      target: { host: 'orders.example.com', port: 5432 },
      client: { user: 'app', database: 'orders' },
      recorder: { version: '0.1.0' },
    });
  });
  takePrepared(take, options.text ?? 'SELECT id, email FROM public.customers WHERE id = $1');
  takeDenied(take);
  takeHeld(take);
  for (let i = 0; i < (options.more ?? 0); i += 1) takeSimple(take, 5 + i);
  if (options.active === true) return lines;
  take((to) => {
    to.encode('session-end', {
      phase: 'Completed',
      reason: 'the agent left',
      ...endCounts(options.more ?? 0),
    });
  });
  return lines;
}

type Take = (write: (encoder: EventEncoder) => void) => void;

function takePrepared(take: Take, text: string): void {
  const prepared = prepareCommand({
    statement: 1,
    text,
    effects: [{ command: 'SELECT', kind: 'relation', object: 'public.customers' }],
    verdict: allowed,
  });
  take((to) => {
    to.encodeData({ stream: 'prepare', statement: 1, text });
  });
  take((to) => {
    to.encodeData({ stream: 'describe', statement: 1 }, backend.rowDescription(['id', 'email']));
  });
  const responses = [
    [
      backend.dataRow(['42', '[masked]']),
      backend.dataRow(['43', null]),
      backend.commandComplete('SELECT 2'),
    ],
    [backend.rowDescription(['id']), backend.dataRow(['1']), backend.commandComplete('SELECT 1')],
  ];
  for (const [index, response] of responses.entries()) {
    take((to) => {
      to.encodeCommand(prepared, index + 1, [String(index), null, { binary: 'AAAAKg==' }]);
    });
    take((to) => {
      const wire = Buffer.concat(response);
      const rows = 2 - index;
      const fields = { command: index + 1, status: 'success', rows, durationMs: 1.25 } as const;
      to.encodeOutcome({ ...fields, bytes: wire.length }, wire);
    });
  }
}

function takeDenied(take: Take): void {
  const prepared = prepareCommand({
    text: 'DELETE FROM public.orders',
    effects: [{ command: 'DELETE', kind: 'relation', object: 'public.orders', unbounded: true }],
    verdict: denied,
    code: 'POLICY_DENIED',
  });
  const response = backend.error('42501', 'denied by policy orders, rule whole-table-writes');
  take((to) => {
    to.encodeCommand(prepared, 3, []);
  });
  take((to) => {
    to.encodeOutcome(
      {
        command: 3,
        status: 'blocked',
        code: 'POLICY_DENIED',
        rows: 0,
        bytes: response.length,
        durationMs: 0.1,
      },
      response,
    );
  });
}

function takeHeld(take: Take): void {
  const prepared = prepareCommand({
    text: "UPDATE public.customers SET tier = 'gold' WHERE id = 42",
    effects: [{ command: 'UPDATE', kind: 'relation', object: 'public.customers' }],
    verdict: { ...held, dryRun: { effect: 'RequireApproval', policy: 'orders', rule: 'later' } },
  });
  const first = backend.notice('tier is deprecated');
  const digest = sha256Text('the whole response, of which a part is kept');
  take((to) => {
    to.encodeCommand(prepared, 4, []);
  });
  take((to) => {
    const decider = {
      username: 'ann',
      decision: 'Approved',
      reason: 'CHG-1',
      decidedAt: '2026-11-21T09:00:10Z',
    };
    to.encode('decision', {
      command: 4,
      approval: 'orders-db-x7k2p',
      decision: 'Approved',
      deciders: [decider],
      reason: 'CHG-1',
    });
  });
  take((to) => {
    to.encodeData({ stream: 'response', command: 4 }, first);
  });
  take((to) => {
    to.encode('gap', { reason: 'the disk was full' });
  });
  take((to) => {
    const fields = {
      command: 4,
      status: 'success',
      rows: 1,
      bytes: 400,
      truncated: true,
      durationMs: 20,
    } as const;
    to.encodeOutcome({ ...fields, digest }, backend.commandComplete('UPDATE 1'));
  });
}

function takeSimple(take: Take, command: number): void {
  const prepared = prepareCommand({
    text: `SELECT ${String(command)}`,
    effects: [],
    verdict: allowed,
  });
  const response = [
    backend.rowDescription(['n']),
    backend.dataRow([String(command)]),
    backend.commandComplete('SELECT 1'),
  ];
  take((to) => {
    to.encodeCommand(prepared, command, []);
  });
  take((to) => {
    const wire = Buffer.concat(response);
    const fields = { command, status: 'success', rows: 1, durationMs: 0.5 } as const;
    to.encodeOutcome({ ...fields, bytes: wire.length }, wire);
  });
}
