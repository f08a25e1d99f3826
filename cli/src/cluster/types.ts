const OURS = '/apis/chaperone.dev/v1alpha1';

export type KindName =
  'sessions' | 'approvals' | 'connections' | 'policies' | 'pods' | 'networkPolicies';

interface KindRow {
  /** Path of the group and version. */
  readonly group: string;
  readonly plural: string;
  /** ClusterRoles that allow it. */
  readonly reads: string;
  readonly writes: string;
}

const row = (group: string, plural: string, reads: string, writes = reads): KindRow => ({
  ...{ group, plural, reads, writes },
});

/** What of a cluster is read here, and which role it takes. */
export const kinds: Readonly<Record<KindName, KindRow>> = {
  sessions: row(OURS, 'auditsessions', 'chaperone-viewer'),
  approvals: row(
    OURS,
    'approvals',
    'chaperone-approver or chaperone-auditor',
    'chaperone-approver',
  ),
  connections: row(OURS, 'auditedconnections', 'chaperone-viewer'),
  policies: row(OURS, 'accesspolicies', 'chaperone-viewer'),
  pods: row('/api/v1', 'pods', 'view'),
  networkPolicies: row('/apis/networking.k8s.io/v1', 'networkpolicies', 'view'),
};

export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
}

interface ContainerStatus {
  readonly name: string;
  readonly ready?: boolean;
  readonly restartCount?: number;
}

/** What is read of a Pod (core/v1). */
export interface Pod {
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: {
    readonly serviceAccountName?: string;
    readonly initContainers?: readonly { readonly name: string; readonly image?: string }[];
  };
  readonly status?: {
    readonly phase?: string;
    readonly initContainerStatuses?: readonly ContainerStatus[];
  };
}

/** What is read of a NetworkPolicy (networking.k8s.io/v1). */
export interface NetworkPolicy {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly podSelector?: LabelSelector;
    readonly policyTypes?: readonly string[];
    readonly egress?: readonly object[];
  };
}

export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values?: readonly string[];
  }[];
}
