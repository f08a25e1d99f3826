// Generated from manifests/ and src/schemas/ by `npm run generate`. Do not edit.
import type { ObjectMeta } from './object-meta.ts';

/** What agents may do through connections of the same namespace, what needs a person's approval, and what is masked. A command is the set of its effects. Deny and RequireApproval match when any effect matches; Allow must cover every effect. Deny wins over RequireApproval, RequireApproval over Allow; what nothing allows is denied. The order of policies and rules is of no consequence. "*" is a wildcard in every name, relation, command, path and claim. */
export interface AccessPolicy {
  /** Always chaperone.dev/v1alpha1. */
  readonly apiVersion: 'chaperone.dev/v1alpha1';
  /** Always AccessPolicy. */
  readonly kind: 'AccessPolicy';
  /** Name, namespace, labels and annotations, as of every Kubernetes object. */
  readonly metadata: ObjectMeta;
  /** Whom the policy is about, on which connections, and what it says. */
  readonly spec: AccessPolicySpec;
  /** What the operator found; written by it alone. */
  readonly status?: AccessPolicyStatus;
}

/** Whom the policy is about, on which connections, and what it says. */
export interface AccessPolicySpec {
  /** Enforce (default), or DryRun: what would have been decided is recorded, and the command passes. @defaultValue "Enforce" */
  readonly mode: 'Enforce' | 'DryRun';
  /** The agents that the policy is about: any of these; within one entry all that is named must hold. Without subjects it is about every agent of the namespace. */
  readonly subjects?: readonly AccessPolicySubject[];
  /** Names of the AuditedConnections of the namespace that the policy is about; "*" is a wildcard. */
  readonly connections: readonly string[];
  /** What is allowed, denied or held for approval. Without rules the policy allows nothing. @defaultValue [] */
  readonly rules: readonly AccessPolicyRule[];
  /** What is masked in responses, and where asked in the record of commands. @defaultValue [] */
  readonly masking: readonly AccessPolicyMasking[];
  /** How much one agent may read through the connections of the policy, counted over all its sessions on a connection. The strictest of all policies applies. A running result that reaches a limit ends with an error; beyond a limit per hour commands are denied until enough of the hour has passed. */
  readonly limits?: AccessPolicyLimits;
}

/** One description of agents; all that it names must hold. */
export interface AccessPolicySubject {
  /** Name of the agent's ServiceAccount; "*" is a wildcard. */
  readonly serviceAccount?: string;
  /** Labels of the agent's pod, as in every Kubernetes selector. */
  readonly podSelector?: AccessPolicySubjectPodSelector;
  /** Claims of the agent's verified OIDC token, by their names in identity.oidc.claims of the connection; "*" is a wildcard in the value. */
  readonly claims?: Readonly<Record<string, string>>;
}

/** Labels of the agent's pod, as in every Kubernetes selector. */
export interface AccessPolicySubjectPodSelector {
  /** Labels that the pod must have, key to value. */
  readonly matchLabels?: Readonly<Record<string, string>>;
  /** Further conditions on labels; all must hold. */
  readonly matchExpressions?: readonly AccessPolicySubjectPodSelectorMatchExpression[];
}

/** One condition on one label. */
export interface AccessPolicySubjectPodSelectorMatchExpression {
  /** Key of the label. */
  readonly key: string;
  /** How the label is compared. */
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  /** Values to compare with; for In and NotIn. */
  readonly values?: readonly string[];
}

/** One rule. A field of its match that is left out matches anything. */
export interface AccessPolicyRule {
  /** Name of the rule, unique in the policy: lower-case letters, digits and dashes, at most 63. Denials, approvals and records name it. */
  readonly name: string;
  /** What follows when the rule matches. Allow: the effect is covered. Deny: the command is refused. RequireApproval: it waits for a person, see approval. */
  readonly effect: 'Allow' | 'Deny' | 'RequireApproval';
  /** A match on the effects of a SQL statement: a command on a relation, a function, a setting or nothing. */
  readonly postgres?: AccessPolicyRulePostgres;
  /** A match on an HTTP request. */
  readonly http?: AccessPolicyRuleHttp;
  /** A match on a request to a Kubernetes API server, in the words of RBAC. */
  readonly kubernetes?: AccessPolicyRuleKubernetes;
  /** A match on an operation of an SSH connection. */
  readonly ssh?: AccessPolicyRuleSsh;
  /** A condition in CEL over agent, connection, session, command and now, for what the match cannot say; both must hold. An expression that fails counts as matched in Deny and RequireApproval, as not matched in Allow. */
  readonly expression?: string;
  /** What an agent is told when the rule denies or holds its command; say what it should do instead. */
  readonly message?: string;
  /** Who may approve, and how long there is for it. For effect RequireApproval. */
  readonly approval?: AccessPolicyRuleApproval;
}

