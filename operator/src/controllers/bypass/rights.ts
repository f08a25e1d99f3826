/** Something an agent's ServiceAccount must not be allowed, or it gets past its sidecar. */
export interface Right {
  /** For programs, as the condition's reason. */
  readonly reason: string;
  /** What it could do, behind `ServiceAccount x can`; `%` stands for the Secret or the connection. */
  readonly what: string;
  readonly group: string;
  readonly resources: readonly string[];
  readonly subresource?: string;
  /** Any of these is enough. */
  readonly verbs: readonly string[];
  /** Asked about this object alone; else about any. */
  readonly name?: 'credential' | 'connection';
  /** Default: the agent's namespace. */
  readonly where?: 'cluster' | 'operator';
}

const WRITE = ['create', 'patch', 'update'] as const;
const own = 'chaperone.dev';
const rbac = 'rbac.authorization.k8s.io';
const admission = 'admissionregistration.k8s.io';

/** In the order in which they are told: what gives the credential away comes first. */
export const rights: readonly Right[] = [
  {
    ...{ reason: 'CanReadCredential', what: 'read Secret %', name: 'credential' },
    ...{ group: '', resources: ['secrets'], verbs: ['get', 'list', 'watch'] },
  },
  {
    ...{ reason: 'CanReadCredential', what: 'list every Secret, % among them' },
    ...{ group: '', resources: ['secrets'], verbs: ['list', 'watch'] },
  },
  {
    ...{ reason: 'CanMintTokens', what: 'mint tokens of ServiceAccounts', subresource: 'token' },
    ...{ group: '', resources: ['serviceaccounts'], verbs: ['create'] },
  },
  {
    ...{ reason: 'CanCreatePods', what: 'make pods without a sidecar that mount Secret %' },
    ...{ group: '', resources: ['pods'], verbs: ['create'] },
  },
  {
    ...{ reason: 'CanCreatePods', what: 'make pods without a sidecar that mount Secret %' },
    ...{ group: '', resources: ['replicationcontrollers'], verbs: WRITE },
  },
  {
    ...{ reason: 'CanCreatePods', what: 'make pods without a sidecar that mount Secret %' },
    group: 'apps',
    resources: ['deployments', 'statefulsets', 'daemonsets', 'replicasets'],
    verbs: WRITE,
  },
  {
    ...{ reason: 'CanCreatePods', what: 'make pods without a sidecar that mount Secret %' },
    ...{ group: 'batch', resources: ['jobs', 'cronjobs'], verbs: WRITE },
  },
  {
    ...{ reason: 'CanExec', what: 'run commands in pods', subresource: 'exec' },
    ...{ group: '', resources: ['pods'], verbs: ['create', 'get'] },
  },
  {
    ...{ reason: 'CanExec', what: 'attach to containers of pods', subresource: 'attach' },
    ...{ group: '', resources: ['pods'], verbs: ['create', 'get'] },
  },
  {
    reason: 'CanExec',
    what: 'put ephemeral containers into pods',
    subresource: 'ephemeralcontainers',
    ...{ group: '', resources: ['pods'], verbs: ['patch', 'update'] },
  },
  {
    ...{ reason: 'CanExec', what: 'reach the kubelets', subresource: 'proxy', where: 'cluster' },
    ...{ group: '', resources: ['nodes'], verbs: ['create', 'get'] },
  },
  {
    ...{ reason: 'CanDecide', what: 'decide Approvals' },
    ...{ group: own, resources: ['approvals'], verbs: ['patch', 'update'] },
  },
  {
    ...{ reason: 'CanDecide', what: 'make Approvals that say what they like' },
    ...{ group: own, resources: ['approvals'], verbs: ['request'] },
  },
  {
    ...{ reason: 'CanDecide', what: 'approve commands on connection %', name: 'connection' },
    ...{ group: own, resources: ['auditedconnections'], verbs: ['approve'] },
  },
  {
    ...{ reason: 'CanChangePolicy', what: 'change AccessPolicies' },
    ...{ group: own, resources: ['accesspolicies'], verbs: [...WRITE, 'delete'] },
  },
  {
    ...{ reason: 'CanChangePolicy', what: 'change AuditedConnections' },
    ...{ group: own, resources: ['auditedconnections'], verbs: WRITE },
  },
  {
    ...{ reason: 'CanReachTarget', what: 'change NetworkPolicies' },
    group: 'networking.k8s.io',
    ...{ resources: ['networkpolicies'], verbs: ['create', 'delete', 'patch', 'update'] },
  },
  {
    ...{ reason: 'CanTakeRights', what: 'speak as other ServiceAccounts' },
    ...{ group: '', resources: ['serviceaccounts'], verbs: ['impersonate'] },
  },
  {
    ...{ reason: 'CanTakeRights', what: 'speak as other people', where: 'cluster' },
    ...{ group: '', resources: ['users', 'groups'], verbs: ['impersonate'] },
  },
  {
    ...{ reason: 'CanTakeRights', what: 'give itself rights' },
    ...{ group: rbac, resources: ['roles'], verbs: ['escalate', 'bind'] },
  },
  {
    ...{ reason: 'CanTakeRights', what: 'give itself rights', where: 'cluster' },
    ...{ group: rbac, resources: ['clusterroles'], verbs: ['escalate', 'bind'] },
  },
  {
    ...{ reason: 'CanDisarm', what: "take the API server's rules for agents away" },
    ...{ group: admission, where: 'cluster', verbs: ['delete', 'patch', 'update'] },
    resources: [
      'mutatingwebhookconfigurations',
      'validatingadmissionpolicies',
      'validatingadmissionpolicybindings',
    ],
  },
  {
    ...{ reason: 'CanDisarm', what: "read the operator's own Secrets", where: 'operator' },
    ...{ group: '', resources: ['secrets'], verbs: ['get', 'list', 'watch'] },
  },
];
