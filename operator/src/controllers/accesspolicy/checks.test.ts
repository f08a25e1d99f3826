import { describe, expect, test } from '@jest/globals';
import type { AccessPolicy, AccessPolicyRule, AuditedConnection } from '@chaperone/crds';
import { conditionsOf } from '../../kube/apply/conditions.ts';
import { accessPolicies } from '../../kube/kinds.ts';
import { check } from './checks.ts';
import type { PolicyFacts } from './gather.ts';
import { happeningsOf } from '../happenings.ts';

type Spec = AccessPolicy['spec'];
const aPolicy = (name: string, spec: Partial<Spec> = {}): AccessPolicy => ({
  apiVersion: 'chaperone.dev/v1alpha1',
  kind: 'AccessPolicy',
  metadata: { name, namespace: 'agents', generation: 4 },
  spec: { mode: 'Enforce', connections: ['orders-db'], rules: [], masking: [], ...spec },
});
const aConnection = (name: string, protocol: string): AuditedConnection =>
  ({ metadata: { name, namespace: 'agents' }, spec: { protocol } }) as unknown as AuditedConnection;
const orders = aConnection('orders-db', 'Postgres');

const reading = { commands: ['SELECT'], relations: ['public.orders'] };
const aRule = (
  name: string,
  effect: AccessPolicyRule['effect'],
  rest: Partial<AccessPolicyRule> = {},
): AccessPolicyRule => ({ name, effect, ...rest });
const allowed = aRule('read', 'Allow', { postgres: reading });

/** `TYPE=STATUS REASON` of each condition, and the message of one. */
function found(facts: Partial<PolicyFacts> & Pick<PolicyFacts, 'policy'>): Record<string, string> {
  const findings = check({ others: [], connections: [orders], ...facts });
  return Object.fromEntries(
    findings.map(({ type, status, reason, message }) => [type, `${status} ${reason}: ${message}`]),
  );
}

test('a policy without mistakes is ready, connected and effective', () => {
  expect(found({ policy: aPolicy('p', { rules: [allowed] }) })).toEqual({
    Ready: 'True Compiled: in force with 1 rule',
    Connected: 'True ConnectionsFound: about 1 connection',
    Effective: 'True NoConflict: every rule counts',
  });
});

test('a mistake is named with its path, and with what it means until it is mended', () => {
  const broken = aRule('odd', 'Deny', { expression: 'agent.name ==' });
  const enforced = found({ policy: aPolicy('p', { rules: [allowed, broken] }) });
  expect(enforced['Ready']).toMatch(/^False Mistakes: spec\.rules\[1\]\.expression: .*is denied$/s);
  const tried = found({ policy: aPolicy('p', { mode: 'DryRun', rules: [broken] }) });
  expect(tried['Ready']).toMatch(/it is left out$/);
});

test('a connection that does not exist is named; a wildcard has to find one', () => {
  const policy = aPolicy('p', { connections: ['orders-db', 'billing', 'log-*'] });
  expect(found({ policy })['Connected']).toBe(
    'False NoConnection: no AuditedConnection of the namespace is called billing; log-*',
  );
  expect(
    found({ policy: aPolicy('p', { connections: ['*'] }), connections: [] })['Connected'],
  ).toMatch(/^False NoConnection/);
});

describe('a rule decides nothing', () => {
  const effective = (...args: Parameters<typeof found>): string | undefined =>
    found(...args)['Effective'];

  test('where a stronger one matches the same, or everything', () => {
    const denied = aRule('none', 'Deny', { postgres: reading });
    expect(effective({ policy: aPolicy('p', { rules: [allowed, denied] }) })).toBe(
      'False DeadRules: rule read decides nothing: rule none (Deny) matches all that it matches',
    );
    const held = aRule('ask', 'RequireApproval');
    expect(effective({ policy: aPolicy('p', { rules: [held, allowed] }) })).toContain('rule ask');
  });

  test('where another policy overrules it, for the same agents and connections', () => {
    const policy = aPolicy('p', { rules: [allowed], subjects: [{ serviceAccount: 'bot' }] });
    const deny = aRule('stop', 'Deny');
    const others = (spec: Partial<Spec>): AccessPolicy[] => [
      aPolicy('freeze', { rules: [deny], ...spec }),
    ];
    expect(effective({ policy, others: others({ connections: ['*'] }) })).toContain(
      'rule stop of policy freeze (Deny)',
    );
    for (const spec of [
      { subjects: [{ serviceAccount: 'other' }] },
      { connections: ['billing'] },
      { mode: 'DryRun' as const },
      { rules: [aRule('stop', 'Deny', { expression: 'now.hour > 17' })] },
    ]) {
      expect(effective({ policy, others: others(spec) })).toMatch(/^True/);
    }
  });

  test('where it repeats one before it, or speaks of a protocol that no connection has', () => {
    const twice = { ...allowed, name: 'again' };
    expect(effective({ policy: aPolicy('p', { rules: [allowed, twice] }) })).toBe(
      'False DeadRules: rule again decides nothing: rule read says the same',
    );
    const web = aRule('web', 'Allow', { http: { methods: ['GET'] } });
    expect(effective({ policy: aPolicy('p', { rules: [web] }) })).toContain(
      'no connection of the policy speaks HTTP',
    );
    const both = [orders, aConnection('web', 'HTTP')];
    const wide = aPolicy('p', { rules: [web], connections: ['*'] });
    expect(effective({ policy: wide, connections: both })).toMatch(/^True/);
  });

  test('and only where it is certain: a narrower denial leaves an Allow its rest', () => {
    const narrow = aRule('secret', 'Deny', {
      postgres: { ...reading, columns: ['card'] } as never,
    });
    expect(effective({ policy: aPolicy('p', { rules: [allowed, narrow] }) })).toMatch(/^True/);
  });
});

describe('what people are told', () => {
  const policy = aPolicy('p', { rules: [allowed] });
  const findings = check({ policy, others: [], connections: [] });

  test('is what is bad from the beginning, and then what turned', () => {
    expect(happeningsOf(accessPolicies, policy, findings)).toMatchObject([
      { type: 'Warning', reason: 'NoConnection', regarding: { name: 'p', namespace: 'agents' } },
    ]);
    const conditions = conditionsOf(undefined, findings, 4, new Date(0));
    const seen = { ...policy, status: { conditions } };
    expect(happeningsOf(accessPolicies, seen, findings)).toEqual([]);
    const mended = check({ policy, others: [], connections: [orders] });
    expect(happeningsOf(accessPolicies, seen, mended)).toMatchObject([
      { type: 'Normal', reason: 'ConnectionsFound' },
    ]);
  });
});
