import type { AuditedConnection } from '@chaperone/crds';
import { nameOf } from '../../kube/object.ts';

/** What the controller reads, and whom it asks; nothing else. */
export interface ConnectionSources {
  readonly connections: {
    readonly get: (key: string) => AuditedConnection | undefined;
    readonly by: (index: 'namespace', namespace: string) => readonly AuditedConnection[];
  };
  /** Keys of a Secret's data; undefined where there is no such Secret, `forbidden` where the operator may not read it. Throws KubeError. */
  readonly secretKeys: (
    namespace: string,
    name: string,
  ) => Promise<ReadonlySet<string> | 'forbidden' | undefined>;
  /** Addresses of a host. Throws where it has none. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
}

/** The credential as far as it can be seen: who exchanges a token needs no Secret. */
export type CredentialFacts =
  | { readonly kind: 'none' }
  | { readonly kind: 'missing'; readonly name: string }
  | { readonly kind: 'forbidden'; readonly name: string }
  | { readonly kind: 'found'; readonly name: string; readonly keys: ReadonlySet<string> };

export interface ConnectionFacts {
  readonly connection: AuditedConnection;
  /** The other connections of its namespace. */
  readonly others: readonly AuditedConnection[];
  readonly credential: CredentialFacts;
  /** What the target's name leads to, or why it leads nowhere. */
  readonly target: { readonly addresses: readonly string[] } | { readonly problem: string };
}

/** Undefined where the connection is gone. @throws KubeError */
export async function gather(
  key: string,
  sources: ConnectionSources,
): Promise<ConnectionFacts | undefined> {
  const connection = sources.connections.get(key);
  if (connection === undefined) return undefined;
  const { namespace } = nameOf(key);
  const others = sources.connections
    .by('namespace', namespace)
    .filter(({ metadata }) => metadata.name !== connection.metadata.name);
  const [credential, target] = await Promise.all([
    credentialOf(connection, namespace, sources),
    targetOf(connection.spec.target.host, sources),
  ]);
  return { connection, others, credential, target };
}

async function credentialOf(
  { spec }: AuditedConnection,
  namespace: string,
  { secretKeys }: ConnectionSources,
): Promise<CredentialFacts> {
  const { secretRef, tokenExchange } = spec.credential;
  const name = secretRef?.name ?? tokenExchange?.clientSecretRef?.name;
  if (name === undefined) return { kind: 'none' };
  const keys = await secretKeys(namespace, name);
  if (keys === undefined) return { kind: 'missing', name };
  return keys === 'forbidden' ? { kind: keys, name } : { kind: 'found', name, keys };
}

async function targetOf(
  host: string,
  { resolve }: ConnectionSources,
): Promise<ConnectionFacts['target']> {
  try {
    return { addresses: await resolve(host) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
