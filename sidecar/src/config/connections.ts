import {
  configMapValue,
  parseDuration,
  parseQuantity,
  secretValue,
  type AuditedConnection,
  type Resources,
} from '@chaperone/crds';
import type { SidecarErrorCode } from '../errors.ts';
import type { ConfiguredConnection, RefusedConnection, ServedConnection } from './types.ts';

const DEFAULT_NAMESPACE = 'default';

/** Namespace of an object; `default` where its manifest names none, as in a cluster. */
export function namespaceOf(object: {
  readonly metadata: { readonly namespace?: string };
}): string {
  return object.metadata.namespace ?? DEFAULT_NAMESPACE;
}

interface Unsupported {
  readonly code: SidecarErrorCode;
  readonly applies: (spec: AuditedConnection['spec']) => boolean;
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
    code: 'UNSUPPORTED_IDENTITY',
    applies: (spec) => spec.identity?.oidc !== undefined,
    message: 'identity.oidc is not verified by this version; leave it out',
  },
  {
    code: 'UNSUPPORTED_CREDENTIAL',
    applies: (spec) => spec.credential.secretRef === undefined,
    message: 'without a cluster only credential.secretRef is served',
  },
  {
    code: 'UNSUPPORTED_DURABILITY',
    applies: (spec) => spec.recording.durability === 'Replicated',
    message: 'recording.durability Replicated needs a cluster; use Buffered or Fsync',
  },
];

/** What the sidecar needs of a connection's manifest, with everything that it refers to. */
export function toConnection(
  manifest: AuditedConnection,
  resources: Resources,
): ConfiguredConnection {
  const name = manifest.metadata.name;
  const namespace = namespaceOf(manifest);
  const { spec } = manifest;
  const reason = unsupported.find((row) => row.applies(spec));
  if (reason !== undefined) {
    return { kind: 'refused', name, namespace, code: reason.code, message: reason.message };
  }
  const credential = credentialOf(manifest, resources);
  if (credential === undefined) return withoutCredential(name, namespace);
  const { target, recording, limits } = spec;
  const ca = caOf(manifest, resources);
  const { serverName } = target.tls;
  return {
    kind: 'served',
    name,
    namespace,
    protocol: 'Postgres',
    target: {
      host: target.host,
      port: target.port,
      tlsMode: target.tls.mode,
      ...(serverName !== undefined && { serverName }),
      ...(ca !== undefined && { ca }),
    },
    credential,
    recording: {
      responses: recording.responses,
      maxResponseBytes: bytesOf(recording.maxResponseBytes),
      durability: recording.durability === 'Fsync' ? 'Fsync' : 'Buffered',
    },
    maxCommandBytes: bytesOf(limits.maxCommandBytes),
    idleTimeoutMs: parseDuration(limits.idleTimeout),
    maxSessions: limits.maxSessions ?? Infinity,
    maxSessionDurationMs:
      limits.maxSessionDuration === undefined ? Infinity : parseDuration(limits.maxSessionDuration),
  };
}

function withoutCredential(name: string, namespace: string): RefusedConnection {
  return {
    kind: 'refused',
    name,
    namespace,
    code: 'CREDENTIAL_MISSING',
    message: 'the Secret of credential.secretRef lacks the key username or password',
  };
}

function bytesOf(quantity: number | string): number {
  return typeof quantity === 'number' ? quantity : parseQuantity(quantity);
}

function isNamed(
  name: string,
  namespace: string,
): (object: {
  readonly metadata: { readonly name?: string; readonly namespace?: string };
}) => boolean {
  return (object) => object.metadata.name === name && namespaceOf(object) === namespace;
}

function credentialOf(
  manifest: AuditedConnection,
  resources: Resources,
): ServedConnection['credential'] | undefined {
  const wanted = isNamed(manifest.spec.credential.secretRef?.name ?? '', namespaceOf(manifest));
  const secret = resources.secrets.find(wanted);
  if (secret === undefined) return undefined;
  const username = secretValue(secret, 'username')?.toString('utf8');
  const password = secretValue(secret, 'password')?.toString('utf8');
  return username === undefined || password === undefined ? undefined : { username, password };
}

function caOf(manifest: AuditedConnection, resources: Resources): string | undefined {
  const reference = manifest.spec.target.tls.caRef;
  if (reference === undefined) return undefined;
  const wanted = isNamed(reference.name, namespaceOf(manifest));
  if (reference.kind === 'Secret') {
    const secret = resources.secrets.find(wanted);
    return secret && secretValue(secret, reference.key)?.toString('utf8');
  }
  const map = resources.configMaps.find(wanted);
  return map && configMapValue(map, reference.key)?.toString('utf8');
}
