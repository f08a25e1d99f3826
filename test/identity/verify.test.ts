import { Buffer } from 'node:buffer';
import { createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identityLimits } from '../../sidecar/src/config/identity-limits.ts';
import type { SidecarErrorCode } from '../../sidecar/src/errors.ts';
import { Verifier, type Identity, type OidcSettings } from '../../sidecar/src/identity/index.ts';
import { AUDIENCE, CLIENT, OidcServer, type Signing } from './provider.ts';

const MINUTE = 60_000;

/** A clock that a test moves on. */
class TestClock {
  ahead = 0;
  readonly nowMs = (): number => Date.now() + this.ahead;
  readonly elapsedMs = (): number => performance.now() + this.ahead;
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const head = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >;
const body = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >;

let server: OidcServer;
let clock: TestClock;
let verifier: Verifier;

const settings = (changes: Partial<OidcSettings> = {}): OidcSettings => ({
  issuer: server.issuer,
  audiences: [AUDIENCE, 'another'],
  claims: { agent: 'sub', model: 'model', run: 'run_id', tools: 'tools', absent: 'nothing' },
  ca: server.ca,
  ...changes,
});
const verify = async (token: string, changes?: Partial<OidcSettings>): Promise<Identity> =>
  verifier.verify(settings(changes), token);
/** The code of the refusal; nothing of the token may be in it. */
const refusal = async (
  token: string,
  changes?: Partial<OidcSettings>,
): Promise<SidecarErrorCode | undefined> => {
  const error: unknown = await verify(token, changes).catch((reason: unknown) => reason);
  for (const piece of token.split('.').filter(({ length }) => length > 20)) {
    expect(JSON.stringify([error, String(error), (error as Error).stack])).not.toContain(piece);
  }
  return (error as { code?: SidecarErrorCode }).code;
};

beforeAll(async () => {
  server = await OidcServer.start();
});
afterAll(async () => {
  await server.close();
});
beforeEach(() => {
  clock = new TestClock();
  verifier = new Verifier(clock);
  server.asked.length = 0;
});
afterEach(() => {
  server.fault = () => false;
});

describe('a token of a real issuer', () => {
  it.each<Signing>(['RS256', 'PS256', 'ES256', 'EdDSA'])('is verified, by %s', async (alg) => {
    const { claims } = await verify(await server.token({ alg }));
    expect(claims).toEqual({ agent: CLIENT });
  });

  it('says what the connection wants to know, as text', async () => {
    const said = { model: 'm-2', run_id: 8812, tools: ['sql', 'http'], other: 'unasked' };
    const token = await server.token({ claims: said, ttl: 600 });
    const { claims, expiresAtMs } = await verify(token);
    expect(claims).toEqual({ agent: CLIENT, model: 'm-2', run: '8812', tools: '["sql","http"]' });
    expect(expiresAtMs).toBe(Number(body(token)['exp']) * 1000 + 30_000);
  });

  it('is taken until it has expired, give or take the skew of clocks', async () => {
    const token = await server.token({ ttl: 60 });
    await verify(token);
    clock.ahead = MINUTE + identityLimits.clockSkewMs.value - 3_000;
    await verify(token);
    clock.ahead += 5_000;
    expect(await refusal(token)).toBe('IDENTITY_EXPIRED');
    clock.ahead = -identityLimits.clockSkewMs.value - 5_000;
    const early = await server.token({ claims: { nbf: Math.floor(Date.now() / 1000) } });
    expect(await refusal(early)).toBe('IDENTITY_NOT_YET_VALID');
    clock.ahead = -identityLimits.clockSkewMs.value + 5_000;
    await verify(early);
  });

  it('is refused for another audience, and of another issuer', async () => {
    expect(await refusal(await server.token({ audience: 'billing' }))).toBe('IDENTITY_AUDIENCE');
    await verify(await server.token({ audience: 'another' }));
    const other = await OidcServer.start();
    try {
      const stranger = await other.token();
      expect(await refusal(stranger)).toBe('IDENTITY_KEY_UNKNOWN');
      const trusting = { ca: other.ca, issuer: other.issuer };
      expect((await verify(stranger, trusting)).claims['agent']).toBe(CLIENT);
    } finally {
      await other.close();
    }
  });

  it('is refused with a recorded claim that is too long, and taken where nobody records it', async () => {
    const token = await server.token({ claims: { model: 'm'.repeat(4097) } });
    expect(await refusal(token)).toBe('IDENTITY_CLAIM_TOO_LARGE');
    await verify(token, { claims: { agent: 'sub' } });
  });
});

describe('a forged token', () => {
  it('without a signature is refused', async () => {
    const [, payload = '', signature = ''] = (await server.token()).split('.');
    for (const alg of ['none', 'None', 'NONE']) {
      expect(await refusal(`${part({ alg })}.${payload}.`)).toBe('IDENTITY_ALGORITHM');
      expect(await refusal(`${part({ alg })}.${payload}.${signature}`)).toBe('IDENTITY_ALGORITHM');
    }
  });

  it("signed with the issuer's public key as a secret is refused", async () => {
    const token = await server.token();
    const { kid } = head(token);
    const [, payload = ''] = token.split('.');
    const jwk = server.publicKey('RS256');
    const pem = createPublicKey({ key: jwk, format: 'jwk' });
    const secrets = [
      pem.export({ format: 'pem', type: 'spki' }),
      pem.export({ format: 'der', type: 'spki' }),
      JSON.stringify(jwk),
      Buffer.from(String(jwk.n), 'base64url'),
    ];
    for (const secret of secrets) {
      const signed = `${part({ alg: 'HS256', kid, typ: 'at+jwt' })}.${payload}`;
      const forged = createHmac('sha256', secret).update(signed).digest('base64url');
      expect(await refusal(`${signed}.${forged}`)).toBe('IDENTITY_ALGORITHM');
    }
  });

  it('signed with a key of its own is refused, wherever it says that the key is', async () => {
    const token = await server.token();
    const { kid } = head(token);
    const [, payload = ''] = token.split('.');
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const jwk = publicKey.export({ format: 'jwk' });
    const forge = (header: object): string => {
      const signed = `${part({ alg: 'RS256', ...header })}.${payload}`;
      return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
    };
    expect(await refusal(forge({ kid }))).toBe('IDENTITY_SIGNATURE');
    expect(await refusal(forge({ kid, jwk }))).toBe('IDENTITY_SIGNATURE');
    const jku = `${server.issuer}/elsewhere`;
    expect(await refusal(forge({ kid: 'mine', jku, jwk }))).toBe('IDENTITY_KEY_UNKNOWN');
    expect(await refusal(forge({ kid, crit: ['urn:x'], 'urn:x': 1 }))).toBe('IDENTITY_MALFORMED');
    expect(server.asked).not.toContain('/elsewhere');
  });

  it('with another payload, header or algorithm is refused', async () => {
    const token = await server.token();
    const [header = '', , signature = ''] = token.split('.');
    const altered = part({ ...body(token), sub: 'spiffe://example.com/agents/root' });
    expect(await refusal(`${header}.${altered}.${signature}`)).toBe('IDENTITY_SIGNATURE');
    const [, payload = ''] = token.split('.');
    const other = part({ ...head(token), alg: 'RS512' });
    expect(['IDENTITY_SIGNATURE', 'IDENTITY_KEY_UNKNOWN']).toContain(
      await refusal(`${other}.${payload}.${signature}`),
    );
    const swapped = part({ ...head(token), alg: 'ES256' });
    expect(await refusal(`${swapped}.${payload}.${signature}`)).toBe('IDENTITY_KEY_UNKNOWN');
  });

  it.each(['', 'x', '..', 'a.b.c', `${'a'.repeat(40_000)}.b.c`, '{"alg":"RS256"}'])(
    'that is no JWT is refused: %#',
    async (text) => {
      expect(await refusal(text)).toBe('IDENTITY_MALFORMED');
    },
  );
});

describe('the keys of the issuer', () => {
  const AGAIN = identityLimits.keysAgainMs.value;
  const askedForKeys = (): number => server.asked.filter((path) => path === '/jwks').length;

  it('are fetched once for many tokens, however many come at once', async () => {
    const token = await server.token();
    await Promise.all(Array.from({ length: 20 }, async () => verify(token)));
    expect(askedForKeys()).toBe(1);
    clock.ahead = identityLimits.keysFreshMs.value + 1;
    await verify(await server.token({ ttl: 3600 }));
    expect(askedForKeys()).toBe(2);
  });

  it('are followed when they change, and the old ones forgotten', async () => {
    const old = await server.token();
    await verify(old);
    server.rotate();
    const token = await server.token();
    expect(await refusal(token)).toBe('IDENTITY_KEY_UNKNOWN');
    clock.ahead = AGAIN + 1;
    await verify(token);
    expect(await refusal(old)).toBe('IDENTITY_KEY_UNKNOWN');
  });

  it('are not asked for again and again by tokens with keys that nobody knows', async () => {
    await verify(await server.token());
    const forged = `${part({ alg: 'RS256', kid: 'x' })}.e30.AAAA`;
    for (let i = 0; i < 20; i++) expect(await refusal(forged)).toBe('IDENTITY_KEY_UNKNOWN');
    clock.ahead = AGAIN + 1;
    for (let i = 0; i < 20; i++) expect(await refusal(forged)).toBe('IDENTITY_KEY_UNKNOWN');
    expect(askedForKeys()).toBe(2);
  });

  it('that are known go on for their time while the issuer does not answer, and no longer', async () => {
    const token = await server.token({ ttl: 24 * 3600 });
    await verify(token);
    server.fault = (_request, response) => {
      response.destroy();
      return true;
    };
    clock.ahead = identityLimits.keysKnownMs.value - 1_000;
    await verify(token);
    clock.ahead = identityLimits.keysKnownMs.value + AGAIN;
    expect(await refusal(token)).toBe('IDENTITY_ISSUER_UNAVAILABLE');
    server.fault = () => false;
    expect(await refusal(token)).toBe('IDENTITY_ISSUER_UNAVAILABLE');
    clock.ahead += AGAIN;
    await verify(token);
  });

  it('are not taken from an issuer that was never reached, or is not believed', async () => {
    const token = await server.token();
    expect(await refusal(token, { issuer: 'https://localhost:1' })).toBe(
      'IDENTITY_ISSUER_UNAVAILABLE',
    );
    const { issuer, audiences, claims } = settings();
    await expect(verifier.verify({ issuer, audiences, claims }, token)).rejects.toThrow(
      /certificate/,
    );
  });

  const answering =
    (path: string, text: string): typeof server.fault =>
    ({ url }, response) => {
      if (url !== path) return false;
      response.end(text);
      return true;
    };
  const discovery = '/.well-known/openid-configuration';

  it.each([
    ['no JSON', '/jwks', 'keys'],
    ['no keys', '/jwks', '{"keys":[]}'],
    ['keys that are none', '/jwks', '{"keys":[1,"x",null]}'],
    ['too many keys', '/jwks', JSON.stringify({ keys: new Array(101).fill({ kty: 'RSA' }) })],
    ['too much', '/jwks', `{"keys":[${' '.repeat(300_000)}]}`],
    ['the discovery document of another', discovery, '{"issuer":"https://elsewhere.example.com"}'],
    ['too long a discovery document', discovery, ' '.repeat(300_000)],
  ])('are refused where the issuer sends %s', async (_what, path, text) => {
    const token = await server.token();
    server.fault = answering(path, text);
    expect(await refusal(token)).toBe('IDENTITY_ISSUER_INVALID');
  });

  it('are not fetched in clear', async () => {
    const token = await server.token();
    const keys = server.issuer.replace('https:', 'http:');
    server.fault = answering(
      discovery,
      JSON.stringify({ issuer: server.issuer, jwks_uri: `${keys}/jwks` }),
    );
    expect(await refusal(token)).toBe('IDENTITY_ISSUER_INVALID');
  });

  it('are given up where the issuer sends them byte by byte', async () => {
    const token = await server.token();
    server.fault = ({ url }, response) => {
      if (url !== '/jwks') return false;
      const drip = setInterval(() => response.write(' '), 50);
      response.on('close', () => {
        clearInterval(drip);
      });
      return true;
    };
    const started = performance.now();
    expect(await refusal(token)).toBe('IDENTITY_ISSUER_UNAVAILABLE');
    expect(performance.now() - started).toBeLessThan(2 * identityLimits.documentMs.value);
  });

  it('are not looked for where a redirection leads', async () => {
    const token = await server.token();
    server.fault = ({ url }, response) => {
      if (url !== '/jwks') return false;
      response.writeHead(302, { location: `${server.issuer}/elsewhere` }).end();
      return true;
    };
    expect(await refusal(token)).toBe('IDENTITY_ISSUER_UNAVAILABLE');
    expect(server.asked).not.toContain('/elsewhere');
  });
});
