import type { PlainObject } from '@chaperone/core/broker';
import type { Approval, AuditSession } from '@chaperone/crds';
import type { KubeClient } from '../kube/client/client.ts';
import { isKubeError } from '../kube/errors.ts';
import * as kinds from '../kube/kinds.ts';
import type { Kind } from '../kube/kinds.ts';
import type { Log } from '../kube/log.ts';
import type { KubeObject } from '../kube/object.ts';
import type { Pictures } from '../pictures/pictures.ts';
import { References } from './references.ts';
import type {
  Cluster,
  Following,
  NamespaceObjects,
  Reference,
  TokenOwner,
  Writer,
} from './types.ts';

const FIELD_MANAGER = 'chaperone-broker';
const POD_NAME = 'authentication.kubernetes.io/pod-name';
const POD_UID = 'authentication.kubernetes.io/pod-uid';
const SERVICE_ACCOUNT = /^system:serviceaccount:([^:]+):([^:]+)$/;

/** Kinds of which sidecars are told. */
const TOLD: ReadonlySet<string> = new Set(
  [kinds.auditedConnections, kinds.accessPolicies, kinds.approvals].map(({ kind }) => kind),
);

type Followed = Pick<Pictures, 'connections' | 'policies' | 'approvals' | 'listen'>;

/** The cluster through its API server: what all sidecars are told from is followed, what one asks for is asked for. */
export class KubeCluster implements Cluster {
  readonly approvals: Writer<Approval>;
  readonly sessions: Writer<AuditSession>;
  readonly #client: KubeClient;
  readonly #pictures: Followed;
  readonly #references: References;
  readonly #followers = new Map<string, Set<() => void>>();
  readonly #unlisten: () => void;

  constructor(client: KubeClient, pictures: Followed, log: Log) {
    this.#client = client;
    this.#pictures = pictures;
    this.approvals = writerOf(client, kinds.approvals);
    this.sessions = writerOf(client, kinds.auditSessions);
    // What stands in a status no sidecar is told.
    this.#unlisten = pictures.listen(({ kind, namespace, isOfSpec }) => {
      if (isOfSpec && TOLD.has(kind.kind)) this.#changed(namespace);
    });
    this.#references = new References(client, log, (namespace) => {
      this.#changed(namespace);
    });
  }

  async stop(): Promise<void> {
    this.#unlisten();
    await this.#references.stop();
  }

  async reviewToken(token: string, audience: string): Promise<TokenOwner | undefined> {
    const review = await this.#client.create(kinds.tokenReviews, {
      spec: { token, audiences: [audience] },
    });
    const { authenticated, audiences = [], user } = review.status ?? {};
    return authenticated === true && audiences.includes(audience) ? ownerOf(user) : undefined;
  }

  async pod(namespace: string, name: string): ReturnType<Cluster['pod']> {
    const pod = await found(this.#client.get(kinds.pods, { namespace, name }));
    return pod as Awaited<ReturnType<Cluster['pod']>>;
  }

  objects(namespace: string): NamespaceObjects {
    return {
      connections: this.#pictures.connections.store.by('namespace', namespace),
      policies: this.#pictures.policies.store.by('namespace', namespace),
      approvals: this.#pictures.approvals.store.by('namespace', namespace),
    };
  }

  follow(namespace: string, changed: () => void): Following {
    const followers = this.#followers.get(namespace) ?? new Set();
    this.#followers.set(namespace, followers.add(changed));
    const held = this.#references.hold(namespace);
    return {
      refer: (references) => {
        held.refer(references);
      },
      referenced: (reference: Reference): PlainObject | undefined => held.get(reference),
      get isKnown() {
        return held.isKnown;
      },
      stop: () => {
        held.release();
        followers.delete(changed);
        if (followers.size === 0) this.#followers.delete(namespace);
      },
    };
  }

  #changed(namespace: string): void {
    for (const changed of this.#followers.get(namespace) ?? []) changed();
  }
}

/** Undefined where the token is no pod's. */
function ownerOf(user: TokenUser | undefined): TokenOwner | undefined {
  const { username = '', extra = {} } = user ?? {};
  const [, namespace, serviceAccount] = SERVICE_ACCOUNT.exec(username) ?? [];
  const name = extra[POD_NAME]?.[0];
  const uid = extra[POD_UID]?.[0];
  if (namespace === undefined || serviceAccount === undefined) return undefined;
  if (name === undefined || uid === undefined) return undefined;
  return { namespace, serviceAccount, pod: { name, uid } };
}

type TokenUser = NonNullable<NonNullable<kinds.TokenReview['status']>['user']>;

function writerOf<T extends KubeObject>(client: KubeClient, kind: Kind<T>): Writer<T> {
  return {
    get: async (namespace, name) => found(client.get(kind, { namespace, name })),
    create: async (object) => {
      try {
        await client.create(kind, object);
        return true;
      } catch (error) {
        if (isKubeError(error, 'ALREADY_EXISTS')) return false;
        throw error;
      }
    },
    writeStatus: async (namespace, name, status) => {
      await client.merge(kind, { namespace, name, subresource: 'status' }, { status });
    },
    stateStatus: async (namespace, name, status) => {
      const stated = { metadata: { namespace, name }, status };
      const any: Kind = kind;
      await client.apply(any, stated, { fieldManager: FIELD_MANAGER, subresource: 'status' });
    },
  };
}

async function found<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isKubeError(error, 'NOT_FOUND')) return undefined;
    throw error;
  }
}
