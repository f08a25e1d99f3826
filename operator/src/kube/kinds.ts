import type {
  AccessPolicy,
  Approval,
  AuditSession,
  AuditStore,
  AuditedConnection,
} from '@chaperone/crds';
import type {
  EventsV1Event,
  V1ConfigMap,
  V1CustomResourceDefinition,
  V1Lease,
  V1MutatingWebhookConfiguration,
  V1Namespace,
  V1Pod,
  V1Secret,
  V1Service,
  V1ServiceAccount,
  V1SubjectAccessReview,
  V1TokenReview,
} from '@kubernetes/client-node';
import type { KubeObject, OnWire } from './object.ts';

/** A kind of the API: where it is served, and what its objects look like. */
export interface Kind<T extends KubeObject = KubeObject> {
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** As in the path of a request. */
  readonly plural: string;
  readonly namespaced: boolean;
  /** Never there: carries the type alone. */
  readonly of?: T;
}

/** `group/version`; of the core group the version alone. */
export function apiVersionOf({ group, version }: Kind): string {
  return group === '' ? version : `${group}/${version}`;
}

export type Pod = OnWire<V1Pod>;
export type Secret = OnWire<V1Secret>;
export type ConfigMap = OnWire<V1ConfigMap>;
export type Service = OnWire<V1Service>;
export type ServiceAccount = OnWire<V1ServiceAccount>;
export type Namespace = OnWire<V1Namespace>;
export type Lease = OnWire<V1Lease>;
export type Event = OnWire<EventsV1Event>;
export type TokenReview = OnWire<V1TokenReview>;
export type SubjectAccessReview = OnWire<V1SubjectAccessReview>;
export type MutatingWebhookConfiguration = OnWire<V1MutatingWebhookConfiguration>;
export type CustomResourceDefinition = OnWire<V1CustomResourceDefinition>;

/** A row's group and version are said once for the kinds that share them. */
function rowsOf(group: string, version: string) {
  return <T extends KubeObject>(kind: string, plural: string, namespaced = true): Kind<T> => ({
    ...{ group, version, kind, plural, namespaced },
  });
}

const ours = rowsOf('chaperone.dev', 'v1alpha1');
export const auditedConnections: Kind<AuditedConnection> = ours(
  'AuditedConnection',
  'auditedconnections',
);
export const accessPolicies: Kind<AccessPolicy> = ours('AccessPolicy', 'accesspolicies');
export const approvals: Kind<Approval> = ours('Approval', 'approvals');
export const auditSessions: Kind<AuditSession> = ours('AuditSession', 'auditsessions');
export const auditStores: Kind<AuditStore> = ours('AuditStore', 'auditstores', false);

const core = rowsOf('', 'v1');
export const pods: Kind<Pod> = core('Pod', 'pods');
export const secrets: Kind<Secret> = core('Secret', 'secrets');
export const configMaps: Kind<ConfigMap> = core('ConfigMap', 'configmaps');
export const services: Kind<Service> = core('Service', 'services');
export const serviceAccounts: Kind<ServiceAccount> = core('ServiceAccount', 'serviceaccounts');
export const namespaces: Kind<Namespace> = core('Namespace', 'namespaces', false);

export const leases: Kind<Lease> = rowsOf('coordination.k8s.io', 'v1')('Lease', 'leases');
export const events: Kind<Event> = rowsOf('events.k8s.io', 'v1')('Event', 'events');
export const tokenReviews: Kind<TokenReview> = rowsOf(
  'authentication.k8s.io',
  'v1',
)(...(['TokenReview', 'tokenreviews', false] as const));
export const subjectAccessReviews: Kind<SubjectAccessReview> = rowsOf(
  'authorization.k8s.io',
  'v1',
)(...(['SubjectAccessReview', 'subjectaccessreviews', false] as const));
export const customResourceDefinitions: Kind<CustomResourceDefinition> = rowsOf(
  ...(['apiextensions.k8s.io', 'v1'] as const),
)('CustomResourceDefinition', 'customresourcedefinitions', false);
export const mutatingWebhookConfigurations: Kind<MutatingWebhookConfiguration> = rowsOf(
  ...(['admissionregistration.k8s.io', 'v1'] as const),
)('MutatingWebhookConfiguration', 'mutatingwebhookconfigurations', false);
