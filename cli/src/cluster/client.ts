import https from 'node:https';
import { CliError } from '../errors.ts';
import type { Credentials } from './credentials.ts';
import type { Target } from './kubeconfig.ts';
import { refusal, type Status } from './refusal.ts';
import { kinds, type KindName } from './types.ts';

const TIMEOUT_MS = 30_000;
const MAX_BYTES = 256 * 1_048_576;
const PAGE = 500;

/** Undefined: every namespace. */
export type Scope = string | undefined;

export interface ClientOptions {
  readonly target: Target;
  readonly credentials: Credentials;
  /** What the API server adds to an answer for people. */
  readonly warn: (text: string) => void;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The API server, asked as a person. Every method throws CliError. */
export class ClusterClient {
  readonly #options: ClientOptions;
  readonly #agent: https.Agent;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#agent = new https.Agent({ keepAlive: true, maxSockets: 8 });
  }

  /** @param selector of fields, as `status.phase=Active` */
  async list<T>(kind: KindName, scope: Scope, selector?: string): Promise<readonly T[]> {
    const items: T[] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const query = new URLSearchParams({ limit: String(PAGE) });
      if (selector !== undefined && selector !== '') query.set('fieldSelector', selector);
      if (next !== '') query.set('continue', next);
      const page = (await this.#ask('GET', kind, pathOf(kind, scope) + `?${query.toString()}`)) as {
        readonly items?: readonly T[];
        readonly metadata?: { readonly continue?: string };
      };
      items.push(...(page.items ?? []));
      const token: string = page.metadata?.continue ?? '';
      next = token === '' ? undefined : token;
    }
    return items;
  }

  async get(kind: KindName, namespace: string, name: string): Promise<unknown> {
    return this.#ask('GET', kind, `${pathOf(kind, namespace)}/${encodeURIComponent(name)}`);
  }

  /** A JSON merge patch. */
  async patch(
    kind: KindName,
    { namespace, name }: { readonly namespace: string; readonly name: string },
    patch: object,
  ): Promise<unknown> {
    const path = `${pathOf(kind, namespace)}/${encodeURIComponent(name)}`;
    return this.#ask('PATCH', kind, path, JSON.stringify(patch));
  }

  close(): void {
    this.#agent.destroy();
  }

  async #ask(method: string, kind: KindName, path: string, body?: string): Promise<unknown> {
    const answer = await this.#send(method, path, body);
    if (answer.status < 300) return answer.body;
    throw refusal(answer.body as Status, answer.status, { method, kind });
  }

  async #send(method: string, path: string, body: string | undefined): Promise<Answer> {
    const { target, credentials } = this.#options;
    const { server, ca, isVerified, serverName } = target;
    const { cert, key } = credentials;
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const request = https.request(
      {
        ...{ host: server.hostname.replace(/^\[|\]$/g, ''), port: server.port || 443, method },
        path: `${server.pathname.replace(/\/$/, '')}${path}`,
        ...{ agent: this.#agent, timeout: TIMEOUT_MS, rejectUnauthorized: isVerified },
        ...(ca === undefined ? {} : { ca }),
        ...(serverName === undefined ? {} : { servername: serverName }),
        ...(cert === undefined ? {} : { cert, key }),
        headers: {
          ...credentials.headers,
          ...{ accept: 'application/json', 'user-agent': 'chaperone-cli' },
          ...(body === undefined ? {} : { 'content-type': 'application/merge-patch+json' }),
        } as https.RequestOptions['headers'],
      },
      (response) => {
        for (const one of [response.headers.warning ?? []].flat()) this.#warn(one);
        readJson(response).then((read) => {
          resolve({ status: response.statusCode ?? 0, body: read });
        }, reject);
      },
    );
    request.on('timeout', () => request.destroy(new Error('no answer in time')));
    request.on('error', reject);
    request.end(body);
    try {
      return await promise;
    } catch (error) {
      if (error instanceof CliError) throw error;
      const why = error instanceof Error ? error.message : String(error);
      throw new CliError('UNREACHABLE', `${server.origin} does not answer: ${why}`, error);
    }
  }

  /** `299 - "text"` (RFC 7234, section 5.5). */
  #warn(header: string): void {
    for (const [, text = ''] of header.matchAll(/299 \S+ "((?:[^"\\]|\\.)*)"/g))
      this.#options.warn(text.replaceAll(/\\(.)/g, '$1'));
  }
}

function pathOf(kind: KindName, scope: Scope): string {
  const { group, plural } = kinds[kind];
  const where = scope === undefined ? '' : `/namespaces/${encodeURIComponent(scope)}`;
  return `${group}${where}/${plural}`;
}

async function readJson(body: AsyncIterable<Buffer>): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('the answer is not JSON');
  }
}
