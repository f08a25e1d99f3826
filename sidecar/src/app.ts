import { loadParser } from '@chaperone/core/sql';
import {
  Approvals,
  followGrants,
  grantableBy,
  localDecider,
  openApprovalStore,
  serveApprovals,
  serveShared,
  systemClock,
  warnOfMany,
} from './approval/index.ts';
import { postgresLimits } from './config/limits.ts';
import type { Broker } from './broker/index.ts';
import { ConfigRefused, ConfigWatcher, formatProblem, loadConfig } from './config/index.ts';
import type { ApprovalServer } from './approval/index.ts';
import type { ConfigSnapshot, ConfigSource, SidecarOptions } from './config/index.ts';
import { openIdentity, servedToAgents, type Identity } from './certificates/index.ts';
import { Verifier } from './identity/index.ts';
import { Listener } from './listen/listener.ts';
import { PostgresProtocol, type PostgresOptions } from './protocols/postgres/postgres.ts';
import { ConnectionDoor } from './session/door.ts';
import { loadOrCreateMaskSecret } from './session/mask-key.ts';
import { Usages } from './session/usage.ts';
import { Spool } from './spool/index.ts';
import type { Processes, SpoolOptions } from './spool/index.ts';
import { uploadLimits } from './config/upload-limits.ts';
import { Leases, podTokenFrom } from './upstream/index.ts';
import { Counters, createMetrics, serveAdmin } from './telemetry/index.ts';
import type { Log, MetricSources, ReadyCheck } from './telemetry/index.ts';

export interface AppEnvironment {
  readonly processes: Processes;
  readonly log: Log;
  readonly version: string;
  readonly processFacts: MetricSources['process'];
  /** A defect: what was not foreseen must not go on. */
  readonly crash: (error: unknown) => void;
}

/** What is running, for whoever stops it. */
export interface App {
  /** Where agents connect, by connection. */
  readonly listening: readonly { readonly connection: string; readonly port: number }[];
  readonly adminPort: number;
  /** No new sessions, running commands get their time, recordings are closed. */
  readonly stop: () => Promise<void>;
}

/**
 * The sidecar: its parts in the order of the flow.
 * @throws ConfigRefused
 * @throws SidecarError DATA_IN_USE, DATA_UNUSABLE, BROKER_UNAVAILABLE
 */
export async function startApp(options: SidecarOptions, environment: AppEnvironment): Promise<App> {
  const { log } = environment;
  const parser = loadParser();
  let configChanged = (_snapshot: ConfigSnapshot): void => undefined;
  const source = await openSource(options, log, (snapshot) => {
    configChanged(snapshot);
  });
  const { config, broker } = source;
  const identity = await openIdentity(options, broker, log);
  const spool = await openSpool(options, environment, { broker, identity });
  broker?.keep(spool);
  const local = openApprovalStore(`${options.data}/approvals`, Date.now());
  const store = broker?.mirror(local) ?? local;
  const grantable = grantableBy(() => config.current);
  const approvals = new Approvals({ clock: systemClock, store, grantable });
  configChanged = (snapshot) => {
    followGrants(approvals, snapshot, log);
    if (broker === undefined && options.decisions === undefined) warnOfMany(snapshot, log);
  };
  configChanged(config.current);
  broker?.decideOn(approvals);
  const approvalServers = broker === undefined ? await serveDeciders(options, approvals) : [];
  const counters = new Counters();
  const leases = newLeases(options, counters, log);
  const tls = servedToAgents(options, identity);
  const protocol = new PostgresProtocol({ tls, ...(await targetLookup(options)) });
  await Promise.all([parser, identity?.answered()]);
  const listeners = newListeners({
    options,
    environment,
    ...source,
    spool,
    approvals,
    counters,
    protocol,
    leases,
  });
  await Promise.all(listeners.map(async (listener) => listener.open()));
  const parts = { ...source, spool, approvals, counters, leases, identity, listeners };
  const admin = await serveAdmin({
    ...options.admin,
    metrics: createMetrics(metricSources(parts, environment)),
    checks: () => readyChecks(parts),
  });
  return {
    listening: listeners.map(({ port }, i) => ({
      connection: options.listen[i]?.connection ?? '',
      port,
    })),
    adminPort: admin.port,
    stop: async () => {
      await endSessions(listeners);
      protocol.close();
      await Promise.all([...approvalServers, admin].map(async (server) => server.close()));
      identity?.close();
      await closeParts(parts);
    },
  };
}

