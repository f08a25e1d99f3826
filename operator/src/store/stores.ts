import type { AuditStore } from '@chaperone/crds';
import { DirectoryStore } from './directory.ts';
import { StoreError } from './errors.ts';
import { storeLimits } from './limits.ts';
import { openS3, type S3Credentials, type S3Spec } from './s3/open.ts';
import type { RecordingStore } from './types.ts';

/** The store of connections that name none. */
export const DEFAULT_STORE = 'default';

export interface StoreSources {
  /** Undefined where there is no AuditStore of this name. */
  readonly store: (name: string) => AuditStore | undefined;
  /** Data of a Secret of the operator's namespace, decoded; undefined where there is none. Throws KubeError. */
  readonly secret: (name: string) => Promise<Readonly<Record<string, string>> | undefined>;
  /** Of the operator: credentials of stores are nowhere else. */
  readonly namespace: string;
  /** `--store-dir`: directories of AuditStores are this one, or below it. */
  readonly directory: string | undefined;
  /** Milliseconds, of any origin. */
  readonly now: () => number;
}

interface Opened {
  /** Digest of what it was made from. */
  readonly from: string;
  readonly untilMs: number;
  readonly store: Promise<RecordingStore>;
}

/** The AuditStores as they can be used. */
export class Stores {
  readonly #sources: StoreSources;
  readonly #opened = new Map<string, Opened>();

  constructor(sources: StoreSources) {
    this.#sources = sources;
  }

  /**
   * The store of this name; without an AuditStore `default` the operator's own directory is it.
   * @throws StoreError NO_STORE, DIRECTORY_NOT_SERVED, CREDENTIAL_*
   * @throws KubeError
   */
  async open(name: string): Promise<RecordingStore> {
    const { store, directory, now } = this.#sources;
    const spec = store(name)?.spec ?? this.#embedded(name);
    if (spec === undefined) throw new StoreError('NO_STORE', `there is no AuditStore ${name}`);
    const from = JSON.stringify([spec.s3, spec.directory, directory]);
    const known = this.#opened.get(name);
    if (known?.from === from && now() < known.untilMs) return known.store;
    // A directory needs nothing that could change; a credential is read again.
    const untilMs = spec.s3 === undefined ? Infinity : now() + storeLimits.credentialMs.value;
    const opened = { from, untilMs, store: this.#open(spec) };
    this.#opened.set(name, opened);
    opened.store.catch(() => {
      if (this.#opened.get(name) === opened) this.#opened.delete(name);
    });
    return opened.store;
  }

  #embedded(name: string): AuditStore['spec'] | undefined {
    const { directory } = this.#sources;
    if (name !== DEFAULT_STORE || directory === undefined) return undefined;
    return { directory: { path: directory } };
  }

  async #open({ s3, directory }: AuditStore['spec']): Promise<RecordingStore> {
    if (s3 !== undefined) return this.#openS3(s3);
    return this.#openDirectory(directory?.path ?? '');
  }

  #openDirectory(path: string): RecordingStore {
    const own = this.#sources.directory;
    if (own !== undefined && (path === own || path.startsWith(`${own}/`))) {
      return new DirectoryStore(path);
    }
    const may = own === undefined ? 'it serves no directory' : `it serves ${own}`;
    const mend = 'set --store-dir (chart: store.directory) or use it in the AuditStore';
    throw new StoreError('DIRECTORY_NOT_SERVED', `${path} is not the operator's: ${may}; ${mend}`);
  }

  async #openS3(spec: S3Spec): Promise<RecordingStore> {
    return (await openS3(spec, await this.#credentials(spec))).store;
  }

  async #credentials({ credentialRef }: S3Spec): Promise<S3Credentials | undefined> {
    if (credentialRef === undefined) return undefined;
    const { name, namespace } = credentialRef;
    if (namespace !== this.#sources.namespace) {
      const message = `credentialRef: the operator reads Secrets of its namespace ${this.#sources.namespace} only`;
      throw new StoreError('CREDENTIAL_NOT_ALLOWED', message);
    }
    const data = await this.#sources.secret(name);
    const { access_key_id: accessKeyId, secret_access_key: secretAccessKey } = data ?? {};
    if (accessKeyId === undefined || secretAccessKey === undefined) {
      const what = data === undefined ? 'there is no such Secret' : 'a key of it is missing';
      const message = `Secret ${namespace}/${name} with access_key_id and secret_access_key: ${what}`;
      throw new StoreError('CREDENTIAL_MISSING', message);
    }
    const sessionToken = data?.['session_token'];
    return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
  }
}
