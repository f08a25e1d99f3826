import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueryResult } from 'pg';
import { startGround, type Ground } from '../interop/ground.ts';
import type { Fields } from '../interop/manifests.ts';
import { run } from '../harness/run.ts';
import { AUDIENCE, CLIENT, OidcServer } from './provider.ts';

const claims = { agent: 'sub', model: 'model', run: 'run_id' };
const select = (name: string, more: Fields): Fields => ({
  name,
  effect: 'Allow',
  postgres: { commands: ['SELECT'], ...more },
});

describe('agents that have to say who they are', () => {
  let issuer: OidcServer;
  let ground: Ground;

  beforeAll(async () => {
    issuer = await OidcServer.start();
    const oidc = {
      issuer: issuer.issuer,
      caRef: { kind: 'ConfigMap', name: 'issuer-ca' },
      audiences: [AUDIENCE],
      claims,
    };
    const identities: Readonly<Record<string, Fields>> = {
      orders: { oidc },
      keeping: { oidc: { ...oidc, atExpiry: 'KeepSession' } },
      bearer: { oidc: { ...oidc, mechanism: 'OAuthBearer' } },
    };
    const rules = [
      select('public', { relations: ['public.orders'] }),
      {
        ...select('by-model', { relations: ['public.prices'] }),
        expression: 'agent.claims.model == "m-2"',
      },
    ];
    ground = await startGround({
      policies: Object.fromEntries(Object.keys(identities).map((name) => [name, { rules }])),
      connection: (name) => ({ identity: identities[name] }),
      manifests: () => ({
        'issuer-ca.json': {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'issuer-ca' },
          data: { 'ca.crt': issuer.ca },
        },
        'policy-subject.json': {
          apiVersion: 'chaperone.dev/v1alpha1',
          kind: 'AccessPolicy',
          metadata: { name: 'subject' },
          spec: {
            subjects: [{ claims: { agent: 'spiffe://example.com/agents/*', run: 'r-*' } }],
            connections: ['orders', 'bearer'],
            rules: [select('runs', { relations: ['public.runs'] })],
          },
        },
      }),
      schema: 'CREATE TABLE orders(id int); CREATE TABLE prices(id int); CREATE TABLE runs(id int)',
    });
  });
  afterAll(async () => {
    await ground.stop();
    await issuer.close();
  });

  const may = async (password: string, table: string, connection = 'orders'): Promise<boolean> => {
    const agent = await ground.agent({ password }, connection);
    const answer = await agent.query(`SELECT * FROM ${table}`).then(
      ({ rows }: QueryResult) => rows.length === 0,
      (error: unknown) => (error as { code?: string }).code !== '42501',
    );
    await agent.end();
    return answer;
  };

  it('are let in with a token as password, and decided about by its claims', async () => {
    const plain = await issuer.token();
    expect(await may(plain, 'orders')).toBe(true);
    expect(await may(plain, 'prices')).toBe(false);
    expect(await may(plain, 'runs')).toBe(false);
    const modelled = await issuer.token({ claims: { model: 'm-2' } });
    expect(await may(modelled, 'prices')).toBe(true);
    const running = await issuer.token({ claims: { model: 'm-1', run_id: 'r-8812' } });
    expect(await may(running, 'prices')).toBe(false);
    expect(await may(running, 'runs')).toBe(true);
  });

  it('are in every record with their claims, and the token is nowhere', async () => {
    const token = await issuer.token({
      claims: { model: 'm-7', run_id: 'r-1', secret: 'unasked' },
    });
    await may(token, 'orders');
    const { stdout } = await ground.chaperone('sessions', '-o', 'json');
    const sessions = JSON.parse(stdout) as { session: string; agent: Fields }[];
    const mine = sessions.find(({ agent }) => (agent['claims'] as Fields)['model'] === 'm-7');
    expect(mine?.agent['claims']).toEqual({ agent: CLIENT, model: 'm-7', run: 'r-1' });
    const shown = await ground.chaperone('show', mine?.session ?? '', '-o', 'ndjson');
    expect(shown.stdout).toContain(CLIENT);
    const [, , signature = ''] = token.split('.');
    const found = await run('grep', ['-r', '-c', '-e', signature, ground.data]);
    expect(found.stdout.split('\n').filter((line) => line !== '' && !line.endsWith(':0'))).toEqual(
      [],
    );
    expect(ground.sidecar.stderr()).not.toContain(signature);
    expect((await ground.chaperone('verify', '--all')).status).toBe(0);
  });

  it.each([
    ['no password', 'IDENTITY_MISSING', async () => Promise.resolve('')],
    ['a password', 'IDENTITY_MALFORMED', async () => Promise.resolve('hunter2')],
    ['a token for somebody else', 'IDENTITY_AUDIENCE', async () => issuer.token({ audience: 'x' })],
    ['an old token', 'IDENTITY_EXPIRED', async () => issuer.token({ ago: 400 })],
  ] as const)('are refused with %s', async (_what, code, token) => {
    const password = await token();
    await expect(ground.agent({ password }, 'orders')).rejects.toMatchObject({
      code: expect.stringMatching(/^28/),
      severity: 'FATAL',
      detail: expect.stringContaining(`"code":"${code}"`),
      hint: expect.stringMatching(/token/),
    });
    const metrics = await fetch(`http://127.0.0.1:${String(ground.sidecar.admin)}/metrics`);
    expect(await metrics.text()).toMatch(
      new RegExp(`chaperone_command_refusals_total{code="${code}"} [1-9]`),
    );
  });

  it('lose the session with their token, unless the connection keeps it', async () => {
    // Expires in two seconds, the skew of clocks included.
    const soon = await issuer.token({ ttl: 300, ago: 300 + 30 - 2 });
    const keeping = await ground.agent({ password: soon }, 'keeping');
    const ending = await ground.agent({ password: soon }, 'orders');
    const ended = new Promise<Error>((resolve) => ending.once('error', resolve));
    expect((await ending.query('SELECT * FROM orders')).rows).toEqual([]);
    expect(await ended).toMatchObject({
      code: '28P01',
      detail: expect.stringContaining('"code":"IDENTITY_EXPIRED"'),
    });
    expect((await keeping.query('SELECT * FROM orders')).rows).toEqual([]);
    await expect(ground.agent({ password: soon }, 'keeping')).rejects.toMatchObject({
      detail: expect.stringContaining('IDENTITY_EXPIRED'),
    });
  });
});
