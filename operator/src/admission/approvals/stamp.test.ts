import { describe, expect, test } from '@jest/globals';
import type { AccessPolicy } from '@chaperone/crds';
import type { AdmissionAnswer, AdmissionRequest } from '../review.ts';
import { applied } from '../testing/applied.ts';
import { stampApproval } from './stamp.ts';

const now = new Date('2026-11-21T09:10:00Z');
const NOW = now.toISOString();

type Spec = Readonly<Record<string, unknown>>;

const rule = {
  name: 'customer-changes',
  effect: 'RequireApproval',
  approval: { approvers: { groups: ['dba'] }, required: 2, timeout: '15m' },
};
const policies = [{ metadata: { name: 'orders' }, spec: { rules: [rule] } }];
const lookup = (): readonly AccessPolicy[] => policies as unknown as readonly AccessPolicy[];

const pending: Spec = {
  connectionRef: { name: 'orders-db' },
  policyRef: { name: 'orders', rule: 'customer-changes' },
  request: {},
  required: 2,
  decision: 'Pending',
  reason: '',
  decisions: [],
};
const alice = { username: 'alice', groups: ['dba', 'system:authenticated'] };
const approvalOf = (spec: Spec): Record<string, unknown> => ({ kind: 'Approval', spec });

function asked(spec: Spec, before: Spec | undefined, userInfo = alice): AdmissionAnswer {
  const request: AdmissionRequest = {
    uid: 'a',
    operation: before === undefined ? 'CREATE' : 'UPDATE',
    namespace: 'agents',
    userInfo,
    object: approvalOf(spec),
    oldObject: before === undefined ? undefined : approvalOf(before),
  };
  return stampApproval(request, lookup, now);
}

function specAfter(spec: Spec, before: Spec | undefined, userInfo = alice): unknown {
  const answer = asked(spec, before, userInfo);
  if (answer.kind === 'refused') return answer.message;
  return (applied(approvalOf(spec), answer.patch) as { spec: unknown }).spec;
}

const byAlice = { ...alice, decision: 'Approved', reason: 'CHG-1', decidedAt: NOW };
const approved = { ...pending, decision: 'Approved', reason: 'CHG-1' };

describe('a decision', () => {
  test('is stamped with who is asking, and stays Pending until there are enough', () => {
    expect(asked(approved, pending)).toMatchObject({
      warnings: ['1 of 2 people have approved: it stays Pending until all have'],
    });
    expect(specAfter(approved, pending)).toEqual({
      ...approved,
      decision: 'Pending',
      decisions: [byAlice],
    });
  });

  test('counts with the second person, and not with the first one again', () => {
    const before = { ...pending, decisions: [byAlice] };
    const again = { ...approved, decisions: [byAlice] };
    const bob = { username: 'bob', groups: ['dba'] };
    expect(specAfter(again, before, bob)).toMatchObject({
      decision: 'Approved',
      decisions: [byAlice, { username: 'bob' }],
    });
    expect(specAfter(again, before)).toContain('alice has decided so already');
  });

  test('is never taken from the body', () => {
    const forged = { ...byAlice, username: 'carol' };
    const spec = { ...approved, required: 1, decisions: [forged] };
    expect(specAfter(spec, { ...pending, required: 1 })).toMatchObject({ decisions: [byAlice] });
  });

  test('to deny needs one person, and revokes what was approved', () => {
    const before = { ...approved, decisions: [byAlice, { ...byAlice, username: 'bob' }] };
    const spec = { ...before, decision: 'Denied' };
    expect(specAfter(spec, before)).toMatchObject({
      decision: 'Denied',
      decisions: [{ username: 'alice' }, { username: 'bob' }, { ...byAlice, decision: 'Denied' }],
    });
  });

  test('keeps as many groups as a record holds', () => {
    const groups = [
      'x'.repeat(257),
      ...Array.from({ length: 300 }, (_, index) => `g${String(index)}`),
    ];
    const spec = specAfter(approved, pending, { username: 'alice', groups }) as typeof pending;
    expect((spec['decisions'] as [{ groups: string[] }])[0].groups).toEqual(groups.slice(1, 257));
  });

  test('that nobody makes is none', () => {
    const spec = { ...pending, reason: 'because', decisions: [byAlice] };
    expect(asked(spec, pending)).toEqual({ kind: 'admitted', patch: [], warnings: [] });
  });
});

describe('a grant', () => {
  const grant = { subject: { serviceAccount: 'report-bot' }, duration: '1h' };
  const { connectionRef, policyRef, decision, reason, decisions } = pending;
  const others = { connectionRef, policyRef, decision, reason, decisions };

  test('is asked for by who is asking, under the terms of the rule', () => {
    const spec = {
      ...others,
      grant: { ...grant, requestedBy: 'carol' },
      approvers: { users: ['alice'] },
      required: 1,
    };
    expect(specAfter(spec, undefined)).toEqual({
      ...others,
      grant: { ...grant, requestedBy: 'alice' },
      approvers: { groups: ['dba'] },
      required: 2,
      expiresAt: '2026-11-21T09:25:00.000Z',
    });
  });

  test('needs a rule that asks for approval', () => {
    const spec = { ...others, grant, policyRef: { name: 'orders', rule: 'read' } };
    expect(specAfter(spec, undefined)).toContain('does not exist, or needs no approval');
  });
});

test('an Approval of a command is left as the sidecar made it', () => {
  expect(asked(pending, undefined)).toEqual({ kind: 'admitted', patch: [], warnings: [] });
});

test('what is no Approval is no answer', () => {
  const request = { operation: 'CREATE', object: { kind: 'Pod' }, userInfo: alice };
  expect(() => stampApproval(request as unknown as AdmissionRequest, lookup, now)).toThrow(
    'the object is no Approval',
  );
});
