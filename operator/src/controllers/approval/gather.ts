import type { AccessPolicy, Approval } from '@chaperone/crds';
import { nameOf } from '../../kube/object.ts';
import { isAlive, type AgentPod } from '../../pictures/agent-pod.ts';

/** The pictures that the controller reads; nothing else. */
export interface ApprovalSources {
  readonly approvals: { readonly get: (key: string) => Approval | undefined };
  readonly policies: { readonly get: (key: string) => AccessPolicy | undefined };
  readonly pods: { readonly get: (key: string) => AgentPod | undefined };
}

/** All that an Approval is judged by. */
export interface ApprovalFacts {
  readonly approval: Approval;
  /** Whether somebody still waits: a grant's agent need not be there. */
  readonly agent: 'here' | 'gone';
  /** Whether policy and rule are there, and the rule asks for approval. */
  readonly isRuleThere: boolean;
}

/** Undefined where the Approval is gone. */
export function gather(key: string, sources: ApprovalSources): ApprovalFacts | undefined {
  const approval = sources.approvals.get(key);
  if (approval === undefined) return undefined;
  const { namespace } = nameOf(key);
  const { policyRef, request } = approval.spec;
  const policy = sources.policies.get(`${namespace}/${policyRef.name}`);
  const rule = policy?.spec.rules.find(({ name }) => name === policyRef.rule);
  const pod = request?.agent.pod;
  const isGone = pod !== undefined && !isHere(pod, sources.pods.get(`${namespace}/${pod.name}`));
  return {
    approval,
    agent: isGone ? 'gone' : 'here',
    isRuleThere: rule?.effect === 'RequireApproval',
  };
}

/** A pod of the same name may be another. */
function isHere({ uid }: { readonly uid: string }, pod: AgentPod | undefined): boolean {
  return pod?.metadata.uid === uid && isAlive(pod);
}
