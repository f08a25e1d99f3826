import https from 'node:https';
import path from 'node:path';
import { root } from '../harness/paths.ts';
import { freePort } from '../harness/ports.ts';
import { run, type Finished } from '../harness/run.ts';
import { findBinaries } from './binaries.ts';
import { makeCredentials, makeUser, type Credentials, type User } from './credentials.ts';
import { startDaemon, type Daemon } from './daemon.ts';
import { startEtcd, type Etcd } from './etcd.ts';
import { makePlace } from './place.ts';

export interface KubectlOptions {
  /** Default: a member of system:masters. */
  readonly as?: User;
  /** For `-f -`. */
  readonly input?: string;
}

/** etcd and kube-apiserver alone: the API with validation, admission, RBAC and watches; no controllers, no pods. */
export interface Kubernetes {
  readonly url: string;
  /** The authority of the server's certificate, PEM. */
  readonly ca: string;
  /** Of system:masters. */
  readonly admin: User;
  readonly etcd: Etcd;
  /** Of kube-apiserver, as it runs now. */
  readonly server: () => Daemon;
  /** kube-apiserver again, on the same data, port and keys, after `server().kill()` or instead of what runs. */
  readonly restart: () => Promise<void>;
  readonly user: (name: string, ...groups: readonly string[]) => Promise<User>;
  readonly kubectl: (args: readonly string[], options?: KubectlOptions) => Promise<Finished>;
  /** The same, and throws with what it said where it fails; else what it printed. */
  readonly mustKubectl: (args: readonly string[], options?: KubectlOptions) => Promise<string>;
  /** The manifests of crds/, and waits until they are served. */
  readonly applyCrds: () => Promise<void>;
  /** With the ServiceAccount `default`, which a controller makes elsewhere and pods need. */
  readonly createNamespace: (name: string) => Promise<void>;
  /** Ends everything and removes its files. */
  readonly stop: () => Promise<void>;
}

export interface KubernetesOptions {
  /** Further flags of kube-apiserver. */
  readonly args?: readonly string[];
}

interface Parts {
  readonly place: string;
  readonly port: number;
  readonly etcd: Etcd;
  readonly credentials: Credentials;
  readonly options: KubernetesOptions;
}

function flags({ place, port, etcd, credentials, options }: Parts): readonly string[] {
  return [
    `--etcd-servers=${etcd.url}`,
    // Otherwise etcd is compacted every five minutes; here a test says when.
    '--etcd-compaction-interval=0',
    `--secure-port=${String(port)}`,
    '--bind-address=127.0.0.1',
    '--advertise-address=127.0.0.1',
    // The Service `kubernetes` may not have a loopback address as its endpoint.
    '--endpoint-reconciler-type=none',
    `--cert-dir=${path.join(place, 'apiserver')}`,
    `--tls-cert-file=${credentials.certificateFile}`,
    `--tls-private-key-file=${credentials.keyFile}`,
    `--client-ca-file=${credentials.caFile}`,
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-signing-key-file=${credentials.tokenKeyFile}`,
    `--service-account-key-file=${credentials.tokenPublicKeyFile}`,
    '--service-cluster-ip-range=10.96.0.0/24',
    '--authorization-mode=Node,RBAC',
    '--enable-admission-plugins=NodeRestriction',
    '--allow-privileged',
    '--profiling=false',
    ...(options.args ?? []),
  ];
}

/** Asked on a connection of its own each time: one that is kept would outlive the server. */
async function isReady(port: number, ca: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = https.get(
      { host: '127.0.0.1', port, path: '/readyz', ca, agent: false, timeout: 1000 },
      (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      },
    );
    request.on('timeout', () => request.destroy());
    request.on('error', () => {
      resolve(false);
    });
  });
}

async function mustRun(told: Promise<Finished>, args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await told;
  if (status === 0) return stdout;
  throw new Error(`kubectl ${args.join(' ')} ended with ${String(status)}:\n${stderr}${stdout}`);
}

async function start(place: string, options: KubernetesOptions): Promise<Omit<Kubernetes, 'stop'>> {
  const [etcdBinary = '', serverBinary = '', kubectlBinary = ''] = await findBinaries(
    ...['etcd', 'kube-apiserver', 'kubectl'],
  );
  const [etcd, credentials] = await Promise.all([
    startEtcd(etcdBinary, place),
    makeCredentials(place),
  ]);
  const port = await freePort();
  const { authority } = credentials;
  const ca = authority.certificate;
  const launch = async (): Promise<Daemon> =>
    startDaemon(serverBinary, flags({ place, port, etcd, credentials, options }), async () =>
      isReady(port, ca),
    );
  let server = await launch();
  const url = `https://127.0.0.1:${String(port)}`;
  const admin = await makeUser(place, url, authority, ['admin', 'system:masters']);
  const kubectl: Kubernetes['kubectl'] = async (args, { as = admin, input } = {}) =>
    run(kubectlBinary, ['--kubeconfig', as.kubeconfig, ...args], {
      env: { KUBECACHEDIR: path.join(place, 'kubectl') },
      ...(input === undefined ? {} : { input }),
    });
  const mustKubectl: Kubernetes['mustKubectl'] = async (args, given) =>
    mustRun(kubectl(args, given), args);
  return {
    ...{ url, ca, admin, etcd, kubectl, mustKubectl },
    server: () => server,
    restart: async () => {
      await server.kill();
      server = await launch();
    },
    user: async (name, ...groups) => makeUser(place, url, authority, [name, ...groups]),
    applyCrds: async () => {
      await mustKubectl(['apply', '-f', path.join(root, 'crds', 'manifests')]);
      const until = ['--for=condition=Established', '--timeout=30s'];
      await mustKubectl(['wait', 'crd', '--all', ...until]);
    },
    createNamespace: async (name) => {
      await mustKubectl(['create', 'namespace', name]);
      await mustKubectl(['create', 'serviceaccount', 'default', '-n', name]);
    },
  };
}

/** An API server of its own, ready, in a directory that goes with it. */
export async function startKubernetes(options: KubernetesOptions = {}): Promise<Kubernetes> {
  const place = await makePlace('kube');
  try {
    const parts = await start(place.path, options);
    return {
      ...parts,
      stop: async () => {
        await Promise.all([parts.server().kill(), parts.etcd.kill()]);
        await place.remove();
      },
    };
  } catch (error) {
    await place.remove();
    throw error;
  }
}
