import type { AccessPolicy } from '@chaperone/crds';
import { accessPolicies } from '../../kube/kinds.ts';
import type { Controller } from '../reconcile.ts';
import { check } from './checks.ts';
import { gather, type PolicySources } from './gather.ts';

/** Says of each policy whether it compiles, what it is about, and whether its rules decide anything. */
export function policyController(sources: PolicySources): Controller<AccessPolicy> {
  return {
    kind: accessPolicies,
    fieldManager: 'chaperone-accesspolicy',
    conditions: ['Ready', 'Connected', 'Effective'],
    look: (key) => {
      const facts = gather(key, sources);
      return facts && { object: facts.policy, findings: check(facts) };
    },
  };
}
