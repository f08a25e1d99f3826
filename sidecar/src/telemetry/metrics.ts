import type { Registry as RegistryType } from 'prom-client';
import Counter from 'prom-client/lib/counter.js';
import Gauge from 'prom-client/lib/gauge.js';
import Registry from 'prom-client/lib/registry.js';
import type { Counters } from './counters.ts';

/** What the metrics are read from, each time that they are asked for. */
export interface MetricSources {
  readonly counters: Counters;
  readonly spool: () => {
    readonly bytes: number;
    readonly errors: number;
    readonly dataBytes: number;
  };
  /** Approvals by phase. */
  readonly approvals: () => Readonly<Record<string, number>>;
  /** Credentials that are held for sessions now. */
  readonly leases: () => number;
  /** Sessions of which something is not in the store yet, and tries that failed; zeros without a cluster. */
  readonly uploads: () => { readonly waiting: number; readonly failures: number };
  /** When certificates of the broker end, seconds since the epoch, by what they are for. */
  readonly certificates: () => Readonly<Record<string, number>>;
  readonly config: () => { readonly generation: number; readonly problems: number };
  readonly process: () => {
    readonly residentBytes: number;
    readonly cpuSeconds: number;
    /** Seconds since the epoch. */
    readonly startedAt: number;
  };
}

export interface Metrics {
  readonly contentType: string;
  /** The text format of Prometheus. */
  readonly text: () => Promise<string>;
}

type Labels = Readonly<Record<string, string>>;
type Sample = readonly [labels: Labels, value: number];

interface Row {
  readonly kind: 'counter' | 'gauge';
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
  readonly read: (sources: MetricSources) => readonly Sample[];
}

const single = (value: number): readonly Sample[] => [[{}, value]];

const rows: readonly Row[] = [
  {
    kind: 'gauge',
    name: 'chaperone_sessions',
    help: 'Sessions that are open now.',
    labels: ['connection'],
    read: ({ counters }) =>
      [...counters.connections].map(([connection, c]) => [{ connection }, c.sessions]),
  },
  {
    kind: 'counter',
    name: 'chaperone_commands_total',
    help: 'Commands that ended, by verdict and outcome.',
    labels: ['connection', 'verdict', 'outcome'],
    read: ({ counters }) =>
      [...counters.connections].flatMap(([name, c]) => commandSamples(name, c.commands)),
  },
  {
    kind: 'counter',
    name: 'chaperone_command_refusals_total',
    help: 'Refusals by their stable code.',
    labels: ['code'],
    read: ({ counters }) => [...counters.refusals].map(([code, count]) => [{ code }, count]),
  },
  {
    kind: 'counter',
    name: 'chaperone_token_exchanges_total',
    help: 'Token exchanges, renewals included, by result: granted, refused by the authorization server, or failed.',
    labels: ['result'],
    read: ({ counters }) =>
      Object.entries(counters.exchanges).map(([result, count]) => [{ result }, count]),
  },
  {
    kind: 'gauge',
    name: 'chaperone_credential_leases',
    help: 'Exchanged credentials that sessions hold now.',
    labels: [],
    read: ({ leases }) => single(leases()),
  },
  {
    kind: 'gauge',
    name: 'chaperone_uploads_waiting',
    help: 'Sessions of which something waits to be stored off the pod.',
    labels: [],
    read: ({ uploads }) => single(uploads().waiting),
  },
  {
    kind: 'counter',
    name: 'chaperone_upload_failures_total',
    help: 'Tries to store a recording off the pod that failed.',
    labels: [],
    read: ({ uploads }) => single(uploads().failures),
  },
  {
    kind: 'gauge',
    name: 'chaperone_certificate_expiry_timestamp_seconds',
    help: 'When a certificate of the broker ends, by what it is for: serving agents, recording.',
    labels: ['certificate'],
    read: ({ certificates }) =>
      Object.entries(certificates()).map(([certificate, ends]) => [{ certificate }, ends]),
  },
  {
    kind: 'counter',
    name: 'chaperone_spool_bytes_total',
    help: 'Bytes of events written.',
    labels: [],
    read: ({ spool }) => single(spool().bytes),
  },
  {
    kind: 'counter',
    name: 'chaperone_spool_errors_total',
    help: 'Writes and fdatasyncs of recordings that failed.',
    labels: [],
    read: ({ spool }) => single(spool().errors),
  },
  {
    kind: 'gauge',
    name: 'chaperone_data_bytes',
    help: 'Bytes of all recordings in the data directory.',
    labels: [],
    read: ({ spool }) => single(spool().dataBytes),
  },
  {
    kind: 'gauge',
    name: 'chaperone_approvals',
    help: 'Approvals by phase.',
    labels: ['phase'],
    read: ({ approvals }) =>
      Object.entries(approvals()).map(([phase, count]) => [{ phase }, count]),
  },
  {
    kind: 'gauge',
    name: 'chaperone_config_generation',
    help: 'Number of the set of manifests in force.',
    labels: [],
    read: ({ config }) => single(config().generation),
  },
  {
    kind: 'gauge',
    name: 'chaperone_config_problems',
    help: 'Mistakes in the manifests as they are now; above 0 the last good set is in force.',
    labels: [],
    read: ({ config }) => single(config().problems),
  },
  {
    kind: 'gauge',
    name: 'process_resident_memory_bytes',
    help: 'Resident memory.',
    labels: [],
    read: (sources) => single(sources.process().residentBytes),
  },
  {
    kind: 'counter',
    name: 'process_cpu_seconds_total',
    help: 'User and system CPU time.',
    labels: [],
    read: (sources) => single(sources.process().cpuSeconds),
  },
  {
    kind: 'gauge',
    name: 'process_start_time_seconds',
    help: 'Start of the process since the epoch.',
    labels: [],
    read: (sources) => single(sources.process().startedAt),
  },
];

function commandSamples(
  connection: string,
  commands: Readonly<Record<string, Readonly<Record<string, number>>>>,
): readonly Sample[] {
  return Object.entries(commands).flatMap(([verdict, outcomes]) =>
    Object.entries(outcomes)
      .filter(([, count]) => count > 0)
      .map(([outcome, count]): Sample => [{ connection, verdict, outcome }, count]),
  );
}

/** The metrics of the sidecar, in a registry of their own. Nothing is computed until somebody asks. */
export function createMetrics(sources: MetricSources): Metrics {
  const registry = new Registry();
  for (const row of rows) register(registry, row, sources);
  return { contentType: registry.contentType, text: async () => registry.metrics() };
}

function register(registry: RegistryType, row: Row, sources: MetricSources): void {
  const options = {
    name: row.name,
    help: row.help,
    labelNames: [...row.labels],
    registers: [registry],
  };
  const metric = row.kind === 'counter' ? new Counter(options) : new Gauge(options);
  Object.assign(metric, {
    collect: () => {
      metric.reset();
      for (const [labels, value] of row.read(sources)) metric.inc({ ...labels }, value);
    },
  });
}
