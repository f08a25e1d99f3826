import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CliError } from '../errors.ts';
import { materialOf, type ExecEntry, type Target } from './kubeconfig.ts';

/** With what a person is known to the API server. */
export interface Credentials {
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  /** PEM. */
  readonly cert?: string;
  readonly key?: string;
}

const EXEC_MS = 60_000;
const EXEC_BYTES = 1_048_576;
const API_VERSION = /^client\.authentication\.k8s\.io\/v1(?:beta1)?$/;

/** @throws CliError KUBECONFIG */
export async function credentialsOf(
  target: Target,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Credentials> {
  const { user, userDirectory } = target;
  if (user['auth-provider'] !== undefined) {
    throw unusable('auth-provider is not supported; use an exec plug-in');
  }
  const headers = impersonation(target);
  if (user.exec !== undefined) return { ...(await askPlugIn(user.exec, target, env)), ...headers };
  const cert = materialOf(
    user['client-certificate-data'],
    user['client-certificate'],
    userDirectory,
  );
  const key = materialOf(user['client-key-data'], user['client-key'], userDirectory);
  const token = user.token ?? materialOf(undefined, user.tokenFile, userDirectory)?.trim();
  return {
    headers: { ...headers.headers, ...authorization(token, user.username, user.password) },
    ...(cert === undefined || key === undefined ? {} : { cert, key }),
  };
}

function impersonation({ user }: Target): Pick<Credentials, 'headers'> {
  const { as, 'as-groups': groups = [] } = user;
  if (as === undefined) return { headers: {} };
  const all = groups.length === 0 ? {} : { 'impersonate-group': groups };
  return { headers: { 'impersonate-user': as, ...all } };
}

function authorization(
  token: string | undefined,
  username: string | undefined,
  password = '',
): Credentials['headers'] {
  if (token !== undefined && token !== '') return { authorization: `Bearer ${token}` };
  if (username === undefined) return {};
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  return { authorization: `Basic ${basic}` };
}

interface ExecCredential {
  readonly status?: {
    readonly token?: string;
    readonly clientCertificateData?: string;
    readonly clientKeyData?: string;
  };
}

/** Runs the program that the kubeconfig names, as kubectl does; it may ask on the terminal. */
async function askPlugIn(
  { apiVersion = '', command = '', args, env: own }: ExecEntry,
  { server, ca }: Target,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Credentials> {
  if (!API_VERSION.test(apiVersion)) throw unusable(`exec plug-in with apiVersion '${apiVersion}'`);
  const data = ca === undefined ? {} : { 'certificate-authority-data': btoa(ca) };
  const cluster = { server: server.href.replace(/\/$/, ''), ...data };
  const info = { apiVersion, kind: 'ExecCredential', spec: { interactive: false, cluster } };
  const extra = Object.fromEntries((own ?? []).map(({ name, value }) => [name, value]));
  try {
    const { stdout } = await promisify(execFile)(command, [...(args ?? [])], {
      env: { ...env, ...extra, KUBERNETES_EXEC_INFO: JSON.stringify(info) },
      ...{ timeout: EXEC_MS, maxBuffer: EXEC_BYTES, encoding: 'utf8' },
    });
    const {
      token,
      clientCertificateData: cert,
      clientKeyData: key,
    } = (JSON.parse(stdout) as ExecCredential).status ?? {};
    return {
      headers: authorization(token, undefined),
      ...(cert === undefined || key === undefined ? {} : { cert, key }),
    };
  } catch (cause) {
    throw unusable(`the program ${command} gave no credential`, cause);
  }
}

function unusable(message: string, cause?: unknown): CliError {
  return new CliError('KUBECONFIG', `the kubeconfig's user cannot be used: ${message}`, cause);
}
