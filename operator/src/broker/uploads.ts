import type { UploadAnswer } from '@chaperone/core/broker';
import {
  isStoredFile,
  isUlid,
  MANIFEST_FILE,
  pieceSegment,
  recordingPrefix,
  REGISTRATION_FILE,
  TAIL_DIRECTORY,
} from '@chaperone/core/record';
import { isStoreError, StoreError } from '../store/errors.ts';
import { storeLimits } from '../store/limits.ts';
import { DEFAULT_STORE, type Stores } from '../store/stores.ts';
import type { RecordingStore, StoredObject } from '../store/types.ts';
import { storedManifest } from './completeness.ts';
import { BrokerError } from './errors.ts';
import { isFields, textAt } from './fields.ts';
import { sessionOf, statusIn } from './sessions.ts';
import type { Caller, Cluster } from './types.ts';

/** Where one session's recording is. */
interface Place {
  readonly pod: string;
  readonly store: string;
  readonly prefix: string;
}

export interface UploadsOptions {
  readonly cluster: Pick<Cluster, 'objects' | 'sessions'>;
  readonly stores: Pick<Stores, 'open'>;
  readonly now: () => Date;
}

/** SHA-256 in base64. */
const DIGEST = /^[A-Za-z0-9+/]{43}=$/;

/**
 * Recordings on their way into a store. A sidecar says which file of which of its sessions it has, and how long it is; what that file
 * is called in the store, and in which, is said here and nowhere else.
 */
export class Uploads {
  readonly #options: UploadsOptions;
  /** By ULID. */
  readonly #places = new Map<string, Place>();
  readonly #receiving = new Map<string, number>();

  constructor(options: UploadsOptions) {
    this.#options = options;
  }

  /**
   * How the file comes into the store, or that it is there.
   * @throws BrokerError BAD_REQUEST, CONFLICT, CONTENT_TOO_LARGE, RECORDING_ALTERED, STORE_UNAVAILABLE
   */
  async ask(caller: Caller, name: string, body: unknown): Promise<UploadAnswer> {
    const { session, file } = partsOf(name);
    const wanted = wantedIn(body);
    const place = await this.#place(caller, session);
    return storing(async () => {
      const store = await this.#options.stores.open(place.store);
      const key = keyOf(place, file);
      const there = await store.look(key);
      if (there === undefined) return store.grant(key, wanted);
      if (!isSame(there, wanted)) throw altered(key);
      if (file === MANIFEST_FILE) await this.#complete(caller, session, place, store);
      return { kind: 'stored' };
    });
  }

  /**
   * Takes the file itself, for a store that is a directory.
   * @param digest SHA-256 in base64
   * @throws BrokerError as `ask`, DIGEST_MISMATCH, TOO_MANY_REQUESTS
   */
  async receive(
    caller: Caller,
    name: string,
    announced: { readonly bytes: number; readonly sha256: string },
    content: AsyncIterable<Uint8Array>,
  ): Promise<void> {
    const { session, file } = partsOf(name);
    const wanted = wantedIn(announced);
    const place = await this.#place(caller, session);
    const leave = this.#enter(caller.pod.uid);
    try {
      await storing(async () => {
        const store = await this.#options.stores.open(place.store);
        const key = keyOf(place, file);
        // Somebody waits for these, and they are small: they come this way into any store.
        const isAwaited = file === REGISTRATION_FILE || pieceSegment(file) !== undefined;
        const isSmall = wanted.bytes <= storeLimits.readBytes.value;
        const isHere = (await store.grant(key, wanted)).kind === 'broker';
        if (!isHere && !(isAwaited && isSmall)) {
          throw new BrokerError('STORE_ELSEWHERE', 'the store is no directory of the broker');
        }
        await store.put(key, wanted, content);
        if (file === MANIFEST_FILE) await this.#complete(caller, session, place, store);
      });
    } finally {
      leave();
    }
  }

  async #place(caller: Caller, session: string): Promise<Place> {
    const known = this.#places.get(session);
    if (known?.pod === caller.pod.uid) return known;
    const { cluster } = this.#options;
    const { object, name } = await sessionOf(caller, session, cluster);
    const connection = object.spec.connectionRef.name;
    const { namespace } = caller;
    const prefix = recordingPrefix({ namespace, connection, session });
    const said = object.status?.recording?.storeRef?.name;
    const store = said ?? storeFor(cluster.objects(namespace).connections, connection);
    if (said === undefined) {
      const recording = { storeRef: { name: store }, prefix };
      await cluster.sessions.writeStatus(namespace, name, { recording });
    }
    const place = { pod: caller.pod.uid, store, prefix };
    this.#places.set(session, place);
    const [oldest = ''] = this.#places.keys();
    if (this.#places.size > storeLimits.sessions.value) this.#places.delete(oldest);
    return place;
  }

