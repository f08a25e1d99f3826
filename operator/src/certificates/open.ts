import type { Access } from '../kube/access/types.ts';
import type { KubeClient } from '../kube/client/client.ts';
import { systemClock } from '../kube/clock.ts';
import { EventRecorder } from '../kube/events/recorder.ts';
import { secrets } from '../kube/kinds.ts';
import type { Log } from '../kube/log.ts';
import type { Term } from '../kube/lease/election.ts';
import { both } from './both.ts';
import { CertificateDuty } from './duty.ts';
import { CertificateError } from './errors.ts';
import type { CertificateFiles } from './files.ts';
import { certificatesFromFiles } from './from-files.ts';
import { Keeper, type KeptSecret } from './keeper.ts';
import { servingNames } from './names.ts';
import { OwnCertificates } from './own.ts';
import { untilTold } from './told.ts';
import type { Certificates } from './types.ts';

/** Where the installation's certificates come from: at least one of both. */
export interface CertificateSource {
  /** Others' certificates, which serve. */
  readonly files?: CertificateFiles;
  /** The own authority. */
  readonly own?: OwnSource;
}

export interface OwnSource {
  /** Name of its Secret, in the operator's namespace. */
  readonly secret: string;
  /** For how long a step of a rotation is held. */
  readonly holdMs: number;
}

export interface OpenOptions {
  readonly certificates: CertificateSource;
  readonly access: Access;
  readonly client: KubeClient;
  /** URL at which sidecars reach the broker. */
  readonly injector: { readonly brokerUrl: string };
  /** Of this process. */
  readonly identity: string;
  readonly log: Log;
}

/** The installation's certificates, before anybody knows them. */
export interface OpenedCertificates {
  /** What the replica that leads does. */
  readonly duty: (term: Term) => Promise<void>;
  /** Resolves when this replica can serve; somebody has to lead meanwhile. @throws CertificateError CA_UNUSABLE */
  readonly start: () => Promise<Certificates>;
}

/** @throws CertificateError CERTIFICATE_UNUSABLE */
export function openCertificates(options: OpenOptions): OpenedCertificates {
  const { certificates: source, access, client, log } = options;
  const served = source.files && certificatesFromFiles(source.files, log);
  const own = source.own && newOwn(options, source.own);
  const whole = combined(served, own);
  if (source.own === undefined || own === undefined) {
    return { duty: async () => Promise.resolve(), start: async () => Promise.resolve(whole) };
  }
  const duty = new CertificateDuty({
    ...{ client, clock: systemClock, random: Math.random, log },
    ...{ namespace: access.namespace, certificates: whole },
    keeper: newKeeper(options, source.own, own),
  });
  whole.follow(() => {
    duty.wake();
  });
  return {
    duty: async (term) => duty.during(term),
    start: async () => {
      await own.start(() => {
        duty.wake();
      });
      const { namespace } = access;
      const authorities = (): string => whole.authorities;
      await untilTold({ client, clock: systemClock, namespace, authorities });
      return whole;
    },
  };
}

function combined(
  served: Certificates | undefined,
  own: OwnCertificates | undefined,
): Certificates {
  if (served !== undefined && own !== undefined) return both(served, own);
  const one = served ?? own;
  if (one !== undefined) return one;
  throw new CertificateError('CERTIFICATE_UNUSABLE', 'no certificates are named');
}

function newOwn({ access, client, log, injector }: OpenOptions, { secret }: OwnSource) {
  return new OwnCertificates({
    ...{ client, clock: systemClock, random: Math.random, log },
    ...{ namespace: access.namespace, name: secret, names: servingNames(injector.brokerUrl) },
  });
}

function newKeeper(
  { access, client, log, identity }: OpenOptions,
  { secret, holdMs }: OwnSource,
  own: OwnCertificates,
): (isTold: () => boolean) => Keeper {
  const controller = 'chaperone.dev/operator';
  const clock = systemClock;
  const recorder = new EventRecorder({ client, controller, instance: identity, clock, log });
  const { namespace } = access;
  const kept: KeptSecret = {
    get: async () => client.get(secrets, { namespace, name: secret }),
    create: async (object) => client.create(secrets, object),
    replace: async (object) => client.replace(secrets, object),
  };
  return (isTold) =>
    new Keeper({
      ...{ kept, clock, log, recorder, namespace, name: secret, holdMs },
      known: () => own.state,
      isPublished: (authorities) => authorities === own.authorities && isTold(),
    });
}
