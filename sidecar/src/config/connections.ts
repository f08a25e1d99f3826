import {
  parseDuration,
  parseQuantity,
  type AuditedConnection,
  type Resources,
} from '@chaperone/crds';
import { SidecarError, type SidecarErrorCode } from '../errors.ts';
import { namespaceOf, Referenced } from './referenced.ts';
import type { ConfiguredConnection, ConnectionCredential, ServedConnection } from './types.ts';

export { namespaceOf } from './referenced.ts';

type Spec = AuditedConnection['spec'];

interface Unsupported {
  readonly code: SidecarErrorCode;
  readonly applies: (spec: Spec, isOfCluster: boolean) => boolean;
  readonly message: string;
}

/** What a stand-alone sidecar of this version does not do. Each is refused, none ignored. */
const unsupported: readonly Unsupported[] = [
  {
    code: 'UNSUPPORTED_PROTOCOL',
    applies: (spec) => spec.protocol !== 'Postgres',
    message: 'this version serves protocol Postgres only',
  },
  {
    code: 'UNSUPPORTED_CREDENTIAL',
    applies: ({ credential }) => credential.serviceAccountToken !== undefined,
    message: 'serviceAccountToken is of use for protocols with bearer tokens only',
  },
  {
    code: 'UNSUPPORTED_DURABILITY',
    applies: (spec, isOfCluster) => !isOfCluster && spec.recording.durability === 'Replicated',
    message: 'recording.durability Replicated needs a cluster; use Buffered or Fsync',
  },
];

/** What the sidecar needs of a connection's manifest, with everything that it refers to. */
export function toConnection(
  manifest: AuditedConnection,
  resources: Resources,
  isOfCluster: boolean,
): ConfiguredConnection {
  const name = manifest.metadata.name;
  const namespace = namespaceOf(manifest);
  try {
    return served(manifest, new Referenced(namespace, resources), isOfCluster);
  } catch (error) {
    if (!(error instanceof SidecarError)) throw error;
    return { kind: 'refused', name, namespace, code: error.code, message: error.message };
  }
}

/** @throws SidecarError why its clients have to be refused */
function served(
  manifest: AuditedConnection,
  referenced: Referenced,
  isOfCluster: boolean,
): ServedConnection {
  const { spec } = manifest;
  const reason = unsupported.find((row) => row.applies(spec, isOfCluster));
  if (reason !== undefined) throw new SidecarError(reason.code, reason.message);
  const { recording, limits } = spec;
  const identity = identityOf(spec, referenced);
  return {
    kind: 'served',
    name: manifest.metadata.name,
    namespace: namespaceOf(manifest),
    protocol: 'Postgres',
    target: targetOf(spec, referenced),
    credential: credentialOf(spec, referenced),
    ...(identity && { identity }),
    recording: {
      responses: recording.responses,
      maxResponseBytes: bytesOf(recording.maxResponseBytes),
      durability: recording.durability,
    },
    maxCommandBytes: bytesOf(limits.maxCommandBytes),
    idleTimeoutMs: parseDuration(limits.idleTimeout),
    maxSessions: limits.maxSessions ?? Infinity,
    maxSessionDurationMs:
      limits.maxSessionDuration === undefined ? Infinity : parseDuration(limits.maxSessionDuration),
  };
}

function bytesOf(quantity: number | string): number {
  return typeof quantity === 'number' ? quantity : parseQuantity(quantity);
}

function targetOf({ target }: Spec, referenced: Referenced): ServedConnection['target'] {
  const { host, port, tls, postgres } = target;
  const { serverName } = tls;
  const ca = referenced.authority(tls.caRef);
  const clientCertificate = referenced.certificate(tls.clientCertificateRef);
  return {
    host,
    port,
    tlsMode: tls.mode,
    ...(serverName !== undefined && { serverName }),
    ...(ca !== undefined && { ca }),
    ...(clientCertificate && { clientCertificate }),
    ...(postgres && { authentication: postgres.authentication }),
  };
}

/** Without a mapping, the record says at least whom the token is about. */
const DEFAULT_CLAIMS = { agent: 'sub' };

function identityOf({ identity }: Spec, referenced: Referenced): ServedConnection['identity'] {
  if (identity?.oidc === undefined) return undefined;
  const { issuer, audiences, claims = DEFAULT_CLAIMS, mechanism, atExpiry, caRef } = identity.oidc;
  const ca = referenced.authority(caRef);
  return { mechanism, atExpiry, issuer, audiences, claims, ...(ca !== undefined && { ca }) };
}

function credentialOf(spec: Spec, referenced: Referenced): ConnectionCredential {
  const { secretRef, tokenExchange } = spec.credential;
  if (tokenExchange !== undefined) return exchangeOf(tokenExchange, referenced);
  const secret = secretRef?.name ?? '';
  const username = referenced.secret(secret, 'username');
  const fallback = spec.target.tls.clientCertificateRef === undefined ? undefined : '';
  const password = referenced.secret(secret, 'password') ?? fallback;
  if (username !== undefined && password !== undefined) {
    return { kind: 'password', username, password };
  }
  throw missing('credential.secretRef', 'username or password');
}

function exchangeOf(
  exchange: NonNullable<Spec['credential']['tokenExchange']>,
  referenced: Referenced,
): ConnectionCredential {
  const { tokenEndpoint, clientSecretRef, username, subjectToken, subjectTokenType } = exchange;
  const { audience, resource, scopes } = exchange;
  if (username === undefined) throw new TypeError('the schema asks for a username');
  const ca = referenced.authority(exchange.caRef);
  const client = clientSecretRef && clientOf(clientSecretRef.name, referenced);
  return {
    kind: 'exchange',
    username,
    exchange: {
      tokenEndpoint,
      subject: subjectToken,
      subjectTokenType,
      ...(ca !== undefined && { ca }),
      ...(client && { client }),
      ...(audience !== undefined && { audience }),
      ...(resource !== undefined && { resource }),
      ...(scopes && { scopes }),
    },
  };
}

function clientOf(name: string, referenced: Referenced): { id: string; secret: string } {
  const id = referenced.secret(name, 'client_id');
  const secret = referenced.secret(name, 'client_secret');
  if (id !== undefined && secret !== undefined) return { id, secret };
  throw missing('credential.tokenExchange.clientSecretRef', 'client_id or client_secret');
}

function missing(where: string, keys: string): SidecarError {
  return new SidecarError('CREDENTIAL_MISSING', `the Secret of ${where} lacks the key ${keys}`);
}
