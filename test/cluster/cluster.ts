import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../harness/paths.ts';
import { run, type Finished } from '../harness/run.ts';
import { findBinaries } from '../kube/binaries.ts';
import { kubeconfigOf, stateFolder } from './place.ts';

const POLL_MS = 250;
export const SYSTEM = 'chaperone-system';

export interface KubectlOptions {
  /** For `-f -`. */
  readonly input?: string;
  /** Whom to act as, with groups; default: a member of system:masters. */
  readonly as?: readonly string[];
}

/** The cluster of `make cluster`, or that of KUBECONFIG. */
export interface Cluster {
  readonly kubeconfig: string;
  readonly kubectl: (args: readonly string[], options?: KubectlOptions) => Promise<Finished>;
  /** The same, and throws with what it said where it fails; else what it printed. */
  readonly must: (args: readonly string[], options?: KubectlOptions) => Promise<string>;
  readonly apply: (...objects: readonly object[]) => Promise<void>;
  readonly helm: (...args: readonly string[]) => Promise<string>;
  /** A namespace of its own, which `removeNamespaces` removes. @returns its name */
  readonly makeNamespace: (name: string) => Promise<string>;
  readonly removeNamespaces: () => Promise<void>;
}

function mustSucceed(what: string, { status, stdout, stderr }: Finished): string {
  if (status === 0) return stdout;
  throw new Error(`${what} ended with ${String(status)}:\n${stderr}${stdout}`);
}

/** Brings it up where it is not yet, and loads the images as they are now. */
export async function useCluster(): Promise<Cluster> {
  mustSucceed('hack/cluster/up', await run(path.join(root, 'hack', 'cluster', 'up'), []));
  const kubeconfig = process.env['KUBECONFIG'] ?? kubeconfigOf(stateFolder(process.env));
  const [kubectlBinary = '', helmBinary = ''] = await findBinaries('kubectl', 'helm');
  const env = { KUBECONFIG: kubeconfig };
  const kubectl: Cluster['kubectl'] = async (args, { input = '', as = [] } = {}) => {
    const [user, ...groups] = as;
    const who =
      user === undefined ? [] : [`--as=${user}`, ...groups.map((name) => `--as-group=${name}`)];
    return run(kubectlBinary, [...who, ...args], { env, input });
  };
  const must: Cluster['must'] = async (args, options) =>
    mustSucceed(`kubectl ${args.join(' ')}`, await kubectl(args, options));
  const namespaces: string[] = [];
  return {
    ...{ kubeconfig, kubectl, must },
    apply: async (...objects) => {
      const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
      await must(['apply', '-f', '-'], { input });
    },
    helm: async (...args) =>
      mustSucceed(`helm ${args.join(' ')}`, await run(helmBinary, args, { env })),
    makeNamespace: async (name) => {
      const unique = `${name}-${randomBytes(3).toString('hex')}`;
      await must(['create', 'namespace', unique]);
      namespaces.push(unique);
      return unique;
    },
    removeNamespaces: async () => {
      if (namespaces.length > 0) await must(['delete', 'namespace', '--wait=false', ...namespaces]);
    },
  };
}

/** What the image is made of, so that pods are made anew when it changes under the same name. */
function build(): string {
  const hash = createHash('sha256');
  for (const name of ['operator.mjs', 'sidecar.mjs', 'cli.mjs']) {
    hash.update(readFileSync(path.join(root, 'dist', name)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** The chart with no value but the build, or these flags, as a person installs it, ready; instant where it is already. */
export async function install({ helm }: Cluster, ...flags: readonly string[]): Promise<void> {
  const chart = path.join(root, 'charts', 'chaperone');
  await helm(
    ...['upgrade', '--install', 'chaperone', chart, '-n', SYSTEM, '--create-namespace'],
    ...['--set-string', `operator.podAnnotations.build=${build()}`],
    ...flags,
    ...['--wait', '--timeout', '120s'],
  );
}

/** Asks until there is an answer. Throws with `what` and the last error after `seconds`. */
export async function eventually<T>(
  what: string,
  seconds: number,
  look: () => Promise<T | undefined>,
): Promise<T> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`not within ${String(seconds)} s: ${what}`);
    await sleep(POLL_MS);
  }
}
