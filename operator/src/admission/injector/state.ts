import type { AuditedConnection } from '@chaperone/crds';
import type { PodConnection } from '../settings.ts';

/** What a pod needs of a connection. */
export function toPodConnection({ metadata, spec, status }: AuditedConnection): PodConnection {
  const { host, port } = spec.target;
  return { name: metadata.name, host, port, aliases: spec.aliases ?? [], address: status?.address };
}
