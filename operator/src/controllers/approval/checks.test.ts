import { describe, expect, it } from '@jest/globals';
import type { Approval } from '@chaperone/crds';
import { conditionsOf } from '../../kube/apply/conditions.ts';
import { check } from './checks.ts';
import type { ApprovalFacts } from './gather.ts';

const at = (time: string): number => Date.parse(`2026-11-21T${time}Z`);
const KEPT_MS = 3_600_000;

type Spec = Approval['spec'];
type Status = NonNullable<Approval['status']>;

const request = {
  session: '01JD3Q0W2T4ZP6V8XK5M7N9R1S',
  agent: { serviceAccount: 'report-bot', pod: { name: 'report-bot-1', uid: 'u' } },
  command: '',
  digest: `sha256:${'0'.repeat(64)}`,
};
function anApproval(spec: Partial<Spec> = {}, status?: Status): Approval {
  return {
    apiVersion: 'chaperone.dev/v1alpha1',
    kind: 'Approval',
    metadata: { name: 'orders-db-x7k2p', namespace: 'agents' },
    spec: {
      connectionRef: { name: 'orders-db' },
      policyRef: { name: 'orders', rule: 'customer-changes' },
      ...{ request, approvers: { groups: ['dba'] }, required: 1 },
      expiresAt: '2026-11-21T09:15:00Z',
      ...{ decision: 'Pending', reason: '', decisions: [] },
      ...spec,
    },
    ...(status === undefined ? {} : { status }),
  };
}
function aGrant(spec: Partial<Spec> = {}): Approval {
  const rest: Spec = { ...anApproval(spec).spec };
  delete (rest as { request?: unknown }).request;
  const grant = { subject: { serviceAccount: 'report-bot' }, duration: '1h' };
  return { ...anApproval(), spec: { ...rest, grant } };
}
const approved: Partial<Spec> = {
  decision: 'Approved',
  decisions: [
    { username: 'ada', decision: 'Approved', reason: 'CHG-1', decidedAt: '2026-11-21T09:10:00Z' },
  ],
};

function found(approval: Approval, time: string, facts: Partial<ApprovalFacts> = {}) {
  return check({ approval, agent: 'here', isRuleThere: true, ...facts }, at(time), KEPT_MS);
}
/** Phase, and each condition as `TYPE=STATUS REASON`. */
function stated(approval: Approval, time: string, facts: Partial<ApprovalFacts> = {}): string {
  const { standing, findings } = found(approval, time, facts);
  const all = findings.map(({ type, status, reason }) => `${type}=${status} ${reason}`);
  return [standing.phase, ...all].join(', ');
}

describe('an Approval', () => {
  it('waits until its time is over, and not a millisecond longer', () => {
    expect(stated(anApproval(), '09:14:59.999')).toBe(
      'Pending, Ready=False Pending, Decided=False Pending, Valid=True RuleFound',
    );
    expect(found(anApproval(), '09:14:59.000').againMs).toBe(1_001);
    expect(stated(anApproval(), '09:15:00')).toBe(
      'Expired, Ready=False Expired, Decided=True Expired, Valid=True RuleFound',
    );
  });

  it('says who it waits for, and how to answer', () => {
    const message = found(anApproval(), '09:00:00').findings[0]?.message;
    expect(message).toContain('1 of group dba');
    expect(message).toContain('kubectl patch approval orders-db-x7k2p -n agents');
  });

  it('whose time cannot be read is over', () => {
    expect(stated(anApproval({ expiresAt: 'tomorrow' }), '09:00:00')).toMatch(/^Expired/);
  });

  it('counts from the decision on, also after the time in which it could be decided', () => {
    expect(stated(anApproval(approved), '10:00:00')).toBe(
      'Approved, Ready=True Approved, Decided=True Approved, Valid=True RuleFound',
    );
    expect(found(anApproval(approved), '10:00:00').findings[0]?.message).toBe(
      'approved by ada (CHG-1)',
    );
  });

  it('is denied whenever it is denied', () => {
    const decisions = [{ username: 'ada', decision: 'Denied' as const, decidedAt: '' }];
    const denied = anApproval({ decision: 'Denied', decisions }, { phase: 'Approved' });
    expect(stated(denied, '10:00:00')).toMatch(/^Denied, Ready=False Denied, Decided=True/);
  });

  it('ends with the pod that asked, decided or not; a grant does not', () => {
    const facts = { agent: 'gone' as const };
    expect(stated(anApproval(), '09:00:00', facts)).toMatch(/^Expired/);
    expect(stated(anApproval(approved), '09:12:00', facts)).toMatch(/^Expired/);
  });

  it.each(['Denied', 'Expired', 'Consumed'] as const)('that is %s stays so', (phase) => {
    for (const decision of ['Pending', 'Approved', 'Denied'] as const)
      expect(stated(anApproval({ decision }, { phase }), '10:00:00')).toMatch(
        new RegExp(`^${phase}, Ready=False ${phase}`),
      );
  });

  it('keeps the sentence with which it ended, and what was said of its rule then', () => {
    const first = found(anApproval(), '09:15:00');
    const conditions = conditionsOf(undefined, first.findings, 1, new Date(at('09:15:00')));
    const over = anApproval({}, { phase: 'Expired', conditions });
    const again = check(
      { approval: over, agent: 'gone', isRuleThere: false },
      at('09:20:00'),
      KEPT_MS,
    );
    expect(conditionsOf(conditions, again.findings, 1, new Date(at('09:20:00')))).toEqual(
      conditions,
    );
    expect(again.isDue).toBe(false);
    const due = check(
      { approval: over, agent: 'gone', isRuleThere: false },
      at('10:15:00'),
      KEPT_MS,
    );
    expect(due.isDue).toBe(true);
  });

  it('is never due while it waits or counts, however old it is', () => {
    expect(
      check(
        { approval: anApproval(approved), agent: 'here', isRuleThere: true },
        at('09:00:00') + 1e12,
        1,
      ).isDue,
    ).toBe(false);
    expect(found(aGrant(approved), '09:11:00').isDue).toBe(false);
  });

  it('whose rule is gone says so', () => {
    expect(stated(anApproval(), '09:00:00', { isRuleThere: false })).toContain(
      'Valid=False RuleGone',
    );
  });
});

describe('a grant', () => {
  it('is open from the decision for its duration', () => {
    const { standing, againMs } = found(aGrant(approved), '10:09:59');
    expect(standing).toMatchObject({ phase: 'Approved', activeUntil: at('10:10:00') });
    expect(againMs).toBe(1_001);
    const ended = found(aGrant(approved), '10:10:00').standing;
    expect(ended).toEqual({ phase: 'Consumed', message: 'its window ended' });
  });

  it('of which nobody is named as approver, or whose time is not to be read, is not open', () => {
    expect(found(aGrant({ decision: 'Approved', decisions: [] }), '09:00:00').standing.phase).toBe(
      'Consumed',
    );
    const odd = [{ username: 'ada', decision: 'Approved' as const, decidedAt: 'yesterday' }];
    expect(found(aGrant({ decision: 'Approved', decisions: odd }), '09:00:00').standing.phase).toBe(
      'Consumed',
    );
  });
});
