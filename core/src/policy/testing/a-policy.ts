import type { AccessPolicy, AccessPolicyMasking, AccessPolicyRule } from '@chaperone/crds';
import type { Agent, Effect } from '../../command/index.ts';
import type { DecisionInput } from '../types.ts';

/** Changes one thing about a policy under test. */
export type Modifier = (policy: AccessPolicy) => AccessPolicy;

/** A policy of namespace `agents` on `orders-db` that says nothing yet. */
export function aPolicy(...modifiers: readonly Modifier[]): AccessPolicy {
  const policy: AccessPolicy = {
    apiVersion: 'chaperone.dev/v1alpha1',
    kind: 'AccessPolicy',
    metadata: { name: 'orders', namespace: 'agents' },
    spec: { mode: 'Enforce', connections: ['orders-db'], rules: [], masking: [] },
  };
  return modifiers.reduce((changed, modify) => modify(changed), policy);
}

const withSpec =
  (change: (spec: AccessPolicy['spec']) => Partial<AccessPolicy['spec']>): Modifier =>
  (policy) => ({ ...policy, spec: { ...policy.spec, ...change(policy.spec) } });

export const named =
  (name: string, namespace = 'agents'): Modifier =>
  (policy) => ({ ...policy, metadata: { ...policy.metadata, name, namespace } });

export const inDryRun: Modifier = withSpec(() => ({ mode: 'DryRun' }));

export const on = (...connections: string[]): Modifier => withSpec(() => ({ connections }));

export const about = (...subjects: NonNullable<AccessPolicy['spec']['subjects']>): Modifier =>
  withSpec(() => ({ subjects }));

export const withLimits = (limits: NonNullable<AccessPolicy['spec']['limits']>): Modifier =>
  withSpec(() => ({ limits }));

export const withMasking = (...masking: AccessPolicyMasking[]): Modifier =>
  withSpec((spec) => ({ masking: [...spec.masking, ...masking] }));

export const withRules = (...rules: AccessPolicyRule[]): Modifier =>
  withSpec((spec) => ({ rules: [...spec.rules, ...rules] }));

type Match = NonNullable<AccessPolicyRule['postgres']>;
type Rest = Partial<AccessPolicyRule>;

export const allow = (name: string, postgres: Match, rest: Rest = {}): AccessPolicyRule => ({
  ...{ name, effect: 'Allow', postgres },
  ...rest,
});

export const deny = (name: string, postgres: Match, rest: Rest = {}): AccessPolicyRule => ({
  ...{ name, effect: 'Deny', postgres },
  ...rest,
});

export const approve = (name: string, postgres: Match, rest: Rest = {}): AccessPolicyRule => ({
  ...{ name, effect: 'RequireApproval', postgres },
  approval: {
    ...{ approvers: { groups: ['dba'] }, required: 1, timeout: '15m' },
    ...{ scope: 'Once', onPending: 'Hold' },
  },
  ...rest,
});

export const agent: Agent = { serviceAccount: 'report-bot', namespace: 'agents' };

export const connection: DecisionInput['connection'] = {
  name: 'orders-db',
  namespace: 'agents',
  protocol: 'Postgres',
};

/** An effect on a relation; `UPDATE!` is one that reaches every row. */
export function effect(command: string, object?: string): Effect {
  const unbounded = command.endsWith('!') && ({ unbounded: true } as const);
  const name = command.replace('!', '');
  if (object === undefined) return { command: name, kind: 'none', ...unbounded };
  return { command: name, kind: name === 'CALL' ? 'function' : 'relation', object, ...unbounded };
}

/** A command of these effects, at three o'clock UTC. */
export function aCommand(effects: readonly Effect[], text = 'a command'): DecisionInput {
  return {
    ...{ agent, connection },
    session: { id: '01JD3Q0W2T4ZP6V8XK5M7N9R1S', startedAtMs: Date.UTC(2026, 5, 1, 2) },
    command: { text, parameters: [], parameterTypes: [], effects },
    nowMs: Date.UTC(2026, 5, 1, 3),
  };
}
