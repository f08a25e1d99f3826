// Generated from manifests/ and src/schemas/ by `npm run generate`. Do not edit.
import type { GeneratedMeta } from './object-meta.ts';

/** A question to a person: may this exact command run (request), or may an agent run a rule's commands for a while (grant)? An approver answers by setting spec.decision, and spec.reason if there is one; all else in spec is frozen. */
export interface Approval {
  /** Always chaperone.dev/v1alpha1. */
  readonly apiVersion: 'chaperone.dev/v1alpha1';
  /** Always Approval. */
  readonly kind: 'Approval';
  /** Name, namespace, labels and annotations, as of every Kubernetes object. */
  readonly metadata: GeneratedMeta;
  /** What is asked, and the answer. */
  readonly spec: ApprovalSpec;
  /** What became of it; written by the operator or the sidecar alone. */
  readonly status?: ApprovalStatus;
}

/** What is asked, and the answer. */
export interface ApprovalSpec {
  /** The AuditedConnection that the command goes through, in the same namespace. */
  readonly connectionRef: ApprovalConnectionRef;
  /** The rule that asks for approval. */
  readonly policyRef: ApprovalPolicyRef;
  /** One exact command that waits for its approval. Written by the sidecar. */
  readonly request?: ApprovalRequest;
  /** A time window in which the rule's approval is given in advance. Written by a person. */
  readonly grant?: ApprovalGrant;
  /** Who may decide; any of these. For a grant it is taken from the rule. */
  readonly approvers?: ApprovalApprovers;
  /** How many different people must approve. For a grant it is taken from the rule. */
  readonly required?: number;
  /** Until when it can be decided, RFC 3339. */
  readonly expiresAt?: string;
  /** The approver's field. Pending (default), Approved or Denied. @defaultValue "Pending" */
  readonly decision: 'Pending' | 'Approved' | 'Denied';
  /** The approver's field, for example a change number. @defaultValue "" */
  readonly reason: string;
  /** Who decided what; stamped by admission from the API server's knowledge of the user, append-only. @defaultValue [] */
  readonly decisions: readonly ApprovalDecision[];
}

/** The AuditedConnection that the command goes through, in the same namespace. */
export interface ApprovalConnectionRef {
  /** Name of the connection. */
  readonly name: string;
}

/** The rule that asks for approval. */
export interface ApprovalPolicyRef {
  /** Name of the AccessPolicy, in the same namespace. */
  readonly name: string;
  /** Name of the rule in it. */
  readonly rule: string;
}

/** One exact command that waits for its approval. Written by the sidecar. */
export interface ApprovalRequest {
  /** Id of the session, a ULID in upper case. */
  readonly session: string;
  /** Who asks, as verified by the sidecar. */
  readonly agent: ApprovalRequestAgent;
  /** The command as the agent sent it. */
  readonly command: string;
  /** Values bound to the command, in order. */
  readonly parameters?: readonly (string | null)[];
  /** What the command does. */
  readonly effects?: readonly ApprovalRequestEffect[];
  /** SHA-256 over agent, connection, command, parameters, policy and expiry, as sha256: and 64 hex digits. The approval is good for a command of this digest only. */
  readonly digest: string;
}

/** Who asks, as verified by the sidecar. */
export interface ApprovalRequestAgent {
  /** Name of the agent's ServiceAccount. */
  readonly serviceAccount: string;
  /** The agent's pod. */
  readonly pod?: ApprovalRequestAgentPod;
  /** Claims of the agent's verified OIDC token. */
  readonly claims?: Readonly<Record<string, string>>;
}

/** The agent's pod. */
export interface ApprovalRequestAgentPod {
  /** Name of the pod. */
  readonly name: string;
  /** UID of the pod. */
  readonly uid: string;
}

/** One effect. */
export interface ApprovalRequestEffect {
  /** The action, for example UPDATE. */
  readonly command: string;
  /** What it acts on, for example public.customers. */
  readonly object?: string;
}

/** A time window in which the rule's approval is given in advance. Written by a person. */
export interface ApprovalGrant {
  /** The agent that the window is for. */
  readonly subject: ApprovalGrantSubject;
  /** Length of the window, as 1h, counted from the decision. Denied revokes it at once. */
  readonly duration: string;
  /** Who asked, as authenticated; stamped by admission. It cannot be who decides. */
  readonly requestedBy?: string;
  /** Why it is needed, for the approver and the record. */
  readonly justification?: string;
}

/** The agent that the window is for. */
export interface ApprovalGrantSubject {
  /** Name of the agent's ServiceAccount. */
  readonly serviceAccount: string;
}

/** Who may decide; any of these. For a grant it is taken from the rule. */
export interface ApprovalApprovers {
  /** Groups whose members may decide. */
  readonly groups?: readonly string[];
  /** Users who may decide. */
  readonly users?: readonly string[];
}

/** One person's decision. */
export interface ApprovalDecision {
  /** Name of the user as authenticated. */
  readonly username: string;
  /** Groups of the user as authenticated. */
  readonly groups?: readonly string[];
  /** What was decided. */
  readonly decision: 'Approved' | 'Denied';
  /** The reason that was given. */
  readonly reason?: string;
  /** When, RFC 3339. */
  readonly decidedAt: string;
}

/** What became of it; written by the operator or the sidecar alone. */
export interface ApprovalStatus {
  /** Pending; Approved or Denied as decided; Expired without a decision; Consumed by the command that it was for. */
  readonly phase?: 'Pending' | 'Approved' | 'Denied' | 'Expired' | 'Consumed';
  /** When the command was forwarded, RFC 3339; null until then. */
  readonly consumedAt?: string | null;
  /** Rows that the target's planner expects the command to reach, by EXPLAIN; absent where asking it could have run a function, or it gave no answer in time. */
  readonly estimatedRows?: number;
  /** End of a grant's window, RFC 3339; absent until the grant is approved and after it has ended. */
  readonly activeUntil?: string;
  /** metadata.generation of the spec that this status is about. */
  readonly observedGeneration?: number;
  /** Ready: it is approved, and counts; False with reason Pending, Denied, Expired or Consumed otherwise. Decided: nobody needs to do anything any more, whatever became of it. Valid: the rule that asks for it still exists. Settled: what the sidecar says of how it ended. */
  readonly conditions?: readonly ApprovalStatusCondition[];
}

/** One observation, in the form of Kubernetes' metav1.Condition. */
export interface ApprovalStatusCondition {
  /** What is observed, in CamelCase. */
  readonly type: string;
  /** Whether it holds: True, False or Unknown. */
  readonly status: 'True' | 'False' | 'Unknown';
  /** metadata.generation that the condition is about. */
  readonly observedGeneration?: number;
  /** When status last changed, RFC 3339. */
  readonly lastTransitionTime: string;
  /** One word in CamelCase for programs. */
  readonly reason: string;
  /** One sentence for a person. */
  readonly message: string;
}
