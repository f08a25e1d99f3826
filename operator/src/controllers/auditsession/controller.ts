import type { AuditSession } from '@chaperone/crds';
import { auditSessions } from '../../kube/kinds.ts';
import type { Controller } from '../reconcile.ts';
import { check, type SessionTimes } from './checks.ts';
import { gather, type SessionSources } from './gather.ts';

/** Says of each session how it stands, ends one whose pod is gone, and removes it when it has been over for long enough. */
export function sessionController(
  sources: SessionSources,
  now: () => number,
  times: SessionTimes,
): Controller<AuditSession> {
  return {
    kind: auditSessions,
    fieldManager: 'chaperone-auditsession',
    conditions: ['Ready', 'Ended'],
    look: (key) => {
      const facts = gather(key, sources);
      if (facts === undefined) return undefined;
      const { phase, endedAt, ...found } = check(facts, now(), times);
      return { object: facts.session, fields: { phase, endedAt }, ...found };
    },
  };
}
