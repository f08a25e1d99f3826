import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serialize } from 'pg-protocol';
import type { CommandView } from '@chaperone/core/record';
import { startGround, type Ground } from './ground.ts';
import { allowAll, standaloneMasking } from './manifests.ts';
import type { Conversation, RawClient } from './raw-client.ts';
import { listSessions, showSession } from './record.ts';
import { typeOf, typesOf } from './frames.ts';
import { refusalIn } from './refusal.ts';
import { ordersSchema } from './schema.ts';
import { sleepsAt, waitFor } from './wait.ts';

const { parse, bind, describe: ask, execute, close, sync, query } = serialize;

const rules = [
  allowAll,
  {
    name: 'no-delete',
    effect: 'Deny',
    postgres: { commands: ['DELETE'] },
    message: 'Nothing is deleted.',
  },
];

const allow = { effect: 'Allow', policy: 'orders-db', rule: 'all' };
const deny = { effect: 'Deny', policy: 'orders-db', rule: 'no-delete' };

const digest = (frames: Conversation): string =>
  `sha256:${createHash('sha256').update(Buffer.concat(frames)).digest('hex')}`;

describe('the record', () => {
  let ground: Ground;

  beforeAll(async () => {
    ground = await startGround({
      policies: {
        'orders-db': { rules, masking: standaloneMasking },
        summary: { rules: [allowAll] },
      },
      connection: (name) => (name === 'summary' ? { recording: { responses: 'Summary' } } : {}),
      schema: ordersSchema,
    });
  });
  afterAll(async () => {
    await ground.stop();
  });

  /** The commands of a session that this client ends. */
  const recorded = async (raw: RawClient): Promise<readonly CommandView[]> => {
    const known = new Set(
      (await listSessions(ground))
        .filter(({ phase }) => phase !== 'Active')
        .map(({ session }) => session),
    );
    await raw.end();
    const ended = await waitFor('the session ends', async () =>
      (await listSessions(ground)).find(
        ({ session, phase }) => phase !== 'Active' && !known.has(session),
      ),
    );
    return (await showSession(ground, ended.session)).commands;
  };

  it('has commands with parameters, verdicts, outcomes and responses as they were delivered', async () => {
    const raw = await ground.raw();
    const simple = await raw.exchange([
      query('SELECT id, email, NULL AS nothing FROM customers WHERE id < 3 ORDER BY id'),
    ]);
    const text = 'SELECT item, amount FROM orders WHERE id = $1 OR item = $2';
    const extended = await raw.exchange([
      ...[parse({ name: 's', text }), ask({ type: 'S', name: 's' })],
      ...[bind({ statement: 's', values: ['1', "l'ü🐘"] }), execute()],
      ...[
        bind({ statement: 's', values: [Buffer.from([0, 0, 0, 2]), null], binary: true }),
        execute(),
        sync(),
      ],
    ]);
    await raw.exchange([query('DELETE FROM orders WHERE id = 1')]);
    await raw.exchange([query('SELECT 1/0 FROM orders')]);
    await raw.exchange([query('')]);
    await raw.exchange([
      query('SELECT 1; INSERT INTO orders VALUES (7, 1, $$x$$, 1); SELECT 2, 3'),
    ]);
    const commands = await recorded(raw);
    expect(commands).toHaveLength(7);
    expect(commands.map(({ seq }) => seq)).toEqual(
      [...commands.map(({ seq }) => seq)].sort((a, b) => a - b),
    );
    expect(commands).toMatchObject([
      {
        text: 'SELECT id, email, NULL AS nothing FROM customers WHERE id < 3 ORDER BY id',
        parameters: [],
        effects: [{ command: 'SELECT', kind: 'relation', object: 'public.customers' }],
        verdict: allow,
        approval: null,
        outcome: { status: 'success', code: null, rows: 2, digest: digest(simple.slice(0, -1)) },
        response: {
          columns: [{ name: 'id' }, { name: 'email' }, { name: 'nothing' }],
          rows: [
            ['1', '[redacted]', null],
            ['2', '[redacted]', null],
          ],
          tag: 'SELECT 2',
        },
      },
      {
        text,
        parameters: ['1', "l'ü🐘"],
        verdict: allow,
        outcome: { status: 'success', rows: 1 },
        response: {
          columns: [{ name: 'item' }, { name: 'amount' }],
          rows: [['lamp', '12.50']],
          tag: 'SELECT 1',
        },
      },
      {
        text,
        parameters: [{ binary: 'AAAAAg==' }, null],
        outcome: { status: 'success', rows: 1, digest: digest(extended.slice(7, 9)) },
        response: { rows: [['chair', expect.stringMatching(/^\\x/)]] },
      },
      {
        text: 'DELETE FROM orders WHERE id = 1',
        verdict: deny,
        outcome: { status: 'blocked', code: 'POLICY_DENIED', rows: 0, bytes: 0 },
        response: null,
      },
      {
        text: 'SELECT 1/0 FROM orders',
        outcome: { status: 'error', code: '22012', rows: 0 },
        response: { error: { severity: 'ERROR', code: '22012', message: 'division by zero' } },
      },
      { text: '', effects: [], outcome: { status: 'success', rows: 0 } },
      {
        text: 'SELECT 1; INSERT INTO orders VALUES (7, 1, $$x$$, 1); SELECT 2, 3',
        outcome: { status: 'success', rows: 2 },
        response: { rows: [['1'], ['2', '3']] },
      },
    ]);
    expect(commands[0]?.outcome?.bytes).toBe(Buffer.concat(simple.slice(0, -1)).length);
    expect(typesOf(extended)).toBe('1tT2DC2DCZ');
    await ground.target('DELETE FROM orders WHERE id = 7');
  });

  it('has what a pipeline skipped, and what no one executed', async () => {
    const raw = await ground.raw();
    const run = (text: string): readonly Buffer[] => [parse({ text }), bind(), execute()];
    await raw.exchange([
      ...run('SELECT 1 FROM orders'),
      ...run('SELECT 2/0 FROM orders'),
      ...run('SELECT 3 FROM orders'),
      sync(),
    ]);
    await raw.exchange([parse({ text: 'SELECT 4' }), bind(), sync()]);
    await raw.exchange([
      parse({ text: 'SELECT 5 FROM generate_series(1, 5)' }),
      bind(),
      execute({ rows: 2 }),
      close({ type: 'P' }),
      sync(),
    ]);
    const commands = await recorded(raw);
    const told = commands.map(({ text, outcome }) => [text, outcome?.status, outcome?.rows]);
    expect(told).toEqual([
      ['SELECT 1 FROM orders', 'success', 3],
      ['SELECT 2/0 FROM orders', 'error', 0],
      ['SELECT 3 FROM orders', 'skipped', 0],
      ['SELECT 4', 'skipped', 0],
      ['SELECT 5 FROM generate_series(1, 5)', 'success', 2],
    ]);
  });

  it('has the digest of a response that it does not keep', async () => {
    const raw = await ground.raw('summary');
    const answer = await raw.exchange([query('SELECT g FROM generate_series(1, 50000) g')]);
    const [command] = await recorded(raw);
    expect(command).toMatchObject({
      outcome: { status: 'success', rows: 50_000, digest: digest(answer.slice(0, -1)) },
      response: null,
    });
    expect(command?.outcome?.bytes).toBe(Buffer.concat(answer.slice(0, -1)).length);
  });

  it('has a large response, row for row', async () => {
    const raw = await ground.raw();
    const answer = await raw.exchange([
      query("SELECT g, 'row ' || g FROM generate_series(1, 30000) g"),
    ]);
    const [command] = await recorded(raw);
    expect(command?.outcome).toMatchObject({ rows: 30_000, digest: digest(answer.slice(0, -1)) });
    expect(command?.response?.rows).toHaveLength(30_000);
    expect(command?.response?.rows[29_999]).toEqual(['30000', 'row 30000']);
  });

  it('is listed, and filtered', async () => {
    const all = await listSessions(ground);
    expect(all).toHaveLength(4);
    expect(all[0]).toMatchObject({
      session: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
      connection: 'orders-db',
      protocol: 'Postgres',
      agent: { serviceAccount: 'local', namespace: 'default' },
      phase: 'Completed',
      tree: { size: expect.any(Number), root: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
    });
    expect(await listSessions(ground, '--connection', 'summary')).toHaveLength(1);
    expect(await listSessions(ground, '--agent', 'someone')).toHaveLength(0);
    expect(await listSessions(ground, '--phase', 'Active')).toHaveLength(0);
  });

  it('verifies, with a session that is open', async () => {
    await ground.raw();
    const done = await ground.chaperone('verify', '--all');
    expect(done.status).toBe(0);
    expect(done.stdout).toMatch(/open/);
  });

  it('is complete when SIGTERM drains: what runs gets its time, what is idle ends, nobody comes in', async () => {
    const [busy, idle] = [await ground.raw(), await ground.raw()];
    const answer = busy.until('C');
    const farewell = idle.until('E');
    busy.send(query("SELECT pg_sleep(3), 'slept'"));
    await sleepsAt(ground);
    const stopped = ground.sidecar.stop();
    expect(refusalIn(await farewell)).toMatchObject({ sqlstate: '57P01', code: 'SHUTTING_DOWN' });
    await expect(ground.raw()).rejects.toThrow();
    expect((await answer).map(typeOf).join('')).toBe('TDC');
    expect(await stopped).toBe(0);
    await Promise.all([busy.whenClosed(), idle.whenClosed()]);
    const all = await listSessions(ground);
    expect(new Set(all.map(({ phase }) => phase))).toEqual(new Set(['Completed']));
    const texts: unknown[] = [];
    for (const { session } of all) {
      const { commands } = await showSession(ground, session);
      texts.push(...commands.map(({ text, outcome }) => [text, outcome?.status]));
    }
    expect(texts).toContainEqual(["SELECT pg_sleep(3), 'slept'", 'success']);
    const verified = await ground.chaperone('verify', '--all');
    expect([verified.status, verified.stderr]).toEqual([0, '']);
  });
});
