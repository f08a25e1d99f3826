import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serialize } from 'pg-protocol';
import {
  conversations,
  unmaskedConversations,
  unmaskedWrites,
  type Script,
} from './conversations.ts';
import { errorIn, type RawClient } from './raw-client.ts';
import { startGround, type Ground } from './ground.ts';
import { rowsOf, statesOf, typesOf } from './frames.ts';
import { allowAll, standaloneMasking } from './manifests.ts';
import { ordersSchema, protocolSchema } from './schema.ts';

const detectors = [
  {
    name: 'anywhere',
    detectors: ['Email', 'CreditCard'],
    surfaces: ['Responses'],
    method: 'Redact',
  },
];

const connections = ['plain', 'masked', 'detecting', 'durable'];

describe('a policy that allows everything', () => {
  let ground: Ground;
  const clients = new Map<string, RawClient>();
  const client = (name: string): RawClient => {
    const found = clients.get(name);
    if (found === undefined) throw new TypeError(name);
    return found;
  };

  beforeAll(async () => {
    ground = await startGround({
      policies: {
        plain: { rules: [allowAll] },
        masked: { rules: [allowAll], masking: standaloneMasking },
        detecting: { rules: [allowAll], masking: detectors },
        durable: { rules: [allowAll] },
      },
      connection: (name) => ({
        limits: { maxCommandBytes: '4Mi' },
        recording: { durability: name === 'durable' ? 'Fsync' : 'Buffered' },
      }),
      schema: ordersSchema + protocolSchema,
    });
    clients.set('direct', await ground.direct());
    for (const name of connections) clients.set(name, await ground.raw(name));
  });
  afterAll(async () => {
    await ground.stop();
  });

  const expectSame = async (name: string, script: Script): Promise<void> => {
    const through = await bytesOf(name, script);
    const direct = await bytesOf('direct', script);
    expect(through.toString('latin1')).toBe(direct.toString('latin1'));
  };
  const bytesOf = async (name: string, { messages, readies }: Script): Promise<Buffer> =>
    Buffer.concat(await client(name).exchange(messages, readies));

  describe.each(conversations)('%s', (_, script) => {
    it.each(connections)('gets the same bytes through %s', async (name) => {
      await expectSame(name, script);
    });
  });

  const without = (...names: readonly string[]): readonly string[] =>
    connections.filter((name) => !names.includes(name));
  const pairs = [
    ...unmaskedWrites.flatMap((one) => without('masked').map((name) => [...one, name] as const)),
    ...unmaskedConversations.flatMap((one) =>
      without('masked', 'detecting').map((name) => [...one, name] as const),
    ),
  ];
  it.each(pairs)('%s: gets the same bytes where nothing is masked', async (_, script, name) => {
    await expectSame(name, script);
  });

  it('gives the same whichever way the bytes are cut', async () => {
    const small = conversations.filter(
      ([, { messages }]) => Buffer.concat(messages).length < 2_000,
    );
    expect(small.length).toBeGreaterThan(30);
    for (const [name, { messages, readies }] of small) {
      const direct = await client('direct').exchange(messages, readies);
      const answer = client('masked').until('Z', readies);
      await client('masked').trickle(Buffer.concat(messages), 7);
      const through = await answer;
      expect([name, typesOf(through)]).toEqual([name, typesOf(direct)]);
      expect(Buffer.concat(through).equals(Buffer.concat(direct))).toBe(true);
    }
  });

  it.each(connections)(
    'delivers 200,000 rows byte for byte through %s, in both protocols',
    async (name) => {
      const text =
        "SELECT g AS id, 'row ' || g AS label, repeat('ä', g % 50) AS filler FROM generate_series(1, 200000) g";
      const { parse, bind, execute, sync, query } = serialize;
      const scripts = [[query(text)], [parse({ text }), bind(), execute(), sync()]];
      for (const messages of scripts) {
        const [through, direct] = [
          await client(name).exchange(messages),
          await client('direct').exchange(messages),
        ];
        expect(through).toHaveLength(direct.length);
        expect(rowsOf(through.slice(-4, -2))).toEqual(rowsOf(direct.slice(-4, -2)));
        const digest = (frames: readonly Buffer[]): string =>
          createHash('sha256').update(Buffer.concat(frames)).digest('hex');
        expect(digest(through)).toBe(digest(direct));
      }
    },
  );

  it('waits for a slow reader and loses nothing', async () => {
    const text = "SELECT repeat('x', 1000) || g FROM generate_series(1, 30000) g";
    const raw = client('masked');
    const answer = raw.until('Z');
    raw.send(serialize.query(text));
    raw.pause();
    await new Promise((resolve) => setTimeout(resolve, 500));
    raw.resume();
    const rows = rowsOf(await answer);
    expect(rows).toHaveLength(30_000);
    expect(rows.at(-1)?.[0]?.endsWith('x30000')).toBe(true);
  });

  it('answers at Flush, without a Sync', async () => {
    const raw = client('masked');
    const { parse, bind, execute, flush, sync } = serialize;
    raw.send(parse({ text: 'SELECT $1::int' }), flush());
    expect(typesOf(await raw.until('1'))).toBe('1');
    raw.send(bind({ values: ['7'] }), flush());
    expect(typesOf(await raw.until('2'))).toBe('2');
    raw.send(serialize.describe({ type: 'P' }), flush());
    expect(typesOf(await raw.until('T'))).toBe('T');
    raw.send(execute(), flush());
    const rows = await raw.until('C');
    expect([typesOf(rows), rowsOf(rows)]).toEqual(['DC', [['7']]]);
    expect(statesOf(await raw.exchange([sync()]))).toBe('I');
  });

  it('skips to Sync after an error that comes at a Flush', async () => {
    const raw = client('masked');
    const { parse, bind, execute, flush, sync } = serialize;
    raw.send(parse({ text: 'SELECT 1/$1::int' }), bind({ values: ['0'] }), execute(), flush());
    expect(errorIn(await raw.until('E')).code).toBe('22012');
    raw.send(parse({ name: 'never', text: 'SELECT 1' }), flush());
    expect(typesOf(await raw.exchange([sync()]))).toBe('Z');
    const after = await raw.exchange([bind({ statement: 'never' }), execute(), sync()]);
    expect(errorIn(after).message).toMatch(/never/);
    expect(typesOf(after)).toBe('EZ');
  });

  it('names a statement or portal that is not there, and goes on', async () => {
    const raw = client('masked');
    const { bind, execute, sync, describe: ask } = serialize;
    const tries: readonly (readonly Buffer[])[] = [
      [bind({ statement: 'absent' }), execute()],
      [execute({ portal: 'absent' })],
      [ask({ type: 'S', name: 'absent' })],
      [ask({ type: 'P', name: 'absent' })],
    ];
    for (const messages of tries) {
      const answer = await raw.exchange([...messages, sync()]);
      expect(typesOf(answer)).toBe('EZ');
      expect(['26000', '34000']).toContain(errorIn(answer).code);
    }
    expect(rowsOf(await raw.exchange([serialize.query('SELECT 1')]))).toEqual([['1']]);
  });
});
