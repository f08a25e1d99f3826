import { writeFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { OPERATOR, policyText } from '../admission/policies.ts';
import { goldenSettings } from '../../operator/src/admission/injector/testing/goldens.ts';
import { node, root } from '../harness/paths.ts';
import { freePort } from '../harness/ports.ts';
import { startDaemon, type Daemon } from './daemon.ts';
import type { Kubernetes } from './kubernetes.ts';
import { makeAuthority, type Authority } from './pki.ts';

/** The operator as a process of its own, with the rights of the chart, asked by the API server and by sidecars. */
export interface Operator {
  readonly pid: () => number;
  readonly brokerUrl: string;
  /** The broker's authority, PEM; there where it is not the operator's own. */
  readonly caFile: string;
  readonly log: () => string;
  /** SIGKILL. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly metrics: () => Promise<string>;
}

async function get(port: number, at: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port, path: at, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body });
      });
    });
    request.on('error', reject);
  });
}

/** How the operator of a test is started. */
export interface OperatorOptions {
  /** An authority of its own, in place of files: how long a step of its rotation is held. */
  readonly own?: { readonly hold: string };
  /** What pods are told where the broker is; default: this replica. */
  readonly pods?: string;
  /** Default: the sources. */
  readonly program?: readonly [string, ...string[]];
}

/** Name of the Secret of its own authority, in its own namespace. */
export const CA_SECRET = 'chaperone-ca';

/** A kubeconfig without a namespace works in this one. */
const OWN_NAMESPACE = 'default';

async function applyRoles(kubernetes: Kubernetes): Promise<void> {
  const roles = path.join(root, 'charts/chaperone/files/operator');
  await kubernetes.mustKubectl(['apply', '-n', OWN_NAMESPACE, '-f', roles]);
  const bind = async (...args: readonly string[]): Promise<unknown> =>
    // A second replica has the rights of the first.
    kubernetes.kubectl(['create', ...args, `--user=${OPERATOR}`]);
  const bound = await kubernetes.mustKubectl([
    ...['get', 'clusterroles,roles', '-n', OWN_NAMESPACE, '-o', 'name'],
  ]);
  for (const line of bound.split('\n').filter((one) => one.includes('/chaperone-operator'))) {
    const [kind = '', name = ''] = line.replace('.rbac.authorization.k8s.io', '').split('/');
    const where = kind === 'role' ? ['-n', OWN_NAMESPACE] : [];
    await bind(`${kind}binding`, name, `--${kind}=${name}`, ...where);
  }
}

async function applyWebhooks(kubernetes: Kubernetes, port: number, ca?: string): Promise<void> {
  const clientConfig = (at: string): string =>
    JSON.stringify({
      url: `https://127.0.0.1:${String(port)}${at}`,
      ...(ca !== undefined && { caBundle: Buffer.from(ca).toString('base64') }),
    });
  const input = policyText('webhooks')
    .replace("'@INJECTOR@'", clientConfig('/inject'))
    .replace("'@APPROVALS@'", clientConfig('/approvals'));
  await kubernetes.mustKubectl(['apply', '-f', '-'], { input });
}

/** Certificate, key and authority in files, as cert-manager would leave them. */
async function writeFiles(directory: string, authority: Authority): Promise<readonly string[]> {
  const pair = await authority.server('chaperone', ['127.0.0.1']);
  const write = async (name: string, text: string): Promise<string> => {
    const file = path.join(directory, name);
    await writeFile(file, text, { mode: 0o600 });
    return file;
  };
  return [
    ...['--tls-cert', await write('operator.crt', pair.certificate)],
    ...['--tls-key', await write('operator.key', pair.key)],
    ...['--broker-ca', await write('operator-ca.crt', authority.certificate)],
  ];
}

/** Starts the operator for a cluster that has the product's kinds. @param directory for its files */
export async function startOperator(
  kubernetes: Kubernetes,
  directory: string,
  options: OperatorOptions = {},
): Promise<Operator> {
  const { own, pods, program = [node, path.join(root, 'operator', 'src', 'main.ts')] } = options;
  const authority = own === undefined ? await makeAuthority() : undefined;
  const user = await kubernetes.user(OPERATOR);
  const [admission, broker, admin] = [await freePort(), await freePort(), await freePort()];
  const brokerUrl = `https://127.0.0.1:${String(broker)}`;
  await applyRoles(kubernetes);
  const flags = [
    ...['--kubeconfig', user.kubeconfig],
    ...(authority === undefined ? [] : await writeFiles(directory, authority)),
    ...(own === undefined ? [] : ['--ca-secret', CA_SECRET, '--ca-hold', own.hold]),
    ...['--image', goldenSettings.image, '--sidecar-uid', String(goldenSettings.uid)],
    ...['--broker-url', pods ?? brokerUrl],
    ...['--admission', `127.0.0.1:${String(admission)}`, '--broker', `127.0.0.1:${String(broker)}`],
    ...['--admin', `127.0.0.1:${String(admin)}`, '--store-dir', path.join(directory, 'store')],
  ];
  const [command, ...first] = program;
  const isReady = async (): Promise<boolean> =>
    get(admin, '/readyz').then(
      ({ status }) => status === 200,
      () => false,
    );
  const launch = async (): Promise<Daemon> => startDaemon(command, [...first, ...flags], isReady);
  await applyWebhooks(kubernetes, admission, authority?.certificate);
  let daemon = await launch();
  return {
    ...{ brokerUrl, caFile: path.join(directory, 'operator-ca.crt') },
    pid: () => daemon.pid,
    log: () => daemon.log(),
    stop: async () => daemon.kill(),
    start: async () => {
      daemon = await launch();
    },
    metrics: async () => (await get(admin, '/metrics')).body,
  };
}
