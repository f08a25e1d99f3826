import type { ClientRequest, IncomingMessage } from 'node:http';
import { BROKER_PATHS, decodeStreamMessage, type StreamMessage } from '@chaperone/core/broker';
import { brokerLimits } from '../config/broker-limits.ts';
import { SidecarError } from '../errors.ts';
import type { Log } from '../telemetry/log.ts';
import type { BrokerClient } from './client.ts';
import { pauseBefore } from './pause.ts';

const NEWLINE = 0x0a;

export interface StreamOptions {
  readonly client: Pick<BrokerClient, 'open'>;
  readonly log: Log;
  readonly received: (message: StreamMessage) => void;
}

/**
 * The broker's stream, opened again and again.
 *
 * - `open`: a request is under way or its answer is read. To `waiting` by its end, an error, a line that is none, or silence.
 * - `waiting`: for the next try. To `open` by time.
 * - `closed`: by `close`, for good.
 */
export class BrokerStream {
  readonly #options: StreamOptions;
  #request: ClientRequest | undefined;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #closed = false;
  /** `performance.now()` when something was last heard. */
  heardAt: number = performance.now();

  constructor(options: StreamOptions) {
    this.#options = options;
    this.#open();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#request?.destroy();
  }

  #open(): void {
    this.#listen();
    try {
      const request = this.#options.client.open(
        BROKER_PATHS.stream,
        (response) => {
          this.#read(request, response);
        },
        (error) => {
          this.#lost(request, error);
        },
      );
      this.#request = request;
    } catch (error) {
      if (!(error instanceof SidecarError)) throw error;
      this.#lost(undefined, error);
    }
  }

  #read(request: ClientRequest, response: IncomingMessage): void {
    const lines = new Lines(brokerLimits.lineBytes.value);
    const end = (why: string): void => {
      this.#lost(request, new SidecarError('BROKER_UNAVAILABLE', `the stream ${why}`));
    };
    response.on('data', (chunk: Buffer) => {
      if (request !== this.#request) return;
      this.#listen();
      for (const line of lines.add(chunk)) {
        const message = decodeStreamMessage(line);
        if (message === undefined) {
          end('holds a line that is none');
          return;
        }
        this.#failures = 0;
        this.heardAt = performance.now();
        this.#options.received(message);
      }
      if (lines.isTooLong) end('holds a line that is too long');
    });
    response.on('end', () => {
      end('ended');
    });
    response.on('error', (error) => {
      end(`broke: ${error.message}`);
    });
  }

  /** Silence counts as an end from here on. */
  #listen(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#lost(this.#request, new SidecarError('BROKER_UNAVAILABLE', 'the stream is silent'));
    }, brokerLimits.deafMs.value);
    this.#timer.unref();
  }

  /** The first word about a request counts. */
  #lost(request: ClientRequest | undefined, { code, message }: SidecarError): void {
    if (this.#closed || request !== this.#request) return;
    this.#request = undefined;
    request?.destroy();
    this.#failures += 1;
    this.#options.log.warn({ code, reason: message }, 'the broker is tried again');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#open();
    }, pauseBefore(this.#failures));
    this.#timer.unref();
  }
}

/** Bytes to lines of text; what has no end yet is kept. */
class Lines {
  readonly #maxBytes: number;
  #parts: Buffer[] = [];
  #length = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get isTooLong(): boolean {
    return this.#length > this.#maxBytes;
  }

  *add(chunk: Buffer): Generator<string, void, undefined> {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      this.#parts.push(chunk.subarray(from, at));
      from = at + 1;
      const line = Buffer.concat(this.#parts).toString('utf8');
      this.#parts = [];
      this.#length = 0;
      yield line;
    }
    if (from === chunk.length) return;
    this.#parts.push(chunk.subarray(from));
    this.#length += chunk.length - from;
  }
}
