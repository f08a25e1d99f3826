import { describe, expect, it } from '@jest/globals';
import type { AccessPolicyMasking } from '@chaperone/crds';
import { compilePolicies } from './compile.ts';
import { policiesFor } from './effective.ts';
import {
  aCommand,
  agent,
  allow,
  aPolicy,
  approve,
  connection,
  deny,
  effect,
  inDryRun,
  named,
  withLimits,
  withMasking,
  withRules,
} from './testing/a-policy.ts';

const broken: AccessPolicyMasking[] = [
  { name: 'a', detectors: ['Nope' as 'Email'], surfaces: ['Responses'], method: 'Redact' },
  { name: 'b', postgres: { columns: ['ssn', 'a.b."c'] }, surfaces: ['Responses'], method: 'Hash' },
  { name: 'c', patterns: [{ name: 'p', regex: '(a' }], surfaces: ['Commands'], method: 'Redact' },
  { name: 'd', detectors: ['Email'], surfaces: ['Responses'], method: 'Partial' },
];

describe('compilePolicies', () => {
  it('finds all mistakes at once, each with its policy and path', () => {
    const first = aPolicy(
      withRules(
        allow('a', { relations: ['public.*', 'public."x'] }),
        allow('b', { relations: ['a.b'], functions: ['a.c'] }),
        deny('c', { commands: ['UPDATE'] }, { expression: 'now.getHours() < "6"' }),
        { name: 'd', effect: 'Deny' },
      ),
      withMasking(...broken),
      withLimits({ bytesPerHour: '1X' }),
    );
    const approval = { required: 1, timeout: 'soon', scope: 'Once', onPending: 'Hold' } as const;
    const second = aPolicy(
      named('second'),
      withRules(approve('e', {}, { approval: { ...approval, approvers: {} } })),
    );
    const { problems } = compilePolicies([first, second]);
    expect(problems.map(({ policy, path }) => `${policy} ${path}`)).toEqual([
      'orders spec.rules[0].postgres.relations[1]',
      'orders spec.rules[1].postgres.functions',
      'orders spec.rules[2].expression',
      'orders spec.rules[3]',
      'orders spec.masking[0].detectors[0]',
      'orders spec.masking[1].postgres.columns[0]',
      'orders spec.masking[1].postgres.columns[1]',
      'orders spec.masking[2].patterns[0].regex',
      'orders spec.masking[3].partial.keepLast',
      'orders spec.limits.bytesPerHour',
      'second spec.rules[0].approval.approvers',
      'second spec.rules[0].approval.timeout',
    ]);
    for (const { message, namespace } of problems) {
      expect([message, namespace]).toEqual([expect.stringMatching(/.{10}/), 'agents']);
    }
  });

  const everything = aPolicy(named('everything'), withRules(allow('all', { commands: ['*'] })));
  const mistaken = withRules(deny('no', { relations: ['"'] }));
  const command = aCommand([effect('SELECT', 'public.orders')]);

  it('denies in place of a policy that it cannot read', () => {
    const { policies } = compilePolicies([everything, aPolicy(mistaken)]);
    expect(policiesFor(policies, agent, connection).decide(command)).toMatchObject({
      effect: 'Deny',
      policy: 'orders',
      reason: 'policy orders has mistakes and cannot be used',
    });
  });

  it('leaves out a policy in DryRun that it cannot read', () => {
    const { policies, problems } = compilePolicies([everything, aPolicy(inDryRun, mistaken)]);
    expect(problems).toHaveLength(1);
    expect(policiesFor(policies, agent, connection).decide(command).effect).toBe('Allow');
  });
});
