import type { AuditStore } from '@chaperone/crds';
import { StoreError } from '../../store/errors.ts';
import type { Stores } from '../../store/stores.ts';

/** What was tried at a store; undefined where it was not, since something before it failed. */
export interface StoreFacts {
  readonly store: AuditStore;
  readonly opened: Tried;
  readonly written?: Tried;
  /** Whether objects can be locked there; where that is asked for. */
  readonly lock?: Tried<boolean>;
}

export type Tried<T = undefined> =
  | { readonly kind: 'good'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: StoreError };

/** @throws KubeError */
export async function gather(store: AuditStore, stores: Pick<Stores, 'open'>): Promise<StoreFacts> {
  const opened = await tried(async () => stores.open(store.metadata.name));
  if (opened.kind === 'failed') return { store, opened };
  const { value } = opened;
  const facts = { store, opened: { kind: 'good', value: undefined } as const };
  const written = await tried(async () => {
    await value.probe();
    return undefined;
  });
  if (store.spec.s3?.objectLock === undefined) return { ...facts, written };
  return { ...facts, written, lock: await tried(async () => value.canLock()) };
}

async function tried<T>(work: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { kind: 'good', value: await work() };
  } catch (error) {
    if (error instanceof StoreError) return { kind: 'failed', error };
    throw error;
  }
}
