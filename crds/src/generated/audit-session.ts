// Generated from manifests/ and src/schemas/ by `npm run generate`. Do not edit.
import type { ObjectMeta } from './object-meta.ts';

/** One agent's use of one connection: who, since when, how many commands, and where its recording is. It is made before the first command of the session, so that a missing recording is seen. Nobody but the operator writes it. */
export interface AuditSession {
  /** Always chaperone.dev/v1alpha1. */
  readonly apiVersion: 'chaperone.dev/v1alpha1';
  /** Always AuditSession. */
  readonly kind: 'AuditSession';
  /** Name, namespace, labels and annotations, as of every Kubernetes object. */
  readonly metadata: ObjectMeta;
  /** Who used which connection; it does not change. */
  readonly spec: AuditSessionSpec;
  /** What the session came to; written by the operator alone. */
  readonly status?: AuditSessionStatus;
}

/** Who used which connection; it does not change. */
export interface AuditSessionSpec {
  /** The AuditedConnection that was used, in the same namespace. */
  readonly connectionRef: AuditSessionConnectionRef;
  /** Who used it, as the broker verified it. */
  readonly agent: AuditSessionAgent;
}

/** The AuditedConnection that was used, in the same namespace. */
export interface AuditSessionConnectionRef {
  /** Name of the connection. */
  readonly name: string;
}

/** Who used it, as the broker verified it. */
export interface AuditSessionAgent {
  /** Name of the agent's ServiceAccount. */
  readonly serviceAccount: string;
  /** The agent's pod. */
  readonly pod?: AuditSessionAgentPod;
  /** Claims of the agent's verified OIDC token, by their names in identity.oidc.claims of the connection. */
  readonly claims?: Readonly<Record<string, string>>;
}

/** The agent's pod. */
export interface AuditSessionAgentPod {
  /** Name of the pod. */
  readonly name: string;
  /** UID of the pod; the run of the agent. */
  readonly uid: string;
}

/** What the session came to; written by the operator alone. */
export interface AuditSessionStatus {
  /** Active: it goes on. Completed: it ended in order, its recording is sealed. Interrupted: its sidecar or pod ended before it did. */
  readonly phase?: 'Active' | 'Completed' | 'Interrupted';
  /** When it began, RFC 3339. */
  readonly startedAt?: string;
  /** When it ended, RFC 3339; null or absent while it is active. */
  readonly endedAt?: string | null;
  /** How many commands there were. */
  readonly commands?: AuditSessionStatusCommands;
  /** Rows that the agent received. */
  readonly rows?: number;
  /** Bytes of responses that the agent received. */
  readonly bytes?: number;
  /** Where the recording is, and the head of its Merkle tree, which proves that nothing of it was changed. */
  readonly recording?: AuditSessionStatusRecording;
  /** metadata.generation of the spec that this status is about. */
  readonly observedGeneration?: number;
  /** Ready: the recording is in its store as far as it has come; once the session has ended, complete and sealed. Ended: it goes on no longer; Unknown while its pod is gone and its sidecar has not said how it ended. */
  readonly conditions?: readonly AuditSessionStatusCondition[];
}

/** How many commands there were. */
export interface AuditSessionStatusCommands {
  /** All commands, whatever became of them. */
  readonly total?: number;
  /** Commands that were not forwarded, for a rule, a limit or because they could not be understood. */
  readonly denied?: number;
  /** Commands that ran under an approval. */
  readonly approved?: number;
  /** Commands that the target answered with an error. */
  readonly errors?: number;
}

/** Where the recording is, and the head of its Merkle tree, which proves that nothing of it was changed. */
export interface AuditSessionStatusRecording {
  /** The AuditStore that holds the recording; absent until something of it was stored. */
  readonly storeRef?: AuditSessionStatusRecordingStoreRef;
  /** Beginning of the names of its segments and manifest, behind the prefix of the store; absent as storeRef is. */
  readonly prefix?: string;
  /** When the whole of it was in the store, signed manifest included, RFC 3339; absent before. */
  readonly storedAt?: string;
  /** Number of events of the recording, leaves of its tree (RFC 6962). */
  readonly treeSize?: number;
  /** Root of the tree over them: sha256: and 64 hex digits. */
  readonly rootHash?: string;
}

/** The AuditStore that holds the recording; absent until something of it was stored. */
export interface AuditSessionStatusRecordingStoreRef {
  /** Name of the AuditStore. */
  readonly name: string;
}

/** One observation, in the form of Kubernetes' metav1.Condition. */
export interface AuditSessionStatusCondition {
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
