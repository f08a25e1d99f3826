import type {
  AccessPolicy,
  Approval,
  AuditedConnection,
  AuditSession,
  AuditStore,
} from '@chaperone/crds';
import { isSameJson } from '../kube/apply/equal.ts';
import type { KubeClient } from '../kube/client/client.ts';
import type { Clock } from '../kube/clock.ts';
import * as kinds from '../kube/kinds.ts';
import type { Kind } from '../kube/kinds.ts';
import type { Log } from '../kube/log.ts';
import type { KubeObject } from '../kube/object.ts';
import { Reflector } from '../kube/reflector/reflector.ts';
import type { Change, Index } from '../kube/reflector/store.ts';
import { agentPodOf, agentPods, type AgentPod, type Alteration } from './agent-pod.ts';
import { keptApproval, keptSession } from './projections.ts';

/** Objects of one kind in all namespaces, as they were last heard of; `pod` finds what is of a pod by its UID. */
export type Picture<T extends KubeObject> = Reflector<T, 'namespace' | 'pod'>;

/** Pods are large, and most are nobody's business here: few at once. */
const PAGE_PODS = 100;

export interface PicturesOptions {
  readonly client: KubeClient;
  readonly clock: Clock;
  /** 0 to 1, exclusive. */
  readonly random: () => number;
  readonly log: Log;
  /** What is wrong with a pod's sidecar. */
  readonly alteration: Alteration;
}

/** One object that is another than before, or gone. */
export interface PictureChange {
  readonly kind: Kind;
  readonly namespace: string;
  /** `namespace/name` */
  readonly key: string;
  /** As it is; the last that was seen of one that is gone. */
  readonly object: KubeObject;
  /** Whether more than its status changed: it came, it went, or somebody wrote its spec. */
  readonly isOfSpec: boolean;
}

/** Told once a change, after the picture has it. */
export type Changed = (change: PictureChange) => void;

interface Following<T extends KubeObject> {
  readonly keep?: (object: T) => T | undefined;
  /** UID of the pod that an object is of. */
  readonly podOf?: (object: T) => string | undefined;
  readonly pageObjects?: number;
}

/**
 * What of the cluster the operator follows, each kind once: the broker tells sidecars from it, admission looks things up in it,
 * and the controllers judge by it.
 */
export class Pictures {
  readonly connections: Picture<AuditedConnection>;
  readonly policies: Picture<AccessPolicy>;
  readonly approvals: Picture<Approval>;
  readonly sessions: Picture<AuditSession>;
  /** Of agents: annotated ones alone. */
  readonly pods: Picture<AgentPod>;
  readonly stores: Picture<AuditStore>;
  readonly #options: PicturesOptions;
  readonly #all: readonly Followed[];
  readonly #listeners = new Set<Changed>();

  constructor(options: PicturesOptions) {
    this.#options = options;
    this.connections = this.#follow(kinds.auditedConnections);
    this.policies = this.#follow(kinds.accessPolicies);
    this.approvals = this.#follow(kinds.approvals, {
      keep: keptApproval,
      podOf: ({ spec }) => spec.request?.agent.pod?.uid,
    });
    this.sessions = this.#follow(kinds.auditSessions, {
      keep: keptSession,
      podOf: ({ spec }) => spec.agent.pod?.uid,
    });
    this.pods = this.#follow(agentPods, {
      keep: (object) => agentPodOf(object, options.alteration),
      podOf: ({ metadata }) => metadata.uid,
      pageObjects: PAGE_PODS,
    });
    this.stores = this.#follow(kinds.auditStores);
    const told = [this.connections, this.policies, this.approvals, this.stores];
    this.#all = [...told, this.sessions, this.pods];
  }

  /** Something may be out of date. */
  get isDeaf(): boolean {
    return this.#all.some(({ isDeaf }) => isDeaf);
  }

  /** Tells of every change from now on; the result ends it. */
  listen(changed: Changed): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  /** Resolves when everything that is there is known. */
  async start(): Promise<void> {
    for (const one of this.#all) one.start();
    await Promise.all(this.#all.map(async (one) => one.synced()));
  }

  async stop(): Promise<void> {
    await Promise.all(this.#all.map(async (one) => one.stop()));
  }

  #follow<T extends KubeObject>(
    kind: Kind<T>,
    { podOf = () => undefined, ...reading }: Following<T> = {},
  ): Picture<T> {
    const { client, clock, random, log } = this.#options;
    const inPod: Index<T> = (object) => [podOf(object)].filter((uid) => uid !== undefined);
    return new Reflector<T, 'namespace' | 'pod'>({
      ...{ client, kind, clock, random, log, ...reading },
      indexes: { namespace: ({ metadata }) => [metadata?.namespace ?? ''], pod: inPod },
      changed: (change) => {
        if (isNews(change)) this.#tell(kind, change);
      },
    });
  }

  #tell<T extends KubeObject>(kind: Kind<T>, change: Change<T>): void {
    const { key, object } = change;
    const namespace = object.metadata?.namespace ?? '';
    const told = { kind, namespace, key, object, isOfSpec: isOfSpec(change) };
    for (const listener of this.#listeners) listener(told);
  }
}

/** `metadata.generation` counts what is written to a spec, and nothing else. */
function isOfSpec<T extends KubeObject>(change: Change<T>): boolean {
  if (change.type !== 'changed') return true;
  const { object, previous } = change;
  const [now, before] = [object.metadata, previous.metadata];
  return now?.generation !== before?.generation || now?.uid !== before?.uid;
}

/** Of what is kept nothing may have changed: kubelets write to pods all day long. */
function isNews<T extends KubeObject>(change: Change<T>): boolean {
  if (change.type !== 'changed') return true;
  const { object, previous } = change;
  const metadata = { ...object.metadata, resourceVersion: previous.metadata?.resourceVersion };
  return !isSameJson({ ...object, metadata }, previous);
}

type Followed = Pick<Picture<KubeObject>, 'isDeaf' | 'start' | 'synced' | 'stop'>;
