import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { serialize } from 'pg-protocol';
import { errorIn, type RawClient } from './raw-client.ts';
import { rowsOf, statesOf, typesOf } from './frames.ts';
import { startGround, type Ground } from './ground.ts';
import { refusalIn, refusalOf } from './refusal.ts';
import { ordersSchema } from './schema.ts';

const { parse, bind, describe: ask, execute, close, sync, query } = serialize;

const rules = [
  { name: 'read', effect: 'Allow', postgres: { commands: ['SELECT'], relations: ['public.*'] } },
  {
    name: 'write',
    effect: 'Allow',
    postgres: { commands: ['INSERT', 'UPDATE', 'DELETE'], relations: ['public.orders'] },
  },
  {
    name: 'whole-table-writes',
    effect: 'Deny',
    postgres: { commands: ['UPDATE', 'DELETE'], unbounded: true },
    message: 'Name the rows you mean with a WHERE clause.',
  },
];

/** Policies with expressions over values can be decided at Bind alone. */
const byValue = [
  ...rules,
  {
    name: 'not-the-second',
    effect: 'Deny',
    postgres: { commands: ['DELETE'] },
    expression: 'command.parameters.exists(p, p == "2")',
    message: 'Order 2 stays.',
  },
];

const denied = 'DELETE FROM orders';
const insert = (id: number): string => `INSERT INTO orders VALUES (${String(id)}, 1, 'pen', 1)`;
const run = (text: string, values: readonly unknown[] = []): readonly Buffer[] => [
  parse({ text }),
  bind({ values: [...values] }),
  execute(),
];

