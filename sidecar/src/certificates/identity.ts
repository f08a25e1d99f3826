import { generateKeyPairSync } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';
import type { CertificateChain, RecorderKey } from '@chaperone/core/record';
import type { Broker } from '../broker/index.ts';
import type { Log } from '../telemetry/log.ts';
import { writeTrust } from '../trust/index.ts';
import { Certificate } from './certificate.ts';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g;

export interface IdentityOptions {
  readonly broker: Pick<Broker, 'authorities' | 'certify' | 'onRun'>;
  /** Directory in which agents find whom to trust. */
  readonly trust: string | undefined;
  readonly log: Log;
}

/**
 * What the sidecar of a pod is to others, by the broker's word: to agents a server under the names of its connections, to who
 * verifies recordings the pod. And whom agents trust for it, in files.
 */
export class Identity {
  readonly #options: IdentityOptions;
  readonly #serving: Certificate;
  #recording: Certificate | undefined;
  #context: SecureContext | undefined;
  #chain: readonly string[] = [];
  #published = '';

  constructor(options: IdentityOptions) {
    this.#options = options;
    const { broker, log } = options;
    // Of this process alone, and never on a disk.
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const key = privateKey.export({ format: 'pem', type: 'pkcs8' });
    this.#serving = new Certificate({
      ...{ purpose: 'serving', key: privateKey, log },
      certify: async (purpose, request) => broker.certify(purpose, request),
      taken: (cert) => {
        this.#context = createSecureContext({ cert, key, minVersion: 'TLSv1.2' });
      },
    });
    this.#publish(broker.authorities);
    broker.onRun(({ agent, hosts = [] }) => {
      const { authorities } = broker;
      if (authorities !== this.#published) this.#publishAgain(authorities);
      const podUid = agent.pod?.uid ?? '';
      if (hosts.length === 0) this.#serving.wantNothing();
      else this.#serving.want(podUid, [authorities, ...hosts].join('\n'));
    });
  }

  /** What is served to agents that ask for TLS, as it is now; undefined where nobody certified it. */
  get context(): SecureContext | undefined {
    return this.#context;
  }

  /** When what is certified ends, seconds since the epoch, by what it is for. */
  get expiries(): Readonly<Record<string, number>> {
    const [serving, recording] = [this.#serving.ends, this.#recording?.ends];
    return {
      ...(serving !== undefined && { serving }),
      ...(recording !== undefined && { recording }),
    };
  }

  /** Resolves when the broker has answered. */
  async answered(): Promise<void> {
    await this.#serving.answered();
  }

  /** What the spool gets. */
  get parts(): { readonly certify: (key: RecorderKey) => Promise<CertificateChain> } {
    return { certify: async (key) => this.#certify(key) };
  }

  /** Has the key of recordings certified. @returns its certificates, as they are when they are asked for */
  async #certify(key: RecorderKey): Promise<CertificateChain> {
    const { broker, log } = this.#options;
    const recording = new Certificate({
      ...{ purpose: 'recording', key: key.privateKey, log },
      certify: async (purpose, request) => broker.certify(purpose, request),
      taken: (pem) => {
        this.#chain = [...pem.matchAll(CERTIFICATE)].map(([, der = '']) => der.replace(/\s/g, ''));
      },
    });
    this.#recording = recording;
    broker.onRun(({ agent }) => {
      recording.want(agent.pod?.uid ?? '', broker.authorities);
    });
    await recording.answered();
    return () => this.#chain;
  }

  close(): void {
    this.#serving.close();
    this.#recording?.close();
  }

  #publish(authorities: string): void {
    const { trust } = this.#options;
    if (trust !== undefined) writeTrust(trust, authorities, new Date());
    this.#published = authorities;
  }

  #publishAgain(authorities: string): void {
    try {
      this.#publish(authorities);
    } catch (error) {
      const { log } = this.#options;
      log.error({ err: error }, 'whom agents trust could not be written; what was there stays');
    }
  }
}
