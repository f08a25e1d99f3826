import { conditionsOf, type Condition, type Finding } from '../kube/apply/conditions.ts';
import { applyStatus, type WithStatus } from '../kube/apply/status.ts';
import type { KubeClient } from '../kube/client/client.ts';
import type { Clock } from '../kube/clock.ts';
import { isKubeError } from '../kube/errors.ts';
import type { EventRecorder } from '../kube/events/recorder.ts';
import type { Kind } from '../kube/kinds.ts';
import type { WorkResult } from '../kube/queue/work-queue.ts';
import { happeningsOf } from './happenings.ts';

/** What one object is found to be. */
export interface Found<T extends WithStatus> {
  /** As it was looked at. */
  readonly object: T;
  /** In the order in which people read them. */
  readonly findings: readonly Finding[];
  /** What else its status says. */
  readonly fields?: Partial<NonNullable<T['status']>>;
  /** When to look again although nothing changed. */
  readonly againMs?: number;
}

/** One kind: where its objects are looked at, and what of their status is the controller's. */
export interface Controller<T extends WithStatus> {
  readonly kind: Kind<T>;
  /** Who owns what it states: one name for each controller. */
  readonly fieldManager: string;
  /** Fields of the status that it may ever state, beside `observedGeneration` and `conditions`. */
  readonly fields: readonly string[];
  /** Types of conditions that it may ever state. */
  readonly conditions: readonly string[];
  /** Gathers what is known and judges it; undefined where the object is gone. What it throws is tried again. */
  readonly look: (key: string) => Found<T> | undefined | Promise<Found<T> | undefined>;
}

export interface ReconcileParts {
  readonly client: Pick<KubeClient, 'apply'>;
  readonly recorder: Pick<EventRecorder, 'record'>;
  readonly clock: Pick<Clock, 'date'>;
}

type Reported = WithStatus & { readonly status?: { readonly conditions?: readonly Condition[] } };

/** Looks at one object, by its key, states what it is found to be, and tells of what turned. For a work queue. */
export async function reconcile<T extends Reported>(
  key: string,
  controller: Controller<T>,
  { client, recorder, clock }: ReconcileParts,
): Promise<WorkResult | undefined> {
  const found = await controller.look(key);
  if (found === undefined) return undefined;
  const { object, findings, againMs } = found;
  const { kind, fieldManager, conditions } = controller;
  const owned = { fieldManager, conditions, fields: ['observedGeneration', ...controller.fields] };
  try {
    const status = statusOf(found, clock.date());
    if (await applyStatus({ client, ...owned }, kind, object, status))
      for (const one of happeningsOf(kind, object, findings)) recorder.record(one);
  } catch (error) {
    // Deleted meanwhile: nothing is left to say.
    if (isKubeError(error, 'NOT_FOUND')) return undefined;
    throw error;
  }
  return againMs === undefined ? undefined : { againMs };
}

function statusOf<T extends Reported>(
  { object, findings, fields }: Found<T>,
  now: Date,
): NonNullable<T['status']> {
  const { generation } = object.metadata ?? {};
  return {
    ...fields,
    ...(generation === undefined ? {} : { observedGeneration: generation }),
    conditions: conditionsOf(object.status?.conditions, findings, generation, now),
  };
}