/** The broker hears of each recording that is whole, and certifies the key that signs them. */
async function openSpool(
  { data, maxDataBytes }: SidecarOptions,
  { processes, log }: AppEnvironment,
  {
    broker,
    identity,
  }: { readonly broker: Broker | undefined; readonly identity: Identity | undefined },
): Promise<Spool> {
  const kept = broker && storedBy(broker);
  const limits = { dataBytes: maxDataBytes };
  return Spool.open(data, { processes, log, limits, ...kept, ...identity?.parts });
}

/** What the spool does for recordings that leave the pod. */
function storedBy(
  broker: Broker,
): Pick<SpoolOptions, 'sealed' | 'segmentSealed' | 'cutMs' | 'replicate'> {
  return {
    sealed: (session, manifestFile) => {
      broker.sealed(session, manifestFile);
    },
    segmentSealed: (session, name) => {
      broker.segmentSealed(session, name);
    },
    replicate: async (session, name, bytes) => broker.replicate(session, name, bytes),
    cutMs: uploadLimits.cutMs.value,
  };
}

/** Recordings are closed, and the broker told of them. */
async function closeParts({ config, broker, spool, approvals, leases }: Parts): Promise<void> {
  approvals.close('the sidecar was shut down');
  leases.close();
  await spool.close();
  config.close();
  await broker?.close();
}

/** The sidecar's own user decides over a socket in the data directory, other people where `--decisions` says. */
async function serveDeciders(
  { data, decisions }: SidecarOptions,
  approvals: Approvals,
): Promise<readonly ApprovalServer[]> {
  const owner = localDecider();
  const own = await serveApprovals(data, approvals, owner);
  if (decisions === undefined) return [own];
  return [own, await serveShared(decisions, approvals, owner)];
}

/** In a pod the hosts file leads agents here, and would lead the sidecar to itself. */
async function targetLookup({
  manifests,
}: SidecarOptions): Promise<Pick<PostgresOptions, 'lookup'>> {
  if (manifests.kind !== 'broker') return {};
  const { lookupByDns, systemRules } = await import('./io/names.ts');
  return { lookup: lookupByDns(systemRules()) };
}

interface Source {
  readonly config: ConfigSource;
  /** Absent without a cluster. */
  readonly broker?: Broker;
}

interface Parts extends Source {
  readonly spool: Spool;
  readonly approvals: Approvals;
  readonly counters: Counters;
  readonly leases: Leases;
  readonly identity: Identity | undefined;
  readonly listeners: readonly Listener[];
}

/** @throws ConfigRefused, SidecarError BROKER_UNAVAILABLE */
async function openSource(
  { manifests, listen, namespace, agent, data }: SidecarOptions,
  log: Log,
  changed: (snapshot: ConfigSnapshot) => void,
): Promise<Source> {
  if (manifests.kind === 'broker') {
    // Loaded where there is a cluster: the others need not wait for it.
    const { Broker: BrokerOfCluster } = await import('./broker/index.ts');
    const { broker: address } = manifests;
    const broker = new BrokerOfCluster({ address, data, listen, log, changed });
    try {
      await broker.config.ready();
      return { config: broker.config, broker };
    } catch (error) {
      await broker.close();
      throw error;
    }
  }
  const mistakesRefuse = 'set' as const;
  const scope = { origin: manifests.directory, listen, namespace, mistakesRefuse };
  const loaded = loadConfig(scope, 1);
  if (loaded.kind === 'bad') throw new ConfigRefused(loaded.problems);
  const first = loaded.snapshot;
  for (const problem of first.problems) log.warn({ ...problem }, formatProblem(problem));
  return {
    config: new ConfigWatcher({ scope, log, first, changed, agent: { serviceAccount: agent } }),
  };
}

