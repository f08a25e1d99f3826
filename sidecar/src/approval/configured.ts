import { approvalRule, type ConfigSnapshot } from '../config/index.ts';
import type { Log } from '../telemetry/log.ts';
import type { Approvals } from './approvals.ts';
import type { Grantable } from './grants.ts';

/** What the configuration that holds now lets people grant. */
export function grantableBy(snapshot: () => ConfigSnapshot): Grantable {
  return {
    namespaceOf: (connection) => snapshot().connections.get(connection)?.namespace,
    rule: (namespace, policy, rule) => approvalRule(snapshot(), namespace, policy, rule),
  };
}

/** Takes over the grants of a configuration, and says which cannot be used. */
export function followGrants(approvals: Approvals, snapshot: ConfigSnapshot, log: Log): void {
  const { grants, connections } = snapshot;
  const own = grants.filter(
    ({ connection, namespace }) => connections.get(connection)?.namespace === namespace,
  );
  for (const { name, problem } of approvals.followGrants(own)) {
    log.warn({ grant: name, code: problem }, 'a grant of the configuration cannot be used');
  }
}

/** The sidecar's own user is one person: what asks for more waits in vain. */
export function warnOfMany({ policies }: ConfigSnapshot, log: Log): void {
  for (const { name: policy, rules } of policies.policies) {
    for (const rule of rules) {
      if (rule.effect !== 'RequireApproval' || rule.terms.required <= 1) continue;
      const facts = { policy, rule: rule.name, required: rule.terms.required };
      log.warn(facts, 'only one person can decide here; let others decide by --decisions DIR');
    }
  }
}
