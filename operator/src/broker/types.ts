import type { AccessPolicy, Approval, AuditedConnection, AuditSession } from '@chaperone/crds';
import type { PlainObject } from '@chaperone/core/broker';
import type { Pod } from '../admission/pod.ts';

/** Whose token it is, as a TokenReview says. */
export interface TokenOwner {
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly pod: { readonly name: string; readonly uid: string };
}

/** A sidecar that the broker believes. */
export interface Caller extends TokenOwner {
  readonly labels: Readonly<Record<string, string>>;
  /** The pod as it was when it was looked at. */
  readonly object: Pod;
}

/** A Secret or ConfigMap that a connection refers to. */
export interface Reference {
  readonly kind: 'Secret' | 'ConfigMap';
  readonly name: string;
}

/** What is known of a namespace. */
export interface NamespaceObjects {
  readonly connections: readonly AuditedConnection[];
  readonly policies: readonly AccessPolicy[];
  readonly approvals: readonly Approval[];
}

/** Somebody who is told when what he looks at has changed. */
export interface Following {
  /** Secrets and ConfigMaps that are looked at from now on. */
  refer(references: readonly Reference[]): void;
  /** As it is now; undefined where there is none, or it is not known yet. */
  referenced(reference: Reference): PlainObject | undefined;
  /** Whether everything that is referred to was looked at. */
  readonly isKnown: boolean;
  stop(): void;
}

/**
 * The cluster as the broker needs it. Whatever asks the API server throws KubeError.
 */
export interface Cluster {
  /** Undefined where the API server does not take the token for this audience, or it is no pod's. */
  reviewToken(token: string, audience: string): Promise<TokenOwner | undefined>;
  pod(namespace: string, name: string): Promise<(Pod & Identified) | undefined>;
  objects(namespace: string): NamespaceObjects;
  follow(namespace: string, changed: () => void): Following;
  readonly approvals: Writer<Approval>;
  readonly sessions: Writer<AuditSession>;
}

interface Identified {
  readonly metadata: { readonly uid?: string; readonly deletionTimestamp?: string | null };
}

/** One kind of object that the broker makes for sidecars. */
export interface Writer<T> {
  get(namespace: string, name: string): Promise<T | undefined>;
  /** False where there is one of this name. */
  create(object: T): Promise<boolean>;
  /** Changes what is given, and leaves the rest. */
  writeStatus(namespace: string, name: string, status: object): Promise<void>;
  /** States all that sidecars have to say of it: what they said before and say no more goes, what others say stays. */
  stateStatus(namespace: string, name: string, status: object): Promise<void>;
}
