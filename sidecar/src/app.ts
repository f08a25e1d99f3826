import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { loadParser } from '@chaperone/core/sql';
import {
  Approvals,
  localDecider,
  openApprovalStore,
  serveApprovals,
  serveShared,
  systemClock,
} from './approval/index.ts';
import { postgresLimits } from './config/limits.ts';
import { approvalRule, ConfigWatcher, formatProblem, loadConfig } from './config/index.ts';
import type { ApprovalServer, Grantable } from './approval/index.ts';
import type { ConfigProblem, ConfigSnapshot, SidecarOptions } from './config/index.ts';
import { Verifier } from './identity/index.ts';
import { Listener } from './listen/listener.ts';
import { SidecarError } from './errors.ts';
import { PostgresProtocol } from './protocols/postgres/postgres.ts';
import type { PostgresOptions } from './protocols/postgres/postgres.ts';
import { ConnectionDoor } from './session/door.ts';
import { loadOrCreateMaskSecret } from './session/mask-key.ts';
import { Usages } from './session/usage.ts';
import { Spool } from './spool/index.ts';
import type { Processes } from './spool/index.ts';
import { Leases } from './upstream/index.ts';
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

/** The manifests have mistakes. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused';
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.problems = problems;
  }
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
 * The sidecar without a cluster: its parts in the order of the flow.
 * @throws ConfigRefused
 * @throws SidecarError DATA_IN_USE, DATA_UNUSABLE
 */
export async function startApp(options: SidecarOptions, environment: AppEnvironment): Promise<App> {
  const { log, processes } = environment;
  const parser = loadParser();
  let configChanged = (_snapshot: ConfigSnapshot): void => undefined;
  const config = readConfig(options, log, (snapshot) => {
    configChanged(snapshot);
  });
  const limits = { dataBytes: options.maxDataBytes };
  const spool = await Spool.open(options.data, { processes, log, limits });
  const store = openApprovalStore(`${options.data}/approvals`, Date.now());
  const grantable = grantableBy(() => config.current);
  const approvals = new Approvals({ clock: systemClock, store, grantable });
  configChanged = (snapshot) => {
    followGrants(approvals, snapshot, log);
    if (options.decisions === undefined) warnOfMany(snapshot, log);
  };
  configChanged(config.current);
  const approvalServers = await serveDeciders(options, approvals);
  const counters = new Counters();
  const leases = newLeases(counters, log);
  const protocol = new PostgresProtocol(secureContext(options));
  await parser;
  const listeners = newListeners({
    options,
    environment,
    config,
    spool,
    approvals,
    counters,
    protocol,
    leases,
  });
  await Promise.all(listeners.map(async (listener) => listener.open()));
  const parts = { config, spool, approvals, counters, leases, listeners };
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
      config.close();
      await endSessions(listeners);
      approvals.close('the sidecar was shut down');
      await Promise.all([...approvalServers, admin].map(async (server) => server.close()));
      protocol.close();
      leases.close();
      await spool.close();
    },
  };
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

function grantableBy(snapshot: () => ConfigSnapshot): Grantable {
  return {
    namespaceOf: (connection) => snapshot().connections.get(connection)?.namespace,
    rule: (namespace, policy, rule) => approvalRule(snapshot(), namespace, policy, rule),
  };
}

function followGrants(approvals: Approvals, snapshot: ConfigSnapshot, log: Log): void {
  const { grants, connections } = snapshot;
  const own = grants.filter(
    ({ connection, namespace }) => connections.get(connection)?.namespace === namespace,
  );
  for (const { name, problem } of approvals.followGrants(own)) {
    log.warn({ grant: name, code: problem }, 'a grant of the configuration cannot be used');
  }
}

/** The sidecar's own user is one person: what asks for more waits in vain. */
function warnOfMany({ policies }: ConfigSnapshot, log: Log): void {
  for (const { name: policy, rules } of policies.policies) {
    for (const rule of rules) {
      if (rule.effect !== 'RequireApproval' || rule.terms.required <= 1) continue;
      const facts = { policy, rule: rule.name, required: rule.terms.required };
      log.warn(facts, 'only one person can decide here; let others decide by --decisions DIR');
    }
  }
}

/** @throws SidecarError TLS_UNUSABLE */
function secureContext({ tls: files }: SidecarOptions): PostgresOptions {
  if (files === undefined) return {};
  try {
    const cert = readFileSync(files.certFile);
    const key = readFileSync(files.keyFile);
    return { tls: createSecureContext({ cert, key, minVersion: 'TLSv1.2' }) };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SidecarError('TLS_UNUSABLE', `certificate or key cannot be used: ${why}`, { cause });
  }
}

interface Parts {
  readonly config: ConfigWatcher;
  readonly spool: Spool;
  readonly approvals: Approvals;
  readonly counters: Counters;
  readonly leases: Leases;
  readonly listeners: readonly Listener[];
}

function readConfig(
  { config: directory, listen, namespace }: SidecarOptions,
  log: Log,
  changed: (snapshot: ConfigSnapshot) => void,
): ConfigWatcher {
  const scope = { directory, listen, namespace };
  const loaded = loadConfig(scope, 1);
  if (loaded.kind === 'bad') throw new ConfigRefused(loaded.problems);
  for (const problem of loaded.snapshot.problems) log.warn({ ...problem }, formatProblem(problem));
  return new ConfigWatcher({ scope, log, first: loaded.snapshot, changed });
}

function newListeners(
  parts: Omit<Parts, 'listeners'> & {
    readonly options: SidecarOptions;
    readonly environment: AppEnvironment;
    readonly protocol: PostgresProtocol;
  },
): readonly Listener[] {
  const { options, environment, config, spool, approvals, counters, protocol, leases } = parts;
  const { log, version, crash } = environment;
  const maskSecret = loadOrCreateMaskSecret(spool.layout.keys);
  const snapshot = (): ConfigSnapshot => config.current;
  const usages = new Usages();
  const verifier = new Verifier();
  return options.listen.map(({ connection, host, port }) => {
    const door = new ConnectionDoor({
      name: connection,
      serviceAccount: options.agent,
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

function newLeases(counters: Counters, log: Log): Leases {
  return new Leases({
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
  { counters, spool, approvals, config, leases }: Parts,
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
