import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { serialize } from 'pg-protocol';
import { errorIn, type Conversation, type RawClient } from './raw-client.ts';
import { rowsOf, typesOf } from './frames.ts';
import { startGround, type Ground } from './ground.ts';
import { allowAll, standaloneMasking } from './manifests.ts';
import { refusalIn } from './refusal.ts';
import { ordersSchema, secrets } from './schema.ts';

const { parse, bind, describe: ask, execute, sync, query } = serialize;

const schema = `${ordersSchema}
  CREATE TABLE vault (id int PRIMARY KEY, label text CHECK (label <> 'bad'), secret text, pin int, doc jsonb);
  INSERT INTO vault VALUES (1, 'one', 'the-vault-secret', 98765, '{"k": "the-vault-secret"}'),
    (2, 'two', 'the-vault-secret', 98765, NULL);
  CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'not so' USING DETAIL = 'the row is ' || NEW; END $$;
  CREATE CONSTRAINT TRIGGER later AFTER UPDATE ON vault DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.label = 'late') EXECUTE FUNCTION tell();
  CREATE TABLE notes (id int PRIMARY KEY, t text, j jsonb, n bigint);
  CREATE TABLE moving (told text, secret text);
  INSERT INTO moving VALUES ('told', 'the-vault-secret');
  INSERT INTO notes VALUES (1, 'mail ada@example.com or pay with 4111 1111 1111 1111, thanks',
    '{"mail": "grace@example.com", "n": 1}', 5500005555555559), (2, 'nothing here', '{}', 5);`;

const vaultMasking = [
  { name: 'secret', postgres: { columns: ['public.vault.secret'] }, method: 'Hash' },
  { name: 'later', postgres: { columns: ['public.later.secret'] }, method: 'Redact' },
  { name: 'moving', postgres: { columns: ['public.moving.secret'] }, method: 'Redact' },
  { name: 'pin', postgres: { columns: ['public.vault.pin'] }, method: 'Redact' },
  { name: 'doc', postgres: { columns: ['public.vault.doc'] }, method: 'Redact' },
];
const detectors = [
  {
    name: 'any',
    detectors: ['Email', 'CreditCard'],
    surfaces: ['Responses', 'Commands'],
    method: 'Redact',
  },
];
/** What pg types do not say of the driver: results in binary. */
interface BinaryQuery extends pg.QueryConfig {
  readonly binary: true;
}

const hidden = [...secrets, 'the-vault-secret', '98765', '4111 1111 1111 1111'];

