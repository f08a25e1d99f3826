import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { approvalLimits } from '../config/limits.ts';
import { SidecarError } from '../errors.ts';
import type { Approvals } from './approvals.ts';
import { personOf, type LocalDecider } from './people.ts';
import { answer, parseObject, type Answer, type Listen } from './routes.ts';
import { assertShared, readStatement } from './statements.ts';

/** Longest path of a Unix socket on Linux, sun_path without its NUL (unix(7)). */
const MAX_SOCKET_PATH = 107;
const HEADER_BYTES = 8 * 1024;
const SOCKET = 'approvals.sock';

export interface ApprovalServer {
  readonly path: string;
  readonly close: () => Promise<void>;
}

/**
 * HTTP/1.1 on the Unix socket `<directory>/approvals.sock`, mode 0600: whoever speaks is the sidecar's own user. Call it only
 * while holding the lock of the directory: a socket file found there is then a dead one.
 * @throws SidecarError DATA_UNUSABLE where others could reach the socket or its path is too long
 */
export async function serveApprovals(
  directory: string,
  approvals: Approvals,
  decider: LocalDecider,
): Promise<ApprovalServer> {
  assertPrivate(directory, decider);
  return serve({ directory, mode: 0o600, approvals }, (body) => ({
    decider,
    body: parseObject(body),
    isStatement: false,
  }));
}

/**
 * The same for several people of the machine, in a directory of mode 3770 that they share: each writes what he says into a
 * file of his own there and sends `{"statement":"NAME.json"}`; who he is, the file's owner tells.
 * @throws SidecarError DATA_UNUSABLE
 */
export async function serveShared(
  directory: string,
  approvals: Approvals,
  owner: LocalDecider,
): Promise<ApprovalServer> {
  assertShared(directory, owner.uid);
  const who = (uid: number): ReturnType<typeof personOf> =>
    uid === owner.uid ? owner : personOf(uid);
  return serve({ directory, mode: 0o660, approvals }, (body) => {
    const name = parseObject(body)?.['statement'];
    const statement = typeof name === 'string' ? readStatement(directory, name, who) : undefined;
    return (
      statement && {
        decider: statement.decider,
        body: parseObject(statement.text),
        isStatement: true,
      }
    );
  });
}

interface Place {
  readonly directory: string;
  readonly mode: number;
  readonly approvals: Approvals;
}

async function serve(
  { directory, mode, approvals }: Place,
  listen: Listen,
): Promise<ApprovalServer> {
  const socketPath = path.join(directory, SOCKET);
  if (Buffer.byteLength(socketPath) > MAX_SOCKET_PATH) {
    throw new SidecarError(
      'DATA_UNUSABLE',
      `The path of the approvals socket is longer than ${String(MAX_SOCKET_PATH)} bytes: ${socketPath}. Choose a shorter directory.`,
    );
  }
  fs.rmSync(socketPath, { force: true });
  const server = http.createServer(
    { maxHeaderSize: HEADER_BYTES, connectionsCheckingInterval: 1_000 },
    (request, response) => {
      respond(request, response, answer(request, approvals, listen));
    },
  );
  const { requestMs, sockets } = approvalLimits;
  server.requestTimeout = requestMs.value;
  server.headersTimeout = requestMs.value;
  server.keepAliveTimeout = requestMs.value;
  server.maxConnections = sockets.value;
  await listening(server, socketPath);
  fs.chmodSync(socketPath, mode);
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

async function listening(server: http.Server, socketPath: string): Promise<void> {
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

function respond(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  answered: Promise<Answer>,
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
  answered.then(send, () => {
    response.destroy();
  });
}
