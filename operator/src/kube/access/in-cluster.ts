import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '../clock.ts';
import { KubeError } from '../errors.ts';
import type { Access, Credentials } from './types.ts';

/** Where the kubelet mounts a pod's ServiceAccount. */
export const SERVICE_ACCOUNT_DIRECTORY = '/var/run/secrets/kubernetes.io/serviceaccount';
/** The kubelet replaces a token long before it expires; reading it each minute is what other clients do. */
const REREAD_MS = 60_000;

export interface InClusterOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Default: where the kubelet mounts it. */
  readonly directory?: string;
}

async function read(directory: string, name: string): Promise<string> {
  const file = path.join(directory, name);
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new KubeError('ACCESS_UNUSABLE', `cannot read ${file}`, { cause });
  }
}

function serverOf(environment: InClusterOptions['environment']): URL {
  const host = environment['KUBERNETES_SERVICE_HOST'] ?? '';
  const port = environment['KUBERNETES_SERVICE_PORT'] ?? '';
  const server = URL.parse(`https://${host.includes(':') ? `[${host}]` : host}:${port}`);
  if (host !== '' && server !== null) return server;
  throw new KubeError(
    'ACCESS_UNUSABLE',
    'not in a cluster: KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT name no API server; give a kubeconfig',
  );
}

/** The API server of the cluster that this pod runs in, as the pod's ServiceAccount. */
export async function inClusterAccess(options: InClusterOptions): Promise<Access> {
  const { clock, directory = SERVICE_ACCOUNT_DIRECTORY } = options;
  const server = serverOf(options.environment);
  const namespace = (await read(directory, 'namespace')).trim();
  let known: { readonly credentials: Credentials; readonly at: number } | undefined;
  const credentials = async (): Promise<Credentials> => {
    if (known !== undefined && clock.now() - known.at < REREAD_MS) return known.credentials;
    const [ca, token] = await Promise.all([read(directory, 'ca.crt'), read(directory, 'token')]);
    const headers = { authorization: `Bearer ${token.trim()}` };
    known = { credentials: { tls: { ca }, headers }, at: clock.now() };
    return known.credentials;
  };
  await credentials();
  return {
    server,
    namespace,
    credentials,
    forget: () => {
      known = undefined;
    },
  };
}
