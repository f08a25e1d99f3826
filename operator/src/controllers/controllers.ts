import { KubeClient } from '../kube/client/client.ts';
import type { Access } from '../kube/access/types.ts';
import type { WithStatus } from '../kube/apply/status.ts';
import type { Clock } from '../kube/clock.ts';
import { EventRecorder } from '../kube/events/recorder.ts';
import { Election, type Term } from '../kube/lease/election.ts';
import { leaseLimits } from '../kube/limits.ts';
import type { Log } from '../kube/log.ts';
import { keyOf } from '../kube/object.ts';
import type { Picture, Pictures } from '../pictures/pictures.ts';
import { policyController } from './accesspolicy/controller.ts';
import { connectionController } from './auditedconnection/controller.ts';
import { secretKeys, addressesOf } from './auditedconnection/outside.ts';
import { reconcile, type Controller, type ReconcileParts } from './reconcile.ts';
import { Work } from './work.ts';

const USER_AGENT = 'chaperone-controllers';
const CONTROLLER = 'chaperone.dev/operator';
const LEASE = 'chaperone-operator';

export interface ControllerOptions {
  readonly access: Access;
  /** Complete already. */
  readonly pictures: Pictures;
  /** Of this process and no other: name of the pod and something random. */
  readonly identity: string;
  readonly clock: Clock;
  /** 0 to 1, exclusive. */
  readonly random: () => number;
  readonly log: Log;
  /** What else the replica that leads does, until its term ends. */
  readonly duties?: readonly ((term: Term) => Promise<void>)[];
}

export interface Controllers {
  /** Whether this replica is the one that works. */
  readonly isLeader: () => boolean;
  /** Ends the work, and then gives the lease to the next. */
  readonly stop: () => Promise<void>;
}

/** Of all replicas one leads, and says of every object what it is found to be. */
export function startControllers(options: ControllerOptions): Controllers {
  const { access, pictures, clock, identity, log, random, duties = [] } = options;
  const client = new KubeClient({ access, userAgent: USER_AGENT });
  const told = { controller: CONTROLLER, instance: identity };
  const recorder = new EventRecorder({ client, clock, log, ...told });
  const works = worksOf(options, { client, recorder, clock });
  const unlisten = pictures.listen((namespace) => {
    for (const work of works) work.changedIn(namespace);
  });
  const requestMs = leaseLimits.requestMs.value;
  const election = new Election({
    client: new KubeClient({ access, userAgent: USER_AGENT, requestMs }),
    ...{ namespace: access.namespace, name: LEASE, identity, clock, random, log },
    lead: async (term) => {
      const done = duties.map(async (duty) => duty(term));
      await Promise.all([...done, ...works.map(async (work) => work.during(term))]);
    },
  });
  election.start();
  return {
    isLeader: () => election.isLeader,
    stop: async () => {
      unlisten();
      await election.stop();
      await recorder.flushed();
      client.close();
    },
  };
}

type Parts = ReconcileParts & { readonly client: KubeClient };

function worksOf(options: ControllerOptions, parts: Parts): readonly Work[] {
  const { pictures } = options;
  const { policies, connections } = pictures;
  const sources = { policies: policies.store, connections: connections.store };
  const outside = { secretKeys: secretKeys(parts.client), resolve: addressesOf };
  const on = <T extends WithStatus>(picture: Picture<T>, controller: Controller<T>): Work =>
    workOn(picture, controller, parts, options);
  return [
    on(policies, policyController(sources)),
    on(connections, connectionController({ ...sources, ...outside })),
  ];
}

function workOn<T extends WithStatus>(
  { store }: Picture<T>,
  controller: Controller<T>,
  parts: ReconcileParts,
  { clock, random, log }: ControllerOptions,
): Work {
  return new Work({
    what: controller.kind.kind,
    reconcile: async (key) => reconcile(key, controller, parts),
    keys: () => store.keys(),
    keysIn: (namespace) => store.by('namespace', namespace).map(keyOf),
    ...{ clock, random, log },
  });
}
