import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeAuthority, makeTokenKeys, type KeyPair } from '../../test/kube/pki.ts';
import { API_PORT, API_SERVICE, NODE, NODE_ADDRESS } from './addresses.ts';
import { kubeconfigOf } from '../../test/cluster/place.ts';

const VALID_DAYS = 365;
export const apiUrl = (): string => `https://${NODE_ADDRESS}:${String(API_PORT)}`;

const SERVER_NAMES = [
  ...['127.0.0.1', NODE_ADDRESS, API_SERVICE, 'localhost', NODE],
  ...['kubernetes', 'kubernetes.default', 'kubernetes.default.svc'],
  'kubernetes.default.svc.cluster.local',
];

/** Name of the kubeconfig -> user and groups, as RBAC of a fresh API server knows them. */
const clients: readonly (readonly [string, string, readonly string[]])[] = [
  ['admin', 'admin', ['system:masters']],
  ['kubelet', `system:node:${NODE}`, ['system:nodes']],
  ['kube-controller-manager', 'system:kube-controller-manager', []],
  ['kube-scheduler', 'system:kube-scheduler', []],
  ['kube-proxy', 'system:kube-proxy', []],
];

const base64 = (text: string): string => Buffer.from(text).toString('base64');

function kubeconfig(ca: string, { certificate, key }: KeyPair): string {
  const cluster = { server: apiUrl(), 'certificate-authority-data': base64(ca) };
  const user = { 'client-certificate-data': base64(certificate), 'client-key-data': base64(key) };
  const name = 'chaperone';
  return `${JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': name,
    contexts: [{ name, context: { cluster: name, user: name } }],
    clusters: [{ name, cluster }],
    users: [{ name, user }],
  })}\n`;
}

/** Writes keys, certificates and kubeconfigs of all programs under `state`/pki, and the person's kubeconfig. */
export async function writeCredentials(state: string): Promise<void> {
  const folder = path.join(state, 'pki');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const write = async (name: string, text: string): Promise<void> =>
    writeFile(path.join(folder, name), text, { mode: 0o600 });
  const writePair = async (name: string, pair: KeyPair): Promise<void> => {
    await write(`${name}.crt`, pair.certificate);
    await write(`${name}.key`, pair.key);
  };
  const authority = await makeAuthority(VALID_DAYS);
  await write('ca.crt', authority.certificate);
  await writePair('server', await authority.server('kube-apiserver', SERVER_NAMES));
  await writePair('kubelet-client', await authority.client('kube-apiserver', ['system:masters']));
  const tokens = await makeTokenKeys();
  await write('tokens.key', tokens.key);
  await write('tokens.pub', tokens.publicKey);
  for (const [name, user, groups] of clients) {
    const text = kubeconfig(authority.certificate, await authority.client(user, groups));
    await write(`${name}.kubeconfig`, text);
    if (name === 'admin') await writeFile(kubeconfigOf(state), text, { mode: 0o600 });
  }
}
