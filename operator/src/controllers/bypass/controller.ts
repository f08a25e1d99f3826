import type { AuditedConnection } from '@chaperone/crds';
import { auditedConnections } from '../../kube/kinds.ts';
import { bypassLimits } from '../../kube/limits.ts';
import type { Controller } from '../reconcile.ts';
import { check } from './checks.ts';
import { gather, type BypassSources } from './gather.ts';

/** Says of each connection whether its agents could get past it. On its own, since it asks much, and nothing waits for it. */
export function bypassController(sources: BypassSources): Controller<AuditedConnection> {
  return {
    kind: auditedConnections,
    fieldManager: 'chaperone-bypass',
    conditions: ['BypassFree'],
    look: async (key) => {
      const facts = await gather(key, sources);
      if (facts === undefined) return undefined;
      const againMs = bypassLimits.knownMs.value;
      return { object: facts.connection, findings: [check(facts)], againMs };
    },
  };
}
