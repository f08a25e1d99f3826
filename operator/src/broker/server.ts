import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { SecureContextOptions } from 'node:tls';
import { isKubeError } from '../kube/errors.ts';
import type { Certificates } from '../certificates/types.ts';
import type { Authenticator } from './authenticator.ts';
import { readBody } from './body.ts';
import { Certifier } from './certifier.ts';
import { contentOf } from './content.ts';
import type { Uploads } from './uploads.ts';
import { storeLimits } from '../store/limits.ts';
import { BrokerError } from './errors.ts';
import { Feed, type Sink } from './feed.ts';
import { brokerLimits } from './limits.ts';
import { Rates } from './rate.ts';
import { routeOf, type Route } from './routes.ts';
import type { Caller, Cluster } from './types.ts';

export interface BrokerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** PEM. */
  readonly tls: Readonly<Required<Pick<SecureContextOptions, 'cert' | 'key'>>>;
  readonly authenticator: Pick<Authenticator, 'caller'>;
  readonly cluster: Cluster;
  /** Whom sidecars have to trust, and what signs for them. */
  readonly certificates: Pick<Certificates, 'authorities' | 'follow' | 'issuer'>;
  /** Names under which the operator itself is called. */
  readonly ownNames: readonly string[];
  readonly uploads: Pick<Uploads, 'ask' | 'receive'>;
  /** Every request that was refused or failed, for log and metrics. */
  readonly refused: (error: BrokerError, facts: RequestFacts) => void;
  /** What was not foreseen. */
  readonly failed: (error: unknown, facts: RequestFacts) => void;
}

export interface RequestFacts {
  readonly method: string;
  readonly path: string;
  /** `namespace/name`, where it is known. */
  readonly pod?: string;
}

/** What sidecars call: HTTPS with their own token. Every replica serves, and knows nothing that another does not. */
export class BrokerServer {
  readonly #options: BrokerOptions;
  readonly #server: Server;
  readonly #rates: Rates;
  /** Of recordings: many at a time, and nothing that somebody waits for. */
  readonly #uploadRates: Rates;
  readonly #certifier: Certifier;
  readonly #feeds = new Map<string, number>();

