import { postgresLimits } from '../../../config/limits.ts';
import type { Wire } from '../../../io/wire.ts';
import type { ConnectionFacts } from '../../protocol.ts';
import { Catalog } from './catalog.ts';
import { Views } from './classifier.ts';
import { SideConnection } from './side-connection.ts';

interface Entry {
  readonly views: Views;
  readonly side: SideConnection;
  /** As of the latest session: the password may have changed since the first. */
  connection: ConnectionFacts;
  sessions: number;
  /** `performance.now()` since when no session uses it. */
  unusedSince: number;
}

/** Opens a session at a target for the sidecar itself. */
export type ConnectSide = (connection: ConnectionFacts, database: string) => Promise<Wire>;

/** One catalog for all sessions of a credential and a database. */
export class Catalogs {
  readonly #connect: ConnectSide;
  readonly #entries = new Map<string, Entry>();
  #refreshedAt = 0;

  constructor(connect: ConnectSide) {
    this.#connect = connect;
  }

  /** The views of a session that begins; `release` when it has ended. */
  use(
    connection: ConnectionFacts,
    database: string,
  ): { readonly views: Views; readonly release: () => void } {
    const { namespace, name, target, credential } = connection;
    const id = JSON.stringify([namespace, name, target, credential.username, database]);
    const entry = this.#entries.get(id) ?? this.#open(connection, database);
    this.#entries.set(id, entry);
    entry.connection = connection;
    entry.sessions++;
    return {
      views: entry.views,
      release: () => {
        entry.sessions--;
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
        entry.sessions === 0 && now - entry.unusedSince > postgresLimits.catalogIdleMs.value;
      if (unused) {
        entry.side.close();
        this.#entries.delete(id);
      } else if (refresh && entry.sessions > 0) {
        // A target that cannot be asked now is asked again next time; what is known stays until then.
        entry.views.catalog.revalidate().catch(() => undefined);
      }
    }
  }

  close(): void {
    for (const { side } of this.#entries.values()) side.close();
    this.#entries.clear();
  }

  #open(connection: ConnectionFacts, database: string): Entry {
    const side = new SideConnection({
      connect: async () => this.#connect(entry.connection, database),
      timeoutMs: postgresLimits.catalogMs.value,
      maxMessageBytes: postgresLimits.targetMessageBytes.value,
    });
    const views = new Views(new Catalog(side));
    const entry: Entry = { views, side, connection, sessions: 0, unusedSince: performance.now() };
    return entry;
  }
}
