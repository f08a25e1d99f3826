import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, readFile, writeFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { node } from '../harness/paths.ts';
import { freePort } from '../harness/ports.ts';
import type { Sidecar } from '../harness/sidecar.ts';
import type { Postgres } from '../postgres/server.ts';
import { BUFFERED, FSYNC, login } from './config.ts';

export type WayName =
  | 'direct'
  | 'PgBouncer'
  | 'Node pipe'
  | 'sidecar'
  | 'sidecar, Fsync'
  | 'sidecar, large pages'
  | 'sidecar on Bun';

/** One way to the same PostgreSQL. */
export interface Way {
  readonly name: WayName;
  readonly port: number;
  /** The process between client and server; absent for the direct way. */
  readonly pid?: number;
  readonly stop: () => Promise<void>;
}

const UP_MS = 10_000;

async function untilListening(port: number, what: string): Promise<void> {
  const deadline = performance.now() + UP_MS;
  for (;;) {
    const socket = net.connect({ host: '127.0.0.1', port });
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return;
    if (performance.now() > deadline) throw new Error(`${what} does not listen`);
    await sleep(20);
  }
}

async function startProcess(
  program: string,
  args: readonly string[],
  port: number,
  user: { readonly uid?: number; readonly gid?: number } = {},
): Promise<Pick<Way, 'pid' | 'stop'>> {
  const child = spawn(program, args, { ...user, stdio: 'ignore' });
  const exited = once(child, 'exit');
  exited.catch(() => undefined);
  await untilListening(port, program);
  return {
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** PgBouncer refuses to run as root. */
async function otherUser(): Promise<{ readonly uid?: number; readonly gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const entry = (await readFile('/etc/passwd', 'utf8'))
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'nobody');
  return { uid: Number(entry?.[2]), gid: Number(entry?.[3]) };
}

/** Debian's, session pooling, no TLS; it asks its clients for nothing, as the sidecar does. */
export async function startPgBouncer(dir: string, server: Postgres): Promise<Way> {
  const port = await freePort();
  const file = path.join(dir, 'pgbouncer.ini');
  const { user, password } = login;
  const settings = [
    '[databases]',
    `postgres = host=127.0.0.1 port=${String(server.port)} user=${user} password=${password}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${String(port)}`,
    'unix_socket_dir =',
    'auth_type = any',
    'pool_mode = session',
    'default_pool_size = 50',
    'max_client_conn = 200',
    'ignore_startup_parameters = extra_float_digits',
    'log_connections = 0',
    'log_disconnections = 0',
    'log_stats = 0',
  ];
  await writeFile(file, `${settings.join('\n')}\n`, { mode: 0o600 });
  const other = await otherUser();
  if (other.uid !== undefined && other.gid !== undefined) {
    await chown(file, other.uid, other.gid);
    await chmod(dir, 0o711);
  }
  const running = await startProcess('/usr/sbin/pgbouncer', ['-q', file], port, other);
  return { name: 'PgBouncer', port, ...running };
}

export async function startPipe(server: Postgres): Promise<Way> {
  const port = await freePort();
  const script = path.join(import.meta.dirname, 'pipe.ts');
  const args = ['--disable-warning=ExperimentalWarning', script, String(port)];
  const running = await startProcess(node, [...args, String(server.port)], port);
  return { name: 'Node pipe', port, ...running };
}

/** The two connections of one sidecar; whoever started it stops it. */
export function sidecarWays(sidecar: Sidecar): readonly Way[] {
  const stop = async (): Promise<void> => Promise.resolve();
  const { pid } = sidecar;
  return [
    { name: 'sidecar', port: sidecar.port(BUFFERED), pid, stop },
    { name: 'sidecar, Fsync', port: sidecar.port(FSYNC), pid, stop },
  ];
}
