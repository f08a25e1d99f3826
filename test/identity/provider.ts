import { generateKeyPairSync, randomUUID, type JsonWebKey } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import Provider, { errors, type JWK, type KoaContextWithOIDC } from 'oidc-provider';
import { requestHttps } from '../../sidecar/src/io/https.ts';
import { makeCertificates } from '../postgres/certificates.ts';
import { makeTempDir } from '../harness/temp.ts';

export const AUDIENCE = 'chaperone';
export const CLIENT = 'spiffe://example.com/agents/a';
const SECRET = 'the-agent-knows-it';

/** Who may exchange tokens. */
export const EXCHANGER = { id: 'chaperone-exchange', secret: 'only-the-sidecar-has-it' } as const;
const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';

/** Answers an exchange: the password of a database, and the seconds that it is good for. */
export type Exchange = () => Promise<{ readonly password: string; readonly seconds: number }>;

/** What a key of a provider signs with. */
export type Signing = 'RS256' | 'PS256' | 'ES256' | 'EdDSA';

export interface TokenWish {
  readonly audience?: string;
  /** Seconds that it is good for; default 300. */
  readonly ttl?: number;
  readonly alg?: Signing;
  /** Seconds ago that the provider made it; default 0. */
  readonly ago?: number;
  /** Further claims. */
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** A handler in front of the provider's own; true: it has answered. */
export type Fault = (request: IncomingMessage, response: ServerResponse) => boolean;

type Key = JWK & { readonly kid: string };

function newKey(alg: Signing): Key {
  const pair = {
    RS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
    PS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
    ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    EdDSA: () => generateKeyPairSync('ed25519'),
  }[alg]();
  const jwk = pair.privateKey.export({ format: 'jwk' }) as JWK;
  return { ...jwk, kid: randomUUID(), alg, use: 'sig' };
}

/** The provider takes its time from the clock of this process. */
async function atTime<T>(ago: number, ask: () => Promise<T>): Promise<T> {
  const { now } = Date;
  Date.now = () => now() - ago * 1000;
  try {
    return await ask();
  } finally {
    Date.now = now;
  }
}

/** A certified OpenID Connect implementation behind TLS on a port of 127.0.0.1. */
export class OidcServer {
  readonly ca: string;
  readonly issuer: string;
  /** Paths in the order in which they were asked for. */
  readonly asked: string[] = [];
  /** Tokens that were exchanged, in order. */
  readonly exchanged: string[] = [];
  fault: Fault = () => false;
  exchange: Exchange = async () => Promise.reject(new Error('nothing is given'));
  /** Tokens that it has given out: what may be exchanged. */
  readonly #given = new Set<string>();
  readonly #server: https.Server;
  #keys: readonly Key[] = [];
  #provider: Provider;
  #wish: TokenWish = {};

  private constructor(server: https.Server, ca: string, port: number) {
    this.#server = server;
    this.ca = ca;
    this.issuer = `https://localhost:${String(port)}`;
    this.#provider = this.#rotated();
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      this.asked.push(request.url ?? '');
      if (this.fault(request, response)) return;
      this.#provider
        .callback()(request, response)
        .catch(() => response.destroy());
    });
  }

  static async start(): Promise<OidcServer> {
    const dir = await makeTempDir('issuer');
    const { certificate, key, ca } = await makeCertificates(dir.path);
    await dir.remove();
    const server = https.createServer({ cert: certificate, key });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new OidcServer(server, ca, (server.address() as AddressInfo).port);
  }

  /** New keys; tokens that the old ones signed are no longer verified by anybody who asks. */
  rotate(): void {
    this.#provider = this.#rotated();
  }

  /** The public half of the key for an algorithm. */
  publicKey(alg: Signing): JsonWebKey {
    const found = this.#keys.find((key) => key.alg === alg);
    if (found === undefined) throw new TypeError(`no key for ${alg}`);
    const secret = ['d', 'p', 'q', 'dp', 'dq', 'qi'];
    const shown = Object.entries(found).filter(([name]) => !secret.includes(name));
    return Object.fromEntries(shown);
  }

  /** A token of the client-credentials grant. */
  async token(wish: TokenWish = {}): Promise<string> {
    this.#wish = wish;
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: CLIENT,
      client_secret: SECRET,
      resource: `urn:${wish.audience ?? AUDIENCE}`,
    });
    const answer = await atTime(wish.ago ?? 0, async () => this.#ask(form));
    const { access_token: token } = JSON.parse(answer) as { access_token?: string };
    if (token === undefined) throw new Error(answer);
    this.#given.add(token);
    return token;
  }

  async #ask(form: URLSearchParams): Promise<string> {
    const answer = await requestHttps({
      url: `${this.issuer}/token`,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
      ca: this.ca,
      timeoutMs: 5_000,
      maxBytes: 100_000,
    });
    return answer.body.toString();
  }

  /** No longer answers, and refuses connections. */
  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await Promise.resolve();
  }

  #rotated(): Provider {
    this.#keys = (['RS256', 'PS256', 'ES256', 'EdDSA'] as const).map(newKey);
    const provider = new Provider(this.issuer, {
      jwks: { keys: [...this.#keys] },
      clients: [
        {
          client_id: CLIENT,
          client_secret: SECRET,
          grant_types: ['client_credentials'],
          redirect_uris: [],
          response_types: [],
          token_endpoint_auth_method: 'client_secret_post',
        },
        {
          client_id: EXCHANGER.id,
          client_secret: EXCHANGER.secret,
          grant_types: [EXCHANGE],
          redirect_uris: [],
          response_types: [],
          token_endpoint_auth_method: 'client_secret_basic',
        },
      ],
      ttl: { ClientCredentials: () => this.#wish.ttl ?? 300 },
      extraTokenClaims: () => ({ ...this.#wish.claims }),
      features: {
        devInteractions: { enabled: false },
        clientCredentials: { enabled: true },
        resourceIndicators: {
          enabled: true,
          getResourceServerInfo: (_ctx, resource) => ({
            scope: '',
            audience: resource.replace(/^urn:/, ''),
            accessTokenFormat: 'jwt',
            accessTokenTTL: this.#wish.ttl ?? 300,
            jwt: { sign: { alg: this.#wish.alg ?? 'RS256' } },
          }),
        },
      },
    });
    this.#exchanges(provider);
    return provider;
  }

  /** The grant of RFC 8693, which the provider leaves to its user. */
  #exchanges(provider: Provider): void {
    const parameters = ['subject_token', 'subject_token_type', 'audience'];
    const grant = async (ctx: KoaContextWithOIDC): Promise<void> => {
      const { subject_token: subject, audience } = ctx.oidc.params ?? {};
      if (typeof subject !== 'string' || !this.#given.has(subject)) {
        throw new errors.InvalidGrant('nobody knows the subject token');
      }
      if (audience === 'forbidden') throw new errors.InvalidTarget();
      this.exchanged.push(subject);
      const { password, seconds } = await this.exchange();
      ctx.body = {
        ...{ access_token: password, token_type: 'N_A', expires_in: seconds },
        issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      };
    };
    provider.registerGrantType(EXCHANGE, grant, parameters);
  }
}
