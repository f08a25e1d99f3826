import { Buffer } from 'node:buffer';
import type { SecureContext } from 'node:tls';
import { postgresLimits } from '../../config/limits.ts';
import { SidecarError } from '../../errors.ts';
import type { WireLimits } from '../../io/wire.ts';
import type { ConnectionFacts, Door } from '../protocol.ts';
import type { Catalogs } from './catalog/catalogs.ts';
import { SessionClassifier } from './catalog/classifier.ts';
import {
  encodeAuthenticationOk,
  encodeBackendKeyData,
  encodeParameterStatus,
  encodeReadyForQuery,
} from './codec/index.ts';
import type { CancelKey } from './cancel-keys.ts';
import type { ScratchPool } from './flow/outgoing.ts';
import { PostgresSession } from './flow/session.ts';
import { cancelAtTarget, connectTarget } from './startup/index.ts';
import type { AgentStartup, BackendKey, SaltedPasswords, TargetAddress } from './startup/index.ts';

/** What every session of the process shares. */
export interface Shared {
  readonly salted: SaltedPasswords;
  readonly catalogs: Catalogs;
  readonly pool: ScratchPool;
  readonly tls?: SecureContext;
}

/** A wire to a target: rows that have to be masked are buffered whole. */
export const TARGET_WIRE: WireLimits = {
  floor: postgresLimits.targetBufferBytes.value,
  ceiling: postgresLimits.targetMessageBytes.value,
};

export function addressOf({ target }: ConnectionFacts): TargetAddress {
  const { host, port, tlsMode: mode, ca, serverName } = target;
  const tls = {
    mode,
    ...(ca === undefined ? {} : { ca }),
    ...(serverName === undefined ? {} : { serverName }),
  };
  return { host, port, tls, wireLimits: TARGET_WIRE };
}

/** An agent's StartupMessage, accepted. */
export type Accepted = AgentStartup & { readonly kind: 'startup' };

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
  const connection = door.connection();
  const { user, database, parameters, wire } = accepted;
  const address = addressOf(connection);
  const { salted } = shared;
  const link = await connectTarget({
    ...address,
    credential: connection.credential,
    database,
    salted,
    parameters,
  });
  const catalog = shared.catalogs.use(connection, database);
  try {
    const view = await catalog.views.viewFor(door.policies());
    const path = door.openSession({ user, database, ...Object.fromEntries(parameters) });
    const session = new PostgresSession({
      agent: wire,
      target: link.wire,
      path,
      connection,
      classifier: new SessionClassifier(catalog.views, door.policies, view),
      pool: shared.pool,
      log: (event, facts) => {
        door.log(event, facts);
      },
      cancelTarget: () => {
        cancel(address, link.backendKey, door);
      },
    });
    session.whenDone(catalog.release);
    wire.write(greeting(user, link.parameters, issueKey(session)));
    session.start();
    return session;
  } catch (error) {
    catalog.release();
    link.wire.destroy();
    throw error;
  }
}

function cancel(address: TargetAddress, key: BackendKey | undefined, door: Door): void {
  if (key === undefined) return;
  cancelAtTarget(address, key).catch((error: unknown) => {
    door.log('a running command could not be cancelled', {
      code: error instanceof SidecarError ? error.code : 'UNKNOWN',
    });
  });
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
