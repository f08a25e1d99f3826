import { describe, expect, it } from '@jest/globals';
import type { AccessPolicy, AccessPolicyRule } from '@chaperone/crds';
import fc from 'fast-check';
import type { Effect } from '../command/index.ts';
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
  named,
  withRules,
} from './testing/a-policy.ts';
import type { Verdict } from './types.ts';

const commands = ['SELECT', 'UPDATE', 'UPDATE!', 'DELETE', 'CALL', 'CREATE TABLE', 'SET'];
const objects = ['public.a', 'public.b', 'other.a', 'public."We.ird"', undefined];
const effects: fc.Arbitrary<Effect> = fc
  .tuple(fc.constantFrom(...commands), fc.constantFrom(...objects))
  .map(([command, object]) => effect(command, object));

const patterns = fc.subarray(['public.*', 'public.a', '*.a', '*', 'public."We.ird"'], {
  minLength: 1,
});
const targets = fc.oneof(
  fc.record({ relations: patterns }),
  fc.record({ functions: patterns }),
  fc.constant({}),
);
const words = fc.subarray(['SELECT', 'UPDATE', 'DELETE', 'CREATE *', '*'], { minLength: 1 });
const match = fc
  .tuple(fc.option(words, { nil: undefined }), targets, fc.boolean())
  .map(([named_, target, unbounded]) => ({
    ...(named_ && { commands: named_ }),
    ...target,
    ...(unbounded && ({ unbounded: true } as const)),
  }));
const condition = fc.constantFrom(
  ...[undefined, undefined, undefined, 'true', 'false'],
  ...['agent.claims.none == ""', 'command.effects.size() > 1'],
);

const ruleOf = (make: typeof allow): fc.Arbitrary<(name: string) => AccessPolicyRule> =>
  fc.tuple(match, condition).map(
    ([postgres, expression]) =>
      (name) =>
        make(name, postgres, expression === undefined ? {} : { expression }),
  );
const anyRule = fc.oneof(ruleOf(allow), ruleOf(allow), ruleOf(deny), ruleOf(approve));

/** Policies with unique names, whose rules have unique names. */
const policies = (modes: readonly ('Enforce' | 'DryRun')[]): fc.Arbitrary<AccessPolicy[]> =>
  fc
    .array(fc.tuple(fc.array(anyRule, { maxLength: 5 }), fc.constantFrom(...modes)), {
      minLength: 1,
      maxLength: 3,
    })
    .map((list) =>
      list.map(([rules, mode], p) => {
        const made = rules.map((make, r) => make(`r${String(r)}`));
        const policy = aPolicy(named(`p${String(p)}`), withRules(...made));
        return { ...policy, spec: { ...policy.spec, mode } };
      }),
    );
const enforcing = policies(['Enforce']);
const someEffects = fc.array(effects, { minLength: 1, maxLength: 4 });

function decide(set: readonly AccessPolicy[], list: readonly Effect[]): Verdict {
  const { policies: compiled, problems } = compilePolicies(set);
  if (problems.length > 0) throw new TypeError(JSON.stringify(problems));
  return policiesFor(compiled, agent, connection).decide(aCommand(list));
}

const rank = { Allow: 2, RequireApproval: 1, Deny: 0 } as const;
const runs = { numRuns: 300 };

