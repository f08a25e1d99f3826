import { Gauge, type Registry } from 'prom-client';
import { isAlive, isAudited } from './agent-pod.ts';
import type { Pictures } from './pictures.ts';

export type Counted = Pick<Pictures, 'approvals' | 'sessions' | 'pods'>;

const APPROVAL_PHASES = ['Pending', 'Approved', 'Denied', 'Expired', 'Consumed'] as const;
const SESSION_PHASES = ['Active', 'Completed', 'Interrupted'] as const;

/** Gauges of what is known of the cluster, counted whenever somebody reads them. Every replica shows the same. */
export function countPictures(registry: Registry, { approvals, sessions, pods }: Counted): void {
  const gauge = (name: string, help: string, collect: (self: Gauge) => void): Gauge =>
    new Gauge({
      ...{ name: `chaperone_operator_${name}`, help, registers: [registry] },
      labelNames: name === 'approvals' || name === 'sessions' ? ['phase'] : [],
      collect() {
        collect(this);
      },
    });
  gauge('pods', "Agents' pods that run.", (self) => {
    self.set(pods.store.list().filter(isAlive).length);
  });
  gauge(
    'pods_without_sidecar',
    'Annotated pods that run without the sidecar that is injected.',
    (self) => {
      self.set(pods.store.list().filter((pod) => !isAudited(pod)).length);
    },
  );
  gauge('approvals', 'Approvals, by phase.', (self) => {
    const phases = approvals.store.list().map(({ status }) => status?.phase ?? 'Pending');
    setEach(self, APPROVAL_PHASES, phases);
  });
  gauge(
    'approval_waiting_seconds',
    'For how long the Approval that waits longest has waited; 0 where none does.',
    (self) => {
      const waiting = approvals.store
        .list()
        .filter(({ status }) => (status?.phase ?? 'Pending') === 'Pending')
        .map(({ metadata }) => Date.parse(metadata.creationTimestamp ?? ''))
        .filter((time) => !Number.isNaN(time));
      const oldest = Math.min(Date.now(), ...waiting);
      self.set((Date.now() - oldest) / 1_000);
    },
  );
  gauge('sessions', 'AuditSessions, by phase.', (self) => {
    const phases = sessions.store.list().map(({ status }) => status?.phase ?? 'Active');
    setEach(self, SESSION_PHASES, phases);
  });
}

function setEach<T extends string>(gauge: Gauge, phases: readonly T[], found: readonly T[]): void {
  const counts = new Map<T, number>(phases.map((phase) => [phase, 0]));
  for (const phase of found) counts.set(phase, (counts.get(phase) ?? 0) + 1);
  for (const [phase, count] of counts) gauge.set({ phase }, count);
}
