import { describe, expect, it } from '@jest/globals';
import type { AccessPolicy } from '@chaperone/crds';
import type { Effect } from '../command/index.ts';
import { compilePolicies } from './compile.ts';
import { policiesFor } from './effective.ts';
import type { EffectivePolicies } from './effective.ts';
import { permitFor } from './permit-for.ts';
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
  withRules,
} from './testing/a-policy.ts';
import type { Verdict } from './types.ts';

function effective(...policies: AccessPolicy[]): EffectivePolicies {
  const { policies: compiled, problems } = compilePolicies(policies);
  expect(problems).toEqual([]);
  return policiesFor(compiled, agent, connection);
}

const decide = (policies: readonly AccessPolicy[], ...effects: Effect[]): Verdict =>
  effective(...policies).decide(aCommand(effects));

const read = allow('read', { commands: ['SELECT'], relations: ['public.*'] });
const write = allow('write', {
  commands: ['INSERT', 'UPDATE', 'DELETE'],
  relations: ['public.orders', 'public.customers'],
});
const refresh = allow('refresh', { functions: ['public.refresh_totals'] });
const wholeTable = deny(
  'whole-table-writes',
  { commands: ['UPDATE', 'DELETE'], unbounded: true },
  { message: 'Name the rows you mean with a WHERE clause.' },
);
const customers = approve('customer-changes', {
  commands: ['INSERT', 'UPDATE', 'DELETE'],
  relations: ['public.customers'],
});
const nights = deny(
  'business-hours',
  { commands: ['INSERT', 'UPDATE', 'DELETE'] },
  { expression: 'now.getHours("Europe/Berlin") < 5', message: 'Writes are open from 05:00.' },
);
const orders = aPolicy(withRules(read, write, refresh, wholeTable, customers, nights));

