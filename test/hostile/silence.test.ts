import { createServer, type AddressInfo, type Server } from 'node:net';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepare, writeManifests } from '../attack/ground.ts';
import { startup } from '../harness/frames.ts';
import { RawAgent, rowsOf } from '../harness/raw-agent.ts';
import { startSidecar, type Sidecar } from '../harness/sidecar.ts';
import { makeTempDir, type TempDir } from '../harness/temp.ts';
import { startPostgres, type Postgres } from '../postgres/server.ts';

const PLAIN = 'SELECT body FROM notes WHERE id = 1';
const hello = startup({ user: 'agent', database: 'postgres' });

/** `wide-db` is a true target whose sessions may be idle for two seconds; `narrow-db` accepts, and says nothing. */
describe('silent peers', () => {
  let server: Postgres;
  let mute: Server;
  let dir: TempDir;
  let sidecar: Sidecar;
  beforeAll(async () => {
    server = await startPostgres();
    await prepare(server);
    mute = createServer((socket) => socket.on('error', () => undefined));
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    dir = await makeTempDir('silence');
    const config = path.join(dir.path, 'config');
    await mkdir(config);
    await writeManifests(config, server.port);
    await rewrite(path.join(config, 'wide-connection.yaml'), 'idleTimeout: 30m', 'idleTimeout: 2s');
    const port = String((mute.address() as AddressInfo).port);
    await rewrite(path.join(config, 'narrow-connection.yaml'), String(server.port), port);
    sidecar = await startSidecar({ config, connections: ['wide-db', 'narrow-db'] });
  });
  afterAll(async () => {
    await sidecar.stop();
    mute.close();
    await server.stop();
    await dir.remove();
  });

  async function rewrite(file: string, from: string, to: string): Promise<void> {
    await writeFile(file, (await readFile(file, 'utf8')).replace(from, to), { mode: 0o600 });
  }

  const connect = async (): Promise<RawAgent> => RawAgent.connect(sidecar.port('wide-db'));

  /** Sends a byte now and then, which gains no time. */
  async function drip(agent: RawAgent): Promise<void> {
    for (const byte of hello.subarray(0, -1)) {
      if (agent.closed) return;
      agent.send(Buffer.from([byte]));
      await sleep(500);
    }
  }

  it('are cut by the time of their phase', async () => {
    const silent = await connect();
    const half = await connect();
    half.send(hello.subarray(0, 12));
    const dripping = await connect();
    const drops = drip(dripping);
    const unanswered = await RawAgent.connect(sidecar.port('narrow-db'));
    unanswered.send(hello);
    const idle = await RawAgent.open(sidecar.port('wide-db'), {
      user: 'agent',
      database: 'postgres',
    });
    expect(rowsOf(await idle.query(PLAIN))).toEqual([['first']]);
    const ends: readonly (readonly [string, RawAgent])[] = [
      ['IDLE_TIMEOUT', idle],
      ['STARTUP_TIMEOUT', silent],
      ['STARTUP_TIMEOUT', half],
      ['STARTUP_TIMEOUT', dripping],
      ['UPSTREAM_TIMEOUT', unanswered],
    ];
    for (const [code, agent] of ends) {
      await agent.untilClosed();
      expect(agent.received.toString('utf8')).toContain(`"code":"${code}"`);
    }
    await drops;
  });
});
