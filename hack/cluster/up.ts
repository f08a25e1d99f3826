import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile } from 'node:fs/promises';
import https from 'node:https';
import net from 'node:net';
import path from 'node:path';
import { NODE, NODE_ADDRESS } from './addresses.ts';
import { clusterProcesses } from './cgroups.ts';
import { ask, binaries, must, prepare } from './commands.ts';
import { apiUrl } from './credentials.ts';
import { down } from './down.ts';
import { ClusterError } from './errors.ts';
import { isBuilt, loadImages } from './images.ts';
import { startMachine, startProgram, waitFor, whatDied } from './machine.ts';
import { containerdSocketOf, kubeconfigOf } from '../../test/cluster/place.ts';
import { programs } from './programs.ts';
import { storage, VOLUMES } from './volumes.ts';

const PROBE_MS = 1_000;
const TEST_IMAGES = ['agent', 'postgres'];

export type Say = (line: string) => void;

/** A connection of its own each time: one that is kept would outlive the server. */
async function isApiReady(ca: string): Promise<boolean> {
  return new Promise((resolve) => {
    const options = { ca, agent: false, timeout: PROBE_MS };
    const request = https.get(`${apiUrl()}/readyz`, options, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => {
      resolve(false);
    });
  });
}

async function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: NODE_ADDRESS, port, timeout: PROBE_MS });
    const answer = (is: boolean) => () => {
      socket.destroy();
      resolve(is);
    };
    socket.on('connect', answer(true)).on('error', answer(false)).on('timeout', answer(false));
  });
}

/** kubectl, as the administrator of the cluster. */
function kubectlOf(state: string): (...args: readonly string[]) => readonly [string, string[]] {
  const [kubectl = ''] = binaries('kubectl');
  return (...args) => [kubectl, ['--kubeconfig', kubeconfigOf(state), ...args]];
}

function isNodeReady(state: string): boolean {
  const status = 'jsonpath={.status.conditions[?(@.type=="Ready")].status}';
  const { stdout } = ask(...kubectlOf(state)('get', 'node', NODE, '-o', status));
  return stdout === 'True';
}

/** Whether it runs already, whole. */
async function isUp(state: string): Promise<boolean> {
  if (!existsSync(kubeconfigOf(state)) || whatDied(state) !== undefined) return false;
  if ((await clusterProcesses()).length === 0) return false;
  const ca = await readFile(path.join(state, 'pki', 'ca.crt'), 'utf8');
  return (await isApiReady(ca)) && isNodeReady(state);
}

async function startPrograms(state: string, say: Say): Promise<void> {
  const ca = await readFile(path.join(state, 'pki', 'ca.crt'), 'utf8');
  const ready: Readonly<Record<string, () => boolean | Promise<boolean>>> = {
    containerd: () => ask('ctr', ['--address', containerdSocketOf(state), 'version']).ok,
    'kube-apiserver': async () => isApiReady(ca),
    coredns: async () => isListening(53),
  };
  for (const { name } of programs(state)) {
    await startProgram(state, name);
    const isReady = ready[name];
    if (isReady === undefined) continue;
    await waitFor(state, `${name} is ready`, 60, isReady);
    say(`${name} is ready`);
  }
}

/** Of a cluster that somebody else brought up. */
function useOther(kubeconfig: string, say: Say): void {
  const [kubectl = ''] = binaries('kubectl');
  const { ok, stderr } = ask(kubectl, ['version', '--request-timeout=10s']);
  if (!ok) throw new ClusterError(`KUBECONFIG=${kubeconfig}: ${stderr.trim()}`);
  say(`KUBECONFIG is set: using that cluster, nothing is started`);
  say(kubeconfig);
}

async function makeVolumes(state: string): Promise<void> {
  for (const name of VOLUMES) {
    await mkdir(path.join(state, 'volumes', name), { recursive: true });
    await chmod(path.join(state, 'volumes', name), 0o777);
  }
  must(...kubectlOf(state)('apply', '-f', '-'), storage(path.join(state, 'volumes')));
}

async function start(state: string, say: Say): Promise<void> {
  await startMachine(state);
  await startPrograms(state, say);
  loadImages(state, ['pause']);
  await waitFor(state, 'the node is Ready', 90, () => isNodeReady(state));
  say('the node is Ready');
  await waitFor(state, "the namespace's ServiceAccount is there", 30, () => {
    return ask(...kubectlOf(state)('get', 'serviceaccount', 'default')).ok;
  });
  await makeVolumes(state);
}

export interface UpOptions {
  /** Of the environment: another cluster. */
  readonly kubeconfig?: string | undefined;
  /** Without images but the pause. */
  readonly isBare: boolean;
  readonly say: Say;
}

/** Brings the cluster up, or says that it is. */
export async function up(state: string, { kubeconfig, isBare, say }: UpOptions): Promise<void> {
  if (kubeconfig !== undefined && kubeconfig !== kubeconfigOf(state)) {
    prepare('hack/cluster/binaries', ['kubectl', 'helm']);
    useOther(kubeconfig, say);
    return;
  }
  if (process.getuid?.() !== 0)
    throw new ClusterError('a cluster of its own needs root, or set KUBECONFIG');
  if (/^\/(run|var\/log|var\/run)\//.test(state)) {
    throw new ClusterError(`${state} is hidden inside the cluster; please set XDG_STATE_HOME`);
  }
  prepare('hack/system-packages', ['cluster']);
  prepare('hack/cluster/binaries', [
    'kubectl',
    'helm',
    ...programs(state)
      .map(({ name }) => name)
      .filter((name) => name !== 'containerd'),
  ]);
  if (await isUp(state)) {
    say('the cluster is up already');
  } else {
    const dead = whatDied(state);
    if (dead !== undefined) say(`starting anew: ${dead}`);
    await down(state);
    await start(state, say);
  }
  if (isBuilt() && !isBare) {
    loadImages(state, ['chaperone', ...TEST_IMAGES]);
    say('images are loaded');
  } else if (!isBare)
    say('the image of chaperone is not loaded: make build, then make cluster again');
  say(`export KUBECONFIG=${kubeconfigOf(state)}`);
}
