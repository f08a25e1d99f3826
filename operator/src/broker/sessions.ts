import { isUlid, readManifest, RecordError, type Manifest } from '@chaperone/core/record';
import type { AuditSession } from '@chaperone/crds';
import { BrokerError } from './errors.ts';
import { entitlementOf, POD_UID } from './entitlement.ts';
import { isFields, textAt } from './fields.ts';
import type { Caller, Cluster } from './types.ts';

/**
 * Registers a session before its first command.
 * @param session ULID, upper case; the object's name is the same in lower case
 * @throws BrokerError BAD_REQUEST, NOT_ENTITLED, CONFLICT
 */
export async function putSession(
  caller: Caller,
  session: string,
  body: unknown,
  cluster: Pick<Cluster, 'objects' | 'sessions'>,
): Promise<void> {
  const name = nameOf(session);
  const connection = textAt(body, 'connection') ?? '';
  const startedAt = textAt(body, 'startedAt') ?? '';
  const claims = isFields(body) && isFields(body['claims']) ? body['claims'] : undefined;
  const { namespace, serviceAccount, pod } = caller;
  const { connections } = entitlementOf(caller, cluster.objects(namespace));
  if (!connections.some(({ metadata }) => metadata.name === connection)) {
    throw new BrokerError('NOT_ENTITLED', `the pod may not use a connection ${connection}`);
  }
  const made = await cluster.sessions.create({
    apiVersion: 'chaperone.dev/v1alpha1',
    kind: 'AuditSession',
    metadata: { name, namespace, labels: { [POD_UID]: pod.uid } },
    spec: {
      connectionRef: { name: connection },
      agent: { serviceAccount, pod, ...(claims && { claims: claims as Record<string, string> }) },
    },
  });
  // Said twice it is the same session: the answer to the first was lost.
  if (!made) await own(caller, name, cluster);
  await cluster.sessions.writeStatus(namespace, name, { phase: 'Active', startedAt });
}

/**
 * Takes over what a session came to, as its recorder signed it.
 * @throws BrokerError BAD_REQUEST, CONFLICT
 */
export async function putManifest(
  caller: Caller,
  session: string,
  body: unknown,
  cluster: Pick<Cluster, 'sessions'>,
): Promise<void> {
  const name = nameOf(session);
  const manifest = manifestIn(textAt(body, 'manifest') ?? '');
  const known = await own(caller, name, cluster);
  const status = statusIn(manifest, { session, object: known });
  await cluster.sessions.writeStatus(caller.namespace, name, status);
}

/**
 * What a session came to, as its manifest says.
 * @param of the session that it has to be of
 * @throws BrokerError BAD_REQUEST
 */
export function statusIn(
  manifest: Manifest,
  { session, object }: { readonly session: string; readonly object: AuditSession },
): NonNullable<AuditSession['status']> {
  if (manifest.session !== session || manifest.namespace !== object.metadata.namespace) {
    throw new BrokerError('BAD_REQUEST', 'the manifest is of another session');
  }
  if (manifest.connection !== object.spec.connectionRef.name) {
    throw new BrokerError('BAD_REQUEST', 'the manifest is of another connection');
  }
  const { phase, startedAt, endedAt, counts, treeSize, root } = manifest;
  const { commands, rows, bytes } = counts;
  const recording = { treeSize, rootHash: root };
  return { phase, startedAt, endedAt, commands, rows, bytes, recording };
}

/**
 * A session that was registered by this pod, as an object and under its name.
 * @param session ULID, upper case
 * @throws BrokerError BAD_REQUEST, CONFLICT
 */
export async function sessionOf(
  caller: Caller,
  session: string,
  cluster: Pick<Cluster, 'sessions'>,
): Promise<{ readonly object: AuditSession; readonly name: string }> {
  const name = nameOf(session);
  return { object: await own(caller, name, cluster), name };
}

async function own(
  { namespace, pod }: Caller,
  name: string,
  { sessions }: Pick<Cluster, 'sessions'>,
): Promise<AuditSession> {
  const known = await sessions.get(namespace, name);
  if (known?.metadata.labels?.[POD_UID] === pod.uid) return known;
  throw new BrokerError('CONFLICT', `AuditSession ${name} is not of this pod`);
}

function nameOf(session: string): string {
  if (!isUlid(session)) throw new BrokerError('BAD_REQUEST', 'the path does not end in a ULID');
  return session.toLowerCase();
}

function manifestIn(jws: string): Manifest {
  try {
    return readManifest(Buffer.from(jws, 'latin1'));
  } catch (cause) {
    if (!(cause instanceof RecordError)) throw cause;
    throw new BrokerError('BAD_REQUEST', 'the body holds no manifest', { cause });
  }
}