function newListeners(
  parts: Omit<Parts, 'listeners' | 'identity'> & {
    readonly options: SidecarOptions;
    readonly environment: AppEnvironment;
    readonly protocol: PostgresProtocol;
  },
): readonly Listener[] {
  const { options, environment, config, broker, spool, approvals, counters, protocol, leases } =
    parts;
  const { log, version, crash } = environment;
  const maskSecret = loadOrCreateMaskSecret(spool.layout.keys);
  const snapshot = (): ConfigSnapshot => config.current;
  const usages = new Usages();
  const verifier = new Verifier();
  return options.listen.map(({ connection, host, port }) => {
    const door = new ConnectionDoor({
      name: connection,
      agent: () => config.agent,
      ...(broker && {
        register: async (session, opening) => broker.register(session, opening),
      }),
      snapshot,
      spool,
      approvals,
      maskSecret,
      counters,
      log,
      version,
      usages,
      verifier,
      leases,
    });
    const maxCommandBytes = (): number => {
      const served = snapshot().connections.get(connection);
      return served?.kind === 'served' ? served.maxCommandBytes : 0;
    };
    return new Listener({ host, port, protocol, door, maxCommandBytes, failed: crash });
  });
}

function newLeases(options: SidecarOptions, counters: Counters, log: Log): Leases {
  return new Leases({
    podToken: podTokenFrom(options.exchangeTokenFile),
    counted: (result) => {
      counters.exchanges[result]++;
    },
    failed: (connection, { code, message }) => {
      log.warn({ connection, code, reason: message }, 'a credential could not be renewed');
    },
  });
}

async function endSessions(listeners: readonly Listener[]): Promise<void> {
  const draining = Promise.all(listeners.map(async (listener) => listener.drain()));
  const { promise: expired, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, postgresLimits.drainMs.value, undefined);
  await Promise.race([draining, expired]);
  clearTimeout(timer);
  const reason = 'the sidecar was shut down while the session was active';
  await Promise.all(listeners.map(async (listener) => listener.destroy(reason)));
}

function metricSources(
  { counters, spool, approvals, config, leases, identity, broker }: Parts,
  { processFacts }: AppEnvironment,
): MetricSources {
  return {
    counters,
    spool: () => ({
      bytes: spool.counters.bytes,
      errors: spool.counters.errors,
      dataBytes: spool.usage.bytes,
    }),
    approvals: () => approvals.count(),
    leases: () => leases.size,
    uploads: () => broker?.uploads ?? { waiting: 0, failures: 0 },
    certificates: () => identity?.expiries ?? {},
    config: () => ({ generation: config.current.generation, problems: config.problems.length }),
    process: processFacts,
  };
}

function readyChecks({ config, spool, listeners }: Parts): readonly ReadyCheck[] {
  const problems = config.problems.length;
  return [
    {
      name: 'listeners',
      ok: listeners.every(({ isOpen }) => isOpen),
      detail: `${String(listeners.length)} open`,
    },
    {
      name: 'spool',
      ok: spool.isWritable(),
      detail: `${String(spool.usage.bytes)} bytes`,
    },
    {
      // The last good set is in force: the sidecar works, and says so, though an operator has something to mend.
      name: 'config',
      ok: true,
      detail:
        problems === 0
          ? `generation ${String(config.current.generation)}`
          : `${String(problems)} problems; generation ${String(config.current.generation)} stays in force`,
    },
  ];
}
