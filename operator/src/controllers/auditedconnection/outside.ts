import { lookup } from 'node:dns/promises';
import type { KubeClient } from '../../kube/client/client.ts';
import { isKubeError } from '../../kube/errors.ts';
import { secrets } from '../../kube/kinds.ts';
import type { ConnectionSources } from './gather.ts';

/** Names of a Secret's keys; its values go no further. */
export function secretKeys(client: Pick<KubeClient, 'get'>): ConnectionSources['secretKeys'] {
  return async (namespace, name) => {
    try {
      const { data } = await client.get(secrets, { namespace, name });
      return new Set(Object.keys(data ?? {}));
    } catch (error) {
      if (isKubeError(error, 'NOT_FOUND')) return undefined;
      if (isKubeError(error, 'FORBIDDEN')) return 'forbidden';
      throw error;
    }
  };
}

/** As this machine resolves it: a cluster's own names too. */
export async function addressesOf(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true });
  return found.map(({ address }) => address);
}
