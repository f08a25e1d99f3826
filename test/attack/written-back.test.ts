import { Buffer } from 'node:buffer';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cstring, execute, frame, int16, int32, parse, query, sync } from '../harness/frames.ts';
import { codesOf, type RawAgent } from '../harness/raw-agent.ts';
import { Lab } from './lab.ts';

const REFUSED = ['MASKED_PLACEHOLDER'];
const HASH = `hash:${'0123456789abcdef'.repeat(2)}`;

/** Each replaces a masked value by what the agent saw in its place. */
const writes: readonly (readonly string[])[] = [
  ["UPDATE customers SET ssn = '[redacted]' WHERE id = 1"],
  ["UPDATE customers SET name = 'Ada L.', ssn = '[redacted]', tier = 'x' WHERE id = 1"],
  ["UPDATE customers SET (tier, ssn) = ('x', '[redacted]') WHERE id = 1"],
  ["UPDATE customers SET ssn = x FROM (VALUES ('[redacted]')) v (x) WHERE id = 1"],
  ["UPDATE customers SET ssn = E'[redacted]' WHERE id = 1"],
  ['UPDATE customers SET ssn = $x$[redacted]$x$ WHERE id = 1'],
  ["UPDATE customers SET card = '************5538' WHERE id = 1"],
  [`UPDATE customers SET ssn = '${HASH}' WHERE id = 1`],
  [`UPDATE boxes SET doc = '{"mail": "[redacted]"}' WHERE id = 1`],
  [`UPDATE boxes SET doc = '"[redacted]"' WHERE id = 1`],
  ["UPDATE boxes SET mails = ARRAY['[redacted]'] WHERE id = 1"],
  ["UPDATE boxes SET mails[1] = '[redacted]' WHERE id = 1"],
  ["INSERT INTO customers (id, name, tier, ssn) VALUES (9, 'x', 'gone', '[redacted]')"],
  ["INSERT INTO parted VALUES (9, '[redacted]')"],
  ["INSERT INTO parted_low VALUES (9, '[redacted]')"],
  ["INSERT INTO parted SELECT 9, '[redacted]'"],
  [
    "INSERT INTO customers (id, name, tier) VALUES (1, 'x', 'gone') ON CONFLICT (id) DO UPDATE SET ssn = '[redacted]'",
  ],
  [
    "MERGE INTO customers c USING notes n ON c.id = n.id WHEN MATCHED THEN UPDATE SET ssn = '[redacted]'",
  ],
  ["WITH w AS (UPDATE parted SET email = '[redacted]' RETURNING id) SELECT * FROM w"],
  ["EXPLAIN ANALYZE UPDATE parted SET email = '[redacted]' WHERE id = 7"],
  [
    'PREPARE change (text) AS UPDATE customers SET ssn = $1 WHERE id = 1',
    "EXECUTE change ('[redacted]')",
  ],
];

/** Nothing of these is a placeholder of a masked column. */
const harmless: readonly string[] = [
  "UPDATE customers SET ssn = '111-22-3333', card = '4111', name = '*note*' WHERE id = 1",
  "INSERT INTO notes VALUES (9, '[redacted]')",
  "UPDATE notes SET body = '****5538'",
  "SELECT '[redacted]', '************5538' FROM customers",
  "DELETE FROM vip WHERE name = '[redacted]'",
  'INSERT INTO parted SELECT 9,* FROM (SELECT name FROM customers) x',
];

const bound = (value: string, format: 0 | 1): Buffer =>
  frame(
    'B',
    ...[cstring(''), cstring(''), int16(1), int16(format), int16(1)],
    ...[int32(value.length), Buffer.from(value), int16(0)],
  );

const copyData = (text: string | Buffer): Buffer => frame('d', Buffer.from(text));
const COPY_DONE = frame('c');

/** One tuple of two columns, int4 and text, of COPY's binary format. */
function binaryCopy(text: string): Buffer {
  const header = [Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), int32(0), int32(0)];
  const tuple = [int16(2), int32(4), int32(9), int32(text.length), Buffer.from(text)];
  return Buffer.concat([...header, ...tuple, int16(0xffff)]);
}

