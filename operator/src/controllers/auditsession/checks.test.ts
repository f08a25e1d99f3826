import { describe, expect, it } from '@jest/globals';
import type { AuditSession } from '@chaperone/crds';
import { conditionsOf } from '../../kube/apply/conditions.ts';
import { check, type SessionFindings } from './checks.ts';

type Status = NonNullable<AuditSession['status']>;
const noon = Date.parse('2026-11-21T12:00:00Z');
const times = { graceMs: 60_000, keptMs: 3_600_000 };

function aSession(status: Status = { phase: 'Active' }): AuditSession {
  return {
    apiVersion: 'chaperone.dev/v1alpha1',
    kind: 'AuditSession',
    metadata: { name: '01jd3q0w2t4zp6v8xk5m7n9r1s', namespace: 'agents' },
    spec: {
      connectionRef: { name: 'orders-db' },
      agent: { serviceAccount: 'report-bot', pod: { name: 'report-bot-1', uid: 'u' } },
    },
    status,
  };
}
const found = (status: Status, pod: 'here' | 'gone', nowMs = noon): SessionFindings =>
  check({ session: aSession(status), pod }, nowMs, times);
const stated = ({ phase, findings }: SessionFindings): string =>
  [phase, ...findings.map(({ type, status, reason }) => `${type}=${status} ${reason}`)].join(', ');

describe('a session', () => {
  it('goes on while its pod does', () => {
    expect(stated(found({ phase: 'Active' }, 'here'))).toBe(
      'Active, Ready=False NotStored, Ended=False Active',
    );
    expect(stated(found({}, 'here'))).toMatch(/^Active/);
    const recording = { storeRef: { name: 'default' }, prefix: 'x' };
    expect(stated(found({ phase: 'Active', recording }, 'here'))).toMatch(/Ready=True Storing/);
  });

  it('is Interrupted when its pod is gone, once its sidecar has had time for a last word', () => {
    const first = found({ phase: 'Active' }, 'gone');
    expect(stated(first)).toBe('Active, Ready=False NotStored, Ended=Unknown PodGone');
    expect(first.againMs).toBe(60_001);
    const conditions = conditionsOf(undefined, first.findings, 1, new Date(noon));
    const status: Status = { phase: 'Active', conditions };
    expect(stated(found(status, 'gone', noon + 59_999))).toMatch(/^Active/);
    // A pod that the picture had not yet is there after all.
    expect(stated(found(status, 'here', noon + 70_000))).toMatch(/^Active.*Ended=False Active/);
    const late = found(status, 'gone', noon + 60_000);
    expect(stated(late)).toBe('Interrupted, Ready=False Unsealed, Ended=True Interrupted');
    expect(late.endedAt).toBe('2026-11-21T12:01:00.000Z');
  });

  it('that ended is what its sidecar said, whatever became of the pod', () => {
    const recording = { treeSize: 4, rootHash: `sha256:${'0'.repeat(64)}` };
    const ended = { phase: 'Completed', endedAt: '2026-11-21T11:59:00Z', recording } as const;
    for (const pod of ['here', 'gone'] as const)
      expect(stated(found(ended, pod))).toBe(
        'Completed, Ready=False NotStored, Ended=True Completed',
      );
    // It was said where it goes; whether it came there is another thing.
    const sent = { ...recording, storeRef: { name: 'default' } };
    expect(stated(found({ ...ended, recording: sent }, 'gone'))).toMatch(/Ready=False NotStored/);
    const stored = { ...ended, recording: { ...sent, storedAt: '2026-11-21T11:59:01Z' } };
    expect(stated(found(stored, 'gone'))).toBe(
      'Completed, Ready=True Sealed, Ended=True Completed',
    );
  });

  it('is removed when it has been over for long enough, unless a store has its recording', () => {
    const ended = { phase: 'Completed', endedAt: '2026-11-21T11:00:01Z' } as const;
    expect(found(ended, 'gone')).toMatchObject({ isDue: false, againMs: 1_001 });
    expect(found(ended, 'gone', noon + 1_000).isDue).toBe(true);
    const recording = { storeRef: { name: 'default' } };
    const stored = found({ ...ended, recording }, 'gone', noon + 1e12);
    expect([stored.isDue, stored.againMs]).toEqual([false, undefined]);
    const session = aSession({ ...ended, recording });
    const kept = (nowMs: number): SessionFindings =>
      check({ session, pod: 'gone', storeKeepsMs: 7_200_000 }, nowMs, times);
    expect(kept(noon)).toMatchObject({ isDue: false, againMs: 3_601_001 });
    expect(kept(noon + 3_601_000).isDue).toBe(true);
    expect(found({ phase: 'Active' }, 'here', noon + 1e12).isDue).toBe(false);
  });
});
