import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serialize } from 'pg-protocol';
import { openSlowCancel, type SlowCancel } from '../postgres/slow-cancel.ts';
import { startPostgres, type Postgres } from '../postgres/server.ts';
import { rowsOf, typesOf } from './frames.ts';
import { startGround, type Ground } from './ground.ts';
import { allowAll } from './manifests.ts';
import { errorIn, type RawClient } from './raw-client.ts';
import { refusalIn } from './refusal.ts';
import { sleepsAt } from './wait.ts';

const { parse, bind, execute, sync, query } = serialize;

const DELAY_MS = 300;
const rules = [allowAll];
const three = 'SELECT id FROM things ORDER BY id';
/** Runs when a CancelRequest of before would arrive. */
const nap = `SELECT pg_sleep(${String((2 * DELAY_MS) / 1000)})`;
const run = (text: string): readonly Buffer[] => [parse({ text }), bind(), execute()];

describe('a CancelRequest that travels longer than what it is for', () => {
  let server: Postgres;
  let slow: SlowCancel;
  let ground: Ground;

  beforeAll(async () => {
    server = await startPostgres({ access: ['host all direct all trust'] });
    slow = await openSlowCancel({ host: '127.0.0.1', port: server.port }, DELAY_MS);
    const target = { host: '127.0.0.1', port: slow.port, tls: { mode: 'Disable' } };
    ground = await startGround({
      server,
      policies: { limited: { rules, limits: { rowsPerCommand: 2 } } },
      connection: () => ({ target }),
      schema: 'CREATE TABLE things (id int); INSERT INTO things VALUES (1), (2), (3);',
    });
  });
  afterAll(async () => {
    await ground.stop();
    slow.close();
  });

  const cut = (answer: Awaited<ReturnType<RawClient['exchange']>>): void => {
    expect(rowsOf(answer).slice(0, 2)).toEqual([['1'], ['2']]);
    expect(refusalIn(answer).code).toBe('LIMIT_ROWS');
  };

  it('does not hit the command behind a result that a policy cut', async () => {
    const raw = await ground.raw();
    for (const messages of [[query(three)], [...run(three), sync()]]) {
      const before = slow.cancels();
      cut(await raw.exchange(messages));
      expect(typesOf(await raw.exchange([query(nap)]))).toBe('TDCZ');
      expect(slow.cancels()).toBe(before + 1);
    }
  });

  it('is not sent where commands of the pipeline stand behind the cut one', async () => {
    const raw = await ground.raw();
    const before = slow.cancels();
    const simple = await raw.exchange([query(three), query(nap)], 2);
    cut(simple);
    expect(typesOf(simple)).toBe('TDDEZTDCZ');
    const extended = await raw.exchange([...run(three), sync(), ...run(nap), sync()], 2);
    cut(extended);
    expect(typesOf(extended)).toBe('12DDEZ12DCZ');
    expect(typesOf(await raw.exchange([query(nap)]))).toBe('TDCZ');
    expect(slow.cancels()).toBe(before);
  });

  it('is over for the agent when it is over at the target', async () => {
    const raw = await ground.raw();
    const answer = raw.until('Z');
    raw.send(query('SELECT pg_sleep(100)'));
    await sleepsAt(ground);
    const since = performance.now();
    await raw.cancel();
    expect(performance.now() - since).toBeGreaterThan(DELAY_MS - 10);
    expect(errorIn(await answer).code).toBe('57014');
  });

  it('holds back what the agent sends behind its own', async () => {
    const raw = await ground.raw();
    const before = slow.cancels();
    const cancelled = raw.cancel();
    await new Promise((resolve) => setTimeout(resolve, DELAY_MS / 6));
    expect(typesOf(await raw.exchange([query(nap)]))).toBe('TDCZ');
    await cancelled;
    expect(slow.cancels()).toBe(before + 1);
  });
});
