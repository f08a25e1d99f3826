import { createHash } from 'node:crypto';
import { SidecarError } from '../errors.ts';
import { exchangeToken } from './exchange.ts';
import { SharedLease } from './lease.ts';
import type { ExchangeResult, ExchangeSettings, Grant, Subject } from './types.ts';

export interface LeasesOptions {
  readonly counted: (result: ExchangeResult) => void;
  /** A renewal failed; nobody may have noticed yet. */
  readonly failed: (connection: string, error: SidecarError) => void;
  /**
   * The pod's token for exchanges.
   * @throws SidecarError where there is none
   */
  readonly podToken: () => Promise<string>;
}

/** What is exchanged, for which connection. */
export interface LeaseRequest {
  /** Namespace and name. */
  readonly connection: string;
  readonly settings: ExchangeSettings;
  readonly subject: Subject;
}

export interface HeldLease {
  readonly current: () => Promise<string>;
  readonly release: () => void;
}

interface Entry {
  readonly lease: SharedLease;
  holders: number;
}

/** The credentials that were exchanged for tokens: one for all sessions with the same token on the same connection. */
export class Leases {
  readonly #options: LeasesOptions;
  readonly #entries = new Map<string, Entry>();

  constructor(options: LeasesOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#entries.size;
  }

  hold(request: LeaseRequest): HeldLease {
    const key = keyOf(request);
    const entry = this.#entries.get(key) ?? this.#open(request);
    this.#entries.set(key, entry);
    entry.holders++;
    return {
      current: async () => entry.lease.current(),
      release: () => {
        entry.holders--;
        if (entry.holders > 0) return;
        entry.lease.end();
        this.#entries.delete(key);
      },
    };
  }

  close(): void {
    for (const { lease } of this.#entries.values()) lease.end();
    this.#entries.clear();
  }

  #open(request: LeaseRequest): Entry {
    const lease = new SharedLease({
      exchange: async () => this.#exchange(request),
      elapsedMs: () => performance.now(),
      failed: (error) => {
        this.#options.failed(request.connection, error);
      },
    });
    return { lease, holders: 0 };
  }

  async #exchange({ settings, subject }: LeaseRequest): Promise<Grant> {
    try {
      const subjectToken =
        subject.kind === 'agent' ? subject.token : await this.#options.podToken();
      const grant = await exchangeToken(settings, subjectToken);
      this.#options.counted('granted');
      return grant;
    } catch (error) {
      const isRefusal = error instanceof SidecarError && error.code === 'EXCHANGE_REFUSED';
      this.#options.counted(isRefusal ? 'refused' : 'failed');
      throw error;
    }
  }
}

/** A digest, so that no token lies about as a key. */
function keyOf({ connection, settings, subject }: LeaseRequest): string {
  const text = JSON.stringify([connection, settings, subject]);
  return createHash('sha256').update(text).digest('base64');
}