/** A match on the effects of a SQL statement: a command on a relation, a function, a setting or nothing. */
export interface AccessPolicyRulePostgres {
  /** PostgreSQL's command tags: SELECT, UPDATE, CREATE TABLE, COPY, SET. "CREATE *" matches several, "*" all. Calling a function is CALL. */
  readonly commands?: readonly string[];
  /** Tables, views and sequences as schema.name, for example public.orders or public.*. Narrows the match to effects on relations. */
  readonly relations?: readonly string[];
  /** Functions and procedures as schema.name. Narrows the match to calls of them. */
  readonly functions?: readonly string[];
  /** Only writes that reach every row: an UPDATE or DELETE without WHERE, or with one that does not depend on a column. Leave it out to match all. */
  readonly unbounded?: true;
}

/** A match on an HTTP request. */
export interface AccessPolicyRuleHttp {
  /** Request methods: GET, POST. "*" is a wildcard. */
  readonly methods?: readonly string[];
  /** Paths of the request, without the query, for example /v1/invoices/*. */
  readonly paths?: readonly string[];
}

/** A match on a request to a Kubernetes API server, in the words of RBAC. */
export interface AccessPolicyRuleKubernetes {
  /** get, list, watch, create, update, patch, delete, deletecollection; "*" is a wildcard. */
  readonly verbs?: readonly string[];
  /** API groups; "" is the core group. "*" is a wildcard. */
  readonly apiGroups?: readonly string[];
  /** Resources in the plural, with their subresource after a slash: pods, pods/log. "*" is a wildcard. */
  readonly resources?: readonly string[];
  /** Names of objects. "*" is a wildcard. */
  readonly resourceNames?: readonly string[];
  /** Namespaces of the request. "*" is a wildcard. */
  readonly namespaces?: readonly string[];
  /** Paths that are no resource, for example /version or /apis/*. */
  readonly nonResourceURLs?: readonly string[];
}

/** A match on an operation of an SSH connection. */
export interface AccessPolicyRuleSsh {
  /** What the agent asks for on the connection. */
  readonly channels?: readonly ('Exec' | 'Shell' | 'Sftp' | 'Forward')[];
  /** Command lines of Exec, for example systemctl status *. */
  readonly commands?: readonly string[];
  /** File operations of Sftp. */
  readonly operations?: readonly ('Read' | 'Write' | 'List' | 'Stat' | 'SetStat' | 'Mkdir' | 'Rmdir' | 'Remove' | 'Rename' | 'Link' | 'ReadLink')[];
  /** Absolute paths that a file operation of Sftp touches, for example /var/log/*. */
  readonly paths?: readonly string[];
  /** Destinations of Forward as host:port, for example db.internal:5432. */
  readonly destinations?: readonly string[];
}

/** Who may approve, and how long there is for it. For effect RequireApproval. */
export interface AccessPolicyRuleApproval {
  /** Who may decide; any of these groups and users. */
  readonly approvers: AccessPolicyRuleApprovalApprovers;
  /** How many different people must approve. Default 1. One denial suffices. @defaultValue 1 */
  readonly required: number;
  /** How long there is to decide, as 15m (default). Then the command is denied. @defaultValue "15m" */
  readonly timeout: string;
  /** What an approval is good for. Once (default): this exact command, once. Session: this rule for the rest of the session. Window: a time window that a person asked for in advance, an Approval with grant. @defaultValue "Once" */
  readonly scope: 'Once' | 'Session' | 'Window';
  /** What the agent sees meanwhile. Hold (default): its call waits. Reject: the command is denied at once, naming the Approval; the same command passes after it is approved. @defaultValue "Hold" */
  readonly onPending: 'Hold' | 'Reject';
}

/** Who may decide; any of these groups and users. */
export interface AccessPolicyRuleApprovalApprovers {
  /** Groups of the cluster whose members may decide. */
  readonly groups?: readonly string[];
  /** Users of the cluster who may decide. */
  readonly users?: readonly string[];
}

