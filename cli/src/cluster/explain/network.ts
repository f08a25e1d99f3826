import { compileSubjects } from '@chaperone/core/policy';
import type { AccessPolicySubject } from '@chaperone/crds';
import type { NetworkPolicy, Pod } from '../types.ts';
import type { Seen } from './gather.ts';

/** Whether something keeps the pod from reaching a target by itself. */
export interface NetworkExplanation {
  readonly state: 'Restricted' | 'Open' | 'Unknown';
  readonly message: string;
}

/** Only whether there is a policy for what leaves the pod: what it lets through is for people to judge. */
export function networkOf(pod: Pod, policies: Seen<NetworkPolicy>): NetworkExplanation {
  if (policies.kind === 'forbidden') return { state: 'Unknown', message: policies.why };
  const names = policies.items
    .filter(({ spec }) => isEgress(spec) && selects(spec.podSelector, pod))
    .map(({ metadata }) => metadata.name);
  if (names.length > 0) {
    const message = `what leaves the pod is restricted by NetworkPolicy ${names.join(', ')}; see that targets are not among what they let through`;
    return { state: 'Restricted', message };
  }
  const message =
    'no NetworkPolicy restricts what leaves the pod: with a credential from elsewhere it could reach the target itself';
  return { state: 'Open', message };
}

/** Without `policyTypes` a policy with egress rules is about egress (networking.k8s.io/v1). */
function isEgress({ policyTypes, egress }: NetworkPolicy['spec']): boolean {
  return policyTypes === undefined ? egress !== undefined : policyTypes.includes('Egress');
}

function selects(podSelector: NetworkPolicy['spec']['podSelector'], pod: Pod): boolean {
  const subject = { podSelector: podSelector ?? {} } as AccessPolicySubject;
  return compileSubjects([subject])({
    namespace: pod.metadata.namespace,
    serviceAccount: pod.spec.serviceAccountName ?? 'default',
    labels: pod.metadata.labels ?? {},
  });
}
