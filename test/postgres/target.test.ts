import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  cancelAtTarget,
  connectTarget,
  SaltedPasswords,
  type TargetLink,
  type TargetOptions,
} from '../../sidecar/src/protocols/postgres/startup/index.ts';
import { encodeQuery } from '../../sidecar/src/protocols/postgres/codec/index.ts';
import { startPostgres, type Postgres } from './server.ts';

const UNICODE_PASSWORD = 'pa\u00ADss w\u00F6rt\u2168';

async function ask(server: Postgres, sql: string): Promise<void> {
  const client = new pg.Client({ host: server.socketDir, port: server.port, user: 'postgres' });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** What the target says to one query, up to and with ReadyForQuery. */
async function query(link: TargetLink, sql: string): Promise<string> {
  return new Promise((resolve, reject) => {
    link.wire.onClose(reject);
    link.wire.setReader((buf, start, end) => {
      const text = buf.toString('latin1', start, end);
      if (text.at(-6) !== 'Z') return start;
      resolve(text);
      return end;
    });
    link.wire.write(encodeQuery(sql));
  });
}

describe('the start-up with a real target', () => {
  let plain: Postgres;
  let secure: Postgres;
  const links: TargetLink[] = [];
  const salted = new SaltedPasswords();

  beforeAll(async () => {
    plain = await startPostgres({
      access: [
        'host all plaintext all password',
        'host all nobody all trust',
        'host all hashed all md5',
      ],
    });
    secure = await startPostgres({ tls: true, access: ['hostnossl all all all reject'] });
    await ask(
      plain,
      `create role hashed login; set password_encryption = 'md5'; alter role hashed password 'x';
       create role plaintext login password 'x'; create role nobody login;
       set password_encryption = 'scram-sha-256'; create role ncode login password '${UNICODE_PASSWORD}'`,
    );
    await ask(plain, `create database latin encoding 'LATIN1' template template0`);
    await ask(plain, 'create database slashes');
    await ask(plain, 'alter database slashes set standard_conforming_strings = off');
  }, 60_000);
  afterAll(async () => {
    for (const link of links) link.wire.destroy();
    await Promise.all([plain.stop(), secure.stop()]);
  });

  const options = (server: Postgres, changes: Partial<TargetOptions> = {}): TargetOptions => ({
    host: server.host,
    port: server.port,
    tls: { mode: 'Disable' },
    credential: { username: 'postgres', password: server.password },
    database: 'postgres',
    salted,
    ...changes,
  });
  const connect = async (given: TargetOptions): Promise<TargetLink> => {
    const link = await connectTarget(given);
    links.push(link);
    return link;
  };
  const as = (username: string, password = 'x'): Partial<TargetOptions> => ({
    credential: { username, password },
  });

  it('authenticates with SCRAM and collects settings and the key', async () => {
    const parameters = new Map([
      ['application_name', 'agent'],
      ['statement_timeout', '4321'],
    ]);
    const link = await connect(options(plain, { parameters }));
    expect(link.authentication).toBe('scram-sha-256');
    expect(link.parameters.get('client_encoding')).toBe('UTF8');
    expect(link.parameters.get('application_name')).toBe('agent');
    expect(link.backendKey?.secretKey).toHaveLength(4);
    expect(link.tls).toBeUndefined();
    expect(await query(link, 'show statement_timeout')).toContain('4321ms');
  });

  it('derives the key once for all sessions', async () => {
    const before = salted.size;
    await Promise.all([connect(options(plain)), connect(options(plain))]);
    expect(salted.size).toBe(before);
  });

  it('prepares a password beyond ASCII as the server did', async () => {
    const link = await connect(options(plain, as('ncode', UNICODE_PASSWORD)));
    expect(link.authentication).toBe('scram-sha-256');
    const folded = await connect(options(plain, as('ncode', 'pass w\u00F6rtIX')));
    expect(folded.authentication).toBe('scram-sha-256');
  });

  it("hands on the server's refusal, without the password", async () => {
    const wrong = options(plain, as('postgres', 'hunter2'));
    const failure = connectTarget(wrong);
    await expect(failure).rejects.toMatchObject({ code: 'UPSTREAM_REFUSED', sqlstate: '28P01' });
    await expect(failure).rejects.not.toThrow('hunter2');
    await expect(connectTarget(options(plain, { database: 'none' }))).rejects.toMatchObject({
      code: 'UPSTREAM_REFUSED',
      sqlstate: '3D000',
    });
  });

  it('never sends a password in clear or by md5', async () => {
    await expect(connectTarget(options(plain, as('plaintext')))).rejects.toMatchObject({
      code: 'UPSTREAM_AUTH_UNSUPPORTED',
    });
    await expect(connectTarget(options(plain, as('hashed')))).rejects.toMatchObject({
      code: 'UPSTREAM_AUTH_UNSUPPORTED',
      facts: { method: 'md5' },
    });
  });

  it('says when nothing was asked', async () => {
    const link = await connect(options(plain, as('nobody')));
    expect(link.authentication).toBe('none');
  });

  it('refuses a database whose texts it could read wrongly', async () => {
    await expect(connectTarget(options(plain, { database: 'latin' }))).rejects.toMatchObject({
      code: 'UPSTREAM_ENCODING_UNSUPPORTED',
      facts: { server_encoding: 'LATIN1' },
    });
    await expect(connectTarget(options(plain, { database: 'slashes' }))).rejects.toMatchObject({
      code: 'UPSTREAM_STRINGS_UNSUPPORTED',
    });
  });

  it('does not go on without TLS where TLS is demanded', async () => {
    for (const mode of ['Require', 'VerifyCA', 'VerifyFull'] as const) {
      await expect(connectTarget(options(plain, { tls: { mode } }))).rejects.toMatchObject({
        code: 'UPSTREAM_TLS_REFUSED',
      });
    }
    await expect(connectTarget(options(secure))).rejects.toMatchObject({
      code: 'UPSTREAM_REFUSED',
    });
  });

  it.each([
    ['Require', 'none', '127.0.0.1', true],
    ['VerifyCA', 'right', 'localhost', true],
    ['VerifyCA', 'right', '127.0.0.1', true],
    ['VerifyCA', 'right', '127.0.0.2', true],
    ['VerifyCA', 'wrong', 'localhost', false],
    ['VerifyCA', 'none', 'localhost', false],
    ['VerifyFull', 'right', 'localhost', true],
    ['VerifyFull', 'right', '127.0.0.1', true],
    ['VerifyFull', 'right', '127.0.0.2', false],
    ['VerifyFull', 'wrong', 'localhost', false],
  ] as const)('TLS %s with the %s authority at %s: %p', async (mode, authority, host, works) => {
    const right = secure.certificates;
    const ca = { right: right?.ca, wrong: right?.certificate, none: undefined }[authority];
    const given = options(secure, { host, tls: { mode, ...(ca === undefined ? {} : { ca }) } });
    if (works) {
      const link = await connect(given);
      expect(link.tls?.protocol).toMatch(/^TLSv1\.[23]$/);
      expect(await query(link, 'select 41 + 1')).toContain('42');
    } else {
      await expect(connectTarget(given)).rejects.toMatchObject({ code: 'UPSTREAM_TLS_FAILED' });
    }
  });

  it.each(['plain', 'secure'])('cancels what runs, %s', async (which) => {
    const server = which === 'plain' ? plain : secure;
    const tls = { mode: which === 'plain' ? ('Disable' as const) : ('Require' as const) };
    const link = await connect(options(server, { tls }));
    const answer = query(link, 'select pg_sleep(20)');
    const key = link.backendKey;
    if (key === undefined) throw new Error('no key');
    await query(await connect(options(server, { tls })), 'select pg_sleep(0.2)');
    await cancelAtTarget(options(server, { tls }), key);
    expect(await answer).toContain('57014');
  });
});