describe('whatever the policies', () => {
  it('the order of policies, rules and effects makes no difference', () => {
    fc.assert(
      fc.property(enforcing, someEffects, fc.nat(5), (set, list, turn) => {
        const turned = <T>(items: readonly T[]): T[] => [
          ...items.slice(turn % Math.max(items.length, 1)),
          ...items.slice(0, turn % Math.max(items.length, 1)),
        ];
        const other = turned([...set].reverse()).map((policy) => ({
          ...policy,
          spec: { ...policy.spec, rules: turned([...policy.spec.rules].reverse()) },
        }));
        expect(decide(other, turned([...list].reverse()))).toEqual(decide(set, list));
      }),
      runs,
    );
  });

  it('a further Deny rule, in a policy or in one of its own, never allows more', () => {
    fc.assert(
      fc.property(enforcing, ruleOf(deny), someEffects, (set, make, list) => {
        const before = rank[decide(set, list).effect];
        const [first = aPolicy(), ...rest] = set;
        const within = withRules(make('further'))(first);
        const apart = aPolicy(named('further'), withRules(make('further')));
        expect(rank[decide([within, ...rest], list).effect]).toBeLessThanOrEqual(before);
        expect(rank[decide([...set, apart], list).effect]).toBeLessThanOrEqual(before);
      }),
      runs,
    );
  });

  it('one Allow rule less never allows more', () => {
    fc.assert(
      fc.property(enforcing, someEffects, fc.nat(2), fc.nat(4), (set, list, p, r) => {
        const fewer = set.map((policy, index) => {
          const kept = policy.spec.rules.filter(
            (rule, at) => index !== p || at !== r || rule.effect !== 'Allow',
          );
          return { ...policy, spec: { ...policy.spec, rules: kept } };
        });
        const before = rank[decide(set, list).effect];
        expect(rank[decide(fewer, list).effect]).toBeLessThanOrEqual(before);
      }),
      runs,
    );
  });

  it('a further effect never allows more', () => {
    // Expressions that look at the number of effects may well say otherwise.
    const plain = enforcing.filter((set) => !JSON.stringify(set).includes('size()'));
    fc.assert(
      fc.property(plain, someEffects, effects, (set, list, further) => {
        const before = rank[decide(set, list).effect];
        expect(rank[decide(set, [...list, further]).effect]).toBeLessThanOrEqual(before);
      }),
      runs,
    );
  });

  it('an effect that no rule knows is denied', () => {
    const known = enforcing.filter((set) => {
      const text = JSON.stringify(set);
      return !text.includes('"*"') && !text.includes('"postgres":{}');
    });
    fc.assert(
      fc.property(known, someEffects, (set, list) => {
        const narrow = set.map((policy) => ({
          ...policy,
          spec: {
            ...policy.spec,
            rules: policy.spec.rules.filter((rule) => rule.postgres?.commands),
          },
        }));
        const unknown = { command: 'LOAD', kind: 'none' } as const;
        expect(decide(narrow, [...list, unknown]).effect).toBe('Deny');
      }),
      runs,
    );
  });

  it('DryRun never changes what is decided by those that enforce, and never refuses', () => {
    fc.assert(
      fc.property(policies(['Enforce', 'DryRun']), someEffects, (set, list) => {
        const verdict = decide(set, list);
        const strict = set.filter((policy) => policy.spec.mode === 'Enforce');
        if (strict.length === 0) {
          expect(verdict.effect).toBe('Allow');
          return;
        }
        const { dryRun, ...plain } = { dryRun: undefined, ...verdict };
        expect(plain).toEqual(decide(strict, list));
        const enforced = set.map((policy) => ({
          ...policy,
          spec: { ...policy.spec, mode: 'Enforce' as const },
        }));
        if (dryRun) expect(dryRun).toEqual(decide(enforced, list));
      }),
      runs,
    );
  });

  it('an explanation has the same verdict and the rule that decided', () => {
    fc.assert(
      fc.property(enforcing, someEffects, (set, list) => {
        const { policies: compiled } = compilePolicies(set);
        const { rules, verdict } = policiesFor(compiled, agent, connection).explain(aCommand(list));
        expect(verdict).toEqual(decide(set, list));
        if (verdict.rule === undefined) return;
        const trial = rules.find(
          ({ policy, rule }) => policy === verdict.policy && rule === verdict.rule,
        );
        expect(trial).toMatchObject({ matched: true, effect: verdict.effect });
      }),
      runs,
    );
  });
});
