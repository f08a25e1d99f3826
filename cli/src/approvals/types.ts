/** What is read of an Approval; the sidecar sends whole objects of the custom resource. */
export interface Approval {
  readonly metadata: {
    readonly name: string;
    readonly uid: string;
    readonly creationTimestamp?: string;
  };
  readonly spec: {
    readonly connectionRef: { readonly name: string };
    readonly policyRef: { readonly name: string; readonly rule?: string };
    readonly request?: {
      readonly session: string;
      readonly agent: { readonly serviceAccount: string };
      readonly command: string;
      readonly parameters?: readonly unknown[];
      readonly effects?: readonly { readonly command: string; readonly object?: string }[];
      readonly digest: string;
    };
    readonly grant?: {
      readonly subject: { readonly serviceAccount: string };
      readonly duration: string;
      readonly justification?: string;
    };
    readonly approvers?: {
      readonly groups?: readonly string[];
      readonly users?: readonly string[];
    };
    readonly required: number;
    readonly expiresAt?: string;
    readonly decisions?: readonly {
      readonly username: string;
      readonly decision: string;
      readonly reason?: string;
      readonly decidedAt?: string;
    }[];
  };
  readonly status?: {
    readonly phase: string;
    readonly estimatedRows?: number;
    readonly activeUntil?: string;
    readonly conditions?: readonly { readonly reason: string; readonly message: string }[];
  };
}

/** A grant as the sidecar takes it. */
export interface GrantRequest {
  readonly connection: string;
  readonly policy: string;
  readonly rule: string;
  readonly grant: NonNullable<Approval['spec']['grant']>;
}
