import { KubeClient } from '../kube/client/client.ts';
import type { Access } from '../kube/access/types.ts';
import type { Clock } from '../kube/clock.ts';
import { EventRecorder } from '../kube/events/recorder.ts';
import { accessPolicies, auditedConnections, type Kind } from '../kube/kinds.ts';
import { Election } from '../kube/lease/election.ts';
import { leaseLimits } from '../kube/limits.ts';
import type { Log } from '../kube/log.ts';
import { keyOf, type KubeObject } from '../kube/object.ts';
import { Reflector } from '../kube/reflector/reflector.ts';
import { reconcilePolicy } from './accesspolicy/controller.ts';
import { reconcileConnection } from './auditedconnection/controller.ts';
import { secretKeys, addressesOf } from './auditedconnection/outside.ts';
import { endOf, Work, type WorkOptions } from './work.ts';

const USER_AGENT = 'chaperone-controllers';
const CONTROLLER = 'chaperone.dev/operator';
const LEASE = 'chaperone-operator';

export interface ControllerOptions {
  readonly access: Access;
  /** Of this process and no other: name of the pod and something random. */
  readonly identity: string;
  readonly clock: Clock;
  /** 0 to 1, exclusive. */
  readonly random: () => number;
  readonly log: Log;
}

export interface Controllers {
  /** Whether this replica is the one that works. */
  readonly isLeader: () => boolean;
  /** Whether a picture must not be trusted to be recent. */
  readonly isDeaf: () => boolean;
  /** Ends the work, and then gives the lease to the next. */
  readonly stop: () => Promise<void>;
}

/** Every replica follows policies and connections; the one that leads says what they are found to be. */
export function startControllers(options: ControllerOptions): Controllers {
  const { access, clock, identity, log, random } = options;
  const client = new KubeClient({ access, userAgent: USER_AGENT });
  const told = { controller: CONTROLLER, instance: identity };
  const recorder = new EventRecorder({ client, clock, log, ...told });
  const changed = (namespace: string): void => {
    for (const work of works) work.changedIn(namespace);
  };
  const policies = follow(accessPolicies, client, changed, options);
  const connections = follow(auditedConnections, client, changed, options);
  const sources = { policies: policies.store, connections: connections.store };
  const parts = { client, recorder, clock };
  const outside = { secretKeys: secretKeys(client), resolve: addressesOf };
  const works = [
    workOn('AccessPolicy', policies, options, async (key) =>
      reconcilePolicy(key, { ...parts, sources }),
    ),
    workOn('AuditedConnection', connections, options, async (key) =>
      reconcileConnection(key, { ...parts, sources: { ...sources, ...outside } }),
    ),
  ];
  const synced = Promise.all([policies.synced(), connections.synced()]);
  const requestMs = leaseLimits.requestMs.value;
  const election = new Election({
    client: new KubeClient({ access, userAgent: USER_AGENT, requestMs }),
    ...{ namespace: access.namespace, name: LEASE, identity, clock, random, log },
    lead: async (term) => {
      await Promise.race([synced, endOf(term)]);
      await Promise.all(works.map(async (work) => work.during(term)));
    },
  });
  policies.start();
  connections.start();
  election.start();
  return {
    isLeader: () => election.isLeader,
    isDeaf: () => policies.isDeaf || connections.isDeaf,
    stop: async () => {
      await election.stop();
      await Promise.all([policies.stop(), connections.stop(), recorder.flushed()]);
      client.close();
    },
  };
}

function workOn<T extends KubeObject>(
  what: string,
  { store }: Reflector<T, 'namespace'>,
  { clock, random, log }: ControllerOptions,
  reconcile: WorkOptions['reconcile'],
): Work {
  const keys = (): readonly string[] => store.keys();
  const keysIn = (namespace: string): readonly string[] =>
    store.by('namespace', namespace).map(keyOf);
  return new Work({ what, reconcile, keys, keysIn, clock, random, log });
}

function follow<T extends KubeObject>(
  kind: Kind<T>,
  client: KubeClient,
  changedIn: (namespace: string) => void,
  { clock, random, log }: ControllerOptions,
): Reflector<T, 'namespace'> {
  return new Reflector<T, 'namespace'>({
    ...{ client, kind, clock, random, log },
    indexes: { namespace: ({ metadata }) => [metadata?.namespace ?? ''] },
    changed: ({ object }) => {
      changedIn(object.metadata?.namespace ?? '');
    },
  });
}
