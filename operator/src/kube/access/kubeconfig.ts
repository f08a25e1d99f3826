import type https from 'node:https';
import { KubeError } from '../errors.ts';
import type { Access, Credentials, TlsMaterial } from './types.ts';

type Options = https.RequestOptions;

const TLS_FIELDS = ['ca', 'cert', 'key', 'passphrase', 'servername', 'rejectUnauthorized'] as const;

function tlsOf(options: Options): TlsMaterial {
  const fields = TLS_FIELDS.map((name) => [name, options[name]] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

function headersOf({ headers = {} }: Options): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

/**
 * A cluster from outside: the file's current context, with everything that the official library can do with it (certificates,
 * tokens, exec plug-ins, OIDC). The library is loaded here and only here: it costs 80 MB of memory, which a pod does not pay.
 */
export async function kubeconfigAccess(file: string): Promise<Access> {
  const { KubeConfig } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  try {
    config.loadFromFile(file);
  } catch (cause) {
    throw new KubeError('ACCESS_UNUSABLE', `cannot read the kubeconfig ${file}`, { cause });
  }
  const cluster = config.getCurrentCluster();
  const server = URL.parse(cluster?.server ?? '');
  if (cluster === null || server?.protocol !== 'https:') {
    throw new KubeError('ACCESS_UNUSABLE', `${file}: the current context names no https server`);
  }
  if (cluster.proxyUrl !== undefined) {
    throw new KubeError('ACCESS_UNUSABLE', `${file}: proxy-url is not supported`);
  }
  const credentials = async (): Promise<Credentials> => {
    const options: Options = {};
    try {
      await config.applyToHTTPSOptions(options);
    } catch (cause) {
      throw new KubeError('ACCESS_UNUSABLE', `${file}: the user has no usable credential`, {
        cause,
      });
    }
    const basic =
      typeof options.auth === 'string'
        ? { authorization: `Basic ${Buffer.from(options.auth).toString('base64')}` }
        : {};
    return { tls: tlsOf(options), headers: { ...headersOf(options), ...basic } };
  };
  await credentials();
  const context = config.getContextObject(config.getCurrentContext());
  // The library decides by itself when a plug-in is asked again.
  return {
    server,
    namespace: context?.namespace ?? 'default',
    credentials,
    forget: () => undefined,
  };
}
