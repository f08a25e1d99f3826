import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { StoreError } from './errors.ts';
import { storeLimits } from './limits.ts';
import type { RecordingStore, StoredObject } from './types.ts';

/** Beside the recordings, on the same file system: what is still coming in. */
const INCOMING = '.incoming';

/** SHA-256 of nothing. */
const EMPTY = { bytes: 0, sha256: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' };

/**
 * A directory of the broker. An object comes in under another name, is put on the disk, and then linked to its own, which fails where
 * there is one: so it is there whole or not at all, and is never replaced, whoever else serves the same directory.
 */
export class DirectoryStore implements RecordingStore {
  readonly #root: string;
  /** Of objects that came in here, so that they need not be read to be known again. */
  readonly #digests = new Map<string, StoredObject>();
  /** Directories that are on the disk with all above them. */
  readonly #durable = new Set<string>();

  constructor(root: string) {
    this.#root = root;
  }

  async look(key: string): Promise<StoredObject | undefined> {
    const known = this.#digests.get(key);
    const file = this.#path(key);
    const found = await orAbsent(fs.stat(file));
    if (found === undefined) return undefined;
    if (known?.bytes === found.size) return known;
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
    return this.#remember(key, { bytes: found.size, sha256: hash.digest('base64') });
  }

  async grant(): Promise<{ readonly kind: 'broker' }> {
    return Promise.resolve({ kind: 'broker' });
  }

  async put(key: string, object: StoredObject, content: AsyncIterable<Uint8Array>): Promise<void> {
    const file = this.#path(key);
    const draft = path.join(this.#root, INCOMING, randomUUID());
    await orFailed(fs.mkdir(path.dirname(draft), { recursive: true, mode: 0o700 }));
    try {
      await receive(draft, object, content);
      await this.#makeDirectory(path.dirname(file));
      await this.#link(draft, file, object);
      await syncDirectory(path.dirname(file));
    } catch (error) {
      throw asStoreError(error);
    } finally {
      await fs.rm(draft, { force: true });
    }
    this.#remember(key, object);
  }

  async read(key: string, maxBytes: number): Promise<Buffer | undefined> {
    const found = await orAbsent(fs.stat(this.#path(key)));
    if (found === undefined) return undefined;
    if (found.size > maxBytes) throw new StoreError('TOO_LARGE', `${key} is too large`);
    return orAbsent(fs.readFile(this.#path(key)));
  }

  async list(prefix: string): Promise<readonly string[]> {
    const directory = this.#path(prefix);
    const entries = await orAbsent(fs.readdir(directory, { recursive: true, withFileTypes: true }));
    return (entries ?? [])
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(this.#root, path.join(entry.parentPath, entry.name)))
      .sort();
  }

  async remove(prefix: string): Promise<void> {
    const directory = this.#path(prefix);
    for (const key of this.#digests.keys()) {
      if (key.startsWith(`${prefix}/`)) this.#digests.delete(key);
    }
    this.#durable.clear();
    await orFailed(fs.rm(directory, { recursive: true, force: true }));
    await removeEmpty(path.dirname(directory), this.#root);
  }

  async probe(): Promise<void> {
    const draft = path.join(this.#root, INCOMING, randomUUID());
    await orFailed(fs.mkdir(path.dirname(draft), { recursive: true, mode: 0o700 }));
    try {
      await receive(draft, EMPTY, Readable.from([]));
    } catch (error) {
      throw asStoreError(error);
    } finally {
      await fs.rm(draft, { force: true });
    }
    await this.#tidy(Date.now());
  }

  async canLock(): Promise<boolean> {
    return Promise.resolve(false);
  }

  /** Removes what broken uploads left. */
  async #tidy(nowMs: number): Promise<void> {
    const incoming = path.join(this.#root, INCOMING);
    for (const name of (await orAbsent(fs.readdir(incoming))) ?? []) {
      const file = path.join(incoming, name);
      const found = await orAbsent(fs.stat(file));
      const isStale = found !== undefined && nowMs - found.mtimeMs > storeLimits.staleMs.value;
      if (isStale) await fs.rm(file, { force: true });
    }
  }

  /** Somebody else may have made one of them a moment ago, and not be done yet: what is not known to be durable is made so. */
  async #makeDirectory(directory: string): Promise<void> {
    if (this.#durable.has(directory)) return;
    await fs.mkdir(directory, { recursive: true, mode: 0o700 });
    for (let made = directory; made !== this.#root; made = path.dirname(made)) {
      await syncDirectory(path.dirname(made));
    }
    if (this.#durable.size >= storeLimits.digests.value) this.#durable.clear();
    this.#durable.add(directory);
  }

  async #link(draft: string, file: string, object: StoredObject): Promise<void> {
    try {
      await fs.link(draft, file);
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
      const there = await this.look(path.relative(this.#root, file));
      if (there?.sha256 === object.sha256 && there.bytes === object.bytes) return;
      throw new StoreError('EXISTS', 'there is another object of this name', { cause: error });
    }
  }

  #remember(key: string, object: StoredObject): StoredObject {
    this.#digests.delete(key);
    this.#digests.set(key, { bytes: object.bytes, sha256: object.sha256 });
    const [oldest = ''] = this.#digests.keys();
    if (this.#digests.size > storeLimits.digests.value) this.#digests.delete(oldest);
    return object;
  }

  /** Keys are the broker's own; one that leads elsewhere all the same is a defect. */
  #path(key: string): string {
    const file = path.join(this.#root, key);
    if (key === '' || !file.startsWith(this.#root + path.sep)) throw new TypeError(`key ${key}`);
    return file;
  }
}

async function receive(
  draft: string,
  { bytes, sha256 }: StoredObject,
  content: AsyncIterable<Uint8Array>,
): Promise<void> {
  const handle = await fs.open(draft, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let length = 0;
    for await (const chunk of content) {
      length += chunk.length;
      if (length > bytes) throw mismatch('longer than announced');
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
    if (length !== bytes) throw mismatch('shorter than announced');
    if (hash.digest('base64') !== sha256) throw mismatch('not the announced one');
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function mismatch(what: string): StoreError {
  return new StoreError('MISMATCH', `the content is ${what}`);
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await fs.open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Directories of days and connections in which nothing is left. */
async function removeEmpty(directory: string, root: string): Promise<void> {
  for (let at = directory; at.startsWith(root + path.sep); at = path.dirname(at)) {
    try {
      await fs.rmdir(at);
    } catch {
      return;
    }
  }
}

const CODES = {
  ENOSPC: 'FULL',
  EDQUOT: 'FULL',
  EROFS: 'READ_ONLY',
  EACCES: 'ACCESS_DENIED',
  EPERM: 'ACCESS_DENIED',
} as const;

function errnoOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code);
}

function asStoreError(error: unknown): Error {
  const errno = errnoOf(error);
  if (error instanceof StoreError || !/^E[A-Z]+$/.test(errno)) return error as Error;
  const code = Object.hasOwn(CODES, errno) ? CODES[errno as keyof typeof CODES] : 'FAILED';
  return new StoreError(code, `the directory cannot be used (${errno})`, { cause: error });
}

async function orFailed<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw asStoreError(error);
  }
}

async function orAbsent<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'ENOENT' || errno === 'ENOTDIR') return undefined;
    throw asStoreError(error);
  }
}
