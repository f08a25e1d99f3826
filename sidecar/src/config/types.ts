import type { CompiledPolicies } from '@chaperone/core/policy';
import type { SidecarErrorCode } from '../errors.ts';

/** One mistake in the configuration. Never holds a value of a manifest, so that no secret can be in it. */
export interface ConfigProblem {
  /** File, from the configuration directory's own path; the flag, where a flag is wrong. */
  readonly file: string;
  /** From 1; 0 where no line can be named. */
  readonly line: number;
  /** `spec.rules[2].expression`; empty for a whole file. */
  readonly path: string;
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Says what to do. */
  readonly message: string;
}

/** One `--listen NAME=ADDRESS:PORT`. */
export interface ListenAddress {
  /** Name of the AuditedConnection. */
  readonly connection: string;
  readonly host: string;
  readonly port: number;
}

/** How the sidecar logs in: with a password of its own, or with one that it gets for the agent's token or the pod's. */
export type ConnectionCredential =
  | { readonly kind: 'password'; readonly username: string; readonly password: string }
  | { readonly kind: 'exchange'; readonly username: string; readonly exchange: ConnectionExchange };

/** `spec.credential.tokenExchange` (RFC 8693). */
export interface ConnectionExchange {
  readonly tokenEndpoint: string;
  /** PEM; absent: the system's. */
  readonly ca?: string;
  readonly subject: 'Agent' | 'Pod';
  /** Absent: the sidecar does not authenticate there. */
  readonly client?: { readonly id: string; readonly secret: string };
  readonly subjectTokenType: 'AccessToken' | 'IDToken' | 'JWT';
  readonly audience?: string;
  readonly resource?: string;
  readonly scopes?: readonly string[];
}

/** What agents have to prove, and how: `spec.identity.oidc`. */
export interface ConnectionIdentity {
  readonly mechanism: 'Password' | 'OAuthBearer';
  readonly atExpiry: 'EndSession' | 'KeepSession';
  readonly issuer: string;
  readonly audiences: readonly string[];
  /** Name in the record to name of the token's claim. */
  readonly claims: Readonly<Record<string, string>>;
  /** PEM; absent: the system's. */
  readonly ca?: string;
}

/** A connection that this sidecar can serve. */
export interface ServedConnection {
  readonly kind: 'served';
  readonly name: string;
  readonly namespace: string;
  readonly protocol: 'Postgres';
  readonly target: {
    readonly host: string;
    readonly port: number;
    readonly tlsMode: 'Disable' | 'Require' | 'VerifyCA' | 'VerifyFull';
    /** Name in the target's certificate, where it is not the host. */
    readonly serverName?: string;
    /** PEM; absent: the system's. */
    readonly ca?: string;
    /** PEM; shown to a target that asks for one. */
    readonly clientCertificate?: { readonly certificate: string; readonly key: string };
    /** Ways of proving the password that are agreed to; absent: SCRAM-SHA-256 alone. */
    readonly authentication?: readonly ('ScramSHA256Plus' | 'ScramSHA256' | 'MD5' | 'Cleartext')[];
  };
  readonly credential: ConnectionCredential;
  /** Absent: the agent is not asked who it is. */
  readonly identity?: ConnectionIdentity;
  readonly recording: {
    readonly responses: 'Full' | 'Summary' | 'None';
    readonly maxResponseBytes: number;
    readonly durability: 'Buffered' | 'Fsync' | 'Replicated';
  };
  readonly maxCommandBytes: number;
  readonly idleTimeoutMs: number;
  /** Infinity where the manifest sets none; so below. */
  readonly maxSessions: number;
  readonly maxSessionDurationMs: number;
}

/** A connection whose manifest is right and asks for what this version does not do: its clients are told so. */
export interface RefusedConnection {
  readonly kind: 'refused';
  readonly name: string;
  readonly namespace: string;
  readonly code: SidecarErrorCode;
  readonly message: string;
}

export type ConfiguredConnection = ServedConnection | RefusedConnection;

/** A grant that a manifest asks for. */
export interface ConfiguredGrant {
  readonly name: string;
  readonly namespace: string;
  readonly connection: string;
  readonly policy: string;
  readonly rule: string;
  readonly grant: {
    readonly subject: { readonly serviceAccount: string };
    /** As `1h`. */
    readonly duration: string;
    readonly justification?: string;
  };
  /** Its `spec.decision` says Denied. */
  readonly isDenied: boolean;
}

/** One good set of manifests, as a whole. Never changed: what comes after is another one. */
export interface ConfigSnapshot {
  /** From 1, one more with each good set. */
  readonly generation: number;
  /** By the name that `--listen` gives. */
  readonly connections: ReadonlyMap<string, ConfiguredConnection>;
  readonly policies: CompiledPolicies;
  readonly grants: readonly ConfiguredGrant[];
  /** Warnings; a set with an error is none. */
  readonly problems: readonly ConfigProblem[];
}
