import { randomUUID } from 'node:crypto';
import { stampApproval } from './admission/approvals/stamp.ts';
import { toPodConnection } from './admission/injector/state.ts';
import type { NamespaceState } from '@chaperone/core/injection';
import { inject } from './admission/injector/webhook.ts';
import type { AdmissionAnswer, AdmissionRequest } from './admission/review.ts';
import { startAdmissionServer } from './admission/server.ts';
import type { AdmissionServer, AdmissionServerOptions } from './admission/server.ts';
import type { InjectorSettings, PodConnection } from './admission/settings.ts';
import { serveAdmin } from './admin-server.ts';
import { alterationOf, Authenticator, BrokerServer, Uploads } from './broker/index.ts';
import { KubeCluster } from './broker/cluster.ts';
import { startControllers } from './controllers/controllers.ts';
import type { OperatorOptions } from './config/options.ts';
import type { Access } from './kube/access/types.ts';
import { inClusterAccess } from './kube/access/in-cluster.ts';
import { kubeconfigAccess } from './kube/access/kubeconfig.ts';
import { KubeClient } from './kube/client/client.ts';
import { systemClock } from './kube/clock.ts';
import type { Log } from './kube/log.ts';
import { storesOf } from './store/open.ts';
import type { Stores } from './store/stores.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import type { Alteration } from './pictures/agent-pod.ts';
import { whatIsMissing } from './pictures/missing.ts';
import { Pictures, type PicturesOptions } from './pictures/pictures.ts';
import { servingNames } from './certificates/names.ts';
import { openCertificates } from './certificates/open.ts';
import { expiryOf } from './certificates/pem.ts';
import type { Certificates } from './certificates/types.ts';

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
  const access = await accessOf(options, variables);
  const client = new KubeClient({ access, userAgent: `chaperone-operator/${version}` });
  const identity = `${variables['HOSTNAME'] ?? 'operator'}_${randomUUID()}`;
  const opened = openCertificates({ ...options, access, client, identity, log });
  const parts = { clock: systemClock, random: Math.random, log };
  const alteration = alterationFrom(options);
  const pictures = await startPictures({ client, alteration, ...parts });
  const cluster = new KubeCluster(client, pictures, log);
  const stores = storesOf({ client, pictures, ...access, ...options });
  const duties = [opened.duty];
  const { kept } = options;
  const controlled = { access, pictures, identity, duties, kept, stores };
  const controllers = startControllers({ ...controlled, ...parts });
  let streams = (): number => 0;
  const certificates = await opened.start();
  const isDeaf = (): boolean => pictures.isDeaf || certificates.isDeaf;
  const metrics = createMetrics({
    streams: () => streams(),
    isDeaf,
    isLeader: controllers.isLeader,
    expiries: () => expiriesOf(certificates),
    pictures,
  });
  const settings = settingsOf(options, certificates);
  const broker = newBroker({ options, alteration, cluster, stores, metrics, log }, certificates);
  streams = () => broker.streams;
  const admission = await startAdmissionServer({
    ...options.admission,
    identity: certificates.serving,
    handlers: handlersOf(cluster, settings, metrics),
    ...toldTo(metrics, log),
  });
  const brokerPort = await broker.listen();
  const unfollow = certificates.follow(() => {
    for (const server of [admission, broker]) server.renew(certificates.serving);
  });
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
      await Promise.all([pictures.stop(), certificates.stop()]);
      await admin.close();
      client.close();
    },
  };
}

function toldTo(
  { admissionSeconds }: Metrics,
  log: Log,
): Pick<AdmissionServerOptions, 'onAnswered' | 'onDefect'> {
  return {
    onAnswered: (path, seconds) => {
      admissionSeconds.observe({ path }, seconds);
    },
    onDefect: (err) => {
      log.error({ err }, 'a request of the API server met a defect');
    },
  };
}

async function startPictures(options: PicturesOptions): Promise<Pictures> {
  const pictures = new Pictures(options);
  for (const sentence of await whatIsMissing(options.client)) options.log.error({}, sentence);
  await pictures.start();
  return pictures;
}

/** Authorities are others after a rotation. */
function settingsOf(
  { injector }: OperatorOptions,
  certificates: Certificates,
): () => InjectorSettings {
  return () => ({ ...injector, brokerCa: certificates.authorities });
}

/** Whichever authority a sidecar was given: that is no alteration. */
function alterationFrom({ injector, previousImages }: OperatorOptions): Alteration {
  const images = new Set([injector.image, ...previousImages]);
  const settings = { ...injector, brokerCa: '' };
  return (pod) => alterationOf(pod, settings, images);
}

async function accessOf(
  { kubeconfig }: OperatorOptions,
  environment: AppEnvironment['variables'],
): Promise<Access> {
  if (kubeconfig !== undefined) return kubeconfigAccess(kubeconfig);
  return inClusterAccess({ environment, clock: systemClock });
}

/** When what is certified ends, seconds since 1970. */
function expiriesOf({ serving, issuer }: Certificates): Readonly<Record<string, number>> {
  const seconds = (pem: string): number => expiryOf(pem).getTime() / 1000;
  return {
    serving: seconds(serving.cert),
    ...(issuer && { authority: seconds(issuer.pair.certificate) }),
  };
}

async function stopServers(admission: AdmissionServer, broker: BrokerServer): Promise<void> {
  await Promise.all([admission.stop(), broker.close()]);
}

interface BrokerParts {
  readonly options: Pick<OperatorOptions, 'broker' | 'injector'>;
  readonly alteration: Alteration;
  readonly cluster: KubeCluster;
  readonly stores: Stores;
  readonly metrics: Metrics;
  readonly log: Log;
}

function newBroker(
  { options, alteration, cluster, stores, metrics, log }: BrokerParts,
  certificates: Certificates,
): BrokerServer {
  return new BrokerServer({
    ...options.broker,
    tls: certificates.serving,
    ...{ cluster, certificates, ownNames: servingNames(options.injector.brokerUrl) },
    uploads: new Uploads({ cluster, stores, now: () => new Date() }),
    authenticator: new Authenticator({
      ...{ cluster, alteration },
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
  settings: () => InjectorSettings,
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
  const state = (namespace: string): NamespaceState<PodConnection> => {
    const { connections, policies } = cluster.objects(namespace);
    return { connections: connections.map(toPodConnection), policies };
  };
  return new Map([
    counted('/inject', (request) => inject(request, state, settings())),
    counted('/approvals', (request) =>
      stampApproval(request, (namespace) => cluster.objects(namespace).policies, new Date()),
    ),
  ]);
}
