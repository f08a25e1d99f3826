import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serialize } from 'pg-protocol';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { eventsWith } from '../harness/recording.ts';
import { run, type Finished } from '../harness/run.ts';
import { typesOf } from './frames.ts';
import { startGround, type Ground } from './ground.ts';
import { allowAll } from './manifests.ts';
import { errorIn, type Conversation, type RawClient } from './raw-client.ts';
import { waitFor } from './wait.ts';

const { query, parse, bind, execute, sync, copyData, copyDone, copyFail } = serialize;

const schema = `
  CREATE TABLE plain (id int PRIMARY KEY, t text);
  INSERT INTO plain SELECT i, 'row ' || i FROM generate_series(1, 5) i;
  CREATE TABLE people (id int PRIMARY KEY, name text, secret text, card text, pin int, doc jsonb);
  INSERT INTO people VALUES
    (1, 'a,"b' || chr(10) || 'c', 'sec' || chr(9) || 'ret,"1' || chr(10) || '\\2', '4111111111111111', 98765, '{"k": "hush"}'),
    (2, NULL, NULL, NULL, NULL, NULL),
    (3, '', 'plain-secret', '42', 98765, 'null');
  CREATE TABLE written (id int PRIMARY KEY, t text);
  CREATE TABLE mails (id int, t text, n bigint);
  INSERT INTO mails VALUES (1, 'write to ada@example.com', 4111111111111111), (2, 'nobody', 5);`;

const masking = [
  { name: 'secret', postgres: { columns: ['public.people.secret'] }, method: 'Redact' },
  {
    name: 'card',
    postgres: { columns: ['public.people.card'] },
    method: 'Partial',
    partial: { keepLast: 4 },
  },
  {
    name: 'rest',
    postgres: { columns: ['public.people.pin', 'public.people.doc'] },
    method: 'Redact',
  },
];
const detectors = [
  { name: 'any', detectors: ['Email', 'CreditCard'], surfaces: ['Responses'], method: 'Redact' },
];

