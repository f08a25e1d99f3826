import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AdmissionError, type AdmissionErrorCode } from './errors.ts';
import { parseReview, toReview, type AdmissionAnswer, type AdmissionRequest } from './review.ts';

/** An API server takes objects of 3 MiB; a review has two of them, and what is said of who asks. */
const MAX_BODY_BYTES = 8 * 1024 * 1024;
/** The API server itself waits for ten seconds. */
const BODY_TIMEOUT_MS = 10_000;
const HEADERS_TIMEOUT_MS = 5000;
/** Longer than an API server keeps an unused connection, so that it is never closed under a request. */
const KEEP_ALIVE_MS = 120_000;
const MAX_CONNECTIONS = 1000;

/** Key and certificate chain of the server, PEM. */
export interface ServerIdentity {
  readonly key: string;
  readonly cert: string;
}

export interface AdmissionServerOptions {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly identity: ServerIdentity;
  /** By path, for example `/inject`. What one throws is answered with 500, which the API server takes for no answer. */
  readonly handlers: ReadonlyMap<string, (request: AdmissionRequest) => AdmissionAnswer>;
  /** A handler's answer has left, so many seconds after the headers of its request came. */
  readonly onAnswered?: (path: string, seconds: number) => void;
  /** A defect of a handler. */
  readonly onDefect: (error: unknown) => void;
}

export interface AdmissionServer {
  readonly port: number;
  /** Serves another certificate to whoever connects from now on. */
  readonly renew: (identity: ServerIdentity) => void;
  /** Takes no more requests, and waits for those that are there. */
  readonly stop: () => Promise<void>;
}

const STATUS: Readonly<Record<AdmissionErrorCode, number>> = {
  BAD_REVIEW: 400,
  BODY_TIMEOUT: 408,
  BODY_TOO_LARGE: 413,
};

/** The HTTPS server that an API server asks before it writes. It needs no client certificate: it tells nothing that is secret. */
export async function startAdmissionServer(
  options: AdmissionServerOptions,
): Promise<AdmissionServer> {
  const server = createServer({ ...options.identity, minVersion: 'TLSv1.2' });
  server.requestTimeout = BODY_TIMEOUT_MS;
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.maxConnections = MAX_CONNECTIONS;
  server.on('request', (request, response) => {
    serve(request, response, options).catch(options.onDefect);
  });
  await listening(server, options);
  return {
    port: (server.address() as AddressInfo).port,
    renew: (identity) => {
      server.setSecureContext(identity);
    },
    stop: async () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

async function listening(server: Server, { host, port }: AdmissionServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  { handlers, onDefect, onAnswered }: AdmissionServerOptions,
): Promise<void> {
  const came = performance.now();
  const path = new URL(request.url ?? '/', 'https://localhost').pathname;
  const handler = handlers.get(path);
  if (handler === undefined) {
    answer(response, 404, 'there is nothing here');
    return;
  }
  if (request.method !== 'POST') {
    answer(response, 405, 'an AdmissionReview is posted');
    return;
  }
  response.once('finish', () => onAnswered?.(path, (performance.now() - came) / 1000));
  try {
    const review = parseReview(await bodyOf(request));
    answer(response, 200, toReview(review.uid, handler(review)));
  } catch (error) {
    if (error instanceof AdmissionError) {
      answer(response, STATUS[error.code], error.message);
      return;
    }
    onDefect(error);
    answer(response, 500, 'a defect: see the log of the operator');
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  const tooLarge = new AdmissionError(
    'BODY_TOO_LARGE',
    `the body is larger than ${String(MAX_BODY_BYTES)} bytes`,
  );
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw tooLarge;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) throw tooLarge;
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof AdmissionError) throw error;
    throw new AdmissionError('BODY_TIMEOUT', 'the body did not come', { cause: error });
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Behind an error the connection is closed: what is left of the body is nobody's. */
function answer(response: ServerResponse, status: number, text: string): void {
  if (response.writableEnded || response.destroyed) return;
  const type = status === 200 ? 'application/json' : 'text/plain; charset=utf-8';
  const close = status === 200 ? {} : { connection: 'close' };
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(text),
    ...close,
  });
  response.end(text);
}
