import { KubeClient } from '../kube/client/client.ts';
import type { Access } from '../kube/access/types.ts';
import type { Clock } from '../kube/clock.ts';
import { EventRecorder } from '../kube/events/recorder.ts';
import { Election, type Term } from '../kube/lease/election.ts';
import { leaseLimits } from '../kube/limits.ts';
import type { Log } from '../kube/log.ts';
import type { Stores } from '../store/stores.ts';
import type { Pictures } from '../pictures/pictures.ts';
import { worksOf } from './works.ts';

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
  readonly kept: Kept;
  /** Where recordings are. */
  readonly stores: Pick<Stores, 'open'>;
}

/** How long what is over is kept, milliseconds. */
export interface Kept {
  readonly approvalsMs: number;
  /** Sessions that no store has a recording of. */
  readonly sessionsMs: number;
  /** How long the last word of a sidecar whose pod is gone is waited for. Default: as limited. */
  readonly podGraceMs?: number;
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
  const unlisten = pictures.listen((change) => {
    for (const work of works) work.changed(change);
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
