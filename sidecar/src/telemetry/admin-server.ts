import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { adminLimits } from '../config/limits.ts';
import type { Metrics } from './metrics.ts';

/** One condition of readiness. */
export interface ReadyCheck {
  /** `listeners`, `spool`, `config`. */
  readonly name: string;
  readonly ok: boolean;
  /** What is wrong, or what is true, in a few words. */
  readonly detail: string;
}

export interface AdminOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly metrics: Metrics;
  readonly checks: () => readonly ReadyCheck[];
}

export interface AdminServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const TEXT = 'text/plain; charset=utf-8';
const JSON_TYPE = 'application/json';

/**
 * Serves `/metrics`, `/livez` and `/readyz` (with `?verbose`: every check as JSON). Only GET and HEAD; nothing is changed
 * by a request.
 */
export async function serveAdmin(options: AdminOptions): Promise<AdminServer> {
  const { requestMs, headerBytes, sockets } = adminLimits;
  const limits = { maxHeaderSize: headerBytes.value, connectionsCheckingInterval: 1_000 };
  const server = http.createServer(limits, (request, response) => {
    respond(request, response, options);
  });
  server.requestTimeout = requestMs.value;
  server.headersTimeout = requestMs.value;
  server.keepAliveTimeout = requestMs.value;
  server.maxConnections = sockets.value;
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  server.once('error', reject);
  server.listen(options.port, options.host, () => {
    resolve(undefined);
  });
  await promise;
  const { port } = server.address() as AddressInfo;
  return { port, close: async () => close(server) };
}

async function close(server: http.Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  server.close(() => {
    resolve(undefined);
  });
  server.closeAllConnections();
  await promise;
}

async function answer(request: http.IncomingMessage, options: AdminOptions): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { status: 405, type: TEXT, body: 'use GET\n' };
  }
  const [path = '', query = ''] = (request.url ?? '').split('?', 2);
  if (path === '/livez') return { status: 200, type: TEXT, body: 'ok\n' };
  if (path === '/readyz') return ready(options.checks(), query === 'verbose');
  if (path === '/metrics') {
    return { status: 200, type: options.metrics.contentType, body: await options.metrics.text() };
  }
  return { status: 404, type: TEXT, body: 'there are /metrics, /livez and /readyz\n' };
}

function ready(checks: readonly ReadyCheck[], verbose: boolean): Answer {
  const failed = checks.filter((check) => !check.ok);
  const status = failed.length === 0 ? 200 : 503;
  if (verbose) {
    const body = { ready: failed.length === 0, checks };
    return { status, type: JSON_TYPE, body: `${JSON.stringify(body)}\n` };
  }
  const names = failed.map((check) => check.name).join(', ');
  return { status, type: TEXT, body: failed.length === 0 ? 'ok\n' : `not ready: ${names}\n` };
}

function respond(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  options: AdminOptions,
): void {
  const send = ({ status, type, body }: Answer): void => {
    response.writeHead(status, {
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
    });
    response.end(body);
  };
  answer(request, options).then(send, () => {
    response.destroy();
  });
}
