// Generated from manifests/ and src/schemas/ by `npm run generate`. Do not edit.
import type { ObjectMeta } from './object-meta.ts';

/** One target behind one credential. Agents reach the target through it without ever seeing the credential; every command is decided by the AccessPolicies that name the connection, and recorded. */
export interface AuditedConnection {
  /** Always chaperone.dev/v1alpha1. */
  readonly apiVersion: 'chaperone.dev/v1alpha1';
  /** Always AuditedConnection. */
  readonly kind: 'AuditedConnection';
  /** Name, namespace, labels and annotations, as of every Kubernetes object. */
  readonly metadata: ObjectMeta;
  /** Where the target is, how the sidecar logs in to it, and what is recorded. */
  readonly spec: AuditedConnectionSpec;
  /** What the operator found; written by it alone. */
  readonly status?: AuditedConnectionStatus;
}

/** Where the target is, how the sidecar logs in to it, and what is recorded. */
export interface AuditedConnectionSpec {
  /** What the target speaks. It decides which part of a policy's rules and masking applies. */
  readonly protocol: 'Postgres' | 'HTTP' | 'Kubernetes' | 'SSH';
  /** Where the sidecar connects to. */
  readonly target: AuditedConnectionTarget;
  /** Further host names under which agents reach this target, besides target.host. */
  readonly aliases?: readonly string[];
  /** How the sidecar logs in to the target. Exactly one of secretRef, tokenExchange, serviceAccountToken. The agent never sees it. */
  readonly credential: AuditedConnectionCredential;
  /** Who is the agent, beyond the identity of its pod? Without it the pod's ServiceAccount alone counts. */
  readonly identity?: AuditedConnectionIdentity;
  /** What is kept of each command's response, and what the record of a command survives. @defaultValue {} */
  readonly recording: AuditedConnectionRecording;
  /** Limits of a session, whichever agent it is of. Limits per agent are in AccessPolicy. @defaultValue {} */
  readonly limits: AuditedConnectionLimits;
}

/** Where the sidecar connects to. */
export interface AuditedConnectionTarget {
  /** DNS name or IP address of the target. It is also the name that agents use, see aliases. */
  readonly host: string;
  /** TCP port of the target, 1 to 65535. */
  readonly port: number;
  /** How the connection to the target is protected. Without it the mode is VerifyFull. SSH has its own protection and ignores it. @defaultValue {} */
  readonly tls: AuditedConnectionTargetTls;
  /** What only a PostgreSQL target needs. */
  readonly postgres?: AuditedConnectionTargetPostgres;
  /** What only an SSH target needs. */
  readonly ssh?: AuditedConnectionTargetSsh;
}

/** How the connection to the target is protected. Without it the mode is VerifyFull. SSH has its own protection and ignores it. @defaultValue {} */
export interface AuditedConnectionTargetTls {
  /** Disable: no TLS, for a target on the same machine. Require: TLS without a check of the certificate. VerifyCA: the certificate must come from a trusted CA. VerifyFull (default): it must also be for the target's name. @defaultValue "VerifyFull" */
  readonly mode: 'Disable' | 'Require' | 'VerifyCA' | 'VerifyFull';
  /** Name to expect in the target's certificate and to send as SNI. Default is target.host. */
  readonly serverName?: string;
  /** The CA that signs the target's certificate, PEM, one or more certificates. Without it the system's CAs are trusted; for protocol Kubernetes the cluster's own CA. */
  readonly caRef?: AuditedConnectionTargetTlsCaRef;
  /** A Secret of type kubernetes.io/tls in the namespace of the connection, keys tls.crt and tls.key: the certificate that the sidecar shows to a target that asks for one. With it a PostgreSQL credential may do without a password. */
  readonly clientCertificateRef?: AuditedConnectionTargetTlsClientCertificateRef;
}

/** The CA that signs the target's certificate, PEM, one or more certificates. Without it the system's CAs are trusted; for protocol Kubernetes the cluster's own CA. */
export interface AuditedConnectionTargetTlsCaRef {
  /** Kind of the object that holds the CA, in the namespace of the connection. */
  readonly kind: 'ConfigMap' | 'Secret';
  /** Name of the object that holds the CA. */
  readonly name: string;
  /** Key in that object under which the PEM text is. Default ca.crt. @defaultValue "ca.crt" */
  readonly key: string;
}

/** A Secret of type kubernetes.io/tls in the namespace of the connection, keys tls.crt and tls.key: the certificate that the sidecar shows to a target that asks for one. With it a PostgreSQL credential may do without a password. */
export interface AuditedConnectionTargetTlsClientCertificateRef {
  /** Name of the Secret. */
  readonly name: string;
}

