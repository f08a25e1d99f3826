import { createPublicKey, sign, X509Certificate, type KeyObject } from 'node:crypto';
import {
  certificateClaim,
  type CertificatePurpose,
  type CertificateRequest,
} from '@chaperone/core/broker';
import { pauseBefore } from '../broker/index.ts';
import { brokerLimits } from '../config/broker-limits.ts';
import { SidecarError } from '../errors.ts';
import type { Log } from '../telemetry/log.ts';

export interface CertificateOptions {
  readonly purpose: CertificatePurpose;
  readonly key: KeyObject;
  /** @throws SidecarError BROKER_UNAVAILABLE, BROKER_REFUSED */
  readonly certify: (purpose: CertificatePurpose, request: CertificateRequest) => Promise<string>;
  /** Gets each certificate, PEM with what leads to an authority behind it. */
  readonly taken: (pem: string) => void;
  readonly log: Log;
}

/** Renewed after this part of what is left of it. */
const RENEW = 2 / 3;
/** What timers can count. */
const MOST_MS = 2 ** 31 - 1;

/**
 * One key, and its certificate from the broker.
 *
 * - `idle`: nothing is wanted, or the broker refused; what came before stays until it ends. To `asking` by `want`, or by time.
 * - `asking`: to `idle` by an answer, and again after a pause where there was none.
 */
export class Certificate {
  readonly #options: CertificateOptions;
  readonly #first = Promise.withResolvers<undefined>();
  #wanted: { readonly podUid: string; readonly basis: string } | undefined;
  #failures = 0;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;
  #ends: number | undefined;
  /** Counts what is asked: the answer to an older question is not taken. */
  #asked = 0;

  constructor(options: CertificateOptions) {
    this.#options = options;
  }

  /** Asks anew where it is for another pod, or what it would be made of is another. */
  want(podUid: string, basis: string): void {
    if (this.#wanted?.podUid === podUid && this.#wanted.basis === basis) return;
    this.#wanted = { podUid, basis };
    this.#failures = 0;
    this.#ask(podUid);
  }

  /** When the one that is held ends, seconds since the epoch; undefined where none is. */
  get ends(): number | undefined {
    return this.#ends;
  }

  /** Nothing is to be asked for now: nobody waits for it. */
  wantNothing(): void {
    this.#first.resolve(undefined);
  }

  /** Resolves with the first answer, whatever it is, and at the latest after the time that a start may take. */
  async answered(): Promise<void> {
    const timer = setTimeout(() => {
      this.#first.resolve(undefined);
    }, brokerLimits.startMs.value);
    await this.#first.promise;
    clearTimeout(timer);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  #ask(podUid: string): void {
    clearTimeout(this.#timer);
    const { purpose, certify } = this.#options;
    this.#asked += 1;
    const asked = this.#asked;
    certify(purpose, this.#request(podUid)).then(
      (pem) => {
        if (asked === this.#asked && !this.#isClosed) this.#take(pem, podUid);
      },
      (error: unknown) => {
        if (asked === this.#asked && !this.#isClosed) this.#failed(error, podUid);
      },
    );
  }

  #request(podUid: string): CertificateRequest {
    const { key, purpose } = this.#options;
    const publicKey = createPublicKey(key)
      .export({ format: 'der', type: 'spki' })
      .toString('base64');
    const claim = Buffer.from(certificateClaim(purpose, podUid, publicKey));
    const digest = key.asymmetricKeyType === 'ed25519' ? null : 'sha256';
    return { publicKey, proof: sign(digest, claim, key).toString('base64') };
  }

  #take(pem: string, podUid: string): void {
    const { key, purpose, taken, log } = this.#options;
    let left: number;
    try {
      const certificate = new X509Certificate(pem);
      if (!certificate.checkPrivateKey(key)) throw new TypeError('it is of another key');
      taken(pem);
      this.#ends = certificate.validToDate.getTime() / 1_000;
      left = certificate.validToDate.getTime() - Date.now();
    } catch (cause) {
      const message = `the certificate of the broker cannot be used: ${(cause as Error).message}`;
      this.#failed(new SidecarError('BROKER_UNAVAILABLE', message, { cause }), podUid);
      return;
    }
    this.#failures = 0;
    this.#first.resolve(undefined);
    log.info({ purpose, leftMs: Math.round(left) }, 'the broker certified a key');
    this.#later(left * RENEW, podUid);
  }

  #failed(error: unknown, podUid: string): void {
    if (!(error instanceof SidecarError)) throw error;
    const { purpose, log } = this.#options;
    const { code, message } = error;
    log.warn({ purpose, code, reason: message }, 'the broker does not certify a key');
    this.#failures += 1;
    const isRefused = code === 'BROKER_REFUSED';
    if (isRefused) this.#first.resolve(undefined);
    this.#later(isRefused ? brokerLimits.refusedMs.value : pauseBefore(this.#failures), podUid);
  }

  #later(ms: number, podUid: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.#ask(podUid);
      },
      Math.min(Math.max(ms, 0), MOST_MS),
    );
    this.#timer.unref();
  }
}
