import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { run } from '../harness/run.ts';
import { makeTempDir, type TempDir } from '../harness/temp.ts';
import { startGround, type Ground } from '../interop/ground.ts';
import { allowAll, type Fields } from '../interop/manifests.ts';
import { waitFor } from '../interop/wait.ts';
import { AUDIENCE, EXCHANGER, OidcServer } from './provider.ts';

const ROLE = 'exchanged';

describe('a credential for the token of an agent', () => {
  let issuer: OidcServer;
  let ground: Ground;
  let pod: TempDir;
  /** What the authorization server gave, in order. */
  const given: string[] = [];
  let seconds = 300;
  /** Where a kubelet would keep the pod's token. */
  let podToken = '';

  beforeAll(async () => {
    pod = await makeTempDir('pod-token');
    podToken = path.join(pod.path, 'exchange');
    issuer = await OidcServer.start();
    // As a broker of database credentials does: what it gives is the password from then on.
    issuer.exchange = async () => {
      const password = `short-lived-${String(given.length)}`;
      await ground.target(`ALTER ROLE ${ROLE} PASSWORD '${password}'`);
      given.push(password);
      return { password, seconds };
    };
    const caRef = { kind: 'ConfigMap', name: 'issuer-ca' };
    const identity = { oidc: { issuer: issuer.issuer, caRef, audiences: [AUDIENCE] } };
    const exchange = (more: Fields): Fields => ({
      tokenExchange: {
        ...{
          tokenEndpoint: `${issuer.issuer}/token`,
          caRef,
          username: ROLE,
          subjectToken: 'Agent',
        },
        ...{ clientSecretRef: { name: 'exchanger' }, audience: 'orders-db', ...more },
      },
    });
    const credentials: Readonly<Record<string, Fields>> = {
      orders: exchange({}),
      forbidden: exchange({ audience: 'forbidden' }),
      stranger: exchange({ clientSecretRef: { name: 'stranger' } }),
      nowhere: exchange({ tokenEndpoint: 'https://localhost:1/token' }),
      wrong: exchange({ tokenEndpoint: `${issuer.issuer}/jwks` }),
      ofpod: exchange({ subjectToken: 'Pod' }),
    };
    const client = (name: string, secret: string): Fields => ({
      ...{ apiVersion: 'v1', kind: 'Secret', metadata: { name } },
      stringData: { client_id: EXCHANGER.id, client_secret: secret },
    });
    ground = await startGround({
      policies: Object.fromEntries(
        Object.keys(credentials).map((name) => [name, { rules: [allowAll] }]),
      ),
      connection: (name) => ({
        ...(name === 'ofpod' ? {} : { identity }),
        credential: credentials[name],
      }),
      manifests: () => ({
        'exchanger.json': client('exchanger', EXCHANGER.secret),
        'stranger.json': client('stranger', 'guessed'),
        'issuer-ca.json': {
          ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'issuer-ca' } },
          data: { 'ca.crt': issuer.ca },
        },
      }),
      schema: `CREATE ROLE ${ROLE} LOGIN`,
      args: () => ['--exchange-token', podToken],
    });
  });
  afterAll(async () => {
    await ground.stop();
    await issuer.close();
    await pod.remove();
  });
  beforeEach(() => {
    given.length = 0;
    seconds = 300;
  });

  const metric = async (name: string): Promise<number> => {
    const answer = await fetch(`http://127.0.0.1:${String(ground.sidecar.admin)}/metrics`);
    const lines = (await answer.text()).split('\n');
    return Number(lines.find((line) => line.startsWith(`${name} `))?.split(' ')[1] ?? NaN);
  };
  const leases = async (): Promise<number> => metric('chaperone_credential_leases');

  it('is exchanged once for all its sessions, and dropped with the last of them', async () => {
    const password = await issuer.token();
    const agents = await Promise.all(
      Array.from({ length: 4 }, async () => ground.agent({ password })),
    );
    for (const agent of agents) {
      const { rows } = await agent.query('SELECT current_user AS who');
      expect(rows).toEqual([{ who: ROLE }]);
    }
    expect([given.length, await leases()]).toEqual([1, 1]);
    const other = await ground.agent({ password: await issuer.token() });
    expect([given.length, await leases()]).toEqual([2, 2]);
    await Promise.all([...agents, other].map(async (agent) => agent.end()));
    await waitFor('no lease is held', async () => ((await leases()) === 0 ? true : undefined));
    const again = await ground.agent({ password });
    expect(given).toHaveLength(3);
    await again.end();
  });

  it('is renewed before it expires, as long as a session holds it', async () => {
    seconds = 3;
    const password = await issuer.token();
    const first = await ground.agent({ password });
    await waitFor('it was renewed twice', () => (given.length >= 3 ? true : undefined));
    seconds = 300;
    await sleep(1_000);
    const before = given.length;
    const second = await ground.agent({ password });
    expect((await second.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
    expect(given.length).toBeLessThanOrEqual(before + 1);
    await Promise.all([first.end(), second.end()]);
    await waitFor('no lease is held', async () => ((await leases()) === 0 ? true : undefined));
    const left = given.length;
    await sleep(3_500);
    expect(given).toHaveLength(left);
  });

  it.each([
    ['forbidden', 'EXCHANGE_REFUSED', 'refused', /invalid_target/],
    ['stranger', 'EXCHANGE_REFUSED', 'refused', /invalid_client/],
    ['nowhere', 'EXCHANGE_UNAVAILABLE', 'failed', /ECONNREFUSED/],
    ['wrong', 'EXCHANGE_INVALID', 'failed', /RFC 8693/],
  ] as const)('that is not given is an error and counted: %s', async (name, code, result, said) => {
    const counter = `chaperone_token_exchanges_total{result="${result}"}`;
    const before = await metric(counter);
    const password = await issuer.token();
    await expect(ground.agent({ password }, name)).rejects.toMatchObject({
      severity: 'FATAL',
      message: expect.stringMatching(said),
      detail: expect.stringContaining(`"code":"${code}"`),
    });
    expect(await metric(counter)).toBe(before + 1);
    expect(await metric(`chaperone_command_refusals_total{code="${code}"}`)).toBeGreaterThan(0);
    expect(await leases()).toBe(0);
  });

  it('is given for the token of the pod, as the kubelet wrote it last', async () => {
    const login = async (): Promise<unknown> => {
      const agent = await ground.agent({}, 'ofpod');
      const { rows } = await agent.query<{ who: string }>('SELECT current_user AS who');
      await agent.end();
      await waitFor('no lease is held', async () => ((await leases()) === 0 ? true : undefined));
      return rows[0]?.who;
    };
    const refusal = { detail: expect.stringContaining('"code":"EXCHANGE_UNAVAILABLE"') };
    await expect(login()).rejects.toMatchObject(refusal);
    await writeFile(podToken, '\n');
    await expect(login()).rejects.toMatchObject(refusal);
    for (const token of [await issuer.token(), await issuer.token()]) {
      await writeFile(podToken, `${token}\n`);
      expect(await login()).toBe(ROLE);
      expect(issuer.exchanged.at(-1)).toBe(token);
      const found = await run('grep', ['-r', '-l', '-a', '-F', '-e', token, ground.data]);
      expect(found.stdout).toBe('');
      expect(ground.sidecar.stderr()).not.toContain(token);
    }
  });

  it('is in no log and no record, nor is the secret that it was got with', async () => {
    const password = await issuer.token();
    const agent = await ground.agent({ password });
    await agent.query('SELECT 1');
    await agent.end();
    const secrets = [...given, EXCHANGER.secret, password];
    expect(given).toHaveLength(1);
    for (const secret of secrets) {
      const found = await run('grep', ['-r', '-l', '-a', '-F', '-e', secret, ground.data]);
      expect(found.stdout).toBe('');
      expect(ground.sidecar.stderr()).not.toContain(secret);
    }
  });
});