/** What only a PostgreSQL target needs. */
export interface AuditedConnectionTargetPostgres {
  /** Ways of proving the password to the server that the sidecar agrees to. Default is ScramSHA256 alone. MD5 and Cleartext give the password away to a false server; name them only for a server that cannot do better. The first of them that the server offers is used, whatever their order: ScramSHA256Plus, ScramSHA256, MD5, Cleartext. @defaultValue ["ScramSHA256"] */
  readonly authentication: readonly ('ScramSHA256Plus' | 'ScramSHA256' | 'MD5' | 'Cleartext')[];
}

/** What only an SSH target needs. */
export interface AuditedConnectionTargetSsh {
  /** Public keys of the host, each as in a known_hosts file without the name: type, then base64. A host that shows another key is refused. */
  readonly hostKeys: readonly string[];
}

/** How the sidecar logs in to the target. Exactly one of secretRef, tokenExchange, serviceAccountToken. The agent never sees it. */
export interface AuditedConnectionCredential {
  /** A Secret in the namespace of the connection. Postgres reads the keys username and password; HTTP and Kubernetes read token, or username and password; SSH reads username and ssh-privatekey or password. */
  readonly secretRef?: AuditedConnectionCredentialSecretRef;
  /** OAuth 2.0 token exchange (RFC 8693). The answer is the PostgreSQL password, or the bearer token towards an HTTP or Kubernetes target. */
  readonly tokenExchange?: AuditedConnectionCredentialTokenExchange;
  /** A token of another ServiceAccount, asked for with a TokenRequest; the bearer token towards the target. */
  readonly serviceAccountToken?: AuditedConnectionCredentialServiceAccountToken;
}

/** A Secret in the namespace of the connection. Postgres reads the keys username and password; HTTP and Kubernetes read token, or username and password; SSH reads username and ssh-privatekey or password. */
export interface AuditedConnectionCredentialSecretRef {
  /** Name of the Secret. */
  readonly name: string;
}

/** OAuth 2.0 token exchange (RFC 8693). The answer is the PostgreSQL password, or the bearer token towards an HTTP or Kubernetes target. */
export interface AuditedConnectionCredentialTokenExchange {
  /** URL of the authorization server's token endpoint, https. */
  readonly tokenEndpoint: string;
  /** The CA that signs the certificate of the token endpoint, PEM, one or more certificates. Without it the system's CAs are trusted. */
  readonly caRef?: AuditedConnectionCredentialTokenExchangeCaRef;
  /** Protocol Postgres: the role to log in as; the answer of the exchange is its password. */
  readonly username?: string;
  /** A Secret with the keys client_id and client_secret, with which the sidecar authenticates at the token endpoint. Without it the request is sent without client authentication. */
  readonly clientSecretRef?: AuditedConnectionCredentialTokenExchangeClientSecretRef;
  /** What is exchanged. Agent: the OIDC token that the agent presented, which needs identity.oidc. Pod: the pod's own, projected into the sidecar alone with the audience of the installation for exchanges. */
  readonly subjectToken: 'Agent' | 'Pod';
  /** What the exchanged token is called there; parameter subject_token_type of RFC 8693: AccessToken (default), IDToken or JWT. @defaultValue "AccessToken" */
  readonly subjectTokenType: 'AccessToken' | 'IDToken' | 'JWT';
  /** The audience that is asked for; parameter audience of RFC 8693. */
  readonly audience?: string;
  /** The resource that is asked for; parameter resource of RFC 8693, an absolute URI. */
  readonly resource?: string;
  /** The scopes that are asked for. Default is what the authorization server gives. */
  readonly scopes?: readonly string[];
}

/** The CA that signs the certificate of the token endpoint, PEM, one or more certificates. Without it the system's CAs are trusted. */
export interface AuditedConnectionCredentialTokenExchangeCaRef {
  /** Kind of the object that holds the CA, in the namespace of the connection. */
  readonly kind: 'ConfigMap' | 'Secret';
  /** Name of the object that holds the CA. */
  readonly name: string;
  /** Key in that object under which the PEM text is. Default ca.crt. @defaultValue "ca.crt" */
  readonly key: string;
}

/** A Secret with the keys client_id and client_secret, with which the sidecar authenticates at the token endpoint. Without it the request is sent without client authentication. */
export interface AuditedConnectionCredentialTokenExchangeClientSecretRef {
  /** Name of the Secret. */
  readonly name: string;
}

/** A token of another ServiceAccount, asked for with a TokenRequest; the bearer token towards the target. */
export interface AuditedConnectionCredentialServiceAccountToken {
  /** Name of the ServiceAccount, in the namespace of the connection. */
  readonly name: string;
  /** How long a token is good for, as 10m; it is renewed before. Default and minimum 10m. @defaultValue "10m" */
  readonly expiration: string;
  /** Audiences of the token. Default is the API server's own. */
  readonly audiences?: readonly string[];
}

