import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serialize } from 'pg-protocol';
import { run } from '../harness/run.ts';
import { makeTempDir } from '../harness/temp.ts';
import { makeCertificates } from '../postgres/certificates.ts';
import type { Postgres } from '../postgres/server.ts';
import { startGround, type Ground } from './ground.ts';
import { errorIn } from './raw-client.ts';
import { sleepsAt } from './wait.ts';
import { allowAll, type Fields } from './manifests.ts';

const rightCa = { kind: 'ConfigMap', name: 'right', key: 'ca.crt' };
const wrongCa = { kind: 'ConfigMap', name: 'wrong', key: 'ca.crt' };
const secretCa = { kind: 'Secret', name: 'right-too', key: 'ca.crt' };

/** The server's certificate names localhost and 127.0.0.1; the server listens on 127.0.0.2 as well. */
const good: Readonly<Record<string, Fields>> = {
  full: { host: '127.0.0.1', tls: { mode: 'VerifyFull', caRef: rightCa } },
  'full-by-name': { host: 'localhost', tls: { mode: 'VerifyFull', caRef: rightCa } },
  'full-server-name': {
    host: '127.0.0.2',
    tls: { mode: 'VerifyFull', serverName: 'localhost', caRef: rightCa },
  },
  'ca-other-host': { host: '127.0.0.2', tls: { mode: 'VerifyCA', caRef: secretCa } },
  required: { host: '127.0.0.2', tls: { mode: 'Require' } },
};
const bad: Readonly<Record<string, Fields>> = {
  'full-other-host': { host: '127.0.0.2', tls: { mode: 'VerifyFull', caRef: rightCa } },
  'full-wrong-name': {
    host: '127.0.0.1',
    tls: { mode: 'VerifyFull', serverName: 'elsewhere.example.com', caRef: rightCa },
  },
  'full-wrong-ca': { host: '127.0.0.1', tls: { mode: 'VerifyFull', caRef: wrongCa } },
  'full-system-ca': { host: '127.0.0.1', tls: { mode: 'VerifyFull' } },
  'default-system-ca': { host: '127.0.0.1' },
  'ca-wrong': { host: '127.0.0.1', tls: { mode: 'VerifyCA', caRef: wrongCa } },
};
const plain: Readonly<Record<string, Fields>> = {
  disabled: { host: '127.0.0.1', tls: { mode: 'Disable' } },
};
const targets = { ...good, ...bad, ...plain };

async function otherAuthority(): Promise<string> {
  const dir = await makeTempDir('authority');
  try {
    return (await makeCertificates(dir.path)).ca;
  } finally {
    await dir.remove();
  }
}

function authority(name: string, ca: string): Fields {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { 'ca.crt': ca } };
}