describe('COPY', () => {
  let ground: Ground;
  let raw: RawClient;

  beforeAll(async () => {
    ground = await startGround({
      policies: {
        'orders-db': { rules: [allowAll], masking },
        open: { rules: [allowAll] },
        detecting: { rules: [allowAll], masking: detectors },
        limited: { rules: [allowAll], limits: { rowsPerCommand: 3 } },
        many: {
          rules: [allowAll],
          masking: [{ name: 'm', postgres: { columns: ['public.many.secret'] }, method: 'Redact' }],
          limits: { rowsPerCommand: 20_000 },
        },
      },
      schema,
    });
    raw = await ground.raw();
  });
  afterAll(async () => {
    await ground.stop();
  });

  const copied = (conversation: Conversation): string =>
    Buffer.concat(
      conversation.filter((frame) => frame[0] === 0x64).map((frame) => frame.subarray(5)),
    ).toString('latin1');
  const out = async (sql: string, client = raw): Promise<string> => {
    const answer = await client.exchange([query(sql)]);
    if (!typesOf(answer).includes('H')) throw errorIn(answer);
    return copied(answer);
  };

  it('masks text', async () => {
    expect(await out('COPY people TO STDOUT')).toBe(
      '1\ta,"b\\nc\t[redacted]\t************1111\t\\N\t"[redacted]"\n' +
        '2\t\\N\t\\N\t\\N\t\\N\t\\N\n' +
        '3\t\t[redacted]\t**\t\\N\t"[redacted]"\n',
    );
    expect(await out("COPY people (secret, id) TO STDOUT (DELIMITER '[', NULL '', HEADER)")).toBe(
      'secret[id\n\\[redacted][1\n\\[redacted][2\n\\[redacted][3\n',
    );
  });

  it('masks CSV', async () => {
    expect(await out('COPY people TO STDOUT (FORMAT csv, HEADER)')).toBe(
      'id,name,secret,card,pin,doc\n' +
        '1,"a,""b\nc",[redacted],************1111,,"""[redacted]"""\n' +
        '2,,,,,\n' +
        '3,"",[redacted],**,,"""[redacted]"""\n',
    );
    const odd =
      "(FORMAT csv, DELIMITER '|', QUOTE '''', ESCAPE '[', NULL 'none', FORCE_QUOTE (card))";
    expect(await out(`COPY (SELECT secret AS id, card, name FROM people) TO STDOUT ${odd}`)).toBe(
      `'[[redacted]'|'************1111'|'a,"b\nc'\nnone|none|none\n'[[redacted]'|'**'|\n`.replaceAll(
        `'[[redacted]'`,
        '[redacted]',
      ),
    );
  });

  it('does not tell by quotes or NULL whether a value is the one that was guessed', async () => {
    const guess = (value: string, format: string): string =>
      `COPY (SELECT secret FROM people WHERE id = 3) TO STDOUT (FORMAT ${format}, NULL '${value}')`;
    for (const format of ['text', 'csv']) {
      expect(await out(guess('plain-secret', format))).toBe(await out(guess('other', format)));
    }
    const held = (character: string): string =>
      `COPY (SELECT secret FROM people WHERE id = 3) TO STDOUT (FORMAT csv, DELIMITER '${character}')`;
    expect(await out(held('-'))).toBe(await out(held('!')));
  });

  it('does not tell which computed values are NULL', async () => {
    for (const format of ['text', 'csv']) {
      const computed = `COPY (SELECT upper(secret) FROM people) TO STDOUT (FORMAT ${format})`;
      expect(await out(computed)).toBe('[redacted]\n'.repeat(3));
    }
    const binary = await out('COPY (SELECT upper(secret) FROM people) TO STDOUT (FORMAT binary)');
    expect(binary.match(/\[redacted\]/g)).toHaveLength(3);
  });

  it('masks each of many rows, and passes as many that need no masking', async () => {
    const some = "SELECT 'a' || n AS t FROM generate_series(1, 20000) n";
    await ground.target(`CREATE TABLE many AS SELECT 'id-' || n AS id, 'secret-' || n AS secret
      FROM generate_series(1, 20000) n; GRANT SELECT ON many TO orders_rw`);
    const lines = await out(
      'COPY (SELECT id, secret FROM many) TO STDOUT',
      await ground.raw('many'),
    );
    expect(lines).toBe(
      Array.from({ length: 20_000 }, (_, n) => `id-${String(n + 1)}\t[redacted]\n`).join(''),
    );
    const plain = Array.from({ length: 20_000 }, (_, n) => `a${String(n + 1)}\n`).join('');
    expect(await out(`COPY (${some}) TO STDOUT`, await ground.raw('open'))).toBe(plain);
  });

  it('masks binary', async () => {
    const binary = Buffer.from(await out('COPY people TO STDOUT (FORMAT binary)'), 'latin1');
    expect(
      binary.subarray(0, 19).equals(Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')),
    ).toBe(true);
    const rows: (string | null)[][] = [];
    let at = 19;
    for (let count = binary.readInt16BE(at); count !== -1; count = binary.readInt16BE(at)) {
      at += 2;
      const row: (string | null)[] = [];
      for (let i = 0; i < count; i++) {
        const length = binary.readInt32BE(at);
        at += 4;
        row.push(length < 0 ? null : binary.toString('latin1', at, at + length));
        at += Math.max(0, length);
      }
      rows.push(row);
    }
    expect(at + 2).toBe(binary.length);
    expect(rows).toEqual([
      ['\0\0\0\x01', 'a,"b\nc', '[redacted]', '************1111', null, '\x01"[redacted]"'],
      ['\0\0\0\x02', null, null, null, null, null],
      ['\0\0\0\x03', '', '[redacted]', '**', null, '\x01"[redacted]"'],
    ]);
  });

  it.each(['text', 'csv', 'binary'])('passes what is not masked as %s as it is', async (format) => {
    const direct = await ground.direct();
    for (const what of ['plain', '(SELECT t, id FROM plain WHERE id > 2)', 'people (id, name)']) {
      const sql = `COPY ${what} TO STDOUT (FORMAT ${format})`;
      expect(await raw.exchange([query(sql)])).toEqual(await direct.exchange([query(sql)]));
    }
  });

  it('refuses what it could not mask', async () => {
    for (const sql of [
      "COPY people TO STDOUT (ENCODING 'SJIS')",
      'COPY people TO STDOUT; COPY plain TO STDOUT',
      'COPY/* */(/* */ SELECT secret FROM people /*)*/) TO STDOUT',
    ]) {
      await expect(out(sql)).rejects.toThrow('COPY may have to be masked');
    }
    expect(await out('COPY plain TO STDOUT; COPY plain TO STDOUT')).toContain('5\trow 5\n1\trow 1');
  });

  it('says why a copy fails, in a transaction as outside of one', async () => {
    const direct = await ground.direct();
    const fails = [
      query('BEGIN'),
      query('COPY (SELECT nothing FROM plain) TO STDOUT'),
      query('ROLLBACK'),
    ];
    for (const message of [...fails, ...fails.slice(1, 2)]) {
      const [here, there] = [await raw.exchange([message]), await direct.exchange([message])];
      expect(typesOf(here)).toBe(typesOf(there));
      if (typesOf(here) === 'EZ') expect(errorIn(here).code).toBe(errorIn(there).code);
    }
  });

  it('counts rows, and cuts at a limit', async () => {
    const limited = await ground.raw('limited');
    const answer = await limited.exchange([query('COPY plain TO STDOUT (HEADER)')]);
    expect(copied(answer)).toBe('id\tt\n1\trow 1\n2\trow 2\n3\trow 3\n');
    expect(errorIn(answer).detail).toContain('LIMIT_ROWS');
    expect(typesOf(await limited.exchange([query('COPY (SELECT 1) TO STDOUT')]))).toBe('HdcCZ');
  });

  it('finds what detectors look for', async () => {
    const client = await ground.raw('detecting');
    expect(await out('COPY mails TO STDOUT', client)).toBe(
      '1\twrite to [redacted]\t\\N\n2\tnobody\t5\n',
    );
    expect(await out("COPY mails (t) TO STDOUT (DELIMITER '@')", client)).not.toContain('example');
    expect(
      await out(
        "COPY (SELECT 'a 4111 1111 1111 1111') TO STDOUT (FORMAT csv, QUOTE '1', ESCAPE 'x')",
        client,
      ),
    ).toBe('a [redacted]\n');
  });

  const rows = [
    copyData(Buffer.from('10\tte')),
    copyData(Buffer.from('n\n11\t')),
    copyData(Buffer.from('eleven\n')),
  ];
  const written = async (): Promise<string> => {
    const found = await ground.target<{ id: number }>('SELECT id FROM written ORDER BY id');
    await ground.target('TRUNCATE written');
    return found.map(({ id }) => String(id)).join();
  };

  it.each(['orders-db', 'open'])('writes what the agent sends, through %s', async (connection) => {
    const client = await ground.raw(connection);
    const copy = query('COPY written FROM STDIN');
    const answer = await client.exchange([copy, ...rows, copyDone(), query('SELECT 1')], 2);
    expect(typesOf(answer)).toBe('GCZTDCZ');
    expect(await written()).toBe('10,11');
    const twice = query('COPY written FROM STDIN; COPY written FROM STDIN (FORMAT csv)');
    const csv = copyData(Buffer.from('12,twelve\n'));
    expect(typesOf(await client.exchange([twice, ...rows, copyDone(), csv, copyDone()]))).toBe(
      'GCGCZ',
    );
    expect(await written()).toBe('10,11,12');
  });

  const prepared = [parse({ text: 'COPY written FROM STDIN' }), bind({}), execute({})];
  it('writes in the extended protocol, with a Sync behind Execute or without', async () => {
    for (const early of [[sync()], []]) {
      const all = [...prepared, ...early, ...rows, copyDone(), sync(), query('SELECT 1')];
      expect(typesOf(await raw.exchange(all, 2))).toBe('12GCZTDCZ');
      expect(await written()).toBe('10,11');
    }
    const reads = [parse({ text: 'COPY people TO STDOUT' }), bind({}), execute({}), sync()];
    const answer = await raw.exchange(reads);
    expect(typesOf(answer)).toBe('12HdddcCZ');
    expect(copied(answer)).toContain('[redacted]');
  });

  it('fails as the server does', async () => {
    const direct = await ground.direct();
    const open = await ground.raw('open');
    const bad = copyData(Buffer.from('no number\tx\n'));
    const nowhere = parse({ text: 'COPY nowhere FROM STDIN' });
    const duplicate = query('BEGIN; COPY written FROM STDIN');
    const conversations: readonly (readonly [readonly Buffer[], number])[] = [
      [[query('COPY written FROM STDIN'), ...rows, copyFail('enough')], 1],
      [[query('COPY written FROM STDIN'), bad, ...rows, copyDone(), query('SELECT 1')], 2],
      [[query('COPY nowhere FROM STDIN'), ...rows, copyDone(), query('SELECT 1')], 2],
      [[...prepared, sync(), ...rows, copyFail('enough'), sync(), query('SELECT 1')], 2],
      [[...prepared, bad, ...rows, copyDone(), sync(), query('SELECT 1')], 2],
      [[nowhere, bind({}), execute({}), sync(), query('SELECT 1')], 2],
      [[duplicate, bad, copyDone(), query('SELECT 1'), query('ROLLBACK')], 3],
    ];
    for (const [messages, readies] of conversations) {
      const there = await direct.exchange(messages, readies);
      const here = await open.exchange(messages, readies);
      expect(typesOf(here)).toBe(typesOf(there));
      expect(errorIn(here).code).toBe(errorIn(there).code);
    }
    expect(await written()).toBe('');
  });

  it('takes a piece that is larger than any command may be', async () => {
    const line = 'x'.repeat(20_000);
    const lines = Array.from({ length: 500 }, (_, i) => `${String(i)}\t${line}\n`);
    const large = Buffer.from(lines.join(''));
    const before = query('COPY written FROM STDIN');
    expect(typesOf(await raw.exchange([before, copyData(large), copyDone()]))).toBe('GCZ');
    expect((await written()).split(',')).toHaveLength(500);
  });

  it('leaves nothing behind when the agent goes in the middle', async () => {
    const client = await ground.raw();
    client.send(query('COPY written FROM STDIN /* left */'));
    await client.until('G');
    client.send(...rows, rows[0]?.subarray(0, 7) ?? Buffer.alloc(0));
    client.destroy();
    const outcome = await waitFor('the copy ends', async () => {
      const events = await eventsWith(ground.data, 'left */');
      return events.find(({ type }) => type === 'outcome');
    });
    expect(outcome.payload.status).not.toBe('success');
    expect(await written()).toBe('');
    expect(typesOf(await raw.exchange([query('SELECT 1')]))).toBe('TDCZ');
  });

  it('is recorded, both ways', async () => {
    const client = await ground.raw();
    await client.exchange([query('COPY written FROM STDIN /* recorded */'), ...rows, copyDone()]);
    await client.exchange([query('COPY people (secret) TO STDOUT /* recorded */')]);
    await client.end();
    await written();
    const events = await eventsWith(ground.data, 'recorded */');
    const wire = (stream: string): string =>
      events
        .filter(({ type, payload }) => type === 'data' && payload.stream === stream)
        .map(({ payload }) => Buffer.from(payload.wire ?? '', 'base64').toString('latin1'))
        .join('');
    expect(wire('input')).toBe('10\tten\n11\televen\n');
    expect(JSON.stringify(events)).not.toContain('plain-secret');
  });

  const psql = async (command: string, connection = 'orders-db'): Promise<Finished> => {
    const where = `host=127.0.0.1 port=${String(ground.sidecar.port(connection))} user=agent dbname=postgres`;
    return run('psql', ['-X', '-w', '-A', '-t', '-c', command, where], {
      env: { LC_ALL: 'C.UTF-8' },
    });
  };

  it('serves psql', async () => {
    const file = path.join(ground.config, '..', 'rows.csv');
    await writeFile(file, '20,"a ""b"""\n21,c\n');
    const write = await psql(`\\copy written FROM '${file}' (FORMAT csv)`);
    expect(write).toMatchObject({ status: 0, stdout: 'COPY 2\n' });
    const read = await psql(
      '\\copy (SELECT name, card FROM people ORDER BY id) TO STDOUT (FORMAT csv)',
    );
    expect(read).toMatchObject({
      stderr: '',
      status: 0,
      stdout: '"a,""b\nc",************1111\n,\n"",**\n',
    });
    expect(await written()).toBe('20,21');
  });

  it('serves node-postgres', async () => {
    const agent = await ground.agent();
    const lines = Array.from({ length: 20_000 }, (_, i) => `${String(i)}\tline ${String(i)}\n`);
    await pipeline(Readable.from(lines), agent.query(copyFrom('COPY written FROM STDIN')));
    const back = await text(
      agent.query(copyTo('COPY (SELECT * FROM written ORDER BY id) TO STDOUT')),
    );
    expect(back).toBe(lines.join(''));
    expect(await text(agent.query(copyTo('COPY people (secret) TO STDOUT')))).toBe(
      '[redacted]\n\\N\n[redacted]\n',
    );
    await written();
  });
});
