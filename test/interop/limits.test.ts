import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { serialize } from 'pg-protocol';
import { rowsOf, statesOf, typesOf } from './frames.ts';
import { startGround, type Ground } from './ground.ts';
import { allowAll, type Fields, type PolicySpec } from './manifests.ts';
import type { RawClient } from './raw-client.ts';
import { readRefusal, refusalIn, refusalOf } from './refusal.ts';
import { listSessions, sessionOf, showSession } from './record.ts';
import { sleepsAt, waitFor } from './wait.ts';

const { parse, bind, execute, sync, query } = serialize;

/** Rows of a hundred bytes and more, in several reads. */
const many = "SELECT n, repeat('x', 100) AS text FROM generate_series(1, 5000) AS n";
const schema = 'CREATE TABLE things (id int PRIMARY KEY); INSERT INTO things VALUES (1), (2), (3);';

const rules = [allowAll];
const limitedTo = (limits: Fields): PolicySpec => ({ rules, limits });

const policies: Readonly<Record<string, PolicySpec>> = {
  open: { rules },
  bytes: limitedTo({ bytesPerCommand: '10Ki' }),
  rows: limitedTo({ rowsPerHour: 7000 }),
  volume: limitedTo({ bytesPerHour: '1M' }),
  shared: limitedTo({ bytesPerHour: '1M' }),
  few: limitedTo({ sessions: 2 }),
  narrow: { rules },
  brief: { rules },
  lazy: { rules },
  rehearsed: {
    mode: 'DryRun',
    rules: [
      {
        name: 'ask',
        effect: 'RequireApproval',
        postgres: { commands: ['SELECT'], relations: ['public.things'] },
        approval: { approvers: { groups: ['dba'] } },
      },
      { name: 'never', effect: 'Deny', postgres: { commands: ['DELETE'] } },
    ],
    masking: [{ name: 'ids', postgres: { columns: ['public.things.id'] }, method: 'Null' }],
    limits: { rowsPerCommand: 1, sessions: 1 },
  },
};

const connectionLimits: Readonly<Record<string, Fields>> = {
  narrow: { limits: { maxSessions: 1 } },
  brief: { limits: { maxSessionDuration: '1500ms' } },
  lazy: { limits: { idleTimeout: '1s' } },
};

const bytesOf = (frames: readonly Buffer[]): number =>
  frames.reduce((sum, frame) => sum + frame.length, 0);

