import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { serialize } from 'pg-protocol';
import { eventsWith } from '../harness/recording.ts';
import { run } from '../harness/run.ts';
import { typesOf } from './frames.ts';
import { startGround, type Ground } from './ground.ts';
import { allowAll, standaloneMasking, type Fields, type PolicySpec } from './manifests.ts';
import { sessionOf, showSession } from './record.ts';
import { refusalOf } from './refusal.ts';
import { ordersSchema } from './schema.ts';
import { sleepsAt, waitFor } from './wait.ts';

const rules = [allowAll];
const detecting = { name: 'mail', detectors: ['Email'], method: 'Redact' };
const channelsOnly = {
  name: 'its-own-channels',
  effect: 'Allow',
  postgres: { commands: ['LISTEN'] },
  expression:
    'command.effects.all(e, e.kind == "channel" && e.object.startsWith("orders_") && e.command == "LISTEN")',
};
const policies: Readonly<Record<string, PolicySpec>> = {
  open: { rules },
  detected: { rules, masking: [detecting] },
  masked: { rules, masking: standaloneMasking },
  changing: { rules },
  narrow: { rules: [channelsOnly] },
  brief: { rules },
  summary: { rules },
};
const settings: Readonly<Record<string, Fields>> = {
  brief: { limits: { idleTimeout: '1s' } },
  summary: { recording: { responses: 'Summary' } },
};

/** A trigger that tells the world of each new customer. */
const schema = `${ordersSchema}
  CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS
    $$BEGIN PERFORM pg_notify('customers', NEW.email); RETURN NEW; END$$;
  CREATE TRIGGER tell AFTER INSERT ON customers FOR EACH ROW EXECUTE FUNCTION tell();`;

const ESTABLISHED = '01';
const KEEPALIVE_TIMER = '02';

/** TCP connections of this machine that the kernel probes while they are silent (proc(5), `/proc/net/tcp`). */
async function probed(which: (localPort: number, remotePort: number) => boolean): Promise<number> {
  const lines = (await readFile('/proc/net/tcp', 'utf8')).trim().split('\n').slice(1);
  return lines.filter((line) => {
    const [, local = '', remote = '', state, , timer = ''] = line.trim().split(/\s+/);
    const [from, to] = [local, remote].map((address) => Number.parseInt(address.slice(9), 16));
    const isProbed = state === ESTABLISHED && timer.startsWith(KEEPALIVE_TIMER);
    return isProbed && which(from ?? 0, to ?? 0);
  }).length;
}

