export { ANNOTATIONS, isAnnotated, SIDECAR, type DescribedPod } from '@chaperone/core/injection';

/** The parts of a Pod (core/v1) that admission looks at or writes. Whatever else there is passes through unseen. */

export interface EnvVar {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: object;
}

export interface VolumeMount {
  readonly name: string;
  readonly mountPath: string;
  readonly readOnly?: boolean;
}

export interface ContainerPort {
  readonly name?: string;
  readonly containerPort: number;
  readonly protocol?: string;
}

export interface SecurityContext {
  readonly runAsUser?: number;
  readonly privileged?: boolean;
  readonly capabilities?: { readonly add?: readonly string[]; readonly drop?: readonly string[] };
}

export interface Container {
  readonly name: string;
  readonly env?: readonly EnvVar[];
  readonly volumeMounts?: readonly VolumeMount[];
  readonly ports?: readonly ContainerPort[];
  readonly securityContext?: SecurityContext;
  readonly resources?: object;
}

export interface Volume {
  readonly name: string;
  readonly hostPath?: object;
  readonly projected?: {
    readonly sources?: readonly {
      readonly serviceAccountToken?: { readonly audience?: string };
    }[];
  };
}

export interface HostAlias {
  readonly ip: string;
  readonly hostnames?: readonly string[];
}

export interface PodSpec {
  readonly containers: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly volumes?: readonly Volume[];
  readonly hostAliases?: readonly HostAlias[];
  readonly securityContext?: {
    readonly runAsUser?: number;
    readonly sysctls?: readonly { readonly name: string; readonly value: string }[];
  };
  readonly serviceAccountName?: string;
  readonly shareProcessNamespace?: boolean;
  readonly hostNetwork?: boolean;
  readonly hostPID?: boolean;
  readonly hostIPC?: boolean;
  readonly dnsPolicy?: string;
  readonly os?: { readonly name: string };
}

export interface Pod {
  readonly metadata: {
    readonly name?: string;
    readonly generateName?: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    /** RFC 3339. */
    readonly creationTimestamp?: string | null;
  };
  readonly spec: PodSpec;
}

/** Beginning of every annotation of the product. */
export const ANNOTATION_PREFIX = 'chaperone.dev/';

/** Audience of the token with which a sidecar speaks to the broker. */
export const AUDIENCE = 'chaperone';

/** Volumes of the sidecar. Agents' containers mount the last one only, and read it only. */
export const VOLUMES = {
  token: 'chaperone-token',
  spool: 'chaperone-spool',
  trust: 'chaperone-trust',
} as const;

/** Beginning of the names of its volumes; no other volume's name may begin so. */
export const VOLUME_PREFIX = 'chaperone-';

/** Where the volumes are mounted, in the sidecar and in agents' containers alike. */
export const PATHS = {
  /** Where the API server's own token would be: so it puts none there, nor changes the pod again, which would call every webhook twice. */
  token: '/var/run/secrets/kubernetes.io/serviceaccount',
  spool: '/var/lib/chaperone',
  /** Below the volume: that is everybody's on the node (mode 0777), and belongs to root. */
  data: '/var/lib/chaperone/data',
  trust: '/var/run/chaperone/trust',
} as const;

/** Files that the sidecar writes into the trust volume before it is ready. */
export const TRUST_FILES = {
  /** PEM: the installation's CA alone, for programs that add it to what they trust. */
  authority: '/var/run/chaperone/trust/chaperone-ca.crt',
  /** PEM: the installation's CA and the public ones, for programs that trust nothing else. */
  bundle: '/var/run/chaperone/trust/ca-bundle.crt',
  /** The same for Java, as a keystore of type JKS. */
  keystore: '/var/run/chaperone/trust/ca-bundle.jks',
} as const;

/** TCP port on which a sidecar answers probes and shows its metrics, on all addresses of the pod. */
export const ADMIN_PORT = 15090;
