import { AdmissionError } from '../errors.ts';
import { ANNOTATIONS, isAnnotated, type Pod } from '../pod.ts';
import type { AdmissionAnswer, AdmissionRequest } from '../review.ts';
import type { InjectorSettings, PodConnection } from '../settings.ts';
import { injectionPatch } from './patch.ts';
import { reportOn, type Refusal } from './report.ts';
import { connectionsFor, type NamespaceState, type Selection } from '@chaperone/core/injection';

/** What the injector knows of a namespace at this moment. */
export type Lookup = (namespace: string) => NamespaceState<PodConnection>;

/**
 * Answers for one pod: select its connections, say what is wrong with it, and put the sidecar in. Pure but for `lookup`. A pod
 * that has its sidecar already gets no patch, so that it may be asked as often as other webhooks make it necessary.
 *
 * @throws AdmissionError BAD_REVIEW where the object is no pod
 */
export function inject(
  request: AdmissionRequest,
  lookup: Lookup,
  settings: InjectorSettings,
): AdmissionAnswer {
  const pod = podIn(request);
  if (!isAnnotated(pod)) return { kind: 'admitted', patch: [], warnings: [] };
  const selection = connectionsFor(pod, lookup(request.namespace));
  const connections = selection.kind === 'selected' ? selection.connections : [];
  const { refusals, warnings } = reportOn(pod, connections, settings);
  const all = [...selectionRefusals(selection, pod), ...refusals];
  if (all.length > 0) return { kind: 'refused', message: sentence(all), warnings };
  return { kind: 'admitted', patch: injectionPatch(pod, connections, settings), warnings };
}

function selectionRefusals(selection: Selection<PodConnection>, pod: Pod): readonly Refusal[] {
  const namespace = pod.metadata.namespace ?? '';
  if (selection.kind === 'unknown') {
    const message = `annotation ${ANNOTATIONS.connections} names ${selection.names.join(', ')}, and namespace ${namespace} has no such AuditedConnection: correct or apply it`;
    return [{ code: 'UNKNOWN_CONNECTION', message }];
  }
  if (selection.kind === 'selected') return [];
  const account = pod.spec.serviceAccountName ?? 'default';
  const message = `no AccessPolicy of namespace ${namespace} names ServiceAccount ${account} or the labels of this pod, so it has no connection: apply one, or name connections in ${ANNOTATIONS.connections}`;
  return [{ code: 'NO_CONNECTION', message }];
}

/** All refusals at once, each with its code. */
function sentence(refusals: readonly Refusal[]): string {
  const parts = refusals.map(({ code, message }) => `${message} (${code})`);
  return `chaperone cannot audit this pod: ${parts.join('; ')}`;
}

function podIn({ object, namespace }: AdmissionRequest): Pod {
  const { metadata, spec } = object as Partial<Pod>;
  if (object['kind'] !== 'Pod' || metadata === undefined || !Array.isArray(spec?.containers))
    throw new AdmissionError('BAD_REVIEW', 'request.object is no Pod');
  // The API server has checked the rest against its own schema before it asked.
  return { ...object, metadata: { ...metadata, namespace }, spec };
}
