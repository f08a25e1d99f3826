import type { IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import type { Access } from '../access/types.ts';
import { isKubeError, KubeError } from '../errors.ts';
import { clientLimits } from '../limits.ts';
import { errorOf } from './status.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With its query. */
  readonly path: string;
  /** JSON; with a content type. */
  readonly body?: string;
  readonly contentType?: string;
  readonly accept?: string;
  readonly signal?: AbortSignal;
}

export interface TransportOptions {
  readonly access: Access;
  /** Milliseconds from sending to the last byte of an answer; of a watch, to the first. Default: the limits. */
  readonly requestMs?: number;
  readonly userAgent: string;
}

/** A connection that had served before broke before it answered. */
class StaleConnection extends Error {
  constructor(cause: Error) {
    super(cause.message, { cause });
  }
}

const isStale = (error: unknown): boolean =>
  isKubeError(error, 'UNREACHABLE') && error.cause instanceof StaleConnection;

type Pool = 'requests' | 'watches';

function makeAgent(maxSockets: number): https.Agent {
  return new https.Agent({
    keepAlive: true,
    // Idle time before the first probe (tcp(7)); libuv sends ten, a second apart.
    keepAliveMsecs: clientLimits.probeAfterMs.value,
    maxSockets,
    maxFreeSockets: clientLimits.sockets.value,
    timeout: clientLimits.idleSocketMs.value,
    scheduling: 'lifo',
  });
}

/** Requests over connections that are kept: a few for requests, one for each watch. */
export class Transport {
  readonly #access: Access;
  readonly #requestMs: number;
  readonly #headersMs: number;
  readonly #userAgent: string;
  readonly #agents: Readonly<Record<Pool, https.Agent>>;
  readonly #known = new WeakSet<Socket>();
  /** Connections made so far. */
  connections = 0;

  constructor({ access, requestMs, userAgent }: TransportOptions) {
    this.#access = access;
    this.#requestMs = requestMs ?? clientLimits.requestMs.value;
    this.#headersMs = requestMs ?? clientLimits.headersMs.value;
    this.#userAgent = userAgent;
    this.#agents = {
      requests: makeAgent(clientLimits.sockets.value),
      watches: makeAgent(Infinity),
    };
  }

  /**
   * The whole body of a good answer.
   * @throws KubeError
   */
  async send(request: HttpRequest): Promise<string> {
    const once = async (): Promise<string> =>
      this.#once(request, 'requests', this.#requestMs, readBody);
    try {
      return await once();
    } catch (error) {
      // A kept connection that the server closed just then; asking again changes nothing there.
      if (request.method === 'GET' && isStale(error)) return once();
      throw error;
    }
  }

  /**
   * The body of a good answer as it comes; the caller reads it to its end or destroys it.
   * @throws KubeError
   */
  async open(request: HttpRequest): Promise<IncomingMessage> {
    return this.#once(request, 'watches', this.#headersMs, async (response) =>
      Promise.resolve(response),
    );
  }

  /** Closes what is idle; what runs ends by its own signal. */
  close(): void {
    for (const agent of Object.values(this.#agents)) agent.destroy();
  }

  /** A deadline on everything until `read` is done; an aborted signal and a passed deadline end the request. */
  async #once<T>(
    request: HttpRequest,
    pool: Pool,
    deadlineMs: number,
    read: (response: IncomingMessage) => Promise<T>,
  ): Promise<T> {
    const isStopped = (): boolean => request.signal?.aborted === true;
    if (isStopped()) throw new KubeError('STOPPED', 'stopped before it was sent');
    const deadline = new AbortController();
    const timer = setTimeout(() => {
      deadline.abort();
    }, deadlineMs);
    try {
      const response = await this.#begin(request, pool, deadline.signal);
      if (response.statusCode !== undefined && response.statusCode < 300)
        return await read(response);
      throw errorOf(response.statusCode ?? 0, response.headers, await readBody(response));
    } catch (cause) {
      if (isKubeError(cause)) {
        if (cause.code === 'UNAUTHORIZED') this.#access.forget();
        throw cause;
      }
      const what = `${request.method} ${request.path}`;
      if (isStopped()) throw new KubeError('STOPPED', `${what} was stopped`, { cause });
      if (deadline.signal.aborted) {
        throw new KubeError('TIMEOUT', `${what}: no answer in ${String(deadlineMs)} ms`, { cause });
      }
      throw new KubeError('UNREACHABLE', `${what}: ${(cause as Error).message}`, { cause });
    } finally {
      clearTimeout(timer);
    }
  }

  async #begin(request: HttpRequest, pool: Pool, deadline: AbortSignal): Promise<IncomingMessage> {
    const { tls, headers } = await this.#access.credentials();
    const { method, path, body, contentType, accept = 'application/json', signal } = request;
    const { hostname, port, pathname } = this.#access.server;
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const outgoing = https.request(
      {
        ...tls,
        agent: this.#agents[pool],
        ...{ method, port: port === '' ? 443 : Number(port) },
        host: hostname.replace(/^\[|\]$/g, ''),
        path: pathname === '/' ? path : pathname.replace(/\/$/, '') + path,
        headers: {
          ...headers,
          ...{ accept, 'user-agent': this.#userAgent },
          ...(contentType === undefined ? {} : { 'content-type': contentType }),
          ...length,
        },
        signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
      },
      resolve,
    );
    // Node's own `reusedSocket` is false for a request that waited for its connection.
    let isReused = false;
    outgoing.once('socket', (socket) => {
      isReused = this.#known.has(socket);
      this.#known.add(socket);
      if (!isReused) this.connections += 1;
    });
    outgoing.on('error', (error) => {
      reject(isReused ? new StaleConnection(error) : error);
    });
    outgoing.end(body);
    return promise;
  }
}

async function readBody(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > clientLimits.answerBytes.value) {
      response.destroy();
      throw new KubeError('TOO_LARGE', `an answer of more than ${String(length)} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
