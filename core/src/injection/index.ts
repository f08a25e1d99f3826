export { ANNOTATIONS, SIDECAR, isAnnotated, type DescribedPod } from './pod.ts';
export { connectionsFor, mayMean, type NamespaceState, type Selection } from './select.ts';
