import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import type { Address } from './config/options.ts';

const REQUEST_MS = 5_000;
const SOCKETS = 64;

export interface AdminOptions {
  readonly address: Address;
  readonly registry: Registry;
  /** What keeps it from being alive, or ready; empty where nothing does. */
  readonly troubles: (probe: 'livez' | 'readyz') => readonly string[];
}

export interface AdminServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Serves `/metrics`, `/livez` and `/readyz`; nothing is changed by a request. */
export async function serveAdmin({
  address,
  registry,
  troubles,
}: AdminOptions): Promise<AdminServer> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?', 1)[0];
    const text = (status: number, body: string): void => {
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${body}\n`);
    };
    if (request.method !== 'GET') text(405, 'use GET');
    else if (path === '/livez' || path === '/readyz') {
      const wrong = troubles(path === '/livez' ? 'livez' : 'readyz');
      text(wrong.length === 0 ? 200 : 503, wrong.length === 0 ? 'ok' : wrong.join('; '));
    } else if (path === '/metrics') {
      registry.metrics().then(
        (body) => response.writeHead(200, { 'content-type': registry.contentType }).end(body),
        () => response.destroy(),
      );
    } else text(404, 'there are /metrics, /livez and /readyz');
  });
  server.requestTimeout = REQUEST_MS;
  server.headersTimeout = REQUEST_MS;
  server.maxConnections = SOCKETS;
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  server.once('error', reject);
  server.listen(address.port, address.host, () => {
    resolve(undefined);
  });
  await promise;
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = Promise.withResolvers<undefined>();
      server.close(() => {
        closed.resolve(undefined);
      });
      server.closeAllConnections();
      await closed.promise;
    },
  };
}
