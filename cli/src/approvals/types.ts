/** What is read of an Approval; the sidecar sends whole objects of the custom resource. */
export interface Approval {
  readonly metadata: { readonly name: string; readonly creationTimestamp?: string };
  readonly spec: {
    readonly connectionRef: { readonly name: string };
    readonly policyRef: { readonly name: string; readonly rule?: string };
    readonly request?: {
      readonly session: string;
      readonly agent: { readonly serviceAccount: string };
      readonly command: string;
      readonly parameters?: readonly unknown[];
    };
    readonly required: number;
    readonly expiresAt?: string;
    readonly decisions?: readonly { readonly username: string; readonly decision: string }[];
  };
  readonly status?: { readonly phase: string };
}
