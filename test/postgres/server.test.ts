import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startPostgres, type Postgres } from './server.ts';

describe.each([undefined, 'embedded'])('a throwaway PostgreSQL, version %s', (version) => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres(version === undefined ? { tls: true } : { tls: true, version });
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    expect(existsSync(server.dataDir)).toBe(false);
  });

  it('asks for the password and speaks TLS', async () => {
    const client = new pg.Client({
      connectionString: server.url,
      ssl: { ca: server.certificates?.ca ?? '', servername: 'localhost' },
    });
    await client.connect();
    const answer = await client.query<{ ssl: boolean }>(
      'select ssl from pg_stat_ssl where pid = pg_backend_pid()',
    );
    expect(answer.rows).toEqual([{ ssl: true }]);
    await client.end();
    const wrong = new pg.Client({ connectionString: server.url.replace('secret', 'wrong') });
    await expect(wrong.connect()).rejects.toMatchObject({ code: '28P01' });
  });
});