  constructor(options: BrokerOptions) {
    this.#options = options;
    const { headersMs, sockets, requestBurst, requestsPerSecond } = brokerLimits;
    const now = (): number => performance.now();
    const rate = { burst: requestBurst.value, perSecond: requestsPerSecond.value };
    this.#rates = new Rates(rate, now);
    const { uploadBurst, uploadsPerSecond } = brokerLimits;
    const uploads = { burst: uploadBurst.value, perSecond: uploadsPerSecond.value };
    this.#uploadRates = new Rates(uploads, now);
    const { cluster, certificates, ownNames } = options;
    this.#certifier = new Certifier({
      ...{ certificates, ownNames, now, date: () => new Date() },
      objects: (namespace) => cluster.objects(namespace),
    });
    this.#server = createServer({ ...options.tls, minVersion: 'TLSv1.2' }, (request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        options.failed(error, factsOf(request));
        response.destroy();
      });
    });
    this.#server.headersTimeout = headersMs.value;
    // A file may come for longer than anything else; what is read otherwise has a time of its own.
    this.#server.requestTimeout = headersMs.value + storeLimits.contentMs.value;
    this.#server.maxConnections = sockets.value;
  }

  /** Streams that are open now. */
  get streams(): number {
    return [...this.#feeds.values()].reduce((sum, open) => sum + open, 0);
  }

  async listen(): Promise<number> {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    this.#server.once('error', reject);
    this.#server.listen(this.#options.port, this.#options.host, () => {
      resolve(undefined);
    });
    await promise;
    return (this.#server.address() as AddressInfo).port;
  }

  /** New connections get this certificate. */
  renew(tls: BrokerOptions['tls']): void {
    this.#server.setSecureContext({ ...tls, minVersion: 'TLSv1.2' });
  }

  async close(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#server.close(() => {
      resolve(undefined);
    });
    this.#server.closeAllConnections();
    await promise;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let caller: Caller | undefined;
    try {
      const route = routeOf(request.method, request.url);
      const { authorization } = request.headers;
      const anew = route?.kind === 'stream';
      caller = await this.#options.authenticator.caller(authorization, anew);
      await this.#serve(caller, route, request, response);
    } catch (error) {
      const refusal = toRefusal(error);
      if (refusal === undefined) throw error;
      const pod = caller && `${caller.namespace}/${caller.pod.name}`;
      this.#options.refused(refusal, { ...factsOf(request), ...(pod !== undefined && { pod }) });
      refuse(response, refusal);
    }
  }

  async #serve(
    caller: Caller,
    route: Route | undefined,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const isUpload = route?.kind === 'upload' || route?.kind === 'content';
    if (!(isUpload ? this.#uploadRates : this.#rates).take(caller.pod.uid)) {
      throw new BrokerError('TOO_MANY_REQUESTS', 'the pod asks too often');
    }
    if (route === undefined) throw new BrokerError('NO_SUCH_PATH', 'there is nothing at this path');
    if (route.kind === 'stream') {
      this.#stream(caller, response);
      return;
    }
    const { cluster, uploads } = this.#options;
    if (route.kind === 'content') {
      const { announced, chunks } = contentOf(request);
      await uploads.receive(caller, route.name, announced, chunks);
      response.writeHead(204).end();
      return;
    }
    const body = await readBody(request);
    if (route.kind === 'upload') {
      answer(response, 200, await uploads.ask(caller, route.name, body));
      return;
    }
    if (route.kind === 'certify') {
      const certificate = await this.#certifier.certify(caller, route.purpose, body);
      answer(response, 200, { certificate });
      return;
    }
    await route.put(caller, body, cluster);
    response.writeHead(204).end();
  }

  #stream(caller: Caller, response: ServerResponse): void {
    const { uid } = caller.pod;
    const open = this.#feeds.get(uid) ?? 0;
    if (open >= brokerLimits.streamsPerPod.value) {
      throw new BrokerError('TOO_MANY_STREAMS', 'the pod has streams already');
    }
    response.writeHead(200, {
      'content-type': 'application/x-ndjson',
      'cache-control': 'no-store',
    });
    const sink: Sink = {
      write: (line) => response.write(line),
      get unsent() {
        return response.writableLength;
      },
      destroy: () => response.destroy(),
    };
    // It begins again, and whoever reads it is looked at again.
    const end = setTimeout(() => response.end(), brokerLimits.streamMs.value);
    const feed = new Feed(caller, this.#options, sink);
    this.#feeds.set(uid, open + 1);
    response.once('close', () => {
      clearTimeout(end);
      feed.stop();
      const left = (this.#feeds.get(uid) ?? 1) - 1;
      if (left > 0) this.#feeds.set(uid, left);
      else this.#feeds.delete(uid);
    });
  }
}

/** Undefined for what was not foreseen. */
function toRefusal(error: unknown): BrokerError | undefined {
  if (error instanceof BrokerError) return error;
  if (!isKubeError(error)) return undefined;
  if (error.code === 'INVALID' || error.code === 'BAD_REQUEST') {
    return new BrokerError('BAD_REQUEST', error.message, { cause: error });
  }
  const message =
    error.code === 'FORBIDDEN'
      ? 'the API server refuses it to the operator'
      : 'the API server cannot be asked now';
  return new BrokerError('CLUSTER_UNAVAILABLE', message, { cause: error });
}

function refuse(response: ServerResponse, { code, message, status }: BrokerError): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.setHeader('connection', 'close');
  answer(response, status, { code, message });
}

function answer(response: ServerResponse, status: number, content: object): void {
  const body = JSON.stringify(content);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

function factsOf({ method = '', url = '' }: IncomingMessage): RequestFacts {
  return { method, path: url.slice(0, 300) };
}
