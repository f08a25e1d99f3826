import type { AuditStore } from '@chaperone/crds';
import { auditStores } from '../../kube/kinds.ts';
import { storeLimits } from '../../store/limits.ts';
import type { Stores } from '../../store/stores.ts';
import type { Controller } from '../reconcile.ts';
import { check } from './checks.ts';
import { gather } from './gather.ts';

/** Says of each store whether recordings can be stored there, again and again: nobody tells when it changes. */
export function storeController(
  picture: { readonly get: (key: string) => AuditStore | undefined },
  stores: Pick<Stores, 'open'>,
  random: () => number,
): Controller<AuditStore> {
  return {
    kind: auditStores,
    fieldManager: 'chaperone-auditstore',
    conditions: ['Ready', 'Reachable', 'Writable', 'ObjectLock'],
    look: async (key) => {
      const object = picture.get(key);
      if (object === undefined) return undefined;
      const findings = check(await gather(object, stores));
      // Replicas and stores do not all ask at the same moment.
      const againMs = storeLimits.checkMs.value * (2 / 3 + (2 / 3) * random());
      return { object, findings, againMs };
    },
  };
}
