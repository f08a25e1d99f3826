import { postgresLimits } from '../../../config/limits.ts';
import type { Wire } from '../../../io/wire.ts';
import type { ConnectionFacts, Credential } from '../../protocol.ts';
import type { Analyst } from '../analyst/index.ts';
import { Catalog } from './catalog.ts';
import { Views } from './classifier.ts';
import { SideConnection } from './side-connection.ts';

interface Entry {
  readonly views: Views;
  readonly side: SideConnection;
  /** As of the latest session: the credential may have changed since the first. */
  connection: ConnectionFacts;
  /** Of each session that is there, the latest last. */
  readonly logins: Set<Login>;
  /** `performance.now()` since when no session uses it. */
  unusedSince: number;
}

/** Gives the credential as it is now. */
export type Login = () => Promise<Credential>;

/** Where the sidecar itself connects, and as whom. */
export interface SideTarget {
  readonly connection: ConnectionFacts;
  readonly database: string;
  readonly login: Login;
}

/** Opens a session at a target for the sidecar itself. */
export type ConnectSide = (target: SideTarget) => Promise<Wire>;

/** One catalog for all sessions of a credential and a database. */
export class Catalogs {
  readonly #connect: ConnectSide;
  readonly #analyst: Analyst;
  readonly #entries = new Map<string, Entry>();
  #refreshedAt = 0;

  constructor(connect: ConnectSide, analyst: Analyst) {
    this.#connect = connect;
    this.#analyst = analyst;
  }

  /** The views of a session that begins; `release` when it has ended. */
  use({ connection, database, login }: SideTarget): {
    readonly views: Views;
    readonly release: () => void;
  } {
    const { namespace, name, target, credential } = connection;
    const id = JSON.stringify([namespace, name, target, credential.username, database]);
    const entry = this.#entries.get(id) ?? this.#open(connection, database);
    this.#entries.set(id, entry);
    entry.connection = connection;
    entry.logins.add(login);
    return {
      views: entry.views,
      release: () => {
        entry.logins.delete(login);
        entry.unusedSince = performance.now();
      },
    };
  }

  /** Looks after all catalogs; called about once a second. */
  watch(now: number): void {
    const refresh = now - this.#refreshedAt > postgresLimits.catalogRefreshMs.value;
    if (refresh) this.#refreshedAt = now;
    for (const [id, entry] of this.#entries) {
      const unused =
        entry.logins.size === 0 && now - entry.unusedSince > postgresLimits.catalogIdleMs.value;
      if (unused) {
        entry.side.close();
        this.#entries.delete(id);
      } else if (refresh && entry.logins.size > 0) {
        // A target that cannot be asked now is asked again next time; what is known stays until then.
        entry.views.revalidate().catch(() => undefined);
      }
    }
  }

  close(): void {
    for (const { side } of this.#entries.values()) side.close();
    this.#entries.clear();
  }

  #open(connection: ConnectionFacts, database: string): Entry {
    const side = new SideConnection({
      connect: async () => {
        const login = [...entry.logins].at(-1);
        if (login === undefined) throw new Error('no session needs the catalog any more');
        return this.#connect({ connection: entry.connection, database, login });
      },
      timeoutMs: postgresLimits.catalogMs.value,
      maxMessageBytes: postgresLimits.targetMessageBytes.value,
    });
    const views = new Views({ analyst: this.#analyst, catalog: new Catalog(side) });
    const unusedSince = performance.now();
    const entry: Entry = { views, side, connection, logins: new Set<Login>(), unusedSince };
    return entry;
  }
}
