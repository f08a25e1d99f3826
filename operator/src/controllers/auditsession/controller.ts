import type { AuditSession } from '@chaperone/crds';
import { auditSessions } from '../../kube/kinds.ts';
import type { Controller } from '../reconcile.ts';
import { check, type SessionTimes } from './checks.ts';
import { gather, type SessionSources } from './gather.ts';

export interface SessionOptions extends SessionTimes {
  /** Wall clock, milliseconds since the epoch. */
  readonly now: () => number;
  /** Removes the recording of a session that is kept no longer. */
  readonly release: NonNullable<Controller<AuditSession>['release']>;
}

/** Says of each session how it stands, ends one whose pod is gone, and removes it when it has been over for long enough. */
export function sessionController(
  sources: SessionSources,
  { now, release, ...times }: SessionOptions,
): Controller<AuditSession> {
  return {
    kind: auditSessions,
    fieldManager: 'chaperone-auditsession',
    conditions: ['Ready', 'Ended'],
    release,
    look: (key) => {
      const facts = gather(key, sources);
      if (facts === undefined) return undefined;
      const { phase, endedAt, ...found } = check(facts, now(), times);
      return { object: facts.session, fields: { phase, endedAt }, ...found };
    },
  };
}
