import { countPictures, type Counted } from './pictures/counts.ts';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the operator counts. */
export interface Metrics {
  readonly registry: Registry;
  /** Requests of sidecars that were refused, by code. */
  readonly brokerRefused: Counter<'code'>;
  /** Pods and Approvals that admission answered, by what became of them. */
  readonly admissions: Counter<'path' | 'answer'>;
  /** Seconds from a request's headers to the last byte of its answer. */
  readonly admissionSeconds: Histogram<'path'>;
}

/** What is asked whenever somebody reads the metrics. */
export interface MetricSources {
  /** Streams that sidecars hold open now. */
  readonly streams: () => number;
  readonly isDeaf: () => boolean;
  readonly isLeader: () => boolean;
  /** When certificates end, seconds since 1970, by what they are of: `serving`, `authority`. */
  readonly expiries: () => Readonly<Record<string, number>>;
  readonly pictures: Counted;
}

export function createMetrics({
  streams,
  isDeaf,
  isLeader,
  expiries,
  pictures,
}: MetricSources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'chaperone_operator_' });
  const gauge = (name: string, help: string, value: () => number): Gauge =>
    new Gauge({
      ...{ name, help, registers },
      collect() {
        this.set(value());
      },
    });
  gauge('chaperone_operator_sidecar_streams', 'Sidecars that are told of changes now.', streams);
  gauge(
    'chaperone_operator_watch_deaf',
    '1 where the API server was not heard for too long.',
    () => (isDeaf() ? 1 : 0),
  );
  gauge('chaperone_operator_leader', '1 where this replica is the one that works.', () =>
    isLeader() ? 1 : 0,
  );
  new Gauge({
    name: 'chaperone_operator_certificate_expiry_timestamp_seconds',
    help: 'When a certificate ends, by what it is of: what this replica serves, the authority that signs.',
    labelNames: ['certificate'],
    registers,
    collect() {
      for (const [certificate, seconds] of Object.entries(expiries()))
        this.set({ certificate }, seconds);
    },
  });
  countPictures(registry, pictures);
  return {
    registry,
    brokerRefused: new Counter({
      name: 'chaperone_operator_broker_refused_total',
      help: 'Requests of sidecars that were refused, by code.',
      labelNames: ['code'],
      registers,
    }),
    admissions: new Counter({
      name: 'chaperone_operator_admissions_total',
      help: 'Requests of the API server that were answered, by path and answer.',
      labelNames: ['path', 'answer'],
      registers,
    }),
    admissionSeconds: new Histogram({
      name: 'chaperone_operator_admission_seconds',
      help: 'Time from the headers of a request of the API server to the last byte of its answer, by path.',
      labelNames: ['path'],
      buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1],
      registers,
    }),
  };
}
