/** The resource in a URL of each kind of the contract; AuditStore alone has no namespace. */
const PLURALS: Readonly<Record<string, string>> = {
  AccessPolicy: 'accesspolicies',
  Approval: 'approvals',
  AuditSession: 'auditsessions',
  AuditStore: 'auditstores',
  AuditedConnection: 'auditedconnections',
};

export const kinds: readonly string[] = Object.keys(PLURALS);

export interface Resource {
  readonly kind: string;
  readonly metadata: { readonly name?: string; readonly namespace?: string };
}

/** Path of all objects of the resource's kind in its namespace. */
export function collection({ kind, metadata }: Resource): string {
  const place = kind === 'AuditStore' ? '' : `namespaces/${metadata.namespace ?? 'default'}/`;
  return `/apis/chaperone.dev/v1alpha1/${place}${PLURALS[kind] ?? ''}`;
}

/** Path of the object, or of a subresource of it. */
export function itemPath(resource: Resource, subresource = ''): string {
  return `${collection(resource)}/${resource.metadata.name ?? ''}${subresource}`;
}

/** Nothing is written, and unknown fields are refused, as kubectl asks for. */
export const STRICT_DRY_RUN = '?dryRun=All&fieldValidation=Strict';
