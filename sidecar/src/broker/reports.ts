import { brokerLimits } from '../config/broker-limits.ts';
import { SidecarError } from '../errors.ts';
import type { Log } from '../telemetry/log.ts';
import { pauseBefore } from './pause.ts';

/** What the broker is to know, whenever it can be told. */
export interface Report {
  readonly path: string;
  readonly body: unknown;
  /** The broker refuses it for good. */
  readonly refused?: (error: SidecarError) => void;
}

/** As a broker's client says things, whatever it is answered. */
export interface Teller {
  put(path: string, body: unknown): Promise<unknown>;
}

/**
 * Tells the broker things one after the other, each until it has heard it. Of what waits for one path only the latest is told:
 * each says the whole.
 */
export class Reports {
  readonly #client: Teller;
  readonly #log: Log;
  readonly #waiting = new Map<string, Report>();
  #working = false;
  #closed = false;
  #wake: (() => void) | undefined;

  constructor(client: Teller, log: Log) {
    this.#client = client;
    this.#log = log;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  add(report: Report): void {
    if (this.#closed) return;
    this.#waiting.delete(report.path);
    this.#waiting.set(report.path, report);
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size > brokerLimits.waiting.value && oldest !== undefined) {
      this.#waiting.delete(oldest);
      this.#log.error({ report: oldest }, 'too many reports wait for the broker; one was dropped');
    }
    if (!this.#working) this.#work().catch(this.#defect);
  }

  /** Tells what waits, as far as the broker listens now, and takes no more. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#wake?.();
    for (const report of this.#waiting.values()) {
      const told = await this.#tell(report);
      if (!told) return;
    }
  }

  async #work(): Promise<void> {
    this.#working = true;
    let failures = 0;
    for (let next = this.#next(); next !== undefined && !this.#closed; next = this.#next()) {
      const told = await this.#tell(next);
      if (told && this.#waiting.get(next.path) === next) this.#waiting.delete(next.path);
      failures = told ? 0 : failures + 1;
      if (!told) await this.#pause(pauseBefore(failures));
    }
    this.#working = false;
  }

  #next(): Report | undefined {
    return this.#waiting.values().next().value;
  }

  /** False where it has to be told again. */
  async #tell({ path, body, refused }: Report): Promise<boolean> {
    try {
      await this.#client.put(path, body);
      return true;
    } catch (error) {
      if (!(error instanceof SidecarError)) throw error;
      const { code, message } = error;
      if (code !== 'BROKER_REFUSED') return false;
      this.#log.error({ report: path, code, reason: message }, 'the broker refuses a report');
      refused?.(error);
      return true;
    }
  }

  async #pause(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const timer = setTimeout(resolve, ms, undefined);
    timer.unref();
    this.#wake = () => {
      resolve(undefined);
    };
    await promise;
    clearTimeout(timer);
  }

  /** What is no SidecarError is a defect: it must not end in silence. */
  readonly #defect = (error: unknown): void => {
    queueMicrotask(() => {
      throw error;
    });
  };
}
