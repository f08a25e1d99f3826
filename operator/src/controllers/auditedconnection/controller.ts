import type { AuditedConnection } from '@chaperone/crds';
import { auditedConnections } from '../../kube/kinds.ts';
import type { Controller } from '../reconcile.ts';
import { check } from './checks.ts';
import { gather, type ConnectionSources } from './gather.ts';

/** Neither names nor Secrets tell when they change. */
const AGAIN_MS = 30_000;

/** Allots each connection its address, and says whether pods can use it. */
export function connectionController(sources: ConnectionSources): Controller<AuditedConnection> {
  return {
    kind: auditedConnections,
    fieldManager: 'chaperone-auditedconnection',
    conditions: ['Ready', 'Addressed', 'CredentialReady', 'TargetResolved'],
    look: async (key) => {
      const facts = await gather(key, sources);
      if (facts === undefined) return undefined;
      const { address, findings } = check(facts);
      return { object: facts.connection, findings, fields: { address }, againMs: AGAIN_MS };
    },
  };
}