describe('a decision', () => {
  it.each<[string, Effect[], Verdict['effect'], string | undefined]>([
    ['a read', [effect('SELECT', 'public.orders')], 'Allow', 'read'],
    ['a read elsewhere', [effect('SELECT', 'audit.log')], 'Deny', undefined],
    ['a read of a quoted name', [effect('SELECT', 'public."We.ird"')], 'Allow', 'read'],
    [
      'a read of a schema that only looks right',
      [effect('SELECT', '"public.x".t')],
      'Deny',
      undefined,
    ],
    ['a write', [effect('UPDATE', 'public.orders')], 'Allow', 'write'],
    [
      'a write that reads',
      [effect('SELECT', 'public.a'), effect('INSERT', 'public.orders')],
      'Allow',
      'read',
    ],
    [
      'a write that nothing allows beside a read',
      [effect('SELECT', 'public.a'), effect('UPDATE', 'public.a')],
      'Deny',
      undefined,
    ],
    ['a write of every row', [effect('DELETE!', 'public.orders')], 'Deny', 'whole-table-writes'],
    [
      'one denied among many',
      [effect('SELECT', 'public.a'), effect('UPDATE!', 'public.a')],
      'Deny',
      'whole-table-writes',
    ],
    [
      'a write to hold',
      [effect('UPDATE', 'public.customers')],
      'RequireApproval',
      'customer-changes',
    ],
    [
      'one to hold among many',
      [effect('SELECT', 'public.a'), effect('UPDATE', 'public.customers')],
      'RequireApproval',
      'customer-changes',
    ],
    [
      'one to hold beside one that nothing allows',
      [effect('UPDATE', 'x.y'), effect('UPDATE', 'public.customers')],
      'Deny',
      undefined,
    ],
    [
      'a read that reads elsewhere through a view',
      [effect('SELECT', 'public.v'), { ...effect('SELECT', 'audit.log'), through: 'public.v' }],
      'Allow',
      'read',
    ],
    [
      'a view of what is to be held',
      [
        effect('SELECT', 'public.v'),
        { ...effect('UPDATE', 'public.customers'), through: 'public.v' },
      ],
      'RequireApproval',
      'customer-changes',
    ],
    [
      'a rule that writes every row',
      [effect('SELECT', 'public.v'), { ...effect('DELETE!', 'audit.log'), through: 'public.v' }],
      'Deny',
      'whole-table-writes',
    ],
    ['a function', [effect('CALL', 'public.refresh_totals')], 'Allow', 'refresh'],
    ['another function', [effect('CALL', 'public.drop_all')], 'Deny', undefined],
    [
      "a relation of a function's name",
      [effect('UPDATE', 'public.refresh_totals')],
      'Deny',
      undefined,
    ],
    ['an effect without object', [effect('SET')], 'Deny', undefined],
    ['nothing that is an effect', [], 'Allow', undefined],
  ])('on %s', (_what, effects, expected, rule) => {
    const verdict = decide([orders], ...effects);
    expect([verdict.effect, verdict.rule]).toEqual([expected, rule]);
  });

  it('says what the agent could do instead', () => {
    expect(decide([orders], effect('DELETE!', 'public.orders'))).toEqual({
      effect: 'Deny',
      cause: 'rule',
      policy: 'orders',
      rule: 'whole-table-writes',
      reason: 'rule whole-table-writes of policy orders denies it',
      hint: 'Name the rows you mean with a WHERE clause.',
    });
    expect(decide([orders], effect('UPDATE', 'b.c'), effect('DROP TABLE', 'a.b'))).toEqual({
      effect: 'Deny',
      cause: 'not-allowed',
      reason: 'nothing allows DROP TABLE on a.b, UPDATE on b.c',
      hint:
        'allowed: SELECT on public.*; CALL on public.refresh_totals; INSERT, UPDATE, DELETE on public.orders, ' +
        'public.customers; INSERT, UPDATE, DELETE on public.customers (after approval)',
    });
  });

  it('keeps its words short, whatever an agent sends and a policy holds', () => {
    const many = Array.from({ length: 100 }, (_, i) => effect('SELECT', `s${String(i)}.t`));
    const rules = many.map((_, i) =>
      allow(`r${String(i)}`, { relations: [`public.t${String(i)}`] }),
    );
    const verdict = decide([aPolicy(withRules(...rules))], ...many);
    expect(verdict.reason).toMatch(/and 95 more$/);
    expect(verdict).toMatchObject({ hint: expect.stringMatching(/^.{1,600}…$/) });
  });

  it('names all approvals that are needed, sorted', () => {
    const also = aPolicy(
      named('billing'),
      withRules(approve('any-write', { commands: ['UPDATE'] })),
    );
    const verdict = decide([orders, also], effect('UPDATE', 'public.customers'));
    expect(verdict).toMatchObject({
      effect: 'RequireApproval',
      policy: 'billing',
      approvals: [
        { policy: 'billing', rule: 'any-write', timeoutMs: 900_000, required: 1, scope: 'Once' },
        { policy: 'orders', rule: 'customer-changes', approvers: { groups: ['dba'], users: [] } },
      ],
    });
  });

  it('denies where no policy applies, and on a protocol that it cannot decide on', () => {
    const everything = aPolicy(withRules({ name: 'all', effect: 'Allow', expression: 'true' }));
    const { policies } = compilePolicies([everything]);
    const command = aCommand([effect('SELECT', 'public.orders')]);
    expect(policiesFor(policies, agent, connection).decide(command).effect).toBe('Allow');
    const http = policiesFor(policies, agent, { ...connection, protocol: 'HTTP' });
    expect(http.decide(command).effect).toBe('Deny');
    const other = policiesFor(policies, agent, { ...connection, name: 'billing' });
    expect(other.decide(command)).toMatchObject({ effect: 'Deny', cause: 'not-allowed' });
    expect(other.decide(aCommand([])).effect).toBe('Deny');
  });

  it('does not let a rule of another protocol match', () => {
    const web = aPolicy(
      withRules(
        { name: 'get', effect: 'Allow', http: {} },
        { name: 'no', effect: 'Deny', ssh: {} },
      ),
    );
    expect(decide([web], effect('SELECT', 'public.orders'))).toMatchObject({
      cause: 'not-allowed',
    });
  });

  it('matches commands without regard to case and by wildcard', () => {
    const policy = aPolicy(withRules(allow('ddl', { commands: ['create *', 'select'] })));
    expect(decide([policy], effect('CREATE TABLE', 'a.b')).effect).toBe('Allow');
    expect(decide([policy], effect('SELECT')).effect).toBe('Allow');
    expect(decide([policy], effect('CREATE')).effect).toBe('Deny');
  });

  it('shares its verdicts', () => {
    const policies = effective(orders);
    for (const command of ['SELECT', 'DELETE!']) {
      const input = aCommand([effect(command, 'public.orders')]);
      expect(policies.decide(input)).toBe(policies.decide(input));
    }
  });
});

