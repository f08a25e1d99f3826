import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { identityLimits } from '../config/identity-limits.ts';
import { SidecarError } from '../errors.ts';
import { ALGORITHMS } from './algorithms.ts';
import { recordedClaims } from './claims.ts';
import { identityFailure } from './failures.ts';
import { Issuer, type IdentityClock } from './issuer.ts';
import type { Identity, OidcSettings } from './types.ts';

/** Issuers that are kept, more than any set of connections names. */
const MAX_ISSUERS = 64;

const systemClock: IdentityClock = {
  nowMs: () => Date.now(),
  elapsedMs: () => performance.now(),
};

/** Verifies the tokens of agents. `jose` is loaded with the first of them. */
export class Verifier {
  readonly #clock: IdentityClock;
  readonly #issuers = new Map<string, Issuer>();

  constructor(clock: IdentityClock = systemClock) {
    this.#clock = clock;
  }

  /**
   * Who presents the token: its signature by a key of the issuer and an algorithm of the list, its issuer, audience and
   * times are checked.
   * @throws SidecarError IDENTITY_*
   */
  async verify(settings: OidcSettings, token: string): Promise<Identity> {
    if (token.length > identityLimits.tokenBytes.value) {
      throw new SidecarError('IDENTITY_MALFORMED', 'the token is too long');
    }
    const issuer = this.#issuerOf(settings);
    const payload = await this.#payload(settings, token, await issuer.keys()).catch(
      async (error: unknown) => this.#again(error, { settings, token, issuer }),
    );
    const skewMs = identityLimits.clockSkewMs.value;
    return {
      claims: recordedClaims(payload, settings.claims),
      expiresAtMs: (payload.exp ?? 0) * 1000 + skewMs,
      token,
    };
  }

  /** A key that is not known may be new. */
  async #again(
    error: unknown,
    asked: { readonly settings: OidcSettings; readonly token: string; readonly issuer: Issuer },
  ): Promise<JWTPayload> {
    const isUnknown = error instanceof SidecarError && error.code === 'IDENTITY_KEY_UNKNOWN';
    const keys = isUnknown ? await asked.issuer.newerKeys() : undefined;
    if (keys === undefined) throw error;
    return this.#payload(asked.settings, asked.token, keys);
  }

  async #payload(
    { issuer, audiences }: OidcSettings,
    token: string,
    keys: JWTVerifyGetKey,
  ): Promise<JWTPayload> {
    const { jwtVerify } = await import('jose');
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: [...ALGORITHMS],
        issuer,
        audience: [...audiences],
        requiredClaims: ['exp', 'sub'],
        clockTolerance: identityLimits.clockSkewMs.value / 1000,
        currentDate: new Date(this.#clock.nowMs()),
      });
      return payload;
    } catch (error) {
      throw identityFailure(error);
    }
  }

  #issuerOf({ issuer, ca }: OidcSettings): Issuer {
    const id = JSON.stringify([issuer, ca]);
    const known = this.#issuers.get(id);
    if (known !== undefined) return known;
    if (this.#issuers.size >= MAX_ISSUERS) this.#issuers.clear();
    const made = new Issuer({ issuer, ...(ca === undefined ? {} : { ca }) }, this.#clock);
    this.#issuers.set(id, made);
    return made;
  }
}
