/** A throwaway PostgreSQL on a Unix socket and a client of raw messages, for the scripts beside this file. */
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const installed = '/usr/lib/postgresql';

/** Starts Debian's newest installed server, as user postgres where this runs as root; `stop` removes it all. */
export function startServer() {
  const version = readdirSync(installed).toSorted((a, b) => Number(b) - Number(a))[0];
  const bin = join(installed, version, 'bin');
  const directory = mkdtempSync(join(tmpdir(), 'reproduction-pg-'));
  const root = process.getuid() === 0;
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const identity = root ? { uid: id('-u'), gid: id('-g') } : {};
  if (root) chownSync(directory, identity.uid, identity.gid);
  chmodSync(directory, 0o755);
  const data = join(directory, 'data');
  const run = (program, ...args) =>
    execFileSync(join(bin, program), args, { ...identity, cwd: directory, stdio: 'ignore' });
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync');
  run(
    'pg_ctl',
    '-D',
    data,
    '-w',
    '-l',
    join(directory, 'log'),
    '-o',
    `-F -h '' -k ${directory}`,
    'start',
  );
  return {
    version,
    socket: join(directory, '.s.PGSQL.5432'),
    stop: () => {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

const cString = (text) => Buffer.from(`${text}\0`);
const int16 = (n) => Buffer.from([n >> 8, n & 255]);
const int32 = (n) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(n);
  return bytes;
};
const message = (type, ...parts) => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
};

export const query = (text) => message('Q', cString(text));
export const parse = (text) => message('P', cString(''), cString(text), int16(0));
export const bind = () => message('B', cString(''), cString(''), int16(0), int16(0), int16(0));
export const execute = () => message('E', cString(''), int32(0));
export const sync = () => message('S');
export const flush = () => message('H');

/** Fields of an ErrorResponse or NoticeResponse: code and message. */
function fieldsOf(body) {
  const fields = body.toString().split('\0');
  const field = (letter) => fields.find((each) => each.startsWith(letter))?.slice(1);
  return `${field('C')} ${field('M')}`;
}

function describe(type, body) {
  if (type === 'E') return `error ${fieldsOf(body)}`;
  if (type === 'N') return `notice ${fieldsOf(body)}`;
  if (type === 'C') return body.toString().replace('\0', '');
  if (type === 'Z') return `ready ${body.toString()}`;
  if (type === 'D') return `row ${body.subarray(6).toString()}`;
  const names = { 1: 'ParseComplete', 2: 'BindComplete', T: 'RowDescription', n: 'NoData' };
  return names[type] ?? type;
}

/** One connection; `send` writes messages and answers what came back within `ms`, in words. */
export async function connect(socketPath) {
  const socket = net.connect(socketPath);
  let pending = Buffer.alloc(0);
  socket.on('data', (chunk) => (pending = Buffer.concat([pending, chunk])));
  const take = () => {
    const words = [];
    while (pending.length >= 5 && pending.length > pending.readInt32BE(1)) {
      const end = 1 + pending.readInt32BE(1);
      words.push(describe(String.fromCharCode(pending[0]), pending.subarray(5, end)));
      pending = pending.subarray(end);
    }
    return words;
  };
  const send = async (...messages) => {
    socket.write(Buffer.concat(messages));
    await new Promise((resolve) => setTimeout(resolve, 150));
    return take();
  };
  const startup = Buffer.concat([int32(196608), cString('user'), cString('postgres'), cString('')]);
  await send(int32(startup.length + 4), startup);
  return { send, end: () => socket.destroy() };
}
