import type { Agent, Command, Parameter } from '@chaperone/core/command';
import type { Permit } from '@chaperone/core/policy';

/** Time as approvals need it; injected, so that expiry is tested without waiting. */
export interface Clock {
  /** Wall clock, milliseconds since the epoch. */
  readonly now: () => number;
  /** Runs `task` once after `ms` milliseconds; the answer cancels it. */
  readonly after: (ms: number, task: () => void) => () => void;
}

/** A command that needs a person, with everything that its approval is bound to. */
export interface CommandToApprove {
  readonly connection: { readonly name: string; readonly namespace: string };
  /** Digest of the session's effective policies, hex. */
  readonly policyDigest: string;
  /** ULID of the session, upper case. */
  readonly session: string;
  readonly agent: Agent;
  /** Exactly as the target will get it. The approver sees this while the Approval is pending. */
  readonly command: Command;
  /** As the recording keeps it, masked where a policy masks commands. Only this is written to disk. */
  readonly recorded: { readonly text: string; readonly parameters: readonly Parameter[] };
  readonly database: string;
  readonly role: string;
  /** Settings of the session that the command's meaning depends on: the role, the search path. */
  readonly context: string;
}

export interface Decision {
  readonly username: string;
  readonly groups: readonly string[];
  readonly decision: 'Approved' | 'Denied';
  readonly reason: string;
  /** RFC 3339, UTC. */
  readonly decidedAt: string;
}

export type Phase = 'Pending' | 'Approved' | 'Denied' | 'Expired' | 'Consumed';

/** How one Approval ended, as the recording's `decision` event says it. */
export interface Settled {
  readonly approval: string;
  readonly decision: 'Approved' | 'Denied' | 'Expired' | 'Withdrawn';
  readonly deciders: readonly Omit<Decision, 'groups'>[];
  readonly reason: string;
}

/** Approved only if every Approval of the command is; otherwise how the first that was not ended. */
export interface Settlement {
  readonly decision: Settled['decision'];
  readonly approvals: readonly Settled[];
}

/** A command on its way through approval. */
export interface Held {
  /** Names of its Approvals, one for each rule that asks for one. */
  readonly names: readonly string[];
  /** `reject`: it must be denied now, naming the Approvals; the identical command passes once they are approved. */
  readonly mode: 'hold' | 'reject';
  /** Never rejects. In mode `reject` it is settled by whoever decides later; do not wait for it. */
  readonly settled: Promise<Settlement>;
  /** Somebody has yet to decide, and nothing is known of how many rows it would reach. */
  readonly wantsEstimate: boolean;
  /** The target's planner expects the command to reach so many rows; shown to whoever decides. */
  readonly estimated: (rows: number) => void;
  /** The session ended or the agent cancelled: what is pending can no longer be approved. */
  readonly withdraw: (reason: string) => void;
  /**
   * Turns the approval into permission, once.
   * @throws SidecarError APPROVAL_UNUSABLE where it is not approved, used already, expired, or given for another command.
   */
  readonly consume: (command: CommandToApprove) => Permit;
}

/** A rule's approval in advance: for this agent, for this long from the decision on. */
export interface Grant {
  readonly subject: { readonly serviceAccount: string };
  /** As `1h`. */
  readonly duration: string;
  readonly justification?: string;
}

/** An Approval as `examples/cluster/approval.yaml` writes it. */
export interface ApprovalObject {
  readonly apiVersion: 'chaperone.dev/v1alpha1';
  readonly kind: 'Approval';
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly uid: string;
    readonly creationTimestamp: string;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: {
    readonly connectionRef: { readonly name: string };
    readonly policyRef: { readonly name: string; readonly rule: string };
    /** Either `request` or `grant`. */
    readonly request?: {
      readonly session: string;
      readonly agent: Omit<Agent, 'namespace' | 'labels'>;
      readonly command: string;
      readonly parameters: readonly (string | null)[];
      readonly effects: readonly { readonly command: string; readonly object?: string }[];
      /** `sha256:` and hex. */
      readonly digest: string;
    };
    readonly grant?: Grant;
    readonly approvers: { readonly groups: readonly string[]; readonly users: readonly string[] };
    readonly required: number;
    readonly expiresAt: string;
    readonly decision: 'Pending' | 'Approved' | 'Denied';
    readonly reason: string;
    readonly decisions: readonly Decision[];
  };
  readonly status: {
    readonly phase: Phase;
    readonly consumedAt: string | null;
    /** What the target's planner expects; absent where it was not asked. */
    readonly estimatedRows?: number;
    /** End of a grant's window, RFC 3339. */
    readonly activeUntil?: string;
    readonly conditions: readonly Condition[];
  };
}

export interface Condition {
  readonly type: 'Settled';
  readonly status: 'True' | 'False';
  readonly reason: string;
  readonly message: string;
  readonly lastTransitionTime: string;
}
