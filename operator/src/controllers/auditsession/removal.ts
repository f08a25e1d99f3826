import type { AuditSession } from '@chaperone/crds';
import { isStoreError } from '../../store/errors.ts';
import type { Stores } from '../../store/stores.ts';

/** A lock that lasts longer than the retention is asked again so often. */
const LOCKED_MS = 6 * 3_600_000;

/**
 * Removes the recording of a session from its store, before the session itself goes: so a recording is never left that nobody names.
 * @returns milliseconds until another try, where the store must not let it go yet
 * @throws StoreError, KubeError
 */
export async function removeRecording(
  { status }: AuditSession,
  stores: Pick<Stores, 'open'>,
): Promise<number | undefined> {
  const { storeRef, prefix } = status?.recording ?? {};
  if (storeRef === undefined || prefix === undefined) return undefined;
  try {
    const store = await stores.open(storeRef.name);
    await store.remove(prefix);
    return undefined;
  } catch (error) {
    if (isStoreError(error, 'LOCKED')) return LOCKED_MS;
    throw error;
  }
}
