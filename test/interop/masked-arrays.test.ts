import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { run } from '../harness/run.ts';
import { refusalOf } from './refusal.ts';
import { startGround, type Ground } from './ground.ts';
import { allowAll } from './manifests.ts';

const MAIL = 'ada@example.com';
const schema = `
  CREATE TYPE pair AS (label text, mail text);
  CREATE TABLE boxes (id int PRIMARY KEY, mails text[], names varchar(50)[], cards text[], docs jsonb[],
    pins int[], pair pair, pairs pair[], span int4range, spans int4multirange);
  INSERT INTO boxes VALUES
    (1, '{${MAIL},NULL}', '{"Ada L.",x}', '{{4111111111111111,5500005555555559},{NULL,"a \\"b,c"}}',
      '{"{\\"mail\\": \\"${MAIL}\\"}"}', '{4711,4712}', '(x,${MAIL})', '{"(x,${MAIL})"}', '[4100,4200)', '{[4100,4200)}'),
    (2, '[3:4]={${MAIL},b}', '{}', '[0:0]={4929381747205538}', '{}', '{}', NULL, '{}', 'empty', '{}'),
    (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);`;

const masking = [
  {
    name: 'whole',
    method: 'Redact',
    postgres: {
      columns: ['mails', 'docs', 'pins', 'pair', 'pairs', 'span', 'spans'].map(
        (name) => `public.boxes.${name}`,
      ),
    },
  },
  { name: 'names', method: 'Hash', postgres: { columns: ['public.boxes.names'] } },
  {
    name: 'cards',
    method: 'Partial',
    partial: { keepLast: 4 },
    postgres: { columns: ['public.boxes.cards'] },
  },
];

/** What pg types do not say of the driver: results in binary. */
interface BinaryQuery extends pg.QueryConfig {
  readonly binary: true;
}

const CARDS = [
  ['************1111', '************5559'],
  [null, '**"b,c'],
];

describe('masked columns of arrays', () => {
  let ground: Ground;
  let agent: pg.Client;
  beforeAll(async () => {
    ground = await startGround({
      policies: { 'orders-db': { rules: [allowAll], masking } },
      schema,
    });
    agent = await ground.agent();
  });
  afterAll(async () => {
    await ground.stop();
  });

  const hash: unknown = expect.stringMatching(/^hash:[0-9a-f]{32}$/);

  it('are arrays for node-postgres, in text', async () => {
    const { rows } = await agent.query('SELECT mails, names, cards, docs FROM boxes ORDER BY id');
    expect(rows).toEqual([
      { mails: ['[redacted]'], names: [hash, hash], cards: CARDS, docs: ['[redacted]'] },
      { mails: ['[redacted]'], names: [], cards: ['************5538'], docs: ['[redacted]'] },
      { mails: null, names: null, cards: null, docs: null },
    ]);
  });

  it('are arrays for node-postgres, in binary', async () => {
    const query: BinaryQuery = {
      text: 'SELECT mails, cards FROM boxes WHERE id = $1',
      values: [2],
      binary: true,
    };
    expect((await agent.query(query)).rows).toEqual([
      { mails: ['[redacted]'], cards: ['************5538'] },
    ]);
  });

  it('are arrays for the server that takes them back in binary', async () => {
    const file = path.join(ground.config, '..', 'boxes.copy');
    const through = `host=127.0.0.1 port=${String(ground.sidecar.port('orders-db'))} user=agent dbname=postgres`;
    const direct = `host=${ground.server.socketDir} port=${String(ground.server.port)} user=postgres dbname=postgres`;
    const columns = 'id, mails, names, cards, docs';
    await ground.target(`CREATE TABLE taken AS SELECT ${columns} FROM boxes LIMIT 0`);
    const script = `psql -X -w -c 'COPY boxes (${columns}) TO STDOUT (FORMAT binary)' '${through}' > ${file} &&
      psql -X -w -c 'COPY taken FROM STDIN (FORMAT binary)' '${direct}' < ${file}`;
    expect(await run('sh', ['-c', script])).toEqual({ status: 0, stdout: 'COPY 3\n', stderr: '' });
    const taken = 'SELECT mails, names, cards, docs FROM taken ORDER BY id';
    expect(await ground.target(taken)).toEqual(
      (await agent.query(taken.replace('taken', 'boxes'))).rows,
    );
  });

  it('are arrays for psql, and for the server that it copies them back to', async () => {
    const where = `host=127.0.0.1 port=${String(ground.sidecar.port('orders-db'))} user=agent dbname=postgres`;
    const psql = async (sql: string): Promise<string> =>
      (await run('psql', ['-X', '-w', '-A', '-t', '-c', sql, where])).stdout;
    expect(await psql('SELECT mails, cards FROM boxes ORDER BY id LIMIT 2')).toBe(
      `{[redacted]}|{{************1111,************5559},{NULL,"**\\"b,c"}}\n{[redacted]}|{************5538}\n`,
    );
    expect(await psql('COPY (SELECT mails, cards FROM boxes WHERE id = 2) TO STDOUT')).toBe(
      '{[redacted]}\t{************5538}\n',
    );
    const [text] = (await psql('SELECT cards FROM boxes WHERE id = 1')).split('\n');
    const back = await ground.target<{ n: string }>(
      `SELECT array_dims($x$${text ?? ''}$x$::text[]) AS n`,
    );
    expect(back).toEqual([{ n: '[1:2][1:2]' }]);
  });

  it('of composites, ranges and numbers are NULL', async () => {
    const { rows } = await agent.query(
      'SELECT pins, pair, pairs, span, spans FROM boxes WHERE id = 1',
    );
    expect(rows).toEqual([{ pins: null, pair: null, pairs: null, span: null, spans: null }]);
  });

  it('are not written back', async () => {
    const { rows } = await agent.query<{ cards: unknown }>('SELECT cards FROM boxes WHERE id = 2');
    const tries: readonly (readonly [string, unknown[]])[] = [
      ['UPDATE boxes SET cards = $1 WHERE id = 2', [rows[0]?.cards]],
      ["UPDATE boxes SET cards = '{************5538}' WHERE id = 2", []],
      ["UPDATE boxes SET mails = '{[redacted]}' WHERE id = 2", []],
    ];
    for (const [text, values] of tries) {
      const refusal = await refusalOf(agent.query(text, values));
      expect([text, refusal.code]).toEqual([text, 'MASKED_PLACEHOLDER']);
    }
  });
});
