import type { KubeClient } from '../kube/client/client.ts';
import type { Clock } from '../kube/clock.ts';
import { secrets, type Secret } from '../kube/kinds.ts';
import type { Log } from '../kube/log.ts';
import { Reflector } from '../kube/reflector/reflector.ts';
import { CertificateError } from './errors.ts';
import { issueServing } from './issue.ts';
import { certificateLimits } from './limits.ts';
import { readSecret } from './secret.ts';
import { authoritiesOf, type CaState, type Certificates, type Issuer } from './types.ts';

export interface OwnOptions {
  readonly client: KubeClient;
  readonly clock: Clock;
  /** 0 to 1, exclusive. */
  readonly random: () => number;
  readonly log: Log;
  readonly namespace: string;
  /** Of the Secret. */
  readonly name: string;
  /** DNS names and IP addresses under which this replica is called. */
  readonly names: readonly string[];
}

/** Serving certificates are renewed after this part of their life. */
const RENEW = 2 / 3;

/**
 * The installation's authority as one replica knows it: follows the Secret, and serves with a certificate of its own. What was
 * good stays where the Secret is none any more: who leads makes it anew from there.
 */
export class OwnCertificates implements Certificates {
  readonly #options: OwnOptions;
  readonly #reflector: Reflector<Secret>;
  readonly #followers = new Set<() => void>();
  readonly #first = Promise.withResolvers<undefined>();
  #looking: NodeJS.Timeout | undefined;
  #state: CaState | undefined;
  #serving: Certificates['serving'] = { cert: '', key: '' };
  /** What the serving certificate was issued with, and when another one is due. */
  #issued: { readonly by: string; readonly dueMs: number } = { by: '', dueMs: 0 };
  #work: Promise<void> = Promise.resolve();
  #touched: () => void = () => undefined;

  constructor(options: OwnOptions) {
    this.#options = options;
    const { client, clock, random, log, namespace, name } = options;
    this.#reflector = new Reflector<Secret>({
      ...{ client, clock, random, log, kind: secrets, indexes: {} },
      selection: { namespace, fieldSelector: `metadata.name=${name}` },
      changed: ({ type, object }) => {
        if (type === 'removed') log.warn({ secret: name }, 'the Secret of the authority is gone');
        else this.#take(object);
        this.#touched();
      },
    });
  }

  /**
   * Resolves when this replica can serve.
   * @param touched called at every change of the Secret, whatever it means
   * @throws CertificateError CA_UNUSABLE
   */
  async start(touched: () => void): Promise<void> {
    this.#touched = touched;
    this.#reflector.start();
    this.#looking = setInterval(() => {
      this.#renew();
    }, certificateLimits.lookMs.value);
    this.#looking.unref();
    const { value } = certificateLimits.startMs;
    const late = this.#options.clock.after(value, () => {
      const message = `no authority in Secret ${this.#options.name} in ${String(value)} ms: see the log of the replica that leads`;
      this.#first.reject(new CertificateError('CA_UNUSABLE', message));
    });
    await this.#first.promise;
    late();
  }

  async stop(): Promise<void> {
    clearInterval(this.#looking);
    await this.#reflector.stop();
    await this.#work;
  }

  /** Undefined where none was ever seen. */
  get state(): CaState | undefined {
    return this.#state;
  }

  get isDeaf(): boolean {
    return this.#reflector.isDeaf;
  }

  get authorities(): string {
    return this.#state === undefined ? '' : authoritiesOf(this.#state);
  }

  get serving(): Certificates['serving'] {
    return this.#serving;
  }

  get issuer(): Issuer | undefined {
    const state = this.#state;
    if (state === undefined) return undefined;
    return { pair: state.active, cross: state.phase === 'Retiring' ? state.cross : '' };
  }

  follow(changed: () => void): () => void {
    this.#followers.add(changed);
    return () => this.#followers.delete(changed);
  }

  #take(secret: Secret): void {
    const { log } = this.#options;
    try {
      this.#state = readSecret(secret);
      log.info({ phase: this.#state.phase }, 'the authority is known');
      this.#renew(true);
    } catch (error) {
      if (!(error instanceof CertificateError)) throw error;
      log.error({ err: error, code: error.code }, 'the authority before stays');
    }
  }

  /** One after the other: what is issued last is of the last state. */
  #renew(isNew = false): void {
    const next = this.#work.then(async () => this.#issue(isNew));
    this.#work = next.catch((error: unknown) => {
      this.#options.log.error(
        { err: error },
        'no certificate could be issued; the one before stays',
      );
    });
  }

  async #issue(isNew: boolean): Promise<void> {
    const { issuer } = this;
    if (issuer === undefined) return;
    const { clock, names } = this.#options;
    const by = issuer.pair.certificate + issuer.cross;
    const now = clock.date();
    const isDue = by !== this.#issued.by || now.getTime() >= this.#issued.dueMs;
    if (isDue) {
      this.#serving = await issueServing(issuer, names, now);
      this.#issued = { by, dueMs: now.getTime() + certificateLimits.leafMs.value * RENEW };
    }
    this.#first.resolve(undefined);
    if (isDue || isNew) for (const changed of this.#followers) changed();
  }
}
