import { brokerErrors, type BrokerErrorCode } from './errors/broker-errors.ts';
import { commandErrors, type CommandErrorCode } from './errors/command-errors.ts';
import { fact, type ErrorFact } from './errors/fact.ts';
import { identityErrors, type IdentityErrorCode } from './errors/identity-errors.ts';

export type { ErrorFact } from './errors/fact.ts';

/** The closed set of the sidecar's refusals and failures. */
export type SidecarErrorCode =
  | CommandErrorCode
  | IdentityErrorCode
  | BrokerErrorCode
  | 'MALFORMED_MESSAGE'
  | 'STARTUP_CLOSED'
  | 'STARTUP_MALFORMED'
  | 'STARTUP_TIMEOUT'
  | 'STARTUP_TLS_FAILED'
  | 'STARTUP_TLS_STUFFED'
  | 'STARTUP_USER_MISSING'
  | 'INVALID_STARTUP_PARAMETER'
  | 'UNSUPPORTED_STARTUP_PARAMETER'
  | 'UNSUPPORTED_REPLICATION'
  | 'UNSUPPORTED_PROTOCOL_VERSION'
  | 'UPSTREAM_CONNECT_FAILED'
  | 'UPSTREAM_CLOSED'
  | 'UPSTREAM_TIMEOUT'
  | 'UPSTREAM_REFUSED'
  | 'UPSTREAM_TLS_REFUSED'
  | 'UPSTREAM_TLS_STUFFED'
  | 'UPSTREAM_TLS_FAILED'
  | 'UPSTREAM_AUTH_UNSUPPORTED'
  | 'UPSTREAM_AUTH_INVALID'
  | 'UPSTREAM_PROTOCOL_VIOLATION'
  | 'UPSTREAM_ENCODING_UNSUPPORTED'
  | 'UPSTREAM_STRINGS_UNSUPPORTED'
  | 'RECORDING_UNAVAILABLE'
  | 'RECORDING_FULL'
  | 'DATA_IN_USE'
  | 'DATA_UNUSABLE'
  | 'TLS_UNUSABLE'
  | 'TOO_MANY_SESSIONS'
  | 'APPROVAL_DENIED'
  | 'APPROVAL_EXPIRED'
  | 'APPROVAL_PENDING'
  | 'APPROVAL_WITHDRAWN'
  | 'COMMAND_CANCELLED'
  | 'APPROVAL_UNUSABLE'
  | 'TOO_MANY_APPROVALS'
  | 'UNKNOWN_CONNECTION'
  | 'UNSUPPORTED_PROTOCOL'
  | 'UNSUPPORTED_CREDENTIAL'
  | 'UNSUPPORTED_DURABILITY'
  | 'CREDENTIAL_MISSING'
  | 'CREDENTIAL_UNUSABLE';