describe('TLS', () => {
  let ground: Ground;

  beforeAll(async () => {
    const wrong = await otherAuthority();
    const right = ({ certificates }: Postgres): string => certificates?.ca ?? '';
    ground = await startGround({
      policies: Object.fromEntries(
        Object.keys(targets).map((name) => [name, { rules: [allowAll] }]),
      ),
      connection: (name, { port }) => ({ target: { ...targets[name], port } }),
      manifests: (server) => ({
        'right.json': authority('right', right(server)),
        'wrong.json': authority('wrong', wrong),
        'right-too.json': {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name: 'right-too' },
          stringData: { 'ca.crt': right(server) },
        },
      }),
      args: ({ certificates }) => [
        ...['--tls-cert', certificates?.certificateFile ?? ''],
        ...['--tls-key', certificates?.keyFile ?? ''],
      ],
      schema: '',
      postgres: { tls: true, access: ['hostnossl all orders_rw all reject'] },
    });
  });
  afterAll(async () => {
    await ground.stop();
  });

  it.each(Object.keys(good))('encrypts and believes: %s', async (name) => {
    const agent = await ground.agent({}, name);
    const { rows } = await agent.query(
      'SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()',
    );
    expect(rows).toEqual([{ ssl: true, version: expect.stringMatching(/^TLSv1\.[23]$/) }]);
    await agent.end();
  });

  it.each(Object.keys(bad))('does not believe, and sends no credential: %s', async (name) => {
    await expect(ground.agent({}, name)).rejects.toMatchObject({
      code: '08001',
      severity: 'FATAL',
      message: expect.stringMatching(/certificate|altnames/i),
      detail: expect.stringContaining('"code":"UPSTREAM_TLS_FAILED"'),
    });
  });

  it('is refused by a target that demands it, and says so', async () => {
    await expect(ground.agent({}, 'disabled')).rejects.toMatchObject({
      code: '28000',
      detail: expect.stringContaining('"code":"UPSTREAM_REFUSED"'),
    });
  });

  it('cancels over TLS', async () => {
    const raw = await ground.raw('full');
    const answer = raw.until('Z');
    raw.send(serialize.query('SELECT pg_sleep(100)'));
    await sleepsAt(ground);
    await raw.cancel();
    expect(errorIn(await answer).code).toBe('57014');
  });

  it('leaves no session behind where the target was not believed', async () => {
    const { stdout } = await ground.chaperone('sessions', '-o', 'json');
    const sessions = JSON.parse(stdout) as { connection: string }[];
    expect(new Set(sessions.map(({ connection }) => connection))).toEqual(
      new Set(Object.keys(good)),
    );
  });

  describe('and with the agent', () => {
    const large = "SELECT g, repeat('x', 100) AS x FROM generate_series(1, 20000) g";
    const ca = (): string => ground.server.certificates?.ca ?? '';

    it('encrypts for a driver that verifies', async () => {
      const ssl = { ca: ca(), servername: 'localhost' };
      const agent = await ground.agent({ ssl }, 'full');
      const { rows } = await agent.query<{ g: number }>(large);
      expect([rows.length, rows.at(-1)?.g]).toEqual([20_000, 20_000]);
      await expect(agent.query('SELECT 1/0')).rejects.toMatchObject({ code: '22012' });
      expect((await agent.query('SELECT $1::text AS t', ['after'])).rows).toEqual([{ t: 'after' }]);
      await agent.end();
    });

    it('encrypts from the first byte on for a driver that does not ask', async () => {
      const ssl = { ca: ca(), servername: 'localhost' };
      const direct = { ssl, sslnegotiation: 'direct' } as const;
      const agent = await ground.agent(direct, 'full');
      expect((await agent.query<{ g: number }>(large)).rows).toHaveLength(20_000);
      await agent.end();
    });

    it('is not believed by a driver that trusts another authority', async () => {
      const ssl = { servername: 'localhost' };
      await expect(ground.agent({ ssl }, 'full')).rejects.toThrow(/certificate|issuer/);
      const misnamed = { ca: ca(), servername: 'elsewhere.example.com' };
      await expect(ground.agent({ ssl: misnamed }, 'full')).rejects.toThrow(/altnames/);
    });

    it.each(['disable', 'prefer', 'require', 'verify-ca', 'verify-full'])(
      'serves psql with sslmode=%s',
      async (mode) => {
        const file = path.join(ground.config, '..', 'ca.crt');
        await writeFile(file, ca());
        const port = String(ground.sidecar.port('required'));
        const where = `host=localhost hostaddr=127.0.0.1 port=${port} user=agent dbname=postgres`;
        const done = await run('psql', [
          ...['-X', '-A', '-t', '-c', '\\conninfo', '-c', 'SELECT 7'],
          `${where} sslmode=${mode} sslrootcert=${file}`,
        ]);
        expect(done).toMatchObject({ status: 0, stderr: '' });
        expect(done.stdout.includes('SSL connection')).toBe(mode !== 'disable');
        expect(done.stdout).toMatch(/7\n$/);
      },
    );
  });
});
