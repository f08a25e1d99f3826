import type { AccessPolicy, AccessPolicyRule, AuditedConnection } from '@chaperone/crds';
import { isSameJson } from '../../kube/apply/equal.ts';

/** A rule that never decides anything, and why. */
export interface DeadRule {
  readonly rule: string;
  /** Half a sentence behind the rule's name. */
  readonly because: string;
}

interface Placed {
  readonly policy: AccessPolicy;
  readonly rule: AccessPolicyRule;
}

const PROTOCOLS = {
  postgres: 'Postgres',
  http: 'HTTP',
  kubernetes: 'Kubernetes',
  ssh: 'SSH',
} as const;
/** Deny over RequireApproval over Allow: what the stronger matches, the weaker has no say in. */
const STRENGTH = { Allow: 0, RequireApproval: 1, Deny: 2 } as const;

/**
 * Rules of a policy of which it is certain that they decide nothing. A rule is dead where a stronger one matches whatever it
 * matches, for the same agents and connections, or where no connection speaks its protocol. Only what is plain is said: an
 * expression or a pattern that happens to contain another is not looked into.
 * @param connections those that the policy names
 */
export function deadRules(
  policy: AccessPolicy,
  others: readonly AccessPolicy[],
  connections: readonly AuditedConnection[],
): readonly DeadRule[] {
  const candidates = [policy, ...others]
    .filter((other) => covers(other, policy))
    .flatMap((other) => other.spec.rules.map((rule): Placed => ({ policy: other, rule })));
  return policy.spec.rules.flatMap((rule, index) => {
    const because =
      withoutConnection(rule, connections) ??
      overruled({ policy, rule }, candidates) ??
      repeated(rule, policy.spec.rules.slice(0, index));
    return because === undefined ? [] : [{ rule: rule.name, because }];
  });
}

/** Whether `other` is about every agent and connection that `policy` is about, and decides rather than tries. */
function covers(other: AccessPolicy, policy: AccessPolicy): boolean {
  if (other === policy) return true;
  const { subjects, connections, mode } = other.spec;
  const isForAgents = subjects === undefined || isSameJson(subjects, policy.spec.subjects);
  const isOnConnections =
    connections.includes('*') ||
    policy.spec.connections.every((name) => connections.includes(name));
  return mode === 'Enforce' && policy.spec.mode === 'Enforce' && isForAgents && isOnConnections;
}

function matchOf({ postgres, http, kubernetes, ssh, expression }: AccessPolicyRule): object {
  return { postgres, http, kubernetes, ssh, expression };
}

const isCatchAll = (rule: AccessPolicyRule): boolean => isSameJson(matchOf(rule), {});

function overruled({ policy, rule }: Placed, candidates: readonly Placed[]): string | undefined {
  const by = candidates.find(
    (other) =>
      STRENGTH[other.rule.effect] > STRENGTH[rule.effect] &&
      (isCatchAll(other.rule) || isSameJson(matchOf(other.rule), matchOf(rule))),
  );
  if (by === undefined) return undefined;
  const where = by.policy === policy ? '' : ` of policy ${by.policy.metadata.name}`;
  return `rule ${by.rule.name}${where} (${by.rule.effect}) matches all that it matches`;
}

function repeated(rule: AccessPolicyRule, before: readonly AccessPolicyRule[]): string | undefined {
  const same = before.find(
    (other) => other.effect === rule.effect && isSameJson(matchOf(other), matchOf(rule)),
  );
  return same === undefined || rule.effect === 'RequireApproval'
    ? undefined
    : `rule ${same.name} says the same`;
}

function withoutConnection(
  rule: AccessPolicyRule,
  connections: readonly AuditedConnection[],
): string | undefined {
  if (connections.length === 0) return undefined;
  for (const [field, protocol] of Object.entries(PROTOCOLS)) {
    const isMeant = rule[field as keyof typeof PROTOCOLS] !== undefined;
    if (isMeant && !connections.some(({ spec }) => spec.protocol === protocol)) {
      return `no connection of the policy speaks ${protocol}`;
    }
  }
  return undefined;
}
