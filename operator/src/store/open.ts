import type { KubeClient } from '../kube/client/client.ts';
import { isKubeError } from '../kube/errors.ts';
import { secrets } from '../kube/kinds.ts';
import type { Pictures } from '../pictures/pictures.ts';
import { Stores } from './stores.ts';

export interface StoresOptions {
  readonly client: Pick<KubeClient, 'get'>;
  readonly pictures: Pick<Pictures, 'stores'>;
  /** Of the operator. */
  readonly namespace: string;
  /** `--store-dir`. */
  readonly storeDirectory: string | undefined;
}

/** The AuditStores of the cluster, with the Secrets of their credentials. */
export function storesOf(options: StoresOptions): Stores {
  const { client, pictures, namespace, storeDirectory: directory } = options;
  return new Stores({
    store: (name) => pictures.stores.store.get(name),
    secret: async (name) => secretOf(client, namespace, name),
    ...{ namespace, directory, now: () => performance.now() },
  });
}

/** Values are text: what a person pasted with a line end is meant without. */
async function secretOf(
  client: Pick<KubeClient, 'get'>,
  namespace: string,
  name: string,
): Promise<Readonly<Record<string, string>> | undefined> {
  try {
    const { data = {} } = await client.get(secrets, { namespace, name });
    const pairs = Object.entries(data);
    return Object.fromEntries(
      pairs.map(([key, value]) => [key, Buffer.from(value, 'base64').toString('utf8').trim()]),
    );
  } catch (error) {
    if (isKubeError(error, 'NOT_FOUND')) return undefined;
    throw error;
  }
}
