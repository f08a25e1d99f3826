import { isAnnotated, SIDECAR, type DescribedPod, type Pod } from '../admission/pod.ts';
import { pods, type Kind } from '../kube/kinds.ts';
import type { KubeObject, Metadata } from '../kube/object.ts';

/** How a pod's sidecar stands beside the one that is injected. */
export type SidecarState =
  | { readonly kind: 'untampered' }
  /** `why`: half a sentence. */
  | { readonly kind: 'missing' | 'altered'; readonly why: string };

/** What is kept of an agent's pod: who it is, whether it goes on, and whether its sidecar is the one that was injected. */
export interface AgentPod extends KubeObject, DescribedPod {
  readonly metadata: Metadata;
  readonly sidecar: SidecarState;
  /** Names of Secrets that containers of the agent have in volumes or variables. */
  readonly secrets: readonly string[];
  /** `Running`; `Succeeded` and `Failed` run no more. */
  readonly phase: string;
}

/** What is wrong with a pod's sidecar; undefined where nothing is. */
export type Alteration = (pod: Pod) => string | undefined;

const { group, version, kind, plural, namespaced } = pods;
export const agentPods: Kind<AgentPod> = { group, version, kind, plural, namespaced };

/** Undefined for everybody else's pods, which are none of the operator's business. */
export function agentPodOf(object: KubeObject, alteration: Alteration): AgentPod | undefined {
  const pod = object as WholePod;
  if (!isAnnotated(pod)) return undefined;
  const { metadata, spec, status } = pod;
  const { name, namespace, uid, resourceVersion, labels, annotations } = metadata as Metadata;
  const kept = { name, namespace, uid, resourceVersion, labels, annotations };
  return {
    metadata: withoutUndefined(kept),
    spec: { serviceAccountName: spec.serviceAccountName ?? 'default' },
    sidecar: sidecarOf(pod, alteration),
    secrets: secretsOf(pod),
    phase: status?.phase ?? 'Pending',
  };
}

/** Whether its containers still run, or will. */
export function isAlive({ phase }: AgentPod): boolean {
  return phase !== 'Succeeded' && phase !== 'Failed';
}

/** Whether an agent's pod has its sidecar, or runs no more. */
export function isAudited(pod: AgentPod): boolean {
  return pod.sidecar.kind === 'untampered' || !isAlive(pod);
}

interface SecretSource {
  readonly secret?: { readonly secretName?: string; readonly name?: string };
  readonly projected?: { readonly sources?: readonly SecretSource[] };
}

interface ContainerSources {
  readonly env?: readonly {
    readonly valueFrom?: { readonly secretKeyRef?: { readonly name?: string } };
  }[];
  readonly envFrom?: readonly { readonly secretRef?: { readonly name?: string } }[];
}

function secretsOf({ spec }: Pod): readonly string[] {
  const volumes = (spec.volumes ?? []) as readonly SecretSource[];
  const parts = volumes.flatMap((volume) => [volume, ...(volume.projected?.sources ?? [])]);
  const mounted = parts.map(({ secret }) => secret?.secretName ?? secret?.name);
  const containers = [...(spec.initContainers ?? []), ...spec.containers] as ContainerSources[];
  const said = containers.flatMap(({ env = [], envFrom = [] }) => [
    ...env.map(({ valueFrom }) => valueFrom?.secretKeyRef?.name),
    ...envFrom.map(({ secretRef }) => secretRef?.name),
  ]);
  return [...new Set([...mounted, ...said])].filter((name) => name !== undefined);
}

type WholePod = Pod & { readonly status?: { readonly phase?: string } };

function sidecarOf(pod: Pod, alteration: Alteration): SidecarState {
  const why = alteration(pod);
  if (why === undefined) return { kind: 'untampered' };
  const isThere = pod.spec.initContainers?.some(({ name }) => name === SIDECAR) === true;
  return { kind: isThere ? 'altered' : 'missing', why };
}

function withoutUndefined<T extends object>(
  object: T,
): { [Name in keyof T]?: NonNullable<T[Name]> } {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Name in keyof T]?: NonNullable<T[Name]> };
}