describe('a session that listens', () => {
  let ground: Ground;

  beforeAll(async () => {
    const connection = (name: string): Fields => settings[name] ?? {};
    ground = await startGround({ policies, connection, schema });
  });
  afterAll(async () => {
    await ground.stop();
  });

  /** An agent on this connection that has said LISTEN, and what it heard. */
  const listening = async (
    connection: string,
    channel: string,
  ): Promise<{ agent: pg.Client; heard: pg.Notification[] }> => {
    const agent = await ground.agent({}, connection);
    const heard: pg.Notification[] = [];
    agent.on('notification', (one) => heard.push(one));
    await agent.query(`LISTEN ${channel} /* by ${connection} */`);
    return { agent, heard };
  };
  const next = async (heard: pg.Notification[]): Promise<pg.Notification> =>
    waitFor('a notification', () => heard.shift());
  const recorded = async (connection: string): Promise<readonly (string | undefined)[]> =>
    (await eventsWith(ground.data, `by ${connection} */`))
      .filter(({ payload }) => payload.stream === 'notification')
      .map(({ payload: { wire } }) =>
        wire === undefined ? wire : Buffer.from(wire, 'base64').toString('latin1', 9),
      );

  it('hears between commands what others send, and the record holds it', async () => {
    const { agent, heard } = await listening('open', 'news');
    await ground.target("NOTIFY news, 'first'; NOTIFY other, 'not this'");
    expect(await next(heard)).toMatchObject({ channel: 'news', payload: 'first' });
    await ground.target("SELECT pg_notify('news', '')");
    expect(await next(heard)).toMatchObject({ channel: 'news', payload: '' });
    await agent.query('UNLISTEN news');
    await ground.target("NOTIFY news, 'unheard'");
    expect((await agent.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    expect(heard).toEqual([]);
    await agent.end();
    expect(await recorded('open')).toEqual(['news\0first\0', 'news\0\0']);
    const session = await sessionOf(ground);
    const { notifications } = await showSession(ground, session);
    expect(notifications).toMatchObject([
      { channel: 'news', payload: 'first' },
      { channel: 'news', payload: '' },
    ]);
    const shown = await ground.chaperone('show', session);
    expect(shown.stdout).toMatch(/#\d+ {2}\S+ {2}notification on news\n {4}first\n/);
    const verified = await ground.chaperone('verify', session);
    expect([verified.status, verified.stderr]).toEqual([0, '']);
  });

  it('knows its own by its process id, and the answers around them are whole', async () => {
    const raw = await ground.raw();
    const own = await raw.exchange(
      [serialize.query("LISTEN a; NOTIFY a, 'x'; SELECT 1"), serialize.query('SELECT 2')],
      2,
    );
    expect(typesOf(own)).toBe('CCTDCAZTDCZ');
    const { agent, heard } = await listening('open', 'mine');
    await agent.query("NOTIFY mine, 'me'");
    const { processId } = await next(heard);
    expect(processId).toBe((agent as unknown as { processID: number }).processID);
    await ground.target("NOTIFY mine, 'another'");
    const another = await next(heard);
    expect(another.processId).not.toBe(processId);
    await raw.end();
    await agent.end();
    const verified = await ground.chaperone('verify', '--all');
    expect([verified.status, verified.stdout]).toEqual([0, expect.not.stringContaining('failed')]);
  });

  it('hears no value that detectors find', async () => {
    const { agent, heard } = await listening('detected', 'customers');
    await ground.target("INSERT INTO customers VALUES (20, 'Kim', 'kim@example.com')");
    expect(await next(heard)).toMatchObject({ channel: 'customers', payload: '[redacted]' });
    await ground.target("NOTIFY customers, 'for kim@example.com: hello'");
    expect((await next(heard)).payload).toBe('for [redacted]: hello');
    await ground.target("NOTIFY customers, 'nothing'");
    expect((await next(heard)).payload).toBe('nothing');
    await agent.end();
    expect((await recorded('detected')).join()).not.toContain('example.com');
  });

  it('hears that something happened and not what, where a column is masked', async () => {
    const { agent, heard } = await listening('masked', 'customers');
    await ground.target("INSERT INTO customers VALUES (21, 'Lee', 'lee@secret')");
    expect(await next(heard)).toMatchObject({ channel: 'customers', payload: '[redacted]' });
    await agent.end();
    expect(await recorded('masked')).toEqual(['customers\0[redacted]\0']);
  });

  it('hears under the policies of now, while it only waits', async () => {
    const { heard } = await listening('changing', 'customers');
    await ground.target("NOTIFY customers, 'before'");
    expect((await next(heard)).payload).toBe('before');
    await ground.setPolicy('changing', { rules, masking: standaloneMasking });
    const payload = await waitFor('the policy counts', async () => {
      await ground.target("NOTIFY customers, 'after'");
      const one = await next(heard);
      return one.payload === 'after' ? undefined : one.payload;
    });
    expect(payload).toBe('[redacted]');
  });

  it('is one whose policy allows it, by the channel where it says so', async () => {
    const { agent } = await listening('narrow', 'orders_changed');
    for (const text of ['LISTEN customers', "NOTIFY orders_changed, 'x'", 'UNLISTEN *']) {
      expect(await refusalOf(agent.query(text))).toMatchObject({ code: 'POLICY_DENIED' });
    }
    const refusal = await refusalOf(agent.query('LISTEN customers'));
    expect(refusal.effects).toEqual([{ command: 'LISTEN', kind: 'channel', object: 'customers' }]);
  });

  it('is not idle', async () => {
    const { heard } = await listening('brief', 'rare');
    await sleep(3_500);
    await ground.target("NOTIFY rare, 'at last'");
    expect((await next(heard)).payload).toBe('at last');
  });

  it('is probed while it is silent, on both sides', async () => {
    const raw = await ground.raw('open');
    await raw.exchange([serialize.query('LISTEN quiet')]);
    const { port } = ground.server;
    await waitFor('the kernel probes', async () => {
      const agents = await probed((local) => local === ground.sidecar.port('open'));
      const targets = await probed((_local, remote) => remote === port);
      return agents > 0 && targets > 0 ? true : undefined;
    });
    raw.destroy();
  });

  it('leaves a mark in a record that keeps no responses', async () => {
    const { agent, heard } = await listening('summary', 'news');
    await ground.target("NOTIFY news, 'unkept'");
    await next(heard);
    await agent.end();
    expect(await recorded('summary')).toEqual([undefined]);
  });

  it('may be psql', async () => {
    const where = `host=127.0.0.1 port=${String(ground.sidecar.port('open'))} user=agent dbname=postgres`;
    const nap = ['-c', 'SELECT pg_sleep(1)'];
    const finished = run('psql', ['-X', '-w', '-A', '-t', '-c', 'LISTEN news', ...nap, where]);
    await sleepsAt(ground);
    await ground.target("NOTIFY news, 'to psql'");
    expect((await finished).stdout).toMatch(
      /^Asynchronous notification "news" with payload "to psql" received from server process/m,
    );
  });
});
