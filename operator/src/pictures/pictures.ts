import type { AccessPolicy, Approval, AuditedConnection } from '@chaperone/crds';
import type { KubeClient } from '../kube/client/client.ts';
import type { Clock } from '../kube/clock.ts';
import * as kinds from '../kube/kinds.ts';
import type { Kind } from '../kube/kinds.ts';
import type { Log } from '../kube/log.ts';
import type { KubeObject } from '../kube/object.ts';
import { Reflector } from '../kube/reflector/reflector.ts';

/** Objects of one kind in all namespaces, as they were last heard of. */
export type Picture<T extends KubeObject> = Reflector<T, 'namespace'>;

export interface PicturesOptions {
  readonly client: KubeClient;
  readonly clock: Clock;
  /** 0 to 1, exclusive. */
  readonly random: () => number;
  readonly log: Log;
}

/** Told once a change, after the picture has it. */
export type Changed = (namespace: string, kind: Kind) => void;

/**
 * What of the cluster the operator follows, each kind once: the broker tells sidecars from it, admission looks things up in it,
 * and the controllers judge by it.
 */
export class Pictures {
  readonly connections: Picture<AuditedConnection>;
  readonly policies: Picture<AccessPolicy>;
  readonly approvals: Picture<Approval>;
  readonly #options: PicturesOptions;
  readonly #all: readonly Followed[];
  readonly #listeners = new Set<Changed>();

  constructor(options: PicturesOptions) {
    this.#options = options;
    this.connections = this.#follow(kinds.auditedConnections);
    this.policies = this.#follow(kinds.accessPolicies);
    this.approvals = this.#follow(kinds.approvals);
    this.#all = [this.connections, this.policies, this.approvals];
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

  #follow<T extends KubeObject>(kind: Kind<T>): Picture<T> {
    const { client, clock, random, log } = this.#options;
    return new Reflector<T, 'namespace'>({
      ...{ client, kind, clock, random, log },
      indexes: { namespace: ({ metadata }) => [metadata?.namespace ?? ''] },
      changed: ({ object }) => {
        for (const tell of this.#listeners) tell(object.metadata?.namespace ?? '', kind);
      },
    });
  }
}

type Followed = Pick<Picture<KubeObject>, 'isDeaf' | 'start' | 'synced' | 'stop'>;
