import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Parser } from 'pg-protocol/dist/parser.js';
import {
  backendFrames,
  checkedFrameEnd,
  decodeBackend,
  decodeFrontend,
  decodeStartupPacket,
  frameRefusal,
  frontendFrames,
  HEADER_BYTES,
  isMalformed,
  NEED_MORE,
  PHASE_COPY,
  PHASE_SESSION,
  PHASE_STARTUP,
  startupFrameEnd,
  type FrameRules,
} from '../../sidecar/src/protocols/postgres/codec/index.ts';
import { startPostgres, type Postgres } from './server.ts';
import { openTap, type Conversation, type Tap } from './tap.ts';

const run = promisify(execFile);
const phase = PHASE_STARTUP | PHASE_SESSION | PHASE_COPY;
const toServer: FrameRules = { table: frontendFrames, phase, max: 1 << 20 };
const toClient: FrameRules = { table: backendFrames, phase, max: 1 << 20 };

/** Where the frames end in what arrives in two parts. */
function frameEnds(bytes: Buffer, rules: FrameRules, from: number, split: number): number[] {
  const ends: number[] = [];
  let at = from;
  for (const have of [split, bytes.length]) {
    for (;;) {
      const end = have < at ? NEED_MORE : checkedFrameEnd(bytes, at, have, rules);
      if (end < 0) throw new Error(`${frameRefusal(end).code} at ${String(at)}`);
      if (end === NEED_MORE) break;
      ends.push(end);
      at = end;
    }
  }
  return ends;
}

function expectSameFrames(bytes: Buffer, rules: FrameRules, from: number): void {
  const whole = frameEnds(bytes, rules, from, bytes.length).join();
  for (let split = from; split < bytes.length; split++) {
    if (frameEnds(bytes, rules, from, split).join() === whole) continue;
    throw new Error(`other frames when split at ${String(split)}`);
  }
}

type Decode = (type: number, buf: Buffer, start: number, end: number) => { readonly kind: string };

function decodeAll(bytes: Buffer, from: number, ends: readonly number[], decode: Decode): string[] {
  const starts = [from, ...ends];
  return ends.map((end, i) => {
    const start = starts[i] ?? 0;
    const message = decode(bytes[start] ?? 0, bytes, start + HEADER_BYTES, end);
    if (isMalformed(message)) throw new Error(`${message.code} at ${String(start)}`);
    return message.kind;
  });
}

/** How many messages pg-protocol finds. */
function independently(bytes: Buffer): number {
  let messages = 0;
  new Parser().parse(Buffer.from(bytes), () => messages++);
  return messages;
}

describe('conversations of real clients with a real server', () => {
  let server: Postgres;
  let tap: Tap;
  let recorded: readonly Conversation[] = [];

  beforeAll(async () => {
    server = await startPostgres();
    tap = await openTap(server);
    const client = new pg.Client({
      ...server,
      port: tap.port,
      user: 'postgres',
      database: 'postgres',
    });
    await client.connect();
    await client.query('create table t (a int primary key, b bytea, c text); listen c');
    await client.query('insert into t values ($1, $2, $3)', [1, Buffer.from([0, 255]), null]);
    await client.query({ name: 'named', text: 'select * from t where a = $1', values: [1] });
    await client.query({ name: 'named', text: 'select * from t where a = $1', values: [2] });
    await expect(client.query('insert into t values (1)')).rejects.toMatchObject({ code: '23505' });
    await client.query("do $$ begin raise notice 'hällo'; end $$; notify c, 'payload'; ;");
    await client.query({ text: 'select generate_series(1, 3)', rows: 1 } as pg.QueryConfig);
    await client.query('');
    await client.end();
    const env = { PGPASSWORD: server.password, PATH: '/usr/bin:/bin' };
    const target = ['-X', '-h', '127.0.0.1', '-p', String(tap.port), '-U', 'postgres', 'postgres'];
    await run('psql', [...target, '-c', 'copy t to stdout', '-c', '\\d t'], { env });
    await run(
      'sh',
      ['-c', `printf '7\\t\\\\\\\\x00\\tx\\n' | psql "$@" -c 'copy t from stdin'`, 'sh', ...target],
      { env },
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    recorded = tap.conversations().filter(({ toClient: said }) => said.length > 1);
  }, 60_000);
  afterAll(async () => {
    tap.close();
    await server.stop();
  });

  /** Behind the StartupMessage, and in answer to it: psql asks for GSS or TLS first. */
  const opened = ({
    toServer: asked,
    toClient: said,
  }: Conversation): { asked: number; said: number } => {
    let at = 0;
    for (let answers = 0; ; answers++) {
      const end = startupFrameEnd(asked, at, asked.length);
      const packet = decodeStartupPacket(asked, at + 4, end);
      if (packet.kind === 'StartupMessage') return { asked: end, said: answers };
      expect(said.toString('latin1', answers, answers + 1)).toBe('N');
      at = end;
    }
  };

  it('are understood to the last byte, as an independent decoder does', () => {
    const kinds = new Set<string>();
    expect(recorded.length).toBeGreaterThanOrEqual(3);
    for (const one of recorded) {
      const from = opened(one);
      const asked = frameEnds(one.toServer, toServer, from.asked, one.toServer.length);
      const said = frameEnds(one.toClient, toClient, from.said, one.toClient.length);
      expect([asked.at(-1), said.at(-1)]).toEqual([one.toServer.length, one.toClient.length]);
      for (const kind of decodeAll(one.toServer, from.asked, asked, decodeFrontend))
        kinds.add(kind);
      for (const kind of decodeAll(one.toClient, from.said, said, decodeBackend)) kinds.add(kind);
      expect(said).toHaveLength(independently(one.toClient.subarray(from.said)));
    }
    expect([...kinds]).toEqual(
      expect.arrayContaining(
        'Parse Bind Describe Execute Sync Query Terminate CopyData CopyDone RowDescription DataRow CommandComplete ErrorResponse NoticeResponse NotificationResponse EmptyQueryResponse CopyInResponse CopyOutResponse PortalSuspended AuthenticationSASL SASLResponse BackendKeyData'.split(
          ' ',
        ),
      ),
    );
  });

  it('give the same frames, split at every byte', () => {
    for (const one of recorded) {
      const from = opened(one);
      expectSameFrames(one.toServer, toServer, from.asked);
      expectSameFrames(one.toClient, toClient, from.said);
    }
  });
});
