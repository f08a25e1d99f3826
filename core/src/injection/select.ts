import type { AccessPolicy, AccessPolicySubject } from '@chaperone/crds';
import { wildcard } from '../command/index.ts';
import { compileSubjects } from '../policy/index.ts';
import { ANNOTATIONS, type DescribedPod } from './pod.ts';

interface Named {
  readonly name: string;
}

/** Connections and policies of the pod's namespace. */
export interface NamespaceState<Connection extends Named> {
  readonly connections: readonly Connection[];
  readonly policies: readonly AccessPolicy[];
}

/** Connections of a pod, or why there are none. */
export type Selection<Connection extends Named> =
  | { readonly kind: 'selected'; readonly connections: readonly Connection[] }
  | { readonly kind: 'unknown'; readonly names: readonly string[] }
  | { readonly kind: 'none' };

/** The connections that the pod names, or else all whose policies name it; sorted by name. */
export function connectionsFor<Connection extends Named>(
  pod: DescribedPod,
  state: NamespaceState<Connection>,
): Selection<Connection> {
  const named = namesIn(pod.metadata.annotations?.[ANNOTATIONS.connections]);
  const all = state.connections.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const unknown = named.filter((name) => !all.some((connection) => connection.name === name));
  if (unknown.length > 0) return { kind: 'unknown', names: unknown };
  const isMeant =
    named.length > 0 ? (name: string) => named.includes(name) : byPolicies(pod, state.policies);
  const connections = all.filter(({ name }) => isMeant(name));
  return connections.length > 0 ? { kind: 'selected', connections } : { kind: 'none' };
}

function namesIn(annotation = ''): readonly string[] {
  return annotation
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Claims are not known before the agent presents them: a subject that names some may still be this pod's. */
export function mayMean({ spec }: AccessPolicy, pod: DescribedPod): boolean {
  return compileSubjects(spec.subjects?.map(withoutClaims))({
    namespace: pod.metadata.namespace ?? 'default',
    serviceAccount: pod.spec.serviceAccountName ?? 'default',
    labels: pod.metadata.labels ?? {},
  });
}

function byPolicies(
  pod: DescribedPod,
  policies: readonly AccessPolicy[],
): (name: string) => boolean {
  const patterns = policies
    .filter((policy) => mayMean(policy, pod))
    .flatMap(({ spec }) => spec.connections.map((pattern) => wildcard(pattern)));
  return (name) => patterns.some((matches) => matches(name));
}

function withoutClaims({ claims: _claims, ...subject }: AccessPolicySubject): AccessPolicySubject {
  return subject;
}