describe('a denied command', () => {
  let ground: Ground;
  let raw: RawClient;

  beforeAll(async () => {
    ground = await startGround({
      policies: {
        'orders-db': { rules },
        'by-value': { rules: byValue },
        limited: { rules, limits: { rowsPerCommand: 2 } },
        hourly: { rules, limits: { rowsPerHour: 8 } },
        trying: { rules: byValue, mode: 'DryRun' },
      },
      schema: ordersSchema,
    });
  });
  beforeEach(async () => {
    raw = await ground.raw();
  });
  afterAll(async () => {
    await ground.stop();
  });

  const say = async (text: string): ReturnType<RawClient['exchange']> =>
    raw.exchange([query(text)]);
  const ids = async (): Promise<readonly number[]> =>
    (await ground.target<{ id: number }>('SELECT id FROM orders ORDER BY id')).map(({ id }) => id);

  it('is an error that a program can read', async () => {
    const answer = await say(denied);
    expect(typesOf(answer)).toBe('EZ');
    expect(refusalIn(answer)).toEqual({
      sqlstate: '42501',
      message: 'chaperone: rule whole-table-writes of policy orders-db denies it',
      code: 'POLICY_DENIED',
      policy: 'orders-db',
      rule: 'whole-table-writes',
      effects: [{ command: 'DELETE', kind: 'relation', object: 'public.orders', unbounded: true }],
      hint: 'Name the rows you mean with a WHERE clause.',
    });
    expect(errorIn(answer).severity).toBe('ERROR');
    expect(await ids()).toEqual([1, 2, 3]);
  });

  it('is one too where nothing allows it, and says what is allowed', async () => {
    const refusal = refusalIn(await say('CREATE TABLE mine (a int)'));
    expect(refusal).toMatchObject({ sqlstate: '42501', code: 'POLICY_DENIED' });
    expect(refusal.rule).toBeUndefined();
    expect(refusal.message).toMatch(/nothing allows CREATE TABLE on public\.mine/);
    expect(refusal.hint).toMatch(/^allowed: .*SELECT on public\.\*/);
  });

  it('tells drivers the same', async () => {
    const agent = await ground.agent();
    for (const text of [denied, 'UPDATE orders SET item = $1']) {
      const values = text.includes('$1') ? ['x'] : undefined;
      const refusal = await refusalOf(agent.query(text, values));
      expect(refusal).toMatchObject({ sqlstate: '42501', rule: 'whole-table-writes' });
      expect((await agent.query('SELECT count(*)::int AS n FROM orders')).rows).toEqual([{ n: 3 }]);
    }
  });

  it('leaves the connection as usable as before, outside of a transaction', async () => {
    const answer = await raw.exchange(
      [query(denied), query('SELECT item FROM orders WHERE id = 1')],
      2,
    );
    expect([typesOf(answer), statesOf(answer)]).toEqual(['EZTDCZ', 'II']);
    expect(rowsOf(answer)).toEqual([['lamp']]);
  });

  it('aborts the transaction that it stands in', async () => {
    expect(statesOf(await say('BEGIN'))).toBe('T');
    expect(statesOf(await say(insert(20)))).toBe('T');
    expect(statesOf(await say(denied))).toBe('E');
    const next = await say('SELECT item FROM orders');
    expect([errorIn(next).code, statesOf(next)]).toEqual(['25P02', 'E']);
    const another = await say(denied);
    expect([refusalIn(another).code, statesOf(another)]).toEqual(['POLICY_DENIED', 'E']);
    const end = await say('COMMIT');
    expect([end[0]?.includes('ROLLBACK'), statesOf(end)]).toEqual([true, 'I']);
    expect(await ids()).toEqual([1, 2, 3]);
  });

  it('is undone by a savepoint like any error', async () => {
    const texts = [
      'BEGIN',
      insert(21),
      'SAVEPOINT a',
      denied,
      'ROLLBACK TO a',
      insert(22),
      'COMMIT',
    ];
    const answer = await raw.exchange(
      texts.map((text) => query(text)),
      texts.length,
    );
    expect(statesOf(answer)).toBe('TTTETTI');
    expect(await ids()).toEqual([1, 2, 3, 21, 22]);
    await say('DELETE FROM orders WHERE id > 20');
  });

  it('keeps a whole string of statements from running', async () => {
    const answer = await say(`${insert(23)}; ${denied}; SELECT 1`);
    expect(typesOf(answer)).toBe('EZ');
    expect(refusalIn(answer).rule).toBe('whole-table-writes');
    expect(await ids()).toEqual([1, 2, 3]);
  });

  it('rolls back what stood before it in the same pipeline, and skips what stands behind', async () => {
    const answer = await raw.exchange([
      ...run(insert(24)),
      ...run(denied),
      ...run(insert(25)),
      sync(),
    ]);
    expect([typesOf(answer), statesOf(answer)]).toEqual(['12CEZ', 'I']);
    expect(refusalIn(answer).rule).toBe('whole-table-writes');
    expect(await ids()).toEqual([1, 2, 3]);
    const after = await raw.exchange([...run('SELECT id FROM orders WHERE id = 1'), sync()]);
    expect(rowsOf(after)).toEqual([['1']]);
  });

  it('does not reach behind a Sync', async () => {
    const answer = await raw.exchange(
      [...run(insert(26)), sync(), ...run(denied), sync(), ...run(insert(27)), sync()],
      3,
    );
    expect([typesOf(answer), statesOf(answer)]).toEqual(['12CZEZ12CZ', 'III']);
    expect(await ids()).toEqual([1, 2, 3, 26, 27]);
    await say('DELETE FROM orders WHERE id > 20');
  });

  it('aborts a transaction over several Syncs', async () => {
    await say('BEGIN');
    const answer = await raw.exchange([...run(insert(28)), sync(), ...run(denied), sync()], 2);
    expect(statesOf(answer)).toBe('TE');
    expect(errorIn(await raw.exchange([...run('SELECT 1 FROM orders'), sync()])).code).toBe(
      '25P02',
    );
    expect(statesOf(await say('ROLLBACK'))).toBe('I');
    expect(await ids()).toEqual([1, 2, 3]);
  });

  it('was never prepared', async () => {
    const answer = await raw.exchange([
      parse({ name: 'no', text: denied }),
      ask({ type: 'S', name: 'no' }),
      sync(),
    ]);
    expect([typesOf(answer), refusalIn(answer).code]).toEqual(['EZ', 'POLICY_DENIED']);
    const used = await raw.exchange([bind({ statement: 'no' }), execute(), sync()]);
    expect([typesOf(used), errorIn(used).code]).toEqual(['EZ', '26000']);
    expect(await ids()).toEqual([1, 2, 3]);
  });

  it('is decided by its values at Bind, and its statement stays', async () => {
    raw = await ground.raw('by-value');
    const values = (id: string): readonly Buffer[] => [
      bind({ statement: 'd', values: [id] }),
      execute(),
    ];
    await say(insert(29));
    const prepared = [parse({ name: 'd', text: 'DELETE FROM orders WHERE id = $1' }), sync()];
    expect(typesOf(await raw.exchange(prepared))).toBe('1Z');
    const no = await raw.exchange([...values('2'), sync()]);
    expect([typesOf(no), refusalIn(no).hint]).toEqual(['EZ', 'Order 2 stays.']);
    expect(typesOf(await raw.exchange([...values('29'), sync()]))).toBe('2CZ');
    const both = await raw.exchange([...values('1'), ...values('2'), sync()]);
    expect(typesOf(both)).toBe('2CEZ');
    expect(await ids()).toEqual([1, 2, 3]);
    expect(typesOf(await raw.exchange([close({ type: 'S', name: 'd' }), sync()]))).toBe('3Z');
  });

  it('replaces no statement of the agent', async () => {
    await raw.exchange([
      parse({ name: 'mine', text: 'SELECT item FROM orders WHERE id = $1' }),
      sync(),
    ]);
    await say(denied);
    await raw.exchange([...run(denied), sync()]);
    const answer = await raw.exchange([
      bind({ statement: 'mine', values: ['3'] }),
      execute(),
      sync(),
    ]);
    expect(rowsOf(answer)).toEqual([['table']]);
  });

  it('is what the sidecar does not serve, each with its own code', async () => {
    const tries: Readonly<Record<string, string>> = {
      'CREATE TEMP VIEW v AS SELECT 1': 'UNSUPPORTED_TEMPORARY',
      "PREPARE TRANSACTION 'x'": 'UNSUPPORTED_STATEMENT',
      'SET search_path = pg_temp': 'UNSUPPORTED_SETTING',
      'SELEC 1': 'SQL_SYNTAX',
    };
    for (const [text, code] of Object.entries(tries)) {
      for (const messages of [[query(text)], [...run(text), sync()]]) {
        const answer = await raw.exchange(messages);
        expect([text, typesOf(answer), refusalIn(answer).code]).toEqual([text, 'EZ', code]);
      }
    }
    expect(statesOf(await say('SELECT count(*) FROM orders'))).toBe('I');
  });

  it('is refused a thousand times on one connection', async () => {
    const texts = Array.from({ length: 1000 }, (_, i) =>
      i % 2 === 0 ? denied : 'SELECT id FROM orders WHERE id = 1',
    );
    const answer = await raw.exchange(
      texts.map((text) => query(text)),
      texts.length,
    );
    expect(typesOf(answer)).toBe('EZTDCZ'.repeat(500));
  });

  it('is larger than the connection allows, and the connection goes on', async () => {
    const large = `SELECT '${'x'.repeat(2_000_000)}'`;
    for (const messages of [[query(large)], [...run(large), sync()]]) {
      const answer = await raw.exchange(messages);
      expect([typesOf(answer), refusalIn(answer).code]).toEqual(['EZ', 'COMMAND_TOO_LARGE']);
    }
    expect(rowsOf(await say('SELECT item FROM orders WHERE id = 1'))).toEqual([['lamp']]);
  });

  it('is a result that is cut off where a policy limits its rows', async () => {
    const limited = await ground.raw('limited');
    const text = 'SELECT id FROM orders ORDER BY id';
    for (const messages of [[query(text)], [...run(text), sync()]]) {
      const answer = await limited.exchange(messages);
      expect(rowsOf(answer)).toEqual([['1'], ['2']]);
      expect(refusalIn(answer).code).toBe('LIMIT_ROWS');
      expect(statesOf(answer)).toBe('I');
    }
    expect(typesOf(await limited.exchange([query(`${text} LIMIT 2`)]))).toBe('TDDCZ');
  });

  it('comes after as many rows as an hour may have, over all sessions', async () => {
    const text = 'SELECT id FROM orders';
    const [one, two] = [await ground.raw('hourly'), await ground.raw('hourly')];
    expect(rowsOf(await one.exchange([query(text)]))).toHaveLength(3);
    expect(rowsOf(await two.exchange([query(text)]))).toHaveLength(3);
    const cut = await one.exchange([query(text)]);
    expect(rowsOf(cut)).toHaveLength(2);
    expect(typesOf(cut)).toBe('TDDEZ');
    const after = await two.exchange([query(text)]);
    expect([typesOf(after), refusalIn(after).code]).toEqual(['EZ', 'LIMIT_HOURLY']);
  });

  it('passes where the policy only tries, and the record says what would have been', async () => {
    const trying = await ground.agent({}, 'trying');
    await trying.query(insert(30));
    expect(
      (await trying.query('DELETE FROM orders WHERE id = $1 OR id = $2', ['2', '30'])).rowCount,
    ).toBe(2);
    await ground.target("INSERT INTO orders VALUES (2, 1, 'chair', 80)");
    await trying.end();
    const { stdout } = await ground.chaperone('sessions', '--connection', 'trying', '-o', 'json');
    const [session] = JSON.parse(stdout) as { session: string }[];
    const shown = await ground.chaperone('show', session?.session ?? '', '-o', 'json');
    const { commands } = JSON.parse(shown.stdout) as { commands: { verdict: unknown }[] };
    expect(commands[1]?.verdict).toMatchObject({
      effect: 'Allow',
      dryRun: { effect: 'Deny', policy: 'trying', rule: 'not-the-second' },
    });
  });
});
