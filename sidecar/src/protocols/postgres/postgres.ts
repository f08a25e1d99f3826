import type { LookupFunction } from 'node:net';
import type { SecureContext } from 'node:tls';
import { postgresLimits } from '../../config/limits.ts';
import { SidecarError } from '../../errors.ts';
import type { Wire } from '../../io/wire.ts';
import type { Door, Protocol, Session } from '../protocol.ts';
import { Analyst } from './analyst/index.ts';
import { CancelKeys } from './cancel-keys.ts';
import { Catalogs } from './catalog/catalogs.ts';
import type { ConnectSide } from './catalog/catalogs.ts';
import { Estimates } from './estimate/estimates.ts';
import { ScratchPool } from './flow/outgoing.ts';
import type { PostgresSession } from './flow/session.ts';
import { openSession, targetOf } from './opening.ts';
import type { Accepted, Shared } from './opening.ts';
import {
  SaltedPasswords,
  connectTarget,
  fatalResponse,
  loginAgent,
  readAgentStartup,
} from './startup/index.ts';

const WATCH_MS = 1_000;

export interface PostgresOptions {
  /** Certificate for agents that ask for TLS, as it is at that moment; undefined where there is none. */
  readonly tls?: () => SecureContext | undefined;
  /** How targets' addresses are found; default: the system's way. */
  readonly lookup?: LookupFunction;
}

/** PostgreSQL's protocol, 3.0 to 3.2. */
export class PostgresProtocol implements Protocol {
  readonly name = 'Postgres';
  readonly #shared: Shared;
  readonly #keys = new CancelKeys<PostgresSession>();
  readonly #open = new Set<PostgresSession>();
  readonly #analyst = new Analyst();
  readonly #watch: NodeJS.Timeout;

  constructor(options: PostgresOptions = {}) {
    const salted = new SaltedPasswords();
    const connect: ConnectSide = async ({ connection, database, login }) => {
      const credential = await login();
      const target = { ...targetOf(connection, options.lookup), credential, database, salted };
      return (await connectTarget(target)).wire;
    };
    const catalogs = new Catalogs(connect, this.#analyst);
    const estimates = new Estimates(connect);
    const pool = new ScratchPool(2 * postgresLimits.targetBufferBytes.value);
    this.#shared = { ...options, salted, catalogs, estimates, pool };
    this.#watch = setInterval(() => {
      const now = performance.now();
      for (const session of this.#open) session.watch(now);
      catalogs.watch(now);
    }, WATCH_MS);
    this.#watch.unref();
  }

  serve(wire: Wire, door: Door): Session {
    return new Opening(wire, async (isWanted) => this.#admit(wire, door, isWanted));
  }

  close(): void {
    clearInterval(this.#watch);
    this.#shared.catalogs.close();
    this.#analyst.close();
  }

  async #admit(
    wire: Wire,
    door: Door,
    isWanted: () => boolean,
  ): Promise<PostgresSession | undefined> {
    const tls = this.#shared.tls?.();
    const startup = await readAgentStartup(wire, tls === undefined ? {} : { tls });
    if (startup.kind === 'cancel') {
      // Its end tells the agent that what it sends next will not be hit.
      await this.#keys.find(startup.processId, startup.secretKey)?.cancel();
      startup.wire.end();
      return undefined;
    }
    if (startup.kind === 'refusal') {
      startup.wire.end(startup.response);
      door.refused('an agent was refused at start-up', startup.error);
      return undefined;
    }
    try {
      const own = await doorOf(startup, door);
      if (!isWanted()) throw new SidecarError('SHUTTING_DOWN', 'the sidecar is shutting down');
      const session = await openSession(startup, own, this.#shared, (opened) => {
        const key = this.#keys.issue(opened, startup.minor);
        opened.whenDone(() => {
          this.#keys.revoke(key);
          this.#open.delete(opened);
        });
        return key;
      });
      this.#open.add(session);
      return session;
    } catch (error) {
      if (!(error instanceof SidecarError)) throw error;
      door.refused('a session could not be opened', error);
      startup.wire.end(fatalResponse(forAgent(error)));
      return undefined;
    }
  }
}

/** The door of the very agent: where the connection asks who it is, it has to say so first. */
async function doorOf({ wire, encrypted }: Accepted, door: Door): Promise<Door> {
  const { identity } = door.connection();
  if (identity === undefined) return door;
  return loginAgent({ wire, encrypted, identity }, async (token) => door.identified(token));
}

/** What went wrong between sidecar and target, without what only the operator may know: the role, for instance. */
function forAgent(error: SidecarError): SidecarError {
  if (error.code !== 'UPSTREAM_REFUSED' || !error.sqlstate.startsWith('28')) return error;
  return new SidecarError(error.code, "the target refused the connection's credential", {
    sqlstate: error.sqlstate,
  });
}

/** An accepted connection, from its first byte; a session once start-up is done. */
class Opening implements Session {
  readonly done: Promise<void>;
  readonly #wire: Wire;
  #wanted = true;
  #session: PostgresSession | undefined;

  constructor(
    wire: Wire,
    admit: (isWanted: () => boolean) => Promise<PostgresSession | undefined>,
  ) {
    this.#wire = wire;
    this.done = this.#run(admit(() => this.#wanted));
  }

  drain(): void {
    this.#wanted = false;
    this.#session?.drain();
  }

  destroy(reason: string): void {
    this.#wanted = false;
    if (this.#session === undefined) this.#wire.destroy();
    else this.#session.destroy(reason);
  }

  async #run(admitted: Promise<PostgresSession | undefined>): Promise<void> {
    this.#session = await admitted;
    if (!this.#wanted) this.#session?.drain();
    await this.#session?.done;
  }
}
