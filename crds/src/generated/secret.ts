// Generated from manifests/ and src/schemas/ by `npm run generate`. Do not edit.
import type { ObjectMeta } from './object-meta.ts';

/** A Kubernetes Secret (v1), as far as a sidecar without a cluster reads it. */
export interface Secret {
  /** Always v1. */
  readonly apiVersion: 'v1';
  /** Always Secret. */
  readonly kind: 'Secret';
  /** Name, namespace, labels and annotations, as of every Kubernetes object. */
  readonly metadata: ObjectMeta;
  /** For example kubernetes.io/basic-auth. */
  readonly type?: string;
  /** Whether a cluster refuses to change it. */
  readonly immutable?: boolean;
  /** Values in base64. */
  readonly data?: Readonly<Record<string, string>>;
  /** Values as they are; they win over those in data. */
  readonly stringData?: Readonly<Record<string, string>>;
}