describe('masked columns', () => {
  let ground: Ground;
  let raw: RawClient;
  const heard: Buffer[] = [];

  beforeAll(async () => {
    ground = await startGround({
      policies: {
        'orders-db': { rules: [allowAll], masking: [...standaloneMasking, ...vaultMasking] },
        detecting: { rules: [allowAll], masking: detectors },
      },
      schema,
    });
    raw = await ground.raw();
  });
  afterEach(() => {
    const text = Buffer.concat(heard).toString('latin1');
    for (const value of hidden) expect(text).not.toContain(value);
    heard.length = 0;
  });
  afterAll(async () => {
    await ground.stop();
  });

  const exchange = async (messages: readonly Buffer[], readies = 1): Promise<Conversation> => {
    const answer = await raw.exchange(messages, readies);
    heard.push(...answer);
    return answer;
  };
  const say = async (text: string): Promise<Conversation> => exchange([query(text)]);
  const extended = async (text: string, ...values: readonly string[]): Promise<Conversation> =>
    exchange([
      parse({ text }),
      bind({ values: [...values] }),
      ask({ type: 'P' }),
      execute(),
      sync(),
    ]);

  const ada = ['1', 'Ada', '[redacted]', '************1111', '[redacted]', '100'];

  it.each(['simple', 'extended'])('are masked in the %s protocol', async (protocol) => {
    const answer = async (text: string): Promise<ReturnType<typeof rowsOf>> =>
      rowsOf(await (protocol === 'simple' ? say(text) : extended(text)));
    expect((await answer('SELECT * FROM customers ORDER BY id'))[0]).toEqual(ada);
    expect((await answer('SELECT c.* FROM customers c ORDER BY id'))[0]).toEqual(ada);
    expect((await answer('TABLE customers'))[0]).toEqual(ada);
    const texts: Readonly<Record<string, readonly (string | null)[]>> = {
      'SELECT email FROM customers WHERE id = 1': ['[redacted]'],
      'SELECT email AS "harmless", card AS number FROM customers WHERE id = 1': [
        '[redacted]',
        '************1111',
      ],
      'SELECT name, ssn x FROM public.customers WHERE id = 2': ['Grace', '[redacted]'],
      'SELECT o.item, c.email FROM orders o JOIN customers c ON c.id = o.customer WHERE o.id = 3': [
        'table',
        '[redacted]',
      ],
      'SELECT email FROM customers WHERE id = 3': [null],
      'SELECT count(*) FROM customers': ['3'],
    };
    for (const [text, row] of Object.entries(texts)) expect(await answer(text)).toEqual([row]);
  });

  it('keep NULL as NULL', async () => {
    const rows = rowsOf(await say('SELECT * FROM customers WHERE id = 3'));
    expect(rows).toEqual([['3', 'Nobody', null, null, null, null]]);
  });

  it('are masked in RETURNING', async () => {
    const values = "(9, 'New', 'new@example.com', '4000000000009999', '000-00-0000', 1)";
    const inserted = await say(`INSERT INTO customers VALUES ${values} RETURNING *`);
    expect(rowsOf(inserted)).toEqual([
      ['9', 'New', '[redacted]', '************9999', '[redacted]', '1'],
    ]);
    const updated = await extended(
      'UPDATE customers SET credit = $1 WHERE id = 1 RETURNING email, credit',
      '7',
    );
    expect(rowsOf(updated)).toEqual([['[redacted]', '7']]);
    const deleted = await extended(
      'DELETE FROM customers WHERE id = $1 RETURNING ssn AS s, name',
      '9',
    );
    expect(rowsOf(deleted)).toEqual([['[redacted]', 'New']]);
    await say('UPDATE customers SET credit = 100 WHERE id = 1');
  });

  it('are masked by the other methods, whatever their type', async () => {
    const [row] = rowsOf(await say('SELECT secret, pin, doc, label FROM vault WHERE id = 1'));
    expect(row).toEqual([
      expect.stringMatching(/^hash:[0-9a-f]{32}$/),
      null,
      '"[redacted]"',
      'one',
    ]);
    const hashes = rowsOf(await say('SELECT secret FROM vault ORDER BY id'));
    expect(hashes).toEqual([[row?.[0]], [row?.[0]]]);
  });

  it('are masked where a statement is described once and executed often', async () => {
    const text = 'SELECT email, name FROM customers WHERE id = $1';
    await exchange([parse({ name: 'once', text }), ask({ type: 'S', name: 'once' }), sync()]);
    for (let i = 0; i < 20; i++) {
      const values = [String(1 + (i % 2))];
      const answer = await exchange([bind({ statement: 'once', values }), execute(), sync()]);
      expect(rowsOf(answer)).toEqual([['[redacted]', i % 2 === 0 ? 'Ada' : 'Grace']]);
    }
  });

  it('are masked where nobody asks for a description', async () => {
    const text = 'SELECT email, name FROM customers WHERE id = $1';
    const values = ['2'];
    const first = await exchange([
      parse({ name: 'blind', text }),
      bind({ statement: 'blind', values }),
      execute(),
      sync(),
    ]);
    expect([typesOf(first), rowsOf(first)]).toEqual(['12DCZ', [['[redacted]', 'Grace']]]);
    const again = await exchange([
      ...[bind({ statement: 'blind', values }), execute({ rows: 1 })],
      ...[bind({ statement: 'blind', portal: 'p', values }), execute({ portal: 'p' }), sync()],
    ]);
    expect([typesOf(again), rowsOf(again)]).toEqual([
      '2Ds2DCZ',
      [
        ['[redacted]', 'Grace'],
        ['[redacted]', 'Grace'],
      ],
    ]);
  });

  it('are masked where a text is prepared again, without a name, and its relation has become another', async () => {
    const unnamed = [parse({ text: 'SELECT * FROM moving' }), bind({})];
    const asked = [...unnamed, ask({ type: 'P' }), execute(), sync()];
    const unasked = [...unnamed, execute(), sync()];
    const told = ['told', '[redacted]'];
    for (const messages of [asked, asked, unasked, unasked, asked]) {
      expect(rowsOf(await exchange(messages))).toEqual([told]);
    }
    await ground.target(`DROP TABLE moving; CREATE TABLE moving (secret text, more int, told text);
      GRANT ALL ON moving TO orders_rw; INSERT INTO moving VALUES ('the-vault-secret', 1, 'told')`);
    const moved = ['[redacted]', '1', 'told'];
    // Nobody has told the sidecar yet: the target's description does.
    expect(rowsOf(await exchange(asked))).toEqual([['[redacted]', null, '[redacted]']]);
    for (const messages of [unasked, asked, unasked, asked]) {
      expect(rowsOf(await exchange(messages))).toEqual([moved]);
    }
  });

  it('are masked in a relation that others made after the policies were looked up', async () => {
    await ground.target(`CREATE TABLE later (id int, secret text); GRANT ALL ON later TO orders_rw;
      INSERT INTO later VALUES (1, 'the-vault-secret')`);
    for (const text of ['TABLE later', 'SELECT id, secret FROM later', 'TABLE public.later']) {
      expect(rowsOf(await extended(text))).toEqual([['1', '[redacted]']]);
    }
  });

  it('are masked where the description is asked for later than the rest', async () => {
    const text = 'SELECT secret FROM vault WHERE id = 2';
    raw.send(parse({ text }), bind({}));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const answer = await exchange([ask({ type: 'P' }), execute(), sync()]);
    expect(typesOf(answer)).toBe('12TDCZ');
    expect(typesOf(await exchange([parse({ text }), bind({}), execute(), sync()]))).toBe('12DCZ');
  });

  it('are masked for a driver', async () => {
    const agent = await ground.agent();
    for (let i = 0; i < 3; i++) {
      const { rows } = await agent.query({
        name: 'n',
        text: 'SELECT * FROM customers WHERE id = $1',
        values: [1],
      });
      expect(rows).toEqual([
        {
          id: 1,
          name: 'Ada',
          email: '[redacted]',
          card: '************1111',
          ssn: '[redacted]',
          credit: 100,
        },
      ]);
    }
  });

  it('are masked in binary', async () => {
    const agent = await ground.agent();
    const binary = (text: string): BinaryQuery => ({ text, values: [1], binary: true });
    const masked = binary('SELECT id, email, card, ssn FROM customers WHERE id = $1');
    expect((await agent.query(masked)).rows).toEqual([
      { id: 1, email: '[redacted]', card: '************1111', ssn: '[redacted]' },
    ]);
    const others = binary('SELECT id, secret, pin, doc FROM vault WHERE id = $1');
    const hash: unknown = expect.stringMatching(/^hash:[0-9a-f]{32}$/);
    expect((await agent.query(others)).rows).toEqual([
      { id: 1, secret: hash, pin: null, doc: expect.stringMatching(/^."\[redacted\]"$/) },
    ]);
    const plain = binary('SELECT id, name FROM customers WHERE id = $1');
    expect((await agent.query(plain)).rows).toEqual([{ id: 1, name: 'Ada' }]);
  });

  it('are masked as a whole where an expression is made of them', async () => {
    const made: Readonly<Record<string, string>> = {
      'SELECT upper(email) FROM customers WHERE id < 4': '[redacted]',
      "SELECT email || '' FROM customers WHERE id < 4": '[redacted]',
      'SELECT row_to_json(c) FROM customers c WHERE id < 4': '"[redacted]"',
    };
    for (const [text, cell] of Object.entries(made)) {
      for (const answer of [await say(text), await extended(text)])
        expect([text, rowsOf(answer)]).toEqual([text, [[cell], [cell], [cell]]]);
    }
  });

  it('are refused in conditions and copies', async () => {
    const tries = [
      "SELECT id FROM customers WHERE email = 'ada@example.org'",
      'SELECT id FROM customers ORDER BY ssn',
      'INSERT INTO orders SELECT id + 100, id, email, 0 FROM customers',
    ];
    for (const text of tries) {
      for (const answer of [await say(text), await extended(text)]) {
        expect([text, typesOf(answer)]).toEqual([text, 'EZ']);
        expect(['MASKED_PREDICATE', 'MASKED_WRITE']).toContain(refusalIn(answer).code);
      }
    }
  });

  it('do not show in errors that print the row', async () => {
    const tries: Readonly<Record<string, string>> = {
      "UPDATE vault SET label = 'bad' WHERE id = 1": '23514',
      'UPDATE customers SET name = NULL WHERE id = 1': '23502',
    };
    for (const [text, code] of Object.entries(tries)) {
      for (const answer of [await say(text), await extended(text)]) {
        expect([text, errorIn(answer).code, errorIn(answer).detail]).toEqual([
          text,
          code,
          undefined,
        ]);
      }
    }
  });

  it('do not show in errors that come at the end of the transaction', async () => {
    const change = "UPDATE vault SET label = 'late' WHERE id = 1";
    const run = (text: string): readonly Buffer[] => [parse({ text }), bind(), execute()];
    const tries: readonly (readonly [readonly Buffer[], number])[] = [
      [[query(change)], 1],
      [[...run(change), sync()], 1],
      [['BEGIN', change, 'COMMIT'].map((text) => query(text)), 3],
      [
        ['BEGIN', change, 'SET CONSTRAINTS ALL IMMEDIATE', 'ROLLBACK'].map((text) => query(text)),
        4,
      ],
      [[...run('BEGIN'), ...run(change), ...run('COMMIT'), sync()], 1],
    ];
    for (const [messages, readies] of tries) {
      const error = errorIn(await exchange(messages, readies));
      expect([error.code, error.detail]).toEqual(['P0001', undefined]);
    }
  });

  it('leave the details of errors that can show none of them', async () => {
    for (const answer of [await say("SELECT '{1'::int[]"), await extended("SELECT '{1'::int[]")]) {
      expect(errorIn(answer).detail).toBe('Unexpected end of input.');
    }
    // A connection without masked columns has nothing to hide in the errors of its writes.
    const seen = await ground.raw('detecting');
    const again = await seen.exchange([query('INSERT INTO orders VALUES (1, 1, $$x$$, 1)')]);
    expect(errorIn(again).detail).toBe('Key (id)=(1) already exists.');
    const told = "INSERT INTO customers VALUES (1, 'a', 'ada@example.com')";
    const unique = await seen.exchange([query(`${told}; SELECT 1/0`)]);
    heard.push(...unique);
    expect(errorIn(unique).detail).toBe('Key (id)=(1) already exists.');
  });

  it('are found by detectors in any text', async () => {
    const seen = await ground.raw('detecting');
    const masked = 'mail [redacted] or pay with [redacted], thanks';
    const asked = [
      'SELECT t, j FROM notes ORDER BY id',
      "SELECT t, j FROM notes WHERE t LIKE '%' ORDER BY id",
    ];
    for (const text of asked) {
      for (const messages of [[query(text)], [parse({ text }), bind(), execute(), sync()]]) {
        const answer = await seen.exchange(messages);
        heard.push(...answer);
        const [first, second] = rowsOf(answer);
        expect(first).toEqual([masked, '{"n": 1, "mail": "[redacted]"}']);
        expect(second).toEqual(['nothing here', '{}']);
      }
    }
    const failed = await seen.exchange([query('SELECT t::int FROM notes WHERE id = 1')]);
    heard.push(...failed);
    expect(errorIn(failed).message).toMatch(/invalid input syntax.*\[redacted\]/);
  });

  it('are in the record as they were delivered, and nowhere else in the data directory', async () => {
    const seen = await ground.raw('detecting');
    await seen.exchange([query("SELECT 'send it to ada@example.com' AS told")]);
    const { stdout } = await promisify(execFile)('grep', [
      '-rlaF',
      ...hidden.flatMap((value) => ['-e', value]),
      ground.data,
    ]).catch((error: unknown) => error as { stdout: string });
    expect(stdout).toBe('');
  });
});