/** Who is the agent, beyond the identity of its pod? Without it the pod's ServiceAccount alone counts. */
export interface AuditedConnectionIdentity {
  /** The agent must present an OIDC token: as the password (Postgres, SSH) or the bearer token (HTTP, Kubernetes). Its signature, issuer, audience and expiry are checked. */
  readonly oidc?: AuditedConnectionIdentityOidc;
}

/** The agent must present an OIDC token: as the password (Postgres, SSH) or the bearer token (HTTP, Kubernetes). Its signature, issuer, audience and expiry are checked. */
export interface AuditedConnectionIdentityOidc {
  /** URL of the issuer, https, exactly as in the token's iss claim. */
  readonly issuer: string;
  /** The CA that signs the certificate of the issuer, PEM, one or more certificates. Without it the system's CAs are trusted. */
  readonly caRef?: AuditedConnectionIdentityOidcCaRef;
  /** Protocol Postgres: how the agent presents the token. Password (default): in place of the password, as every driver can. OAuthBearer: by SASL OAUTHBEARER (RFC 7628), as libpq 18 and newer. @defaultValue "Password" */
  readonly mechanism: 'Password' | 'OAuthBearer';
  /** What becomes of a session whose token expires. EndSession (default): it ends, once what runs has its answer. KeepSession: it goes on, as PostgreSQL itself would have it. @defaultValue "EndSession" */
  readonly atExpiry: 'EndSession' | 'KeepSession';
  /** The token must be for one of these audiences. */
  readonly audiences: readonly string[];
  /** Which claims of the token go into every record and may be matched by policies: name in the record (agent, model, modelVersion, run, request, or any other) to name of the claim. Default is agent: sub. */
  readonly claims?: Readonly<Record<string, string>>;
}

/** The CA that signs the certificate of the issuer, PEM, one or more certificates. Without it the system's CAs are trusted. */
export interface AuditedConnectionIdentityOidcCaRef {
  /** Kind of the object that holds the CA, in the namespace of the connection. */
  readonly kind: 'ConfigMap' | 'Secret';
  /** Name of the object that holds the CA. */
  readonly name: string;
  /** Key in that object under which the PEM text is. Default ca.crt. @defaultValue "ca.crt" */
  readonly key: string;
}

/** What is kept of each command's response, and what the record of a command survives. @defaultValue {} */
export interface AuditedConnectionRecording {
  /** Full (default): the response as the agent received it. Summary: status, row count, size and digest. None: status only. The command itself is always recorded. @defaultValue "Full" */
  readonly responses: 'Full' | 'Summary' | 'None';
  /** How much of one response is kept, as 64Mi (default) or a number of bytes. A longer response is still delivered; the record keeps its digest, its size and a mark. @defaultValue "64Mi" */
  readonly maxResponseBytes: number | string;
  /** What the record of a command survives before the command is forwarded. Buffered (default): the end of the sidecar. Fsync: the node's loss of power. Replicated: the loss of the node. @defaultValue "Buffered" */
  readonly durability: 'Buffered' | 'Fsync' | 'Replicated';
  /** The AuditStore that recordings are uploaded to. Default is the AuditStore named default. */
  readonly storeRef?: AuditedConnectionRecordingStoreRef;
}

/** The AuditStore that recordings are uploaded to. Default is the AuditStore named default. */
export interface AuditedConnectionRecordingStoreRef {
  /** Name of the AuditStore. */
  readonly name: string;
}

/** Limits of a session, whichever agent it is of. Limits per agent are in AccessPolicy. @defaultValue {} */
export interface AuditedConnectionLimits {
  /** Largest command with its parameters, as 1Mi (default) or a number of bytes. A larger one is refused. @defaultValue "1Mi" */
  readonly maxCommandBytes: number | string;
  /** A session without a command for this long is closed, as 30m (default). @defaultValue "30m" */
  readonly idleTimeout: string;
  /** Most sessions that may be open at a time, over all agents of one sidecar; a further one is refused. Without it only the sidecar's own limit holds. */
  readonly maxSessions?: number;
  /** A session that has lasted this long takes no new command; what runs has 30 seconds to end. As 8h; without it a session may last. */
  readonly maxSessionDuration?: string;
}

/** What the operator found; written by it alone. */
export interface AuditedConnectionStatus {
  /** metadata.generation of the spec that this status is about. */
  readonly observedGeneration?: number;
  /** Loopback address that stands for the target in agents' pods, 127.77.0.1 to 127.77.255.254; unique in the namespace. Pods that are injected map the target's names to it. */
  readonly address?: string;
  /** Ready: the connection can be used. Addressed: agents' pods have an address for it. CredentialReady: the credential is there and has what the protocol needs. TargetResolved: the host has an address. BypassFree: no right of an agent's ServiceAccount leads past the sidecar, and each of its pods has one; the message names every way. */
  readonly conditions?: readonly AuditedConnectionStatusCondition[];
}

/** One observation, in the form of Kubernetes' metav1.Condition. */
export interface AuditedConnectionStatusCondition {
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
