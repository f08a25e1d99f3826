// Generated from manifests/ and src/schemas/ by `npm run generate`. Do not edit.
/** Name, namespace, labels and annotations, as of every Kubernetes object. */
export interface ObjectMeta {
  /** Name of the object: lower-case letters, digits, dashes and dots. */
  readonly name: string;
  /** Beginning of a name that the API server completes. */
  readonly generateName?: string;
  /** Namespace of the object. Off a cluster the default is the namespace default. @defaultValue "default" */
  readonly namespace: string;
  /** Labels, for selectors. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations, for tools. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Set by the API server. */
  readonly uid?: string;
  /** Set by the API server. */
  readonly resourceVersion?: string;
  /** Set by the API server. */
  readonly generation?: number;
  /** Set by the API server. */
  readonly creationTimestamp?: string | null;
  /** Set by the API server. */
  readonly deletionTimestamp?: string | null;
  /** Set by the API server. */
  readonly deletionGracePeriodSeconds?: number;
  /** Who must agree before the object goes. */
  readonly finalizers?: readonly string[];
  /** Objects that own this one. */
  readonly ownerReferences?: readonly (Readonly<Record<string, unknown>>)[];
  /** Set by the API server. */
  readonly managedFields?: readonly (Readonly<Record<string, unknown>>)[];
  /** Set by old API servers. */
  readonly selfLink?: string;
}

/** As ObjectMeta, of an object whose name the API server may still have to make. */
export type GeneratedMeta = Omit<ObjectMeta, 'name'> & Partial<Pick<ObjectMeta, 'name'>>;