describe('an expression', () => {
  const at = (hours: number, policy: AccessPolicy): Verdict => {
    const input = aCommand([effect('UPDATE', 'public.orders')]);
    return effective(policy).decide({ ...input, nowMs: Date.UTC(2026, 5, 1, hours) });
  };

  it('narrows its rule', () => {
    expect(at(2, orders)).toMatchObject({ effect: 'Deny', rule: 'business-hours' });
    expect(at(3, orders)).toMatchObject({ effect: 'Allow' });
  });

  it('alone matches every effect', () => {
    const policy = aPolicy(
      withRules(write, {
        name: 'robots',
        effect: 'Deny',
        expression: 'agent.serviceAccount == "report-bot"',
      }),
    );
    expect(at(3, policy)).toMatchObject({ effect: 'Deny', rule: 'robots' });
  });

  const failing = { expression: 'agent.claims.ticket != ""' };
  const update = { commands: ['UPDATE'] };

  it('that fails denies in Deny, and says so', () => {
    const policy = aPolicy(withRules(write, deny('no-ticket', update, failing)));
    const verdict = at(3, policy);
    expect(verdict).toMatchObject({ effect: 'Deny', rule: 'no-ticket' });
    expect(verdict.reason).toMatch(/its expression failed \(no_such_key\)/);
  });

  it('that fails holds in RequireApproval, and says so', () => {
    const verdict = at(3, aPolicy(withRules(write, approve('ticket', update, failing))));
    expect(verdict).toMatchObject({ effect: 'RequireApproval', rule: 'ticket' });
    expect(verdict.reason).toMatch(/its expression failed/);
  });

  it('that fails allows nothing in Allow', () => {
    expect(at(3, aPolicy(withRules(allow('ticket', update, failing))))).toMatchObject({
      effect: 'Deny',
      cause: 'not-allowed',
    });
  });

  it('keeps verdicts from being cached by effects', () => {
    expect(effective(orders).cacheable).toBe(false);
    expect(effective(aPolicy(withRules(read, write))).cacheable).toBe(true);
  });
});

describe('DryRun', () => {
  const strict = aPolicy(
    named('strict'),
    inDryRun,
    withRules(deny('no-reads', { commands: ['SELECT'] })),
  );
  const generous = aPolicy(
    named('generous'),
    inDryRun,
    withRules(allow('all', { commands: ['*'] })),
  );
  const select = effect('SELECT', 'public.orders');

  it('records what it would have denied, and lets it pass', () => {
    expect(decide([orders, strict], select)).toMatchObject({
      effect: 'Allow',
      policy: 'orders',
      rule: 'read',
      dryRun: { effect: 'Deny', policy: 'strict', rule: 'no-reads' },
    });
  });

  it('allows nothing that policies in Enforce do not allow', () => {
    expect(decide([orders, generous], effect('DROP TABLE', 'public.orders'))).toMatchObject({
      effect: 'Deny',
      cause: 'not-allowed',
    });
  });

  it('does not mark what it would have allowed', () => {
    expect(decide([orders, generous], select)).toEqual(decide([orders], select));
  });

  it('alone lets everything pass, with what it would have decided', () => {
    expect(decide([strict], select)).toMatchObject({
      effect: 'Allow',
      dryRun: { rule: 'no-reads' },
    });
    expect(decide([generous], select)).not.toHaveProperty('dryRun');
    expect(decide([generous], select).effect).toBe('Allow');
    const held = aPolicy(inDryRun, withRules(approve('held', { commands: ['SELECT'] })));
    expect(decide([held], select)).toMatchObject({
      effect: 'Allow',
      dryRun: { effect: 'RequireApproval' },
    });
  });
});

describe('permitFor', () => {
  it('is for what is allowed alone', () => {
    expect(permitFor(decide([orders], effect('SELECT', 'public.orders')))?.by).toBe('policy');
    expect(permitFor(decide([orders], effect('SELECT', 'x.y')))).toBeUndefined();
    expect(permitFor(decide([orders], effect('UPDATE', 'public.customers')))).toBeUndefined();
  });
});

describe('explain', () => {
  it('says of every rule whether it matched and why', () => {
    const { rules, verdict } = effective(orders).explain(
      aCommand([effect('UPDATE', 'public.orders')]),
    );
    expect(verdict.effect).toBe('Allow');
    expect(rules.map(({ rule, matched, why }) => [rule, matched, why])).toEqual([
      ['business-hours', false, 'UPDATE on public.orders; its expression does not hold'],
      ['customer-changes', false, 'UPDATE on public.orders: not on its relations'],
      ['read', false, 'UPDATE on public.orders: another command'],
      ['refresh', false, 'UPDATE on public.orders: not on its functions'],
      ['whole-table-writes', false, 'UPDATE on public.orders: not every row'],
      ['write', true, 'UPDATE on public.orders'],
    ]);
  });

  it('agrees with the decision', () => {
    const input = aCommand([effect('DELETE!', 'public.customers')]);
    const policies = effective(orders);
    expect(policies.explain(input).verdict).toEqual(policies.decide(input));
  });
});
