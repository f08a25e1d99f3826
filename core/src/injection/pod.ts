/** Annotations of a pod that mean something here. */
export const ANNOTATIONS = {
  /** `"true"`: the pod is an agent's. */
  inject: 'chaperone.dev/inject',
  /** Names of connections, separated by commas. Default: all whose policies name the pod. */
  connections: 'chaperone.dev/connections',
} as const;

/** Name of the sidecar's container, the first of the init containers. */
export const SIDECAR = 'chaperone';

/** As much of a Pod (core/v1) as says who it is, and so which connections it has. */
export interface DescribedPod {
  readonly metadata: {
    readonly name?: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: { readonly serviceAccountName?: string };
}

/** Whether the pod is an agent's: the annotation has exactly this value. */
export function isAnnotated({ metadata }: DescribedPod): boolean {
  return metadata.annotations?.[ANNOTATIONS.inject] === 'true';
}
