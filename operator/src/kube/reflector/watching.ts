import type { KubeClient, Selection } from '../client/client.ts';
import type { Clock } from '../clock.ts';
import { isKubeError, KubeError } from '../errors.ts';
import type { Kind } from '../kinds.ts';
import { clientLimits } from '../limits.ts';
import type { KubeObject } from '../object.ts';
import { Lines } from './lines.ts';
import { decodeWatchEvent, type WatchEvent } from './watch-event.ts';

export interface Watching<T> {
  readonly client: Pick<KubeClient, 'watch'>;
  readonly kind: Kind<T & KubeObject>;
  readonly selection: Selection;
  readonly resourceVersion: string;
  readonly timeoutSeconds: number;
  /** Milliseconds without a byte after which the connection counts as dead. */
  readonly silentMs: number;
  /** Milliseconds beyond timeoutSeconds after which the watch is cut. */
  readonly graceMs: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Bytes have come. */
  readonly heard: () => void;
  readonly take: (event: Exclude<WatchEvent<T>, { type: 'error' }>) => void;
}

/**
 * One watch from its beginning to its regular end.
 * @throws KubeError SILENT where nothing was heard for too long; EXPIRED where its version is gone; whatever ended it
 */
export async function watchOnce<T extends KubeObject>(watching: Watching<T>): Promise<void> {
  const { kind, clock, silentMs, graceMs, timeoutSeconds, signal } = watching;
  const cut = new AbortController();
  const cutIt = (): void => {
    cut.abort();
  };
  const deadline = clock.after(timeoutSeconds * 1000 + graceMs, cutIt);
  const silence = new Silence(clock, silentMs, cutIt);
  const heard = (): void => {
    silence.broken();
    watching.heard();
  };
  try {
    await follow(watching, AbortSignal.any([signal, cut.signal]), heard);
  } catch (error) {
    if (signal.aborted) throw new KubeError('STOPPED', 'the watch was stopped', { cause: error });
    if (cut.signal.aborted) {
      const what = `a watch of ${kind.plural} was silent for ${String(silentMs)} ms`;
      throw new KubeError('SILENT', what, { cause: error });
    }
    if (isKubeError(error)) throw error;
    const what = `a watch of ${kind.plural} broke: ${(error as Error).message}`;
    throw new KubeError('UNREACHABLE', what, { cause: error });
  } finally {
    deadline();
    silence.end();
  }
}

/** Calls once nothing was heard for so long; one timer, however much is heard. */
class Silence {
  readonly #clock: Clock;
  readonly #ms: number;
  readonly #call: () => void;
  #since: number;
  #cancel: () => void;

  constructor(clock: Clock, ms: number, call: () => void) {
    this.#clock = clock;
    this.#ms = ms;
    this.#call = call;
    this.#since = clock.now();
    this.#cancel = clock.after(ms, this.#look);
  }

  broken(): void {
    this.#since = this.#clock.now();
  }

  end(): void {
    this.#cancel();
  }

  readonly #look = (): void => {
    const left = this.#ms - (this.#clock.now() - this.#since);
    if (left <= 0) this.#call();
    else this.#cancel = this.#clock.after(left, this.#look);
  };
}

async function follow<T extends KubeObject>(
  watching: Watching<T>,
  signal: AbortSignal,
  heard: () => void,
): Promise<void> {
  const { client, kind, selection, resourceVersion, timeoutSeconds } = watching;
  const body = await client.watch(kind, selection, { resourceVersion, timeoutSeconds, signal });
  heard();
  try {
    const lines = new Lines(clientLimits.lineBytes.value);
    for await (const chunk of body as AsyncIterable<Buffer>) {
      heard();
      for (const line of lines.take(chunk)) takeLine(line, watching);
    }
  } finally {
    body.destroy();
  }
}

function takeLine<T extends KubeObject>(line: string, { take }: Watching<T>): void {
  const event = decodeWatchEvent<T>(line);
  if (event.type === 'error') throw event.error;
  take(event);
}