describe('what masking put in place of a value', () => {
  let lab: Lab;
  let direct: RawAgent;
  let untouched: string;
  beforeAll(async () => {
    lab = await Lab.open();
    direct = await lab.direct('wide');
    untouched = await lab.digest();
  });
  afterAll(async () => {
    direct.destroy();
    await lab.close();
  });

  /** In a transaction that is rolled back. */
  async function tried(
    agent: RawAgent,
    how: (agent: RawAgent) => Promise<readonly string[]>,
  ): Promise<readonly string[]> {
    await agent.query('BEGIN');
    const codes = await how(agent);
    await agent.query('ROLLBACK');
    await agent.query('DEALLOCATE ALL');
    expect(await lab.digest()).toBe(untouched);
    return codes;
  }

  const simply = (texts: readonly string[]) => async (agent: RawAgent) => {
    const codes: string[] = [];
    for (const text of texts) codes.push(...codesOf(await agent.query(text)));
    return codes;
  };
  const extendedly = (texts: readonly string[]) => async (agent: RawAgent) => {
    const codes: string[] = [];
    for (const text of texts) codes.push(...codesOf(await agent.extended(text)));
    return codes;
  };

  it.each(writes.map((texts) => [texts.join('; '), texts] as const))(
    'is not written back: %s',
    async (_, texts) => {
      expect(await tried(direct, simply(texts))).toEqual([]);
      const agent = await lab.agent('wide');
      expect(await tried(agent, simply(texts))).toEqual(REFUSED);
      expect(await tried(agent, extendedly(texts))).toEqual(REFUSED);
    },
  );

  it.each(harmless)('is something else in %s', async (text) => {
    const agent = await lab.agent('wide');
    expect(await tried(agent, simply([text]))).toEqual([]);
    expect(await tried(agent, extendedly([text]))).toEqual([]);
  });

  it('is found after a text of the same shape without it, and does not stay with the shape', async () => {
    const agent = await lab.agent('wide');
    const text = (value: string): string => `UPDATE customers SET ssn = '${value}' WHERE id = 2`;
    for (const [value, codes] of [
      ['1', []],
      ['[redacted]', REFUSED],
      ['2', []],
      ['[redacted]', REFUSED],
    ] as const)
      expect(await tried(agent, simply([text(value)]))).toEqual(codes);
  });

  it.each([0, 1] as const)('is no parameter, format %d', async (format) => {
    const text = 'UPDATE customers SET ssn = $1::text WHERE id = 1';
    const send = (value: string) => async (agent: RawAgent) =>
      codesOf(await agent.ask([parse(text), bound(value, format), execute(), sync]));
    expect(await tried(direct, send('[redacted]'))).toEqual([]);
    const agent = await lab.agent('wide');
    expect(await tried(agent, send('111-22-3333'))).toEqual([]);
    for (const value of ['[redacted]', HASH, '****5538'])
      expect(await tried(agent, send(value))).toEqual(REFUSED);
  });

  it.each<[string, string, readonly Buffer[]]>([
    ['text', '', [copyData('9\t[redacted]\n')]],
    ['cut within', '', [copyData('8\tx\n9\t[red'), copyData('acted]\n')]],
    ['hashed', '', [copyData(`9\t${HASH}\n`)]],
    ['CSV', 'WITH (FORMAT csv)', [copyData('9,"[redacted]"\n')]],
    ['binary', 'WITH (FORMAT binary)', [copyData(binaryCopy('[redacted]'))]],
  ])('is no data of a copy: %s', async (_, options, pieces) => {
    const copy = async (agent: RawAgent): Promise<readonly string[]> => {
      agent.take();
      agent.send(query(`COPY parted FROM STDIN ${options}`));
      return codesOf(await agent.ask([...pieces, COPY_DONE]));
    };
    expect(await tried(direct, copy)).toEqual([]);
    const agent = await lab.agent('wide');
    expect(await tried(agent, copy)).toEqual(REFUSED);
  });
});
