import { spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import tls from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { serialize } from 'pg-protocol';
import { startGround, type Ground } from './ground.ts';
import { refusalOf } from './refusal.ts';
import { sleepsAt, waitFor } from './wait.ts';

const rules = [
  { name: 'read', effect: 'Allow', postgres: { commands: ['SELECT', 'CALL', 'SET'] } },
  {
    name: 'held',
    effect: 'RequireApproval',
    postgres: { commands: ['UPDATE'] },
    approval: { approvers: { groups: ['dba'] }, required: 1, timeout: '5m' },
  },
];
const nap = 'SELECT pg_sleep(100)';
const held = 'UPDATE things SET id = 2 WHERE id = 1';
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/** Of a session of node-postgres. */
const keyOf = (agent: pg.Client): readonly [number, number] => {
  const { processID, secretKey } = agent as unknown as Record<string, number>;
  return [processID ?? 0, secretKey ?? 0];
};

describe('an agent cancels', () => {
  let ground: Ground;

  beforeAll(async () => {
    ground = await startGround({
      policies: { 'orders-db': { rules } },
      args: ({ certificates }) => [
        ...['--tls-cert', certificates?.certificateFile ?? ''],
        ...['--tls-key', certificates?.keyFile ?? ''],
      ],
      schema: 'CREATE TABLE things (id int); INSERT INTO things VALUES (1);',
      postgres: { tls: true },
    });
  });
  afterAll(async () => {
    await ground.stop();
  });

  const port = (): number => ground.sidecar.port('orders-db');
  const pending = async (): Promise<string> =>
    waitFor('it is held', async () => {
      const { stdout } = await ground.chaperone('approvals', '-o', 'json');
      const all = JSON.parse(stdout) as {
        metadata: { name: string };
        status: { phase: string };
      }[];
      return all.find(({ status }) => status.phase === 'Pending')?.metadata.name;
    });
  const runs = async (text: string): Promise<void> => {
    await (text === held ? pending() : sleepsAt(ground));
  };
  const untouched = async (): Promise<void> => {
    expect(await ground.target('SELECT id FROM things')).toEqual([{ id: 1 }]);
    const { stdout } = await ground.chaperone('approvals', '-o', 'json');
    const phases = (JSON.parse(stdout) as { status: { phase: string } }[]).map(
      ({ status }) => status.phase,
    );
    expect(phases).not.toContain('Pending');
  };

  it.each([nap, held])('with psql, by an interrupt: %s', async (text) => {
    const where = `host=127.0.0.1 port=${String(port())} user=agent dbname=postgres sslmode=require`;
    const args = ['-X', '-A', '-t', '-v', 'VERBOSITY=verbose', '-c', text, where];
    const child = spawn('psql', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (one: string) => (said += one));
    const closed = once(child, 'close');
    await runs(text);
    child.kill('SIGINT');
    await closed;
    expect(said).toContain('ERROR:  57014');
    await untouched();
  });

  it.each([nap, held])('with node-postgres: %s', async (text) => {
    const agent = await ground.agent();
    let failed: Error | undefined;
    const query = new pg.Query(text, [], (error) => {
      failed = error;
    });
    agent.query(query);
    await runs(text);
    const canceller = new pg.Client({ host: '127.0.0.1', port: port(), user: 'agent' });
    (canceller as unknown as { cancel: (of: pg.Client, what: unknown) => void }).cancel(
      agent,
      query,
    );
    expect(await waitFor('it is cancelled', () => failed)).toMatchObject({ code: '57014' });
    expect((await agent.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await untouched();
  });

  it('and is told by what code a held command ended, which the record keeps', async () => {
    const agent = await ground.agent();
    const refusal = refusalOf(agent.query(held));
    const name = await pending();
    const socket = net.connect({ host: '127.0.0.1', port: port() });
    socket.write(serialize.cancel(...keyOf(agent)));
    expect(await refusal).toMatchObject({
      sqlstate: '57014',
      code: 'COMMAND_CANCELLED',
      approval: name,
    });
    expect((await ground.chaperone('approve', name)).status).toBe(1);
    await untouched();
  });

  it('over TLS, on both sides', async () => {
    const ca = ground.server.certificates?.ca ?? '';
    const agent = await ground.agent({ ssl: { ca, servername: 'localhost' } });
    const answer = agent.query(nap).catch((error: unknown) => error);
    await sleepsAt(ground);
    const plain = net.connect({ host: '127.0.0.1', port: port() });
    plain.write(SSL_REQUEST);
    expect(String((await once(plain, 'data'))[0])).toBe('S');
    const secure = tls.connect({ socket: plain, ca, servername: 'localhost' });
    await once(secure, 'secureConnect');
    secure.resume().write(serialize.cancel(...keyOf(agent)));
    await once(secure, 'close');
    expect(await answer).toMatchObject({ code: '57014' });
  });

  it('by the longer key of protocol 3.2, and by no part of it', async () => {
    const body = Buffer.from('\0\x03\0\x02user\0agent\0database\0postgres\0\0', 'latin1');
    const session = net.connect({ host: '127.0.0.1', port: port() });
    let got = Buffer.alloc(0);
    session.on('data', (bytes: Buffer) => (got = Buffer.concat([got, bytes])));
    session.write(packet(body));
    await waitFor('it is let in', () => (got.includes('Z\0\0\0\x05I') ? true : undefined));
    const frames = framesOf(got);
    // What it speaks is not negotiated.
    expect(frames.has('v')).toBe(false);
    const key = frames.get('K') ?? Buffer.alloc(0);
    expect(key).toHaveLength(4 + 32);
    got = Buffer.alloc(0);
    session.write(serialize.query(nap));
    await sleepsAt(ground);
    const code = Buffer.from([4, 210, 22, 46]);
    await say(packet(Buffer.concat([code, key.subarray(0, 8)])));
    expect(got).toHaveLength(0);
    await say(packet(Buffer.concat([code, key])));
    await waitFor('it is cancelled', () => (got.includes('C57014') ? true : undefined));
    session.destroy();
  });

  it('in a version that is newer than any, and is told which is spoken', async () => {
    const body = Buffer.from(
      '\0\x03\x27\x0fuser\0agent\0database\0postgres\0_pq_.new\x00on\0\0',
      'latin1',
    );
    const session = net.connect({ host: '127.0.0.1', port: port() });
    let got = Buffer.alloc(0);
    session.on('data', (bytes: Buffer) => (got = Buffer.concat([got, bytes])));
    session.write(packet(body));
    await waitFor('it is let in', () => (got.includes('Z\0\0\0\x05I') ? true : undefined));
    const frames = framesOf(got);
    expect(frames.get('v')?.toString('latin1')).toBe('\0\x03\0\x02\0\0\0\x01_pq_.new\0');
    expect(frames.get('K')).toHaveLength(4 + 32);
    session.destroy();
  });

  /** A message without a type, and until the other side closes. */
  const say = async (bytes: Buffer): Promise<void> => {
    const socket = net.connect({ host: '127.0.0.1', port: port() });
    socket.resume().write(bytes);
    await once(socket, 'close');
  };
});

function packet(body: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length + 4);
  return Buffer.concat([head, body]);
}

/** The last message of each type. */
function framesOf(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (let at = 0; at < bytes.length;) {
    const end = at + 1 + bytes.readUInt32BE(at + 1);
    found.set(String.fromCharCode(bytes[at] ?? 0), bytes.subarray(at + 5, end));
    at = end;
  }
  return found;
}
