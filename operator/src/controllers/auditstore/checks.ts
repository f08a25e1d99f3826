import type { Finding } from '../../kube/apply/conditions.ts';
import type { StoreError, StoreErrorCode } from '../../store/errors.ts';
import type { StoreFacts, Tried } from './gather.ts';

/** Failures of somebody who was heard: the store is there, and does not take what is written. */
const HEARD: ReadonlySet<StoreErrorCode> = new Set([
  'ACCESS_DENIED',
  'FULL',
  'READ_ONLY',
  'FAILED',
]);

/** Pure: the same facts, the same findings. In the order in which people read them. */
export function check(facts: StoreFacts): readonly Finding[] {
  const parts = [reachable(facts), writable(facts), objectLock(facts)];
  return [ready(parts), ...parts];
}

/** `Ready`: recordings can be stored as asked. */
function ready(parts: readonly Finding[]): Finding {
  const missing = parts.find(({ status }) => status !== 'True');
  if (missing === undefined) {
    const message = 'recordings are stored here as asked';
    return { type: 'Ready', status: 'True', reason: 'Usable', message };
  }
  const { reason, message } = missing;
  return { type: 'Ready', status: 'False', reason, message, told: 'nothing' };
}

/** `Reachable`: somebody answers who knows the bucket, and us. */
function reachable({ opened, written }: StoreFacts): Finding {
  const type = 'Reachable';
  const error = errorOf(opened) ?? errorOf(written);
  if (error === undefined || HEARD.has(error.code)) {
    return { type, status: 'True', reason: 'Answers', message: 'the store answers' };
  }
  return failed(type, error);
}

/** `Writable`: an object was stored, and removed again. */
function writable({ written }: StoreFacts): Finding {
  const type = 'Writable';
  const error = errorOf(written);
  if (written === undefined || (error !== undefined && !HEARD.has(error.code))) {
    const message = 'the store cannot be reached: nothing was tried';
    return { type, status: 'Unknown', reason: 'NotTried', message, told: 'nothing' };
  }
  if (error !== undefined) return failed(type, error);
  return { type, status: 'True', reason: 'ObjectStored', message: 'an object was stored' };
}

/** `ObjectLock`: what is stored cannot be changed or deleted before its time, where that is asked for. */
function objectLock({ store, opened, lock }: StoreFacts): Finding {
  const type = 'ObjectLock';
  const asked = store.spec.s3?.objectLock;
  if (asked === undefined) {
    const message = 'no lock is asked for: alteration is found by verification alone';
    return { type, status: 'True', reason: 'NotAsked', message };
  }
  const error = errorOf(opened) ?? errorOf(lock);
  if (error !== undefined || lock?.kind !== 'good') {
    const message = 'the store cannot be asked whether it locks';
    return { type, status: 'Unknown', reason: 'NotTried', message, told: 'nothing' };
  }
  if (lock.value) {
    const message = `each object is locked for ${asked.retention}, ${asked.mode}`;
    return { type, status: 'True', reason: 'Locks', message };
  }
  const message = 'the bucket was made without object lock, and nothing can be locked in it';
  return { type, status: 'False', reason: 'BucketCannotLock', message };
}

function errorOf(tried: Tried<unknown> | undefined): StoreError | undefined {
  return tried?.kind === 'failed' ? tried.error : undefined;
}

function failed(type: string, { code, message }: StoreError): Finding {
  return { type, status: 'False', reason: reasonOf(code), message };
}

/** `WRONG_REGION` is `WrongRegion`. */
function reasonOf(code: StoreErrorCode): string {
  return code
    .split('_')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join('');
}
