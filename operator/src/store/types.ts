import type { UploadAnswer, UploadRequest } from '@chaperone/core/broker';

/** A file as it is, or is to be, in a store. */
export type StoredObject = UploadRequest;

/**
 * Where recordings are kept. Keys are names with slashes, made by the broker and nobody else; what is there is never replaced.
 * Every method throws StoreError.
 */
export interface RecordingStore {
  /** Undefined where there is none. */
  look(key: string): Promise<StoredObject | undefined>;
  /** How a sidecar brings this object, and nothing else. */
  grant(key: string, object: StoredObject): Promise<Exclude<UploadAnswer, { kind: 'stored' }>>;
  /**
   * Takes an object: when the promise resolves it is there whole, and stays over a loss of power.
   * @throws StoreError EXISTS where another is there, MISMATCH where the content is not what was announced
   */
  put(key: string, object: StoredObject, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** The whole of a small object; undefined where there is none. @throws StoreError TOO_LARGE */
  read(key: string, maxBytes: number): Promise<Buffer | undefined>;
  /** Keys that begin with this, in their order. */
  list(prefix: string): Promise<readonly string[]>;
  /** Resolves where an object can be stored now; leaves none. */
  probe(): Promise<void>;
  /** Whether what is stored could be locked. */
  canLock(): Promise<boolean>;
  /** Everything whose key begins with this. @throws StoreError LOCKED where some of it must not go yet; the rest is gone */
  remove(prefix: string): Promise<void>;
}
