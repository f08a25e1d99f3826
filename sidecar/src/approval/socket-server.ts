import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { approvalLimits } from '../config/limits.ts';
import { SidecarError } from '../errors.ts';
import type { Approvals, DecideProblem } from './approvals.ts';

/** Longest path of a Unix socket on Linux, sun_path without its NUL (unix(7)). */
const MAX_SOCKET_PATH = 107;
const DECISION_PATH = /^\/v1\/approvals\/([a-z0-9][a-z0-9.-]{0,252})\/decision$/;
const HEADER_BYTES = 8 * 1024;

/** Who decides: the user that owns the socket, since nobody else can open it. */
export interface LocalDecider {
  /** `local:` and the user's name. */
  readonly username: string;
  readonly uid: number;
}

export interface ApprovalServer {
  readonly path: string;
  readonly close: () => Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

const problems: Readonly<Record<DecideProblem, readonly [status: number, message: string]>> = {
  NOT_FOUND: [404, 'There is no Approval of this name; `chaperone approvals` lists them.'],
  ALREADY_SETTLED: [409, 'It is settled already; `chaperone approvals` shows how.'],
  ALREADY_DECIDED: [409, 'You have decided it already; another person has to.'],
  NOT_STORED: [
    503,
    'The decision cannot be written to disk and does not count; free space and try again.',
  ],
};

/** The user that runs this process. */
export function localDecider(): LocalDecider {
  const { username, uid } = os.userInfo();
  return { username: `local:${username}`, uid };
}

/**
 * HTTP/1.1 on the Unix socket `<directory>/approvals.sock`, mode 0600:
 * `GET /v1/approvals` -> `{"items":[Approval]}`; `POST /v1/approvals/NAME/decision` with `{"decision","reason"}` -> the
 * Approval. Call it only while holding the lock of the directory: a socket file found there is then a dead one.
 * @throws SidecarError DATA_UNUSABLE where others could reach the socket or its path is too long
 */
export async function serveApprovals(
  directory: string,
  approvals: Approvals,
  decider: LocalDecider,
): Promise<ApprovalServer> {
  const socketPath = path.join(directory, 'approvals.sock');
  assertPrivate(directory, decider);
  if (Buffer.byteLength(socketPath) > MAX_SOCKET_PATH) {
    throw new SidecarError(
      'DATA_UNUSABLE',
      `The path of the approvals socket is longer than ${String(MAX_SOCKET_PATH)} bytes: ${socketPath}. Choose a shorter --data directory.`,
    );
  }
  fs.rmSync(socketPath, { force: true });
  const server = http.createServer(
    { maxHeaderSize: HEADER_BYTES, connectionsCheckingInterval: 1_000 },
    (request, response) => {
      respond(request, response, handle(request, approvals, decider));
    },
  );
  const { requestMs, sockets } = approvalLimits;
  server.requestTimeout = requestMs.value;
  server.headersTimeout = requestMs.value;
  server.keepAliveTimeout = requestMs.value;
  server.maxConnections = sockets.value;
  await listen(server, socketPath);
  fs.chmodSync(socketPath, 0o600);
  return { path: socketPath, close: async () => close(server, socketPath) };
}

function assertPrivate(directory: string, decider: LocalDecider): void {
  const { mode, uid } = fs.statSync(directory);
  if ((mode & 0o077) === 0 && uid === decider.uid) return;
  throw new SidecarError(
    'DATA_UNUSABLE',
    `${directory} must belong to ${decider.username} and have mode 0700, since whoever opens the socket in it decides approvals.`,
    { facts: { directory, mode: (mode & 0o777).toString(8), uid } },
  );
}

async function listen(server: http.Server, socketPath: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  server.once('error', reject);
  server.listen(socketPath, () => {
    resolve(undefined);
  });
  await promise;
}

async function close(server: http.Server, socketPath: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  server.close(() => {
    resolve(undefined);
  });
  server.closeAllConnections();
  await promise;
  fs.rmSync(socketPath, { force: true });
}

async function handle(
  request: http.IncomingMessage,
  approvals: Approvals,
  decider: LocalDecider,
): Promise<Answer> {
  const { method, url = '' } = request;
  if (url === '/v1/approvals') {
    if (method !== 'GET') return fault(405, 'METHOD_NOT_ALLOWED', 'Use GET.');
    return { status: 200, body: { items: approvals.list() } };
  }
  const name = DECISION_PATH.exec(url)?.[1];
  if (name === undefined) return fault(404, 'NOT_FOUND', 'There is no such path.');
  if (method !== 'POST') return fault(405, 'METHOD_NOT_ALLOWED', 'Use POST.');
  const body = await readBody(request);
  if (body === undefined) return fault(413, 'TOO_LARGE', 'The decision is too long.');
  const word = parseDecision(body);
  if (word === undefined) {
    return fault(400, 'BAD_DECISION', 'Send {"decision":"Approved"|"Denied","reason":"…"}.');
  }
  const result = approvals.decide(name, { ...word, username: decider.username, groups: [] });
  if (typeof result !== 'string') return { status: 200, body: result };
  const [status, message] = problems[result];
  return fault(status, result, message);
}

function fault(status: number, code: string, message: string): Answer {
  return { status, body: { code, message } };
}

async function readBody(request: http.IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > approvalLimits.bodyBytes.value) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseDecision(
  body: string,
): { readonly decision: 'Approved' | 'Denied'; readonly reason: string } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { decision, reason = '' } = value as { decision?: unknown; reason?: unknown };
  if (decision !== 'Approved' && decision !== 'Denied') return undefined;
  if (typeof reason !== 'string' || reason.length > approvalLimits.reasonChars.value) {
    return undefined;
  }
  return { decision, reason };
}

function respond(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  answer: Promise<Answer>,
): void {
  const send = ({ status, body }: Answer): void => {
    const bytes = Buffer.from(`${JSON.stringify(body)}\n`);
    // What is left of a refused body is not read: the connection cannot go on.
    const connection = request.complete ? {} : { connection: 'close' };
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': bytes.length,
      'cache-control': 'no-store',
      ...connection,
    });
    response.end(bytes);
  };
  answer.then(send, () => {
    response.destroy();
  });
}
