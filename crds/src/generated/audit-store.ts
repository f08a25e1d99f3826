// Generated from manifests/ and src/schemas/ by `npm run generate`. Do not edit.
import type { ObjectMeta } from './object-meta.ts';

/** Where recordings are kept: a bucket of an object store that speaks the S3 API, or a directory of the broker. Platform teams own it; connections name it in recording.storeRef, and use the one named default otherwise. */
export interface AuditStore {
  /** Always chaperone.dev/v1alpha1. */
  readonly apiVersion: 'chaperone.dev/v1alpha1';
  /** Always AuditStore. */
  readonly kind: 'AuditStore';
  /** Name, namespace, labels and annotations, as of every Kubernetes object. */
  readonly metadata: ObjectMeta;
  /** Where recordings go and for how long. Exactly one of s3, directory. */
  readonly spec: AuditStoreSpec;
  /** What the operator found; written by it alone. */
  readonly status?: AuditStoreStatus;
}

/** Where recordings go and for how long. Exactly one of s3, directory. */
export interface AuditStoreSpec {
  /** A bucket of an object store that speaks the S3 API. */
  readonly s3?: AuditStoreS3;
  /** A directory of the broker, on a volume that outlives its pods. */
  readonly directory?: AuditStoreDirectory;
  /** How long recordings are kept. Without it they are never deleted. */
  readonly retention?: AuditStoreRetention;
}

/** A bucket of an object store that speaks the S3 API. */
export interface AuditStoreS3 {
  /** URL of the object store, without a path. Default is Amazon's of the region. http is for a store on the same machine or network that is trusted. */
  readonly endpoint?: string;
  /** Region of the bucket, for example eu-central-1; what the store accepts where it has none. */
  readonly region: string;
  /** Name of the bucket; it must be there. */
  readonly bucket: string;
  /** Beginning of every object's name, ending with a slash, for example prod/. Default is none. */
  readonly prefix?: string;
  /** Write once, read many: objects cannot be changed or deleted until the time is over. The bucket must have been made with object lock. Without it the store protects nothing; alteration is found by verification alone. */
  readonly objectLock?: AuditStoreS3ObjectLock;
  /** A Secret with the keys access_key_id and secret_access_key, and session_token if there is one. Leave it out to use the identity that the cloud gives the operator's pod. */
  readonly credentialRef?: AuditStoreS3CredentialRef;
}

/** Write once, read many: objects cannot be changed or deleted until the time is over. The bucket must have been made with object lock. Without it the store protects nothing; alteration is found by verification alone. */
export interface AuditStoreS3ObjectLock {
  /** Governance: who holds a special right may still delete. Compliance: nobody may, the owner of the account included. */
  readonly mode: 'Governance' | 'Compliance';
  /** How long from the upload on, as 400d: minutes (m), hours (h) or days (d). */
  readonly retention: string;
}

/** A Secret with the keys access_key_id and secret_access_key, and session_token if there is one. Leave it out to use the identity that the cloud gives the operator's pod. */
export interface AuditStoreS3CredentialRef {
  /** Name of the Secret. */
  readonly name: string;
  /** Namespace of the Secret; the operator reads Secrets of its own namespace only. */
  readonly namespace: string;
}

/** A directory of the broker, on a volume that outlives its pods. */
export interface AuditStoreDirectory {
  /** Absolute path, for example /var/lib/chaperone. */
  readonly path: string;
}

/** How long recordings are kept. Without it they are never deleted. */
export interface AuditStoreRetention {
  /** How long from the end of a session on, as 400d: minutes (m), hours (h) or days (d). Then its recording and its AuditSession are deleted; an object lock that lasts longer wins. */
  readonly keep: string;
}

/** What the operator found; written by it alone. */
export interface AuditStoreStatus {
  /** metadata.generation of the spec that this status is about. */
  readonly observedGeneration?: number;
  /** Ready: recordings can be stored as asked; its reason says what is missing. Reachable: the store answers, and knows bucket and credential. Writable: an object was stored. ObjectLock: objects are locked as asked. */
  readonly conditions?: readonly AuditStoreStatusCondition[];
}

/** One observation, in the form of Kubernetes' metav1.Condition. */
export interface AuditStoreStatusCondition {
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
