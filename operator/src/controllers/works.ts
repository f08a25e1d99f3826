import type { AuditSession } from '@chaperone/crds';
import type { WithStatus } from '../kube/apply/status.ts';
import type { KubeClient } from '../kube/client/client.ts';
import * as kinds from '../kube/kinds.ts';
import { controllerLimits } from '../kube/limits.ts';
import { keyOf, type KubeObject } from '../kube/object.ts';
import type { Picture, PictureChange } from '../pictures/pictures.ts';
import { policyController } from './accesspolicy/controller.ts';
import { approvalController } from './approval/controller.ts';
import { connectionController } from './auditedconnection/controller.ts';
import { addressesOf, secretKeys } from './auditedconnection/outside.ts';
import { removeRecording } from './auditsession/removal.ts';
import { storeController } from './auditstore/controller.ts';
import { sessionController } from './auditsession/controller.ts';
import { bypassController } from './bypass/controller.ts';
import { Reviews } from './bypass/reviews.ts';
import type { ControllerOptions } from './controllers.ts';
import { sweepPod } from './pod/sweep.ts';
import { reconcile, type Controller, type ReconcileParts } from './reconcile.ts';
import { Work, type Affected } from './work.ts';

type Parts = ReconcileParts & { readonly client: KubeClient };
type Affects = (change: PictureChange) => Affected | undefined;

/** What the replica that leads looks at: the one list. */
export function worksOf(options: ControllerOptions, parts: Parts): readonly Work[] {
  const { pictures, access, clock, kept } = options;
  const { policies, connections, approvals, sessions, pods } = pictures;
  const { stores: auditStores } = pictures;
  const stores = { policies: policies.store, connections: connections.store, pods: pods.store };
  const outside = { secretKeys: secretKeys(parts.client), resolve: addressesOf };
  const now = (): number => clock.date().getTime();
  const reviews = new Reviews({ client: parts.client, clock });
  const on = <T extends WithStatus>(
    picture: Picture<T>,
    controller: Controller<T>,
    affected: Affects,
  ): Work =>
    new Work({
      ...{ ...options, what: controller.fieldManager, keys: () => picture.store.keys(), affected },
      reconcile: async (key) => reconcile(key, controller, parts),
    });
  const judged = [kinds.accessPolicies, kinds.auditedConnections];
  const approvalTimes = { now, keptMs: kept.approvalsMs };
  const { podGraceMs: graceMs = controllerLimits.podGraceMs.value } = kept;
  const release = async (session: AuditSession): Promise<number | undefined> =>
    removeRecording(session, options.stores);
  const sessionOptions = { now, release, graceMs, keptMs: kept.sessionsMs };
  return [
    on(policies, policyController(stores), besides(policies, judged)),
    on(
      connections,
      connectionController({ ...stores, ...outside }),
      besides(connections, [kinds.auditedConnections]),
    ),
    on(
      connections,
      bypassController({ ...stores, reviews, operator: access.namespace }),
      besides(connections, judged, controllerLimits.crowdMs.value, kinds.pods),
    ),
    on(
      approvals,
      approvalController({ ...stores, approvals: approvals.store }, approvalTimes),
      first(ofPod(approvals, kinds.approvals), ofPolicy(approvals)),
    ),
    on(
      sessions,
      sessionController(
        { ...stores, sessions: sessions.store, stores: auditStores.store },
        sessionOptions,
      ),
      first(ofPod(sessions, kinds.auditSessions), ofStore(sessions)),
    ),
    on(
      auditStores,
      storeController(auditStores.store, options.stores, options.random),
      ({ kind, key }) => (isOf(kinds.auditStores, kind) ? { keys: [key] } : undefined),
    ),
    sweeping(options, parts),
  ];
}

function sweeping(options: ControllerOptions, { recorder }: Parts): Work {
  const { store } = options.pictures.pods;
  return new Work({
    ...{ ...options, what: 'sweep', keys: () => store.keys() },
    affected: ({ kind, key }) => (isOf(kinds.pods, kind) ? { keys: [key] } : undefined),
    reconcile: async (key) => Promise.resolve(sweepPod(key, { pods: store, recorder })),
  });
}

const isOf = (wanted: kinds.Kind, { group, kind }: kinds.Kind): boolean =>
  group === wanted.group && kind === wanted.kind;

/** Objects that are judged beside all of these kinds in their namespace; of those that come in crowds, later. */
function besides<T extends KubeObject>(
  { store }: Picture<T>,
  others: readonly kinds.Kind[],
  crowdMs?: number,
  crowds?: kinds.Kind,
): Affects {
  return ({ kind, namespace }) => {
    const isCrowd = crowds !== undefined && isOf(crowds, kind);
    if (!isCrowd && !others.some((other) => isOf(other, kind))) return undefined;
    const keys = store.by('namespace', namespace).map(keyOf);
    return isCrowd && crowdMs !== undefined ? { keys, inMs: crowdMs } : { keys };
  };
}

/** Objects that change themselves, or are of a pod that does. */
function ofPod<T extends KubeObject>({ store }: Picture<T>, own: kinds.Kind<T>): Affects {
  return ({ kind, key, object }) => {
    if (isOf(own, kind)) return { keys: [key] };
    const { uid } = object.metadata ?? {};
    if (!isOf(kinds.pods, kind) || uid === undefined) return undefined;
    return { keys: store.by('pod', uid).map(keyOf) };
  };
}

/** Approvals that wait or count, of a policy that changes. */
function ofPolicy({ store }: ApprovalPicture): Affects {
  return ({ kind, namespace }) => {
    if (!isOf(kinds.accessPolicies, kind)) return undefined;
    const open = store.by('namespace', namespace).filter(({ status }) => {
      const { phase } = status ?? {};
      return phase === undefined || phase === 'Pending' || phase === 'Approved';
    });
    return { keys: open.map(keyOf) };
  };
}

/** Sessions whose recordings are in a store that changes: how long it keeps them may. */
function ofStore({ store }: Picture<AuditSession>): Affects {
  return ({ kind, key }) => {
    if (!isOf(kinds.auditStores, kind)) return undefined;
    const keys = store.keys().filter((each) => {
      return store.get(each)?.status?.recording?.storeRef?.name === key;
    });
    return { keys, inMs: controllerLimits.crowdMs.value };
  };
}

type ApprovalPicture = ControllerOptions['pictures']['approvals'];

const first =
  (...all: readonly Affects[]): Affects =>
  (change) => {
    for (const affects of all) {
      const affected = affects(change);
      if (affected !== undefined) return affected;
    }
    return undefined;
  };
