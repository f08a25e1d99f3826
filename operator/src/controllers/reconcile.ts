import { conditionsOf, type Condition, type Finding } from '../kube/apply/conditions.ts';
import { applyStatus, type StatusOptions, type WithStatus } from '../kube/apply/status.ts';
import type { KubeClient } from '../kube/client/client.ts';
import type { Clock } from '../kube/clock.ts';
import { isKubeError } from '../kube/errors.ts';
import type { EventRecorder } from '../kube/events/recorder.ts';
import type { Kind } from '../kube/kinds.ts';
import { nameOf } from '../kube/object.ts';
import type { WorkResult } from '../kube/queue/work-queue.ts';
import { happeningsOf } from './happenings.ts';

/** What the runtime's timers can wait for is some weeks; a look that was not needed costs nothing. */
const MOST_AGAIN_MS = 12 * 3_600_000;

/** What one object is found to be. */
export interface Found<T extends WithStatus> {
  /** As it was looked at. */
  readonly object: T;
  /** In the order in which people read them. */
  readonly findings: readonly Finding[];
  /** What else its status says; a field that is undefined is to be there no more. */
  readonly fields?: Fields<NonNullable<T['status']>>;
  /** When to look again although nothing changed. */
  readonly againMs?: number;
  /** It is kept no longer. */
  readonly isDue?: boolean;
}

type Fields<Status> = { readonly [Name in keyof Status]?: Status[Name] | undefined };

/** One kind: where its objects are looked at, and what of their status is the controller's. */
export interface Controller<T extends WithStatus> {
  readonly kind: Kind<T>;
  /** Who owns what it states: one name for each controller. */
  readonly fieldManager: string;
  /** Types of conditions that it may ever state. */
  readonly conditions: readonly string[];
  /** Gathers what is known and judges it; undefined where the object is gone. What it throws is tried again. */
  readonly look: (key: string) => Found<T> | undefined | Promise<Found<T> | undefined>;
  /**
   * Removes what belongs to an object that is kept no longer, before it goes itself.
   * @returns milliseconds until another try; undefined where nothing of it is left
   */
  readonly release?: (object: T) => Promise<number | undefined>;
}

export interface ReconcileParts {
  readonly client: Pick<KubeClient, 'apply' | 'delete'>;
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
  const { object, findings, againMs, isDue = false } = found;
  try {
    if (isDue) {
      const again = await controller.release?.(object);
      if (again !== undefined) return { againMs: again };
      const { uid } = object.metadata ?? {};
      await client.delete(controller.kind, nameOf(key), uid);
      return undefined;
    }
    const isWritten = await applyStatus(
      { client, ...ownedOf(controller, found) },
      controller.kind,
      object,
      statusOf(found, clock.date()),
    );
    if (isWritten)
      for (const one of happeningsOf(controller.kind, object, findings)) recorder.record(one);
  } catch (error) {
    // Deleted meanwhile: nothing is left to say.
    if (isKubeError(error, 'NOT_FOUND')) return undefined;
    throw error;
  }
  return againMs === undefined ? undefined : { againMs: Math.min(againMs, MOST_AGAIN_MS) };
}

function ownedOf<T extends WithStatus>(
  { fieldManager, conditions }: Controller<T>,
  { fields = {} }: Found<T>,
): Owned {
  return { fieldManager, conditions, fields: ['observedGeneration', ...Object.keys(fields)] };
}

type Owned = Omit<StatusOptions, 'client'>;

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
