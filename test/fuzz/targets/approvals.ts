import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Approvals, localDecider, serveApprovals } from '../../../sidecar/src/approval/index.ts';
import {
  FakeClock,
  aCommand,
  memoryStore,
  someRules,
  someTerms,
} from '../../../sidecar/src/approval/testing/fixture.ts';
import type { FuzzTarget } from '../target.ts';
import { must } from './expect.ts';

const decision = '{"decision":"Denied","reason":"x"}';
const post = (name: string, body: string): string =>
  `POST /v1/approvals/${name}/decision HTTP/1.1\r\nHost: x\r\nContent-Length: ${String(body.length)}\r\n\r\n${body}`;

interface Ground {
  readonly path: string;
  readonly approvals: Approvals;
  readonly close: () => Promise<void>;
}

let ground: Promise<Ground> | undefined;

/** One socket for all inputs. */
async function openGround(): Promise<Ground> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'fuzz-'));
  const approvals = new Approvals({
    clock: new FakeClock(),
    store: memoryStore(),
    grantable: someRules(),
  });
  approvals.request(aCommand(), [someTerms()]);
  const server = await serveApprovals(directory, approvals, localDecider());
  const close = async (): Promise<void> => {
    await server.close();
    rmSync(directory, { recursive: true, force: true });
  };
  return { path: server.path, approvals, close };
}

async function talk(socketPath: string, input: Buffer): Promise<string> {
  const socket = net.connect(socketPath);
  socket.on('error', () => undefined);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(socket, 'connect');
  socket.end(input);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString('latin1');
}

/** Whoever opens the approvals socket: nothing but a well-formed decision decides, and the next one is served. */
export const approvalTarget: FuzzTarget = {
  name: 'approvals',
  seeds: [
    Buffer.from('GET /v1/approvals HTTP/1.1\r\nHost: x\r\n\r\n'),
    Buffer.from(post('a', decision)),
    Buffer.from(post('a', '{"decision":"Nothing"}')),
  ],
  words: [
    '\r\n',
    'Content-Length: ',
    'Transfer-Encoding: chunked\r\n',
    '/v1/',
    '{"',
    '..',
    '%2f',
    decision,
  ],
  run: async (input) => {
    const { path: socketPath, approvals } = await (ground ??= openGround());
    const before = JSON.stringify(approvals.list());
    const statuses = (await talk(socketPath, input)).match(/HTTP\/1\.1 \d{3}/g) ?? [];
    must(JSON.stringify(approvals.list()) === before, 'a decision about another Approval counted');
    return [...new Set(statuses)].join();
  },
  close: async () => {
    await (await ground)?.close();
    ground = undefined;
  },
};