  /** The manifest is there: so has to be whatever it names. Then the session is told to be stored, and what it came to. */
  async #complete(
    caller: Caller,
    session: string,
    { prefix }: Place,
    store: RecordingStore,
  ): Promise<void> {
    const { cluster, now } = this.#options;
    const manifest = await storedManifest(store, prefix);
    const { object, name } = await sessionOf(caller, session, cluster);
    const { recording, phase, ...status } = statusIn(manifest, { session, object });
    // Whether it ended in order may have been settled before: when its pod went.
    const isOpen = (object.status?.phase ?? 'Active') === 'Active';
    // The segments have all of it by now; where a lock keeps pieces, they go with the recording.
    await store.remove(`${prefix}/${TAIL_DIRECTORY}`).catch(ignoreStore);
    const stored = { ...recording, storedAt: now().toISOString() };
    const { namespace } = caller;
    await cluster.sessions.writeStatus(namespace, name, {
      ...(isOpen && { phase }),
      ...{ ...status, recording: stored },
    });
  }

  /** @returns to be called when the file is there */
  #enter(pod: string): () => void {
    const own = this.#receiving.get(pod) ?? 0;
    const all = [...this.#receiving.values()].reduce((sum, one) => sum + one, 0);
    if (own >= storeLimits.contentsPerPod.value || all >= storeLimits.contents.value) {
      throw new BrokerError('TOO_MANY_REQUESTS', 'too many files come in at the same time');
    }
    this.#receiving.set(pod, own + 1);
    return () => {
      const left = (this.#receiving.get(pod) ?? 1) - 1;
      if (left > 0) this.#receiving.set(pod, left);
      else this.#receiving.delete(pod);
    };
  }
}

/** Pieces of a running session are beside its segments, so that they can go together. */
function keyOf({ prefix }: Place, file: string): string {
  const isPiece = pieceSegment(file) !== undefined;
  return isPiece ? `${prefix}/${TAIL_DIRECTORY}/${file}` : `${prefix}/${file}`;
}

function ignoreStore(error: unknown): void {
  if (!isStoreError(error)) throw error;
}

function storeFor(
  connections: ReturnType<Cluster['objects']>['connections'],
  name: string,
): string {
  const connection = connections.find(({ metadata }) => metadata.name === name);
  return connection?.spec.recording.storeRef?.name ?? DEFAULT_STORE;
}

function partsOf(name: string): { readonly session: string; readonly file: string } {
  const [session = '', file = '', ...rest] = name.split('/');
  if (!isUlid(session) || !isStoredFile(file) || rest.length > 0) {
    throw new BrokerError('BAD_REQUEST', 'the path names no file of a recording');
  }
  return { session, file };
}

function wantedIn(body: unknown): StoredObject {
  const bytes = isFields(body) ? body['bytes'] : undefined;
  const sha256 = textAt(body, 'sha256') ?? '';
  if (!Number.isSafeInteger(bytes) || (bytes as number) < 0 || !DIGEST.test(sha256)) {
    throw new BrokerError('BAD_REQUEST', 'the body says no length and digest');
  }
  if ((bytes as number) > storeLimits.objectBytes.value) {
    throw new BrokerError('CONTENT_TOO_LARGE', 'the file is larger than one may be');
  }
  return { bytes: bytes as number, sha256 };
}

function isSame(a: StoredObject, b: StoredObject): boolean {
  return a.bytes === b.bytes && a.sha256 === b.sha256;
}

function altered(key: string): BrokerError {
  return new BrokerError('RECORDING_ALTERED', `${key} is stored, and was not what this file is`);
}

async function storing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    if (isStoreError(error, 'EXISTS')) {
      throw new BrokerError('RECORDING_ALTERED', error.message, { cause: error });
    }
    if (isStoreError(error, 'MISMATCH')) {
      throw new BrokerError('DIGEST_MISMATCH', error.message, { cause: error });
    }
    const message = `${error.message} (${error.code})`;
    throw new BrokerError('STORE_UNAVAILABLE', message, { cause: error });
  }
}