/** One way of masking; it applies to whatever any of its selectors names. */
export interface AccessPolicyMasking {
  /** Name of the entry, unique in the policy: lower-case letters, digits and dashes, at most 63. */
  readonly name: string;
  /** Columns of a PostgreSQL database. */
  readonly postgres?: AccessPolicyMaskingPostgres;
  /** Parts of an HTTP response. */
  readonly http?: AccessPolicyMaskingHttp;
  /** Fields of Kubernetes objects. */
  readonly kubernetes?: AccessPolicyMaskingKubernetes;
  /** Values that are recognised by their content, wherever they stand. */
  readonly detectors?: readonly ('CreditCard' | 'Email' | 'USSocialSecurityNumber' | 'IBAN' | 'AWSAccessKey' | 'PrivateKey' | 'JWT')[];
  /** Values that are recognised by regular expressions of your own. */
  readonly patterns?: readonly AccessPolicyMaskingPattern[];
  /** Where it applies. Responses (default): what the agent receives, and the record of it. Commands: what the record keeps of the command itself. @defaultValue ["Responses"] */
  readonly surfaces: readonly ('Responses' | 'Commands')[];
  /** How a value is masked. Redact: replaced by a fixed text. Partial: all but its end, see partial. Hash: replaced by a keyed hash, so that equal values stay equal. Null: replaced by no value. */
  readonly method: 'Redact' | 'Partial' | 'Hash' | 'Null';
  /** Whether masked columns may decide over a statement. Refuse, or nothing said: a condition, order, group, join or expression that can fail with one is refused, since its outcome tells about the value, and so is a write that a constraint on one would answer. Allow: they run, what comes out stays masked, and what the target says of their failure is withheld; where several entries mask a column, all have to allow it. */
  readonly predicates?: 'Refuse' | 'Allow';
  /** What method Partial leaves. */
  readonly partial?: AccessPolicyMaskingPartial;
}

/** Columns of a PostgreSQL database. */
export interface AccessPolicyMaskingPostgres {
  /** Columns as schema.table.column; "*" is a wildcard in each part. */
  readonly columns: readonly string[];
}

/** Parts of an HTTP response. */
export interface AccessPolicyMaskingHttp {
  /** Values in a JSON body, as JSONPath (RFC 9535), for example $..accountNumber. */
  readonly jsonPaths?: readonly string[];
  /** Response headers, whatever their case. */
  readonly headers?: readonly string[];
}

/** Fields of Kubernetes objects. */
export interface AccessPolicyMaskingKubernetes {
  /** Resources in the plural whose fields are masked, for example secrets. "*" is a wildcard. */
  readonly resources: readonly string[];
  /** Fields of the object whose values are masked, for example data; deeper ones with dots. */
  readonly fields: readonly string[];
}

/** One regular expression. */
export interface AccessPolicyMaskingPattern {
  /** Name of the pattern, unique in the entry: lower-case letters, digits and dashes, at most 63. */
  readonly name: string;
  /** The expression in RE2 syntax; what it matches is masked. */
  readonly regex: string;
}

/** What method Partial leaves. */
export interface AccessPolicyMaskingPartial {
  /** Number of characters at the end that stay readable; a value that is no longer is masked as a whole. */
  readonly keepLast: number;
}

/** How much one agent may read through the connections of the policy, counted over all its sessions on a connection. The strictest of all policies applies. A running result that reaches a limit ends with an error; beyond a limit per hour commands are denied until enough of the hour has passed. */
export interface AccessPolicyLimits {
  /** Most rows that one command may return. */
  readonly rowsPerCommand?: number;
  /** Most bytes of the response to one command, as 64Mi or a number of bytes. */
  readonly bytesPerCommand?: number | string;
  /** Most rows in any 60 minutes. */
  readonly rowsPerHour?: number;
  /** Most bytes of responses in any 60 minutes, as 1Gi or a number of bytes. */
  readonly bytesPerHour?: number | string;
  /** Most sessions that one agent may have open on a connection at a time; a further one is refused. */
  readonly sessions?: number;
}

/** What the operator found; written by it alone. */
export interface AccessPolicyStatus {
  /** metadata.generation of the spec that this status is about. */
  readonly observedGeneration?: number;
  /** Ready: the policy is in force; its reason says which rule cannot be used, and why. Connected: each name in spec.connections finds a connection. Effective: each rule can decide something; the message names those that cannot. */
  readonly conditions?: readonly AccessPolicyStatusCondition[];
}

/** One observation, in the form of Kubernetes' metav1.Condition. */
export interface AccessPolicyStatusCondition {
  /** What is observed, in CamelCase. */
  readonly type: string;
  /** Whether it holds: True, False or Unknown. */
  readonly status: 'True' | 'False' | 'Unknown';
  /** metadata.generation that the condition is about. */
  readonly observedGeneration?: number;
  /** When status last changed, RFC 3339. */
  readonly lastTransitionTime: string;
  /** One word in CamelCase for programs. */
  readonly reason: string;
  /** One sentence for a person. */
  readonly message: string;
}
