import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  BROKER_PATHS,
  CONTENT_DIGEST_HEADER,
  decodeCertificateAnswer,
  type CertificatePurpose,
  type CertificateRequest,
  type SessionOpening,
  type StreamMessage,
} from '@chaperone/core/broker';
import type { Approvals, ApprovalStore } from '../approval/index.ts';
import { brokerLimits } from '../config/broker-limits.ts';
import { uploadLimits } from '../config/upload-limits.ts';
import { StoreClient } from '../upload/store-client.ts';
import { Uploads, type Kept } from '../upload/uploads.ts';
import type { BrokerAddress } from '../config/index.ts';
import { SidecarError } from '../errors.ts';
import type { Log } from '../telemetry/log.ts';
import { followDecisions, mirrored } from './approval-mirror.ts';
import { BrokerConfig, type BrokerConfigOptions } from './broker-config.ts';
import { BrokerClient } from './client.ts';
import { pauseBefore } from './pause.ts';
import { Reports } from './reports.ts';
import { BrokerStream } from './stream.ts';
import { Trust } from './trust.ts';

export interface BrokerOptions extends Omit<BrokerConfigOptions, 'heardAt'> {
  readonly address: BrokerAddress;
  /** Directory that outlives the process: whom to trust is kept there. */
  readonly data: string;
  readonly log: Log;
}

type Run = Extract<StreamMessage, { type: 'run' }>;

/** The operator as a sidecar knows it: configuration and decisions come from there, Approvals and sessions are told. */
export class Broker {
  readonly config: BrokerConfig;
  readonly #log: Log;
  readonly #client: BrokerClient;
  readonly #trust: Trust;
  readonly #heard = new Set<(run: Run) => void>();
  #run: Run | undefined;
  readonly #reports: Reports;
  readonly #stream: BrokerStream;
  readonly #uploads: Uploads;
  readonly #telling = new Set<Promise<void>>();
  #approvals: Pick<Approvals, 'decide' | 'withdraw'> | undefined;

  constructor({ address, data, ...options }: BrokerOptions) {
    const { log } = options;
    this.#log = log;
    this.#trust = new Trust(address.ca, data, log);
    this.#client = new BrokerClient(address, this.#trust);
    this.#reports = new Reports(this.#client, log);
    const stores = new StoreClient(this.#client);
    this.#uploads = new Uploads({
      store: async (session, name, file) => stores.store(session, name, file),
      log,
      pauseBefore: (failures) => pauseBefore(failures, uploadLimits.retryMs),
    });
    this.config = new BrokerConfig({ ...options, heardAt: () => this.#stream.heardAt });
    this.#stream = new BrokerStream({
      client: this.#client,
      log,
      received: (message) => {
        if (message.type === 'run') this.#takeRun(message);
        if (message.type === 'run' || message.type === 'manifests') this.config.receive(message);
        else if (message.type === 'decisions') this.#decided(message);
      },
    });
  }

  /** Authorities of the installation as they are known now, PEM. */
  get authorities(): string {
    return this.#trust.authorities();
  }

  /** Calls with who the agent is and whom to trust: now, where it is known, and whenever it was told. */
  onRun(heard: (run: Run) => void): void {
    this.#heard.add(heard);
    if (this.#run !== undefined) heard(this.#run);
  }

  /**
   * Asks for a certificate of a key.
   * @returns PEM
   * @throws SidecarError BROKER_UNAVAILABLE, BROKER_REFUSED
   */
  async certify(purpose: CertificatePurpose, request: CertificateRequest): Promise<string> {
    const body = await this.#client.ask(BROKER_PATHS.certificates + purpose, request);
    const answer = decodeCertificateAnswer(body);
    if (answer !== undefined) return answer.certificate;
    throw new SidecarError('BROKER_UNAVAILABLE', 'the answer of the broker is no certificate');
  }

  /** Recordings that are to be stored: how many wait, and how often it failed. */
  get uploads(): Pick<Uploads, 'waiting' | 'failures'> {
    return this.#uploads;
  }

  /** From here on recordings are stored. */
  keep(spool: Kept): void {
    this.#uploads.start(spool);
  }

  /** Has bytes of a running session kept off the pod. @throws SidecarError BROKER_UNAVAILABLE, BROKER_REFUSED */
  async replicate(session: string, name: string, bytes: Buffer): Promise<void> {
    const sha256 = createHash('sha256').update(bytes).digest('base64');
    const file = {
      ...{ bytes: bytes.length, sha256 },
      open: () => Readable.from([bytes], { objectMode: false }),
    };
    const path = `${BROKER_PATHS.contents}${session}/${name}`;
    const headers = { [CONTENT_DIGEST_HEADER]: sha256 };
    await this.#client.send(path, file, headers, brokerLimits.requestMs.value);
  }

  /** A segment of a recording is sealed, and may be stored. */
  segmentSealed(session: string, name: string): void {
    this.#uploads.segment(session, name);
  }

  /** Reports that the broker has not heard yet. */
  get waiting(): number {
    return this.#reports.waiting;
  }

  /** The store of Approvals that are decided in the cluster. */
  mirror(store: ApprovalStore): ApprovalStore {
    return mirrored(store, this.#reports, (name, reason) => {
      this.#approvals?.withdraw(name, reason);
    });
  }

  /** From here on decisions are taken over. The broker says them again whenever it is connected to. */
  decideOn(approvals: Pick<Approvals, 'decide' | 'withdraw'>): void {
    this.#approvals = approvals;
    for (const { approval, decisions } of this.#early.splice(0))
      this.#decided({ approval, decisions });
  }

  readonly #early: { readonly approval: string; readonly decisions: Decisions }[] = [];

  /**
   * Registers a session, before its first command.
   * @throws SidecarError BROKER_UNAVAILABLE, BROKER_REFUSED
   */
  async register(session: string, opening: SessionOpening): Promise<void> {
    const until = performance.now() + brokerLimits.registerMs.value;
    for (let failures = 1; ; failures++) {
      try {
        await this.#client.put(BROKER_PATHS.sessions + session, opening);
        return;
      } catch (error) {
        const pause = pauseBefore(failures);
        const again = error instanceof SidecarError && error.code === 'BROKER_UNAVAILABLE';
        if (!again || performance.now() + pause > until) throw error;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  /** A session's recording is whole: tells its signed manifest, and stores what is left of it. */
  sealed(session: string, manifestFile: string): void {
    this.#uploads.sealed(session);
    const telling = this.#tell(session, manifestFile).finally(() => this.#telling.delete(telling));
    this.#telling.add(telling);
  }

  async #tell(session: string, manifestFile: string): Promise<void> {
    try {
      const manifest = await readFile(manifestFile, 'utf8');
      this.#reports.add({ path: BROKER_PATHS.manifests + session, body: { manifest } });
    } catch (error) {
      this.#log.error({ session, reason: String(error) }, 'a manifest cannot be read');
    }
  }

  async close(): Promise<void> {
    this.config.close();
    this.#stream.close();
    await Promise.all(this.#telling);
    await Promise.all([this.#reports.close(), this.#uploads.close()]);
    this.#client.close();
  }

  #takeRun(run: Run): void {
    this.#run = run;
    if (run.authorities !== undefined) this.#trust.take(run.authorities);
    for (const heard of this.#heard) heard(run);
  }

  #decided(said: { readonly approval: string; readonly decisions: Decisions }): void {
    if (this.#approvals === undefined) this.#early.push(said);
    else followDecisions(this.#approvals, said.approval, said.decisions, this.#log);
  }
}

type Decisions = Parameters<typeof followDecisions>[2];
