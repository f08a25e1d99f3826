import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeAuthority, makeTokenKeys, type Authority, type KeyPair } from './pki.ts';

const SERVER_NAMES = [
  ...['127.0.0.1', '10.96.0.1', 'localhost'],
  ...['kubernetes', 'kubernetes.default', 'kubernetes.default.svc'],
];

/** Files that an API server is started with, and who signs its users. */
export interface Credentials {
  readonly authority: Authority;
  readonly caFile: string;
  readonly certificateFile: string;
  readonly keyFile: string;
  readonly tokenKeyFile: string;
  readonly tokenPublicKeyFile: string;
}

/** A user of the API server, known by a client certificate. */
export interface User extends KeyPair {
  readonly name: string;
  /** Path of a kubeconfig with nothing but this user. */
  readonly kubeconfig: string;
}

async function write(dir: string, name: string, text: string): Promise<string> {
  const file = path.join(dir, name);
  await writeFile(file, text, { mode: 0o600 });
  return file;
}

export async function makeCredentials(place: string): Promise<Credentials> {
  const dir = path.join(place, 'pki');
  await mkdir(dir);
  const authority = await makeAuthority();
  const server = await authority.server('kube-apiserver', SERVER_NAMES);
  const tokens = await makeTokenKeys();
  return {
    authority,
    caFile: await write(dir, 'ca.crt', authority.certificate),
    certificateFile: await write(dir, 'server.crt', server.certificate),
    keyFile: await write(dir, 'server.key', server.key),
    tokenKeyFile: await write(dir, 'tokens.key', tokens.key),
    tokenPublicKeyFile: await write(dir, 'tokens.pub', tokens.publicKey),
  };
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

function kubeconfig(url: string, ca: string, { certificate, key }: KeyPair): string {
  return `apiVersion: v1
kind: Config
current-context: test
contexts:
  - name: test
    context: { cluster: test, user: test }
clusters:
  - name: test
    cluster:
      server: ${url}
      certificate-authority-data: ${base64(ca)}
users:
  - name: test
    user:
      client-certificate-data: ${base64(certificate)}
      client-key-data: ${base64(key)}
`;
}

/** A client certificate for `name` in `groups`, and its kubeconfig under `place`. */
export async function makeUser(
  place: string,
  url: string,
  authority: Authority,
  [name, ...groups]: readonly [string, ...string[]],
): Promise<User> {
  const pair = await authority.client(name, groups);
  const file = `kubeconfig-${base64(name).replaceAll(/\W/g, '')}-${String(Date.now())}`;
  const text = kubeconfig(url, authority.certificate, pair);
  return { name, ...pair, kubeconfig: await write(place, file, text) };
}
