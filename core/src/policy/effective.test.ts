import { describe, expect, it } from '@jest/globals';
import type { AccessPolicy } from '@chaperone/crds';
import { compileDetectors } from '../masking/index.ts';
import { compilePolicies } from './compile.ts';
import { policiesFor } from './effective.ts';
import type { EffectivePolicies } from './effective.ts';
import {
  about,
  agent,
  allow,
  aPolicy,
  connection,
  deny,
  inDryRun,
  named,
  on,
  withLimits,
  withMasking,
  withRules,
} from './testing/a-policy.ts';

function effective(...policies: AccessPolicy[]): EffectivePolicies {
  const { policies: compiled, problems } = compilePolicies(policies);
  expect(problems).toEqual([]);
  return policiesFor(compiled, agent, connection);
}

describe('policiesFor', () => {
  it('narrows by namespace, connection and subject', () => {
    const { policies } = effective(
      aPolicy(named('z')),
      aPolicy(named('wild'), on('orders-*')),
      aPolicy(named('subject'), about({ serviceAccount: 'report-bot' })),
      aPolicy(named('elsewhere', 'other')),
      aPolicy(named('connection'), on('billing-api')),
      aPolicy(named('someone'), about({ serviceAccount: 'ops-bot' })),
      aPolicy(named('dry'), inDryRun),
    );
    expect(policies).toEqual(['dry', 'subject', 'wild', 'z']);
  });

  it('lets no agent of another namespace in', () => {
    const { policies } = compilePolicies([aPolicy()]);
    const stranger = { ...agent, namespace: 'other' };
    expect(policiesFor(policies, stranger, connection).policies).toEqual([]);
    const far = { ...connection, namespace: 'other' };
    expect(policiesFor(policies, stranger, far).policies).toEqual([]);
  });

  it('takes the strictest limits, those in DryRun aside', () => {
    const { limits } = effective(
      aPolicy(named('a'), withLimits({ rowsPerCommand: 10, bytesPerHour: '1Gi', sessions: 3 })),
      aPolicy(
        named('b'),
        withLimits({ rowsPerHour: 5, bytesPerHour: 500, bytesPerCommand: '1Ki', sessions: 4 }),
      ),
      aPolicy(named('c'), inDryRun, withLimits({ rowsPerCommand: 1, sessions: 1 })),
    );
    expect(limits).toEqual({
      ...{ rowsPerCommand: 10, bytesPerCommand: 1024 },
      ...{ rowsPerHour: 5, bytesPerHour: 500, sessions: 3 },
    });
    expect(effective(aPolicy()).limits).toEqual({});
  });
});

describe('masking', () => {
  const responses = ['Responses'] as const;
  const redact = (column: string, policy = 'orders'): AccessPolicy =>
    aPolicy(
      named(policy),
      withMasking({
        name: 'pii',
        postgres: { columns: [column] },
        surfaces: responses,
        method: 'Redact',
      }),
    );

  it('comes from all policies that enforce', () => {
    const partial = aPolicy(
      named('card'),
      withMasking({
        ...{ name: 'card', surfaces: responses, method: 'Partial', partial: { keepLast: 4 } },
        postgres: { columns: ['public.customers.ssn', 'public.customers.card'] },
      }),
    );
    const dry = aPolicy(named('dry'), inDryRun, ...[withMasking()]);
    const { masking } = effective(redact('public.customers.ssn'), partial, dry);
    expect(masking.columns).toMatchObject([
      { column: 'card', method: { kind: 'Partial', keepLast: 4 }, policy: 'card', masking: 'card' },
      { column: 'ssn', method: { kind: 'Redact' }, policy: 'orders', masking: 'pii' },
    ]);
    expect(masking.matchColumn('public', 'customers', 'ssn')).toEqual({ kind: 'Redact' });
  });

  it('is not done for a policy in DryRun', () => {
    const policy = redact('a.b.c');
    const { masking } = effective({ ...policy, spec: { ...policy.spec, mode: 'DryRun' } });
    expect([masking.none, masking.detectors]).toEqual([true, []]);
  });

  it('keeps what is looked for in responses and in commands apart', () => {
    const { masking } = effective(
      aPolicy(
        withMasking(
          { name: 'mail', detectors: ['Email'], surfaces: ['Responses'], method: 'Redact' },
          {
            ...{ name: 'both', surfaces: ['Responses', 'Commands'], method: 'Redact' },
            patterns: [{ name: 'staff', regex: 'EMP-[0-9]+' }],
          },
        ),
      ),
    );
    const key = Buffer.from('key');
    const text = 'a@b.cz is EMP-17';
    expect(compileDetectors(masking.detectors, key).maskText(text)).toBe(
      '[redacted] is [redacted]',
    );
    expect(compileDetectors(masking.commandDetectors, key).maskText(text)).toBe(
      'a@b.cz is [redacted]',
    );
  });
});

describe('digest', () => {
  const read = allow('read', { commands: ['SELECT'] });
  const no = deny('no', { commands: ['DROP *'] });
  const digest = (...policies: AccessPolicy[]): string => effective(...policies).digest;

  it('is the same for any order of policies and rules', () => {
    const [a, b] = [aPolicy(named('a'), withRules(read, no)), aPolicy(named('b'))];
    expect(digest(a, b)).toMatch(/^[0-9a-f]{64}$/);
    expect(digest(b, aPolicy(named('a'), withRules(no, read)))).toBe(digest(a, b));
  });

  it('changes with whatever a policy says', () => {
    const digests = [
      digest(aPolicy(withRules(read))),
      digest(aPolicy(withRules(read, no))),
      digest(aPolicy(withRules(allow('read', { commands: ['SELECT', 'COPY'] })))),
      digest(aPolicy(withRules(read), inDryRun)),
      digest(aPolicy(withRules(read), about({ serviceAccount: 'report-bot' }))),
      digest(aPolicy(withRules(read), withLimits({ rowsPerCommand: 1 }))),
      digest(aPolicy(named('other'), withRules(read))),
    ];
    expect(new Set(digests).size).toBe(digests.length);
  });

  it('does not depend on policies that do not apply', () => {
    expect(digest(aPolicy(), aPolicy(named('b'), on('billing')))).toBe(digest(aPolicy()));
  });
});