describe('limits', () => {
  let ground: Ground;

  beforeAll(async () => {
    const connection = (name: string): Fields => connectionLimits[name] ?? {};
    ground = await startGround({ policies, connection, schema });
  });
  afterAll(async () => {
    await ground.stop();
  });

  /** An agent that remembers how its session ended. */
  const watched = async (
    connection: string,
  ): Promise<{ agent: pg.Client; error: () => unknown }> => {
    const agent = await ground.agent({}, connection);
    let error: unknown;
    agent.on('error', (one) => (error ??= one));
    return { agent, error: () => error };
  };
  const cutAt = async (
    client: RawClient,
  ): Promise<{ code: string; rows: number; bytes: number }> => {
    const answer = await client.exchange([query(many)]);
    expect(typesOf(answer)).toMatch(/^TD+EZ$/);
    expect(statesOf(answer)).toBe('I');
    const data = answer.filter((frame) => frame[0] === 0x44);
    return { code: refusalIn(answer).code, rows: data.length, bytes: bytesOf(data) };
  };

  it('cut the bytes of one command with an error, and leave the session usable', async () => {
    const client = await ground.raw('bytes');
    const cut = await cutAt(client);
    expect(cut.code).toBe('LIMIT_BYTES');
    expect(cut.bytes).toBeLessThanOrEqual(10 * 1024);
    expect(cut.bytes).toBeGreaterThan(9 * 1024);
    const extended = await client.exchange([parse({ text: many }), bind(), execute(), sync()]);
    expect(typesOf(extended)).toMatch(/^12D+EZ$/);
    expect(refusalIn(extended).code).toBe('LIMIT_BYTES');
    expect(rowsOf(await client.exchange([query('SELECT 1')]))).toEqual([['1']]);
    const agent = await ground.agent({}, 'bytes');
    expect((await refusalOf(agent.query(many))).code).toBe('LIMIT_BYTES');
    expect((await agent.query('SELECT id FROM things')).rows).toHaveLength(3);
    // A single row that is larger than the buffer is not sent in part.
    const long = await client.exchange([query("SELECT repeat('y', 300000)")]);
    expect([typesOf(long), refusalIn(long).code]).toEqual(['TEZ', 'LIMIT_BYTES']);
  });

  it('cut the rows of an hour within a running result, and deny from then on', async () => {
    const [one, two] = [await ground.raw('rows'), await ground.raw('rows')];
    expect(rowsOf(await one.exchange([query(many)]))).toHaveLength(5000);
    expect(await cutAt(two)).toMatchObject({ code: 'LIMIT_HOURLY', rows: 2000 });
    const after = await one.exchange([query('SELECT id FROM things')]);
    expect([typesOf(after), refusalIn(after).code]).toEqual(['EZ', 'LIMIT_HOURLY']);
    two.destroy();
    const { commands } = await showSession(ground, await sessionOf(ground));
    expect(commands).toMatchObject([{ outcome: { status: 'error', code: 'LIMIT_HOURLY' } }]);
  });

  it('cut the bytes of an hour within a running result', async () => {
    const client = await ground.raw('volume');
    const first = await client.exchange([query(many)]);
    const cut = await cutAt(client);
    expect(cut.code).toBe('LIMIT_HOURLY');
    expect(bytesOf(first) + cut.bytes).toBeLessThanOrEqual(1_000_000);
    expect(bytesOf(first) + cut.bytes).toBeGreaterThan(980_000);
  });

  it('count results that run in several sessions of an agent at the same time', async () => {
    const clients = await Promise.all([1, 2, 3, 4].map(async () => ground.raw('shared')));
    const answers = await Promise.all(
      clients.map(async (client) => client.exchange([query(many)])),
    );
    const ends = answers.map((answer) => typesOf(answer).slice(-2));
    expect(ends).toContain('EZ');
    const rows = answers.flatMap((answer) => answer.filter((frame) => frame[0] === 0x44));
    expect(bytesOf(rows)).toBeLessThanOrEqual(1_000_000);
    expect(bytesOf(rows)).toBeGreaterThan(950_000);
  });

  it('refuse a session too many of an agent, until one has ended', async () => {
    const first = await ground.agent({}, 'few');
    await ground.agent({}, 'few');
    const refused: unknown = await ground.agent({}, 'few').catch((error: unknown) => error);
    expect(readRefusal(refused)).toMatchObject({ sqlstate: '53300', code: 'TOO_MANY_SESSIONS' });
    await first.end();
    const again = await waitFor('there is room again', async () =>
      ground.agent({}, 'few').catch(() => undefined),
    );
    expect((await again.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  it('refuse a session too many of a connection', async () => {
    await ground.agent({}, 'narrow');
    const refused: unknown = await ground.agent({}, 'narrow').catch((error: unknown) => error);
    expect(readRefusal(refused).code).toBe('TOO_MANY_SESSIONS');
  });

  it('end a session that has lasted long enough, but not before what runs has ended', async () => {
    const { agent, error } = await watched('brief');
    const result = await agent.query('SELECT pg_sleep(3)');
    expect(result.rows).toHaveLength(1);
    await waitFor('the session ends', error);
    expect(readRefusal(error())).toMatchObject({ sqlstate: '57P05', code: 'SESSION_TIMEOUT' });
  });

  it('end a session that is idle, not one whose command runs', async () => {
    const { agent, error } = await watched('lazy');
    expect((await agent.query('SELECT pg_sleep(2.5)')).rows).toHaveLength(1);
    expect(error()).toBeUndefined();
    await waitFor('the session ends', error);
    expect(readRefusal(error())).toMatchObject({ sqlstate: '57P05', code: 'IDLE_TIMEOUT' });
  });

  it('and all else of a policy in DryRun hold nothing up; the record says what would have been', async () => {
    const [agent] = [await ground.agent({}, 'rehearsed'), await ground.agent({}, 'rehearsed')];
    const named = { name: 's', text: 'SELECT id FROM things ORDER BY id' };
    expect((await agent.query(named)).rows).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
    await agent.query('DELETE FROM things WHERE id = 99');
    await agent.query('INSERT INTO things VALUES (77)');
    await ground.target('DELETE FROM things WHERE id = 77');
    await agent.end();
    const { stdout } = await ground.chaperone('approvals', '-o', 'json');
    expect(JSON.parse(stdout)).toEqual([]);
    const { session } = await waitFor('the session ends', async () =>
      (await listSessions(ground, '--connection', 'rehearsed')).find(
        ({ phase }) => phase === 'Completed',
      ),
    );
    const { commands } = await showSession(ground, session);
    const would = { policy: 'rehearsed' };
    expect(commands.map(({ verdict }) => [verdict.effect, verdict.dryRun])).toEqual([
      ['Allow', { ...would, effect: 'RequireApproval', rule: 'ask' }],
      ['Allow', { ...would, effect: 'Deny', rule: 'never' }],
      ['Allow', { effect: 'Deny' }],
    ]);
  });

  it('that a policy sets later count for the next rows of what runs', async () => {
    const client = await ground.raw('open');
    const slow = "SELECT repeat('x', 10000), pg_sleep(0.05) FROM generate_series(1, 100) AS n";
    const running = client.exchange([query(slow)]);
    await sleepsAt(ground);
    await ground.setPolicy('open', limitedTo({ rowsPerCommand: 2 }));
    const answer = await running;
    expect(refusalIn(answer).code).toBe('LIMIT_ROWS');
    expect(rowsOf(answer).length).toBeLessThan(100);
    await ground.setPolicy('open', { rules });
  });
});

describe('a portal that was bound before the policies changed', () => {
  let ground: Ground;

  beforeAll(async () => {
    ground = await startGround({ policies: { portal: { rules } }, schema });
  });
  afterAll(async () => {
    await ground.stop();
  });

  it('gives no more rows, while one that was bound since does', async () => {
    const client = await ground.raw();
    const text = 'SELECT id FROM things ORDER BY id';
    const first = await client.exchange(
      [
        query('BEGIN'),
        ...[parse({ name: 's', text }), bind({ portal: 'p', statement: 's' })],
        ...[execute({ portal: 'p', rows: 1 }), sync()],
      ],
      2,
    );
    expect(rowsOf(first)).toEqual([['1']]);
    // What changes nothing for this agent changes nothing.
    const loads = (): number =>
      ground.sidecar.stderr().match(/the configuration changed/g)?.length ?? 0;
    const setPolicy = async (spec: PolicySpec): Promise<void> => {
      const before = loads();
      await ground.setPolicy('portal', spec);
      await waitFor('it is read', () => (loads() > before ? true : undefined));
    };
    const more = [execute({ portal: 'p', rows: 1 }), sync()];
    await ground.setPolicy('portal', { rules: [...rules] });
    expect(rowsOf(await client.exchange(more))).toEqual([['2']]);
    await setPolicy({
      rules: [...rules, { name: 'none', effect: 'Deny', postgres: { commands: ['DELETE'] } }],
    });
    const refused = await client.exchange(more);
    expect([typesOf(refused), statesOf(refused)]).toEqual(['EZ', 'E']);
    expect(refusalIn(refused).code).toBe('POLICY_CHANGED');
    await client.exchange([query('ROLLBACK')]);
    const anew = [bind({ statement: 's' }), execute(), sync()];
    expect(rowsOf(await client.exchange(anew))).toHaveLength(3);
    await setPolicy({
      rules: [{ name: 'none', effect: 'Deny', postgres: { commands: ['SELECT'] } }],
    });
    expect(refusalIn(await client.exchange(anew)).rule).toBe('none');
  });
});
