import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose';
import { identityLimits } from '../config/identity-limits.ts';
import { SidecarError } from '../errors.ts';
import { fetchKeySet, type IssuerAddress } from './documents.ts';

/** Time, injected. */
export interface IdentityClock {
  /** Milliseconds since the epoch: when a token expires. */
  readonly nowMs: () => number;
  /** Milliseconds since some moment, never set back: how old keys are. */
  readonly elapsedMs: () => number;
}

interface Known {
  readonly keys: JWTVerifyGetKey;
  readonly fetchedAt: number;
}

/**
 * The keys of one issuer. They are fetched with the first token, and again with the first one after `keysFreshMs`. While the
 * issuer does not answer, known keys go on until `keysKnownMs` after they were fetched; then there are none. Nobody can make
 * the sidecar ask more than once in `keysAgainMs`.
 */
export class Issuer {
  readonly #address: IssuerAddress;
  readonly #clock: IdentityClock;
  #known: Known | undefined;
  #askedAt = Number.NEGATIVE_INFINITY;
  #asking: Promise<void> | undefined;
  #failure: SidecarError | undefined;

  constructor(address: IssuerAddress, clock: IdentityClock) {
    this.#address = address;
    this.#clock = clock;
  }

  /** @throws SidecarError IDENTITY_ISSUER_UNAVAILABLE, IDENTITY_ISSUER_INVALID where no keys may be used */
  async keys(): Promise<JWTVerifyGetKey> {
    if (!this.#isYounger(identityLimits.keysFreshMs.value)) await this.#ask();
    return this.#usable();
  }

  /** The keys again, after none of them was a token's: the issuer may have new ones. Undefined where it was asked just now. */
  async newerKeys(): Promise<JWTVerifyGetKey | undefined> {
    const before = this.#known;
    await this.#ask();
    return this.#known === before ? undefined : this.#usable();
  }

  #isYounger(ms: number): boolean {
    return this.#known !== undefined && this.#clock.elapsedMs() - this.#known.fetchedAt < ms;
  }

  #usable(): JWTVerifyGetKey {
    if (this.#known !== undefined && this.#isYounger(identityLimits.keysKnownMs.value)) {
      return this.#known.keys;
    }
    throw (
      this.#failure ??
      new SidecarError('IDENTITY_ISSUER_UNAVAILABLE', "the issuer's keys are too old to be used")
    );
  }

  /** One request for all who wait. Never rejects: what failed is said where keys are needed. */
  async #ask(): Promise<void> {
    if (this.#asking === undefined) {
      const waited = this.#clock.elapsedMs() - this.#askedAt;
      if (waited < identityLimits.keysAgainMs.value) return;
      this.#askedAt = this.#clock.elapsedMs();
      this.#asking = this.#fetch().finally(() => {
        this.#asking = undefined;
      });
    }
    await this.#asking;
  }

  async #fetch(): Promise<void> {
    try {
      const { createLocalJWKSet } = await import('jose');
      const set = await fetchKeySet(this.#address);
      this.#known = {
        keys: createLocalJWKSet(set as unknown as JSONWebKeySet),
        fetchedAt: this.#clock.elapsedMs(),
      };
      this.#failure = undefined;
    } catch (error) {
      this.#failure =
        error instanceof SidecarError
          ? error
          : new SidecarError('IDENTITY_ISSUER_INVALID', "the issuer's keys cannot be read");
    }
  }
}
