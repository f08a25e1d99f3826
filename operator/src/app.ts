import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stampApproval } from './admission/approvals/stamp.ts';
import { toPodConnection } from './admission/injector/state.ts';
import type { NamespaceState } from './admission/injector/select.ts';
import { inject } from './admission/injector/webhook.ts';
import type { AdmissionAnswer, AdmissionRequest } from './admission/review.ts';
import { startAdmissionServer } from './admission/server.ts';
import type { AdmissionServer } from './admission/server.ts';
import type { InjectorSettings } from './admission/settings.ts';
import { serveAdmin } from './admin-server.ts';
import { alterationOf, Authenticator, BrokerServer } from './broker/index.ts';
import { KubeCluster } from './broker/cluster.ts';
import { startControllers } from './controllers/controllers.ts';
import type { Address, OperatorOptions } from './config/options.ts';
import { inClusterAccess } from './kube/access/in-cluster.ts';
import { kubeconfigAccess } from './kube/access/kubeconfig.ts';
import { KubeClient } from './kube/client/client.ts';
import { systemClock } from './kube/clock.ts';
import type { Log } from './kube/log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { Pictures } from './pictures/pictures.ts';
import { followPair, readPair, type TlsPair } from './tls-files.ts';

export interface AppEnvironment {
  readonly log: Log;
  readonly version: string;
  /** Of the process. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** What is running, for whoever stops it. */
export interface App {
  readonly ports: Readonly<Record<'admission' | 'broker' | 'admin', number>>;
  readonly stop: () => Promise<void>;
}

/**
 * The operator: what the cluster says, then whoever asks about it.
 * @throws KubeError where the cluster cannot be reached as configured
 */
export async function startApp(
  options: OperatorOptions,
  { log, version, variables }: AppEnvironment,
): Promise<App> {
  const { kubeconfig, tls } = options;
  const inCluster = { environment: variables, clock: systemClock };
  const access = await (kubeconfig === undefined
    ? inClusterAccess(inCluster)
    : kubeconfigAccess(kubeconfig));
  const client = new KubeClient({ access, userAgent: `chaperone-operator/${version}` });
  const pair = readPair(tls);
  const parts = { clock: systemClock, random: Math.random, log };
  const pictures = new Pictures({ client, ...parts });
  await pictures.start();
  const cluster = new KubeCluster(client, pictures, log);
  const identity = `${variables['HOSTNAME'] ?? 'operator'}_${randomUUID()}`;
  const controllers = startControllers({ access, pictures, identity, ...parts });
  let streams = (): number => 0;
  const isDeaf = (): boolean => pictures.isDeaf;
  const metrics = createMetrics({
    streams: () => streams(),
    isDeaf,
    isLeader: controllers.isLeader,
  });
  const settings = settingsOf(options);
  const broker = newBroker({ options, settings, cluster, metrics, log }, pair);
  streams = () => broker.streams;
  const admission = await startAdmissionServer({
    ...options.admission,
    identity: pair,
    handlers: handlersOf(cluster, settings, metrics),
    onDefect: (error) => {
      log.error({ err: error }, 'a request of the API server met a defect');
    },
  });
  const brokerPort = await broker.listen();
  const unfollow = followCertificate(options, [admission, broker], log);
  const admin = await serveAdmin({
    address: options.admin,
    registry: metrics.registry,
    troubles: () => (isDeaf() ? ['the API server was not heard for too long'] : []),
  });
  return {
    ports: { admission: admission.port, broker: brokerPort, admin: admin.port },
    stop: async () => {
      unfollow();
      await controllers.stop();
      await stopServers(admission, broker);
      await cluster.stop();
      await pictures.stop();
      await admin.close();
      client.close();
    },
  };
}

function followCertificate(
  { tls }: OperatorOptions,
  servers: readonly { readonly renew: (pair: TlsPair) => void }[],
  log: Log,
): () => void {
  const renew = (pair: TlsPair): void => {
    for (const server of servers) server.renew(pair);
    log.info({}, 'the certificate was renewed');
  };
  return followPair(tls, renew, (error) => {
    log.error({ err: error }, 'the certificate cannot be renewed; the one before stays');
  });
}

async function stopServers(admission: AdmissionServer, broker: BrokerServer): Promise<void> {
  await Promise.all([admission.stop(), broker.close()]);
}

function settingsOf({ injector, brokerCaFile }: OperatorOptions): InjectorSettings {
  return { ...injector, brokerCa: readFileSync(brokerCaFile, 'utf8') };
}

interface BrokerParts {
  readonly options: { readonly broker: Address; readonly previousImages: readonly string[] };
  readonly settings: InjectorSettings;
  readonly cluster: KubeCluster;
  readonly metrics: Metrics;
  readonly log: Log;
}

function newBroker(
  { options, settings, cluster, metrics, log }: BrokerParts,
  pair: { readonly cert: string; readonly key: string },
): BrokerServer {
  const images = new Set([settings.image, ...options.previousImages]);
  return new BrokerServer({
    ...options.broker,
    tls: pair,
    cluster,
    authenticator: new Authenticator({
      cluster,
      alteration: (pod) => alterationOf(pod, settings, images),
      now: () => performance.now(),
    }),
    refused: ({ code, message, cause }, facts) => {
      metrics.brokerRefused.inc({ code });
      const why = cause === undefined ? {} : { err: cause };
      log.warn({ ...facts, code, reason: message, ...why }, 'a request of a sidecar was refused');
    },
    failed: (error, facts) => {
      log.error({ ...facts, err: error }, 'a request of a sidecar met a defect');
    },
  });
}

type Handler = (request: AdmissionRequest) => AdmissionAnswer;

function handlersOf(
  cluster: KubeCluster,
  settings: InjectorSettings,
  { admissions }: Metrics,
): ReadonlyMap<string, Handler> {
  const counted = (path: string, handler: Handler): [string, Handler] => [
    path,
    (request) => {
      const answer = handler(request);
      admissions.inc({ path, answer: answer.kind });
      return answer;
    },
  ];
  const state = (namespace: string): NamespaceState => {
    const { connections, policies } = cluster.objects(namespace);
    return { connections: connections.map(toPodConnection), policies };
  };
  return new Map([
    counted('/inject', (request) => inject(request, state, settings)),
    counted('/approvals', (request) =>
      stampApproval(request, (namespace) => cluster.objects(namespace).policies, new Date()),
    ),
  ]);
}
