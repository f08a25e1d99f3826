import { spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { HOST_ADDRESS, HOST_LINK, NODE_ADDRESS, NODE_LINK, POD_RANGE } from './addresses.ts';
import { makeCgroups } from './cgroups.ts';
import { ask, binaries, must } from './commands.ts';
import { configs } from './configs.ts';
import { writeCredentials } from './credentials.ts';
import { ClusterError } from './errors.ts';
import { root } from '../../test/harness/paths.ts';
import { programs } from './programs.ts';

const POLL_MS = 100;
const LOG_LINES = 15;
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const FOLDERS = ['logs', 'programs', 'kernel', 'cni', 'cni.d', 'kubelet', 'pod-logs', 'images'];
/** Outside the state, where a program has no setting for it: the machine mounts a folder of the state there. */
export const MOUNT_POINTS: readonly string[] = ['/var/lib/cni', '/var/lib/kubelet'];

async function writeProgram(state: string, name: string, args: readonly string[]): Promise<void> {
  const quoted = args.map((arg) => `'${arg.replaceAll("'", `'\\''`)}'`).join(' ');
  const program = name === 'containerd' ? name : (binaries(name)[0] ?? name);
  const file = path.join(state, 'programs', name);
  await writeFile(file, `#!/bin/sh\nPATH=${PATH} exec ${program} ${quoted}\n`);
  await chmod(file, 0o755);
}

async function makeMountPoints(state: string): Promise<void> {
  const missing = MOUNT_POINTS.filter((folder) => !existsSync(folder));
  await writeFile(path.join(state, 'mount-points'), missing.join('\n'));
  for (const folder of missing) await mkdir(folder, { recursive: true });
}

/** Files of a new cluster. */
async function fill(state: string): Promise<void> {
  await mkdir(state, { recursive: true, mode: 0o755 });
  for (const name of FOLDERS) await mkdir(path.join(state, name), { recursive: true });
  for (const [name, text] of Object.entries(configs(state))) {
    await writeFile(path.join(state, name), text);
  }
  for (const { name, args } of programs(state)) await writeProgram(state, name, args);
  await writeCredentials(state);
  await makeMountPoints(state);
  must('mkfifo', [path.join(state, 'start')]);
}

/** A cable between this machine and the one that `pid` is in; pods are reached over it too. */
function connect(pid: number): void {
  const ip = (line: string): string => must('ip', line.split(' '));
  ip(`link add ${HOST_LINK} type veth peer name ${NODE_LINK}`);
  ip(`link set ${NODE_LINK} netns ${String(pid)}`);
  ip(`address add ${HOST_ADDRESS}/30 dev ${HOST_LINK}`);
  ip(`link set ${HOST_LINK} up`);
  ip(`route add ${POD_RANGE} via ${NODE_ADDRESS}`);
}

/** What is wrong with the machine now, with the end of the log that says more; undefined where nothing is. */
export function whatDied(state: string): string | undefined {
  const file = path.join(state, 'died');
  if (!existsSync(file)) return undefined;
  const [line = ''] = readFileSync(file, 'utf8').split('\n');
  const log = path.join(state, 'logs', `${line.split(' ')[0] ?? ''}.log`);
  const end = existsSync(log)
    ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-LOG_LINES)
    : [];
  return `${line}; its log, ${log}, ends with:\n${end.join('\n')}`;
}

/** Waits until it is so. Throws where a program dies, and after `seconds`. */
export async function waitFor(
  state: string,
  what: string,
  seconds: number,
  isSo: () => boolean | Promise<boolean>,
): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  while (!(await isSo())) {
    const dead = whatDied(state);
    if (dead !== undefined) throw new ClusterError(dead);
    if (performance.now() > deadline) {
      const logs = path.join(state, 'logs');
      throw new ClusterError(`${what} not within ${String(seconds)} s; logs are in ${logs}`);
    }
    await sleep(POLL_MS);
  }
}

/** Starts the machine, without programs: namespaces, mounts, network. */
export async function startMachine(state: string): Promise<void> {
  await fill(state);
  const join = (await makeCgroups()).map((file) => `echo $$ >'${file}'`).join(' && ');
  const namespaces = '--mount --net --pid --ipc --uts --fork --mount-proc --kill-child=KILL';
  const script = path.join(root, 'hack', 'cluster', 'machine');
  const log = openSync(path.join(state, 'logs', 'machine.log'), 'a');
  const child = spawn(
    'sh',
    ['-c', `${join} && exec unshare ${namespaces} "$0" "$1"`, script, state],
    {
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
      env: { PATH, NODE_LINK, NODE_ADDRESS, HOST_ADDRESS },
    },
  );
  child.once('close', (status) => {
    writeFileSync(path.join(state, 'died'), `machine ended with status ${String(status)}\n`);
  });
  child.unref();
  const { pid } = child;
  if (pid === undefined) throw new ClusterError('the machine does not start');
  const own = must('readlink', ['/proc/self/ns/net']);
  await waitFor(state, 'namespaces', 10, () => {
    const theirs = ask('readlink', [`/proc/${String(pid)}/ns/net`]);
    return theirs.ok && theirs.stdout !== own;
  });
  connect(pid);
  await waitFor(state, 'the machine', 10, () => existsSync(path.join(state, 'machine-ready')));
}

/** Starts a program inside the machine. */
export async function startProgram(state: string, name: string): Promise<void> {
  await writeFile(path.join(state, 'start'), `${name}\n`);
}