export const sidecarErrors: Readonly<Record<SidecarErrorCode, ErrorFact>> = {
  ...commandErrors,
  ...identityErrors,
  ...brokerErrors,
  MALFORMED_MESSAGE: fact(
    '08P01',
    'A message does not follow the PostgreSQL protocol.',
    'Use a client that speaks protocol 3; nothing of the message was forwarded.',
  ),
  STARTUP_CLOSED: fact(
    '08006',
    'The agent closed the connection before its start-up was complete.',
    'Nothing, if it was a port check; otherwise look at the agent.',
  ),
  STARTUP_MALFORMED: fact(
    '08P01',
    'The first packet is no PostgreSQL start-up packet, or is longer than 10,000 bytes.',
    'Connect with a PostgreSQL client.',
  ),
  STARTUP_TIMEOUT: fact(
    '57014',
    'The agent did not complete its start-up in time.',
    'Send the StartupMessage at once after connecting.',
  ),
  STARTUP_TLS_FAILED: fact(
    '08006',
    'The TLS handshake with the agent failed.',
    "Make the agent trust the sidecar's certificate authority, and use TLS 1.2 or newer.",
  ),
  STARTUP_TLS_STUFFED: fact(
    '08P01',
    'The agent sent bytes behind its encryption request before the answer; they could be injected by a third party.',
    'Wait for the one-byte answer to SSLRequest or GSSENCRequest.',
  ),
  STARTUP_USER_MISSING: fact(
    '28000',
    'The StartupMessage names no user.',
    'Give a user name; which one does not matter unless the connection asks for a token.',
  ),
  INVALID_STARTUP_PARAMETER: fact(
    '22023',
    'A start-up parameter has a value that the sidecar cannot work with.',
    'Correct the parameter named in the message; client_encoding must be UTF8.',
  ),
  UNSUPPORTED_STARTUP_PARAMETER: fact(
    '0A000',
    'The sidecar does not pass this start-up parameter on.',
    'Leave the parameter named in the message out, or SET it after connecting if a policy allows it.',
  ),
  UNSUPPORTED_REPLICATION: fact(
    '0A000',
    'Replication connections are not audited and therefore refused.',
    'Connect to the target without `replication`.',
  ),
  UNSUPPORTED_PROTOCOL_VERSION: fact(
    '0A000',
    'The agent asked for another major version of the protocol than 3.',
    'Use a client of PostgreSQL 7.4 or newer.',
  ),
  UPSTREAM_CONNECT_FAILED: fact(
    '08001',
    'The target cannot be reached.',
    'Check target.host and target.port of the AuditedConnection, DNS and network policies.',
  ),
  UPSTREAM_CLOSED: fact(
    '08006',
    'The target closed the connection during start-up.',
    "Look into the target's log.",
  ),
  UPSTREAM_TIMEOUT: fact(
    '08001',
    'The target did not complete the start-up in time.',
    'Check whether the target is overloaded or a firewall drops packets.',
  ),
  UPSTREAM_REFUSED: fact(
    '08004',
    "The target refused the start-up; SQLSTATE and message are the target's own.",
    'Check the credential and the database name.',
  ),
  UPSTREAM_TLS_REFUSED: fact(
    '08001',
    'The connection demands TLS and the target does not offer it.',
    'Enable ssl at the target, or set target.tls.mode to Disable knowingly.',
  ),
  UPSTREAM_TLS_STUFFED: fact(
    '08P01',
    'The target sent bytes behind its answer to SSLRequest; they could be injected by a third party.',
    'Look for a machine in the middle between the sidecar and the target.',
  ),
  UPSTREAM_TLS_FAILED: fact(
    '08001',
    'The TLS handshake with the target failed, or its certificate is not the one that is demanded.',
    'Check target.tls.caRef and that the certificate names target.host.',
  ),
  UPSTREAM_AUTH_UNSUPPORTED: fact(
    '28000',
    'The target asks for a login that the connection does not allow, or for a password that its credential does not have.',
    'Use scram-sha-256 in pg_hba.conf and set the password anew if it was stored as md5; or name the method in `target.postgres.authentication`.',
  ),
  UPSTREAM_AUTH_INVALID: fact(
    '28000',
    'The target answered the authentication in a way that a true server would not.',
    'Look for a machine in the middle between the sidecar and the target.',
  ),
  UPSTREAM_PROTOCOL_VIOLATION: fact(
    '08P01',
    'The target sent something that does not belong into the start-up of PostgreSQL.',
    'Check that target.host and target.port name a PostgreSQL server.',
  ),
  UPSTREAM_ENCODING_UNSUPPORTED: fact(
    '0A000',
    'The target does not use UTF8 for its database or for this connection.',
    'Use a database with encoding UTF8; in others a byte of a character can be read as a quote.',
  ),
  UPSTREAM_STRINGS_UNSUPPORTED: fact(
    '0A000',
    'The target has standard_conforming_strings off, which changes what a SQL text means.',
    'Turn standard_conforming_strings on for the role and the database of the credential.',
  ),
  RECORDING_UNAVAILABLE: fact(
    '58030',
    'The recording cannot be written, so the command was not forwarded.',
    'Free space in the data directory or make it writable; the next command tries again.',
  ),
  RECORDING_FULL: fact(
    '53100',
    'The data directory holds as many bytes as it may; new commands are refused.',
    'Archive old recordings elsewhere, or raise the limit of the data directory.',
  ),
  DATA_IN_USE: fact(
    '55006',
    'Another sidecar holds the data directory.',
    'Stop the other sidecar, or give this one its own --data directory.',
  ),
  DATA_UNUSABLE: fact(
    '58030',
    'The data directory cannot be created, read or trusted.',
    "Make it a directory of the sidecar's own user with mode 0700.",
  ),
  TLS_UNUSABLE: fact(
    '58030',
    'The certificate or the key of --tls-cert and --tls-key cannot be used.',
    'Check that both files can be read, hold PEM, and belong together.',
  ),
  TOO_MANY_SESSIONS: fact(
    '53300',
    'As many sessions are open as the sidecar may hold.',
    'Close idle connections of the agent.',
  ),
  APPROVAL_DENIED: fact(
    '42501',
    'A person denied the command.',
    'Read the reason; do not send the command again unchanged.',
  ),
  APPROVAL_EXPIRED: fact(
    '42501',
    'Nobody decided within the time that the policy gives.',
    'Send the command again when an approver is there.',
  ),
  APPROVAL_PENDING: fact(
    '42501',
    'The command needs an approval, and its policy does not let it wait.',
    'Send the identical command again once the named Approval is approved.',
  ),
  COMMAND_CANCELLED: fact(
    '57014',
    'The agent cancelled the command before it was forwarded: while it was held, or its names were looked up.',
    'Send the command again.',
  ),
  APPROVAL_WITHDRAWN: fact(
    '42501',
    'The session ended or the sidecar stopped before a decision.',
    'Send the command again.',
  ),
  APPROVAL_UNUSABLE: fact(
    '42501',
    'The approval is used already, expired, or was given for another command.',
    'Send the command again to ask anew.',
  ),
  TOO_MANY_APPROVALS: fact(
    '53300',
    'As many approvals are open as the sidecar may hold.',
    'Decide what is pending, then send the command again.',
  ),
  UNKNOWN_CONNECTION: fact(
    '3D000',
    'No AuditedConnection of this name is configured.',
    'Add its manifest to the configuration directory, or listen for another name.',
  ),
  UNSUPPORTED_PROTOCOL: fact(
    '0A000',
    "This version does not serve the connection's protocol.",
    'Use `protocol: Postgres`.',
  ),
  UNSUPPORTED_CREDENTIAL: fact(
    '0A000',
    "The sidecar cannot obtain the connection's kind of credential.",
    'Use another `credential`; for `subjectToken: Pod` give the sidecar `--exchange-token`.',
  ),
  UNSUPPORTED_DURABILITY: fact(
    '0A000',
    '`durability: Replicated` needs a cluster.',
    'Use `Buffered` or `Fsync`.',
  ),
  CREDENTIAL_MISSING: fact(
    '28000',
    "The Secret of the connection's credential is missing or lacks username or password.",
    'Add the Secret to the configuration directory, with the keys `username` and `password`.',
  ),
  CREDENTIAL_UNUSABLE: fact(
    '28000',
    'The client certificate of the connection is none, or does not belong to its key.',
    'Check that `tls.crt` and `tls.key` of `target.tls.clientCertificateRef` are PEM and belong together.',
  ),
};

export interface SidecarErrorOptions {
  readonly cause?: unknown;
  /** Overrides the table's SQLSTATE: the target's own, where it refused. */
  readonly sqlstate?: string;
  /** What a program may want to know; never a secret's value. */
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** Every refusal and failure of the sidecar. Branch on `code`; the message is for people. */
export class SidecarError extends Error {
  override readonly name: string = 'SidecarError';
  readonly code: SidecarErrorCode;
  readonly sqlstate: string;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(code: SidecarErrorCode, message: string, options: SidecarErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.sqlstate = options.sqlstate ?? sidecarErrors[code].sqlstate;
    this.facts = options.facts ?? {};
  }
}
