import { anyWildcard } from '@chaperone/core/command';
import { compilePolicies } from '@chaperone/core/policy';
import type { AccessPolicy } from '@chaperone/crds';
import type { Finding } from '../../kube/apply/conditions.ts';
import { deadRules } from './dead-rules.ts';
import type { PolicyFacts } from './gather.ts';

/** Mistakes that a condition's message names; the rest is counted. */
const NAMED = 5;

/** What a policy is found to be, in the order of its conditions. Pure: the same facts, the same findings. */
export function check(facts: PolicyFacts): readonly Finding[] {
  return [ready(facts.policy), connected(facts), effective(facts)];
}

/** `Ready`: it compiles, so that sidecars use it. */
function ready(policy: AccessPolicy): Finding {
  const { problems } = compilePolicies([policy]);
  if (problems.length === 0) {
    const { mode, rules } = policy.spec;
    const message =
      mode === 'Enforce'
        ? `in force with ${counted(rules.length, 'rule')}`
        : `tried with ${counted(rules.length, 'rule')}: what it would decide is recorded, and decides nothing`;
    return { type: 'Ready', status: 'True', reason: 'Compiled', message };
  }
  const meanwhile =
    policy.spec.mode === 'Enforce'
      ? 'until it is mended, every command with effects in its namespace is denied'
      : 'until it is mended, it is left out';
  const mistakes = listed(problems.map(({ path, message }) => `${path}: ${message}`));
  return {
    type: 'Ready',
    status: 'False',
    reason: 'Mistakes',
    message: `${mistakes}; ${meanwhile}`,
  };
}

/** `Connected`: each name of `spec.connections` finds a connection. */
function connected({ policy, connections }: PolicyFacts): Finding {
  const names = connections.map(({ metadata }) => metadata.name);
  const missing = policy.spec.connections.filter((name) => !names.some(anyWildcard([name])));
  if (missing.length > 0) {
    const message = `no AuditedConnection of the namespace is called ${listed(missing)}`;
    return { type: 'Connected', status: 'False', reason: 'NoConnection', message };
  }
  const found = names.filter(anyWildcard(policy.spec.connections));
  const message = `about ${counted(found.length, 'connection')}`;
  return { type: 'Connected', status: 'True', reason: 'ConnectionsFound', message };
}

/** `Effective`: each rule can decide something. */
function effective({ policy, others, connections }: PolicyFacts): Finding {
  const isNamed = anyWildcard(policy.spec.connections);
  const named = connections.filter(({ metadata }) => isNamed(metadata.name));
  const dead = deadRules(policy, others, named);
  if (dead.length === 0) {
    return {
      type: 'Effective',
      status: 'True',
      reason: 'NoConflict',
      message: 'every rule counts',
    };
  }
  const message = listed(
    dead.map(({ rule, because }) => `rule ${rule} decides nothing: ${because}`),
  );
  return { type: 'Effective', status: 'False', reason: 'DeadRules', message };
}

const counted = (count: number, thing: string): string =>
  `${String(count)} ${thing}${count === 1 ? '' : 's'}`;

function listed(items: readonly string[]): string {
  const rest = items.length - NAMED;
  const named = items.slice(0, NAMED).join('; ');
  return rest > 0 ? `${named}; and ${String(rest)} more` : named;
}
