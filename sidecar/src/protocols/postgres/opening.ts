import { Buffer } from 'node:buffer';
import type { LookupFunction } from 'node:net';
import type { SecureContext } from 'node:tls';
import { postgresLimits } from '../../config/limits.ts';
import { SidecarError } from '../../errors.ts';
import type { WireLimits } from '../../io/wire.ts';
import type { ConnectionFacts, Credential, Door } from '../protocol.ts';
import type { Catalogs, SideTarget } from './catalog/catalogs.ts';
import { SessionClassifier } from './catalog/classifier.ts';
import type { Views } from './catalog/classifier.ts';
import {
  encodeAuthenticationOk,
  encodeBackendKeyData,
  encodeParameterStatus,
  encodeReadyForQuery,
} from './codec/index.ts';
import type { CancelKey } from './cancel-keys.ts';
import type { Estimates } from './estimate/estimates.ts';
import type { ScratchPool } from './flow/outgoing.ts';
import { PostgresSession } from './flow/session.ts';
import { cancelAtTarget, connectTarget } from './startup/index.ts';
import type {
  AgentStartup,
  BackendKey,
  SaltedPasswords,
  TargetAddress,
  TargetLink,
  TargetOptions,
} from './startup/index.ts';

/** What every session of the process shares. */
export interface Shared {
  readonly salted: SaltedPasswords;
  readonly catalogs: Catalogs;
  readonly estimates: Estimates;
  readonly pool: ScratchPool;
  readonly tls?: () => SecureContext | undefined;
  readonly lookup?: LookupFunction;
}

/** A wire to a target: rows that have to be masked are buffered whole. */
export const TARGET_WIRE: WireLimits = {
  floor: postgresLimits.targetBufferBytes.value,
  ceiling: postgresLimits.targetMessageBytes.value,
};

function addressOf({ target }: ConnectionFacts): TargetAddress {
  const { host, port, tlsMode: mode, ca, serverName, clientCertificate } = target;
  const tls = {
    mode,
    ...(ca === undefined ? {} : { ca }),
    ...(serverName === undefined ? {} : { serverName }),
    ...(clientCertificate === undefined ? {} : { clientCertificate }),
  };
  return { host, port, tls, wireLimits: TARGET_WIRE };
}

/** Where a connection's target is, and what is agreed to when logging in there. */
export function targetOf(
  connection: ConnectionFacts,
  lookup?: LookupFunction,
): TargetAddress & Pick<TargetOptions, 'authentication'> {
  const { authentication } = connection.target;
  return {
    ...addressOf(connection),
    ...(authentication && { authentication }),
    ...(lookup && { lookup }),
  };
}

/** An agent's StartupMessage, accepted. */
export type Accepted = AgentStartup & { readonly kind: 'startup' };

/** What a session holds of the sidecar until it ends, in the order in which it was taken. */
class Held {
  readonly #releases: (() => void)[] = [];

  add(release: () => void): void {
    this.#releases.push(release);
  }

  readonly release = (): void => {
    for (const release of this.#releases.splice(0).reverse()) release();
  };
}

/** A target reached for a session, and its catalog. */
interface Reached {
  readonly connection: ConnectionFacts;
  readonly target: TargetOptions;
  readonly link: TargetLink;
  readonly views: Views;
  /** For connections of the sidecar's own. */
  readonly side: SideTarget;
}

async function reach(
  { database, parameters }: Accepted,
  door: Door,
  { salted, catalogs, lookup }: Shared,
  held: Held,
): Promise<Reached> {
  const connection = door.connection();
  const lease = door.lease();
  held.add(lease.release);
  const login = async (): Promise<Credential> => lease.current();
  const credential = await login();
  const target = { ...targetOf(connection, lookup), credential, database, salted, parameters };
  const link = await connectTarget(target);
  held.add(() => {
    link.wire.destroy();
  });
  const side = { connection, database, login };
  const { views, release } = catalogs.use(side);
  held.add(release);
  return { connection, target, link, views, side };
}

/**
 * From the agent's StartupMessage to its session: the target is reached with the connection's credential, the catalog is
 * read, the session is registered; only then is the agent let in.
 * @throws SidecarError
 */
export async function openSession(
  accepted: Accepted,
  door: Door,
  shared: Shared,
  issueKey: (session: PostgresSession) => CancelKey,
): Promise<PostgresSession> {
  const { user, database, parameters, wire } = accepted;
  const held = new Held();
  try {
    const { connection, target, link, views, side } = await reach(accepted, door, shared, held);
    const view = await views.viewFor(door.policies());
    const path = await door.openSession({ user, database, ...Object.fromEntries(parameters) });
    path.estimateBy(async (request) => shared.estimates.of(request, side));
    const session = new PostgresSession({
      agent: wire,
      target: link.wire,
      path,
      connection,
      classifier: new SessionClassifier(views, door.policies, view),
      pool: shared.pool,
      ...(door.endsAtMs === undefined ? {} : { endsAtMs: door.endsAtMs }),
      log: (event, facts) => {
        door.log(event, facts);
      },
      cancelTarget: async () => cancel(target, link.backendKey, door),
      shownProcessId: (processId) =>
        processId === link.backendKey?.processId ? key.processId : processId,
    });
    const key = issueKey(session);
    session.whenDone(held.release);
    wire.write(greeting(user, link.parameters, key));
    session.start();
    return session;
  } catch (error) {
    held.release();
    throw error;
  }
}

async function cancel(
  address: TargetAddress,
  key: BackendKey | undefined,
  door: Door,
): Promise<void> {
  if (key === undefined) return;
  try {
    await cancelAtTarget(address, key);
  } catch (error) {
    door.log('a running command could not be cancelled', {
      code: error instanceof SidecarError ? error.code : 'UNKNOWN',
    });
  }
}

/** The rest of start-up as a server says it; the role at the target is not the agent's business. */
function greeting(user: string, parameters: ReadonlyMap<string, string>, key: CancelKey): Buffer {
  const statuses = [...parameters].map(([name, value]) =>
    encodeParameterStatus(name, name === 'session_authorization' ? user : value),
  );
  return Buffer.concat([
    encodeAuthenticationOk(),
    ...statuses,
    encodeBackendKeyData(key.processId, key.secretKey),
    encodeReadyForQuery('I'),
  ]);
}
