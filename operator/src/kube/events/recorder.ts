import type { KubeClient } from '../client/client.ts';
import type { Clock } from '../clock.ts';
import { isKubeError } from '../errors.ts';
import { events, type Event } from '../kinds.ts';
import { eventLimits } from '../limits.ts';
import type { Log } from '../log.ts';
import { EventSeries, type Happening } from './series.ts';

/** events.k8s.io/v1: the note is at most so long, the names of who reports too. */
const NOTE_BYTES = 1_024;
const NAME_CHARACTERS = 128;
/** Of cluster-scoped objects, as kubectl looks for them. */
const CLUSTER_NAMESPACE = 'default';

export interface RecorderOptions {
  readonly client: Pick<KubeClient, 'create' | 'merge'>;
  /** `chaperone.dev/operator` */
  readonly controller: string;
  /** Name of the pod. */
  readonly instance: string;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Tells people through Events what was done about their objects. Nothing waits for it and nothing depends on it: what cannot be told
 * is counted and logged.
 */
export class EventRecorder {
  readonly #options: RecorderOptions;
  readonly #series: EventSeries;
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;
  written = 0;
  dropped = 0;
  failed = 0;

  constructor(options: RecorderOptions) {
    this.#options = options;
    const { seriesMs, burst, refillMs, remembered } = eventLimits;
    this.#series = new EventSeries({
      ...{ seriesMs: seriesMs.value, burst: burst.value },
      ...{ refillMs: refillMs.value, remembered: remembered.value },
    });
  }

  /** One after the other, so that the second of a series finds the first. */
  record(happening: Happening): void {
    if (this.#waiting >= eventLimits.waiting.value) {
      this.dropped += 1;
      return;
    }
    this.#waiting += 1;
    this.#last = this.#last.then(async () => this.#tell(happening));
  }

  /** Resolves when everything recorded so far was told, or could not be. */
  async flushed(): Promise<void> {
    await this.#last;
  }

  async #tell(happening: Happening): Promise<void> {
    this.#waiting -= 1;
    const step = this.#series.next(happening, this.#options.clock.now());
    if (step.do === 'drop') {
      this.dropped += 1;
      return;
    }
    try {
      if (step.do === 'create') await this.#create(happening);
      else await this.#count(happening, step.event, step.count);
      this.written += 1;
    } catch (error) {
      this.failed += 1;
      const { reason, note, regarding } = happening;
      this.#options.log.warn({ reason, note, regarding, err: error }, 'an event was not written');
    }
  }

  async #create(happening: Happening): Promise<void> {
    const { client, controller, instance, clock } = this.#options;
    const { regarding, type, reason, action, note } = happening;
    const namespace = regarding.namespace ?? CLUSTER_NAMESPACE;
    const event: Event = {
      metadata: { namespace, generateName: prefixOf(regarding.name) },
      eventTime: microTime(clock.date()),
      reportingController: controller,
      reportingInstance: instance.slice(0, NAME_CHARACTERS),
      ...{ regarding, type, reason, action, note: cut(note) },
    };
    const created = await client.create(events, event);
    this.#series.told(happening, created.metadata?.name ?? '');
  }

  async #count(happening: Happening, name: string, count: number): Promise<void> {
    const { client, clock } = this.#options;
    const namespace = happening.regarding.namespace ?? CLUSTER_NAMESPACE;
    const series = { count, lastObservedTime: microTime(clock.date()) };
    try {
      await client.merge(events, { namespace, name }, { series });
    } catch (error) {
      if (!isKubeError(error, 'NOT_FOUND')) throw error;
      // The server keeps events for an hour.
      this.#series.forget(happening);
      await this.#create(happening);
    }
  }
}

/** A name that the server completes must be one already. */
const prefixOf = (name: string): string =>
  `${name.slice(0, NAME_CHARACTERS).replace(/[^a-z0-9]+$/, '')}-`;

const microTime = (date: Date): string => date.toISOString().replace('Z', '000Z');

/** At most so many bytes, and no half character. */
function cut(note: string): string {
  const bytes = Buffer.from(note);
  if (bytes.length <= NOTE_BYTES) return note;
  return `${bytes
    .subarray(0, NOTE_BYTES - 4)
    .toString('utf8')
    .replace(/\uFFFD+$/, '')}…`;
}
