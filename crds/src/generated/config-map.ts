// Generated from manifests/ and src/schemas/ by `npm run generate`. Do not edit.
import type { ObjectMeta } from './object-meta.ts';

/** A Kubernetes ConfigMap (v1), as far as a sidecar without a cluster reads it. */
export interface ConfigMap {
  /** Always v1. */
  readonly apiVersion: 'v1';
  /** Always ConfigMap. */
  readonly kind: 'ConfigMap';
  /** Name, namespace, labels and annotations, as of every Kubernetes object. */
  readonly metadata: ObjectMeta;
  /** Whether a cluster refuses to change it. */
  readonly immutable?: boolean;
  /** Values as they are. */
  readonly data?: Readonly<Record<string, string>>;
  /** Values in base64. */
  readonly binaryData?: Readonly<Record<string, string>>;
}
