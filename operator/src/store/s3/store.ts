import type * as Sdk from '@aws-sdk/client-s3';
import type { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { StoreError } from '../errors.ts';
import { storeLimits } from '../limits.ts';
import type { RecordingStore, StoredObject } from '../types.ts';
import { asStoreError, statusOf } from './errors.ts';

/** Write once, read many, for each object from its upload on. */
export interface Lock {
  readonly mode: 'GOVERNANCE' | 'COMPLIANCE';
  readonly retentionMs: number;
}

export interface S3Options {
  readonly sdk: typeof Sdk;
  readonly sign: typeof getSignedUrl;
  readonly client: Sdk.S3Client;
  readonly bucket: string;
  /** Beginning of every key; empty, or ends with a slash. */
  readonly prefix: string;
  readonly lock: Lock | undefined;
  readonly now: () => Date;
}

/** What the broker says of an object beside the store's own checksum, which not every store keeps. */
const DIGEST = 'sha256';

const PROBE = 'chaperone-probe';

/** Headers that are not part of the URL: whoever puts the object sends them, and exactly them. */
const SENT = [
  ...['x-amz-checksum-sha256', `x-amz-meta-${DIGEST}`],
  ...['x-amz-object-lock-mode', 'x-amz-object-lock-retain-until-date'],
];

/** A bucket of an object store that speaks the S3 API. */
export class S3Store implements RecordingStore {
  readonly #options: S3Options;

  constructor(options: S3Options) {
    this.#options = options;
  }

  async look(key: string): Promise<StoredObject | undefined> {
    const { sdk, client } = this.#options;
    const at = { ...this.#at(key), ChecksumMode: 'ENABLED' as const };
    const found = await foundIn(client.send(new sdk.HeadObjectCommand(at)));
    if (found === undefined) return undefined;
    const { ContentLength: bytes = 0, ChecksumSHA256, Metadata = {} } = found;
    return { bytes, sha256: ChecksumSHA256 ?? Metadata[DIGEST] ?? '' };
  }

  /** A PUT of exactly this content, that fails where there is an object (RFC 9110, 13.1.2), for `grantMs`. */
  async grant(
    key: string,
    object: StoredObject,
  ): Promise<{ kind: 'url'; url: string; headers: Record<string, string> }> {
    const { sdk, sign, client } = this.#options;
    const locked = this.#locked();
    const command = new sdk.PutObjectCommand({ ...this.#new(key, object), ...locked });
    const url = await sign(client, command, {
      expiresIn: storeLimits.grantMs.value / 1_000,
      unhoistableHeaders: new Set(SENT),
    }).catch((error: unknown) => {
      throw asStoreError(error);
    });
    const until = locked?.ObjectLockRetainUntilDate;
    return {
      kind: 'url',
      url,
      headers: {
        'if-none-match': '*',
        'x-amz-checksum-sha256': object.sha256,
        [`x-amz-meta-${DIGEST}`]: object.sha256,
        ...(locked && { 'x-amz-object-lock-mode': locked.ObjectLockMode }),
        ...(until && { 'x-amz-object-lock-retain-until-date': secondsOf(until) }),
      },
    };
  }

  async put(key: string, object: StoredObject, content: AsyncIterable<Uint8Array>): Promise<void> {
    const { sdk, client } = this.#options;
    const chunks: Uint8Array[] = [];
    for await (const chunk of content) chunks.push(chunk);
    const Body = Buffer.concat(chunks);
    if (Body.length !== object.bytes) throw new StoreError('MISMATCH', 'the content is not whole');
    const command = new sdk.PutObjectCommand({
      ...this.#new(key, object),
      ...this.#locked(),
      Body,
    });
    try {
      await client.send(command);
    } catch (error) {
      const there = await this.look(key);
      if (there?.sha256 === object.sha256 && there.bytes === object.bytes) return;
      throw there === undefined
        ? asStoreError(error)
        : new StoreError('EXISTS', 'there is another object of this name', { cause: error });
    }
  }

  async read(key: string, maxBytes: number): Promise<Buffer | undefined> {
    const { sdk, client } = this.#options;
    const found = await foundIn(client.send(new sdk.GetObjectCommand(this.#at(key))));
    if (found === undefined) return undefined;
    const { ContentLength = 0, Body } = found;
    if (ContentLength > maxBytes) {
      (Body as { destroy?: () => void } | undefined)?.destroy?.();
      throw new StoreError('TOO_LARGE', `${key} is too large`);
    }
    return Buffer.from((await Body?.transformToByteArray()) ?? []);
  }

  async list(prefix: string): Promise<readonly string[]> {
    const { sdk, client, bucket } = this.#options;
    const Prefix = this.#key(`${prefix}/`);
    const keys: string[] = [];
    try {
      const pages = sdk.paginateListObjectsV2({ client }, { Bucket: bucket, Prefix });
      for await (const { Contents = [] } of pages)
        keys.push(...Contents.flatMap((o) => o.Key ?? []));
    } catch (error) {
      throw asStoreError(error);
    }
    return keys.map((key) => key.slice(this.#options.prefix.length));
  }

  /**
   * An object of a fixed name, once: where it is there, the store refuses only after it has looked who asks. It goes where it may, and a
   * bucket that locks by itself keeps this one and no more.
   */
  async probe(): Promise<void> {
    const { sdk, client } = this.#options;
    try {
      const put = new sdk.PutObjectCommand({ ...this.#at(PROBE), IfNoneMatch: '*', Body: '' });
      const { VersionId } = await client.send(put);
      const version = VersionId === undefined ? {} : { VersionId };
      await client.send(new sdk.DeleteObjectCommand({ ...this.#at(PROBE), ...version }));
    } catch (error) {
      const failed = asStoreError(error);
      if (failed.code !== 'EXISTS' && failed.code !== 'LOCKED') throw failed;
    }
  }

  async canLock(): Promise<boolean> {
    const { sdk, client, bucket: Bucket } = this.#options;
    try {
      const command = new sdk.GetObjectLockConfigurationCommand({ Bucket });
      const { ObjectLockConfiguration } = await client.send(command);
      return ObjectLockConfiguration?.ObjectLockEnabled === 'Enabled';
    } catch (error) {
      if ((error as Error).name === 'ObjectLockConfigurationNotFoundError') return false;
      throw asStoreError(error);
    }
  }

  /** All versions: in a bucket with object lock what is deleted would otherwise be hidden and no more. */
  async remove(prefix: string): Promise<void> {
    const { sdk, client, bucket } = this.#options;
    const Prefix = this.#key(`${prefix}/`);
    let locked: unknown;
    for await (const { key: Key, version } of this.#versions(Prefix)) {
      const at = { Bucket: bucket, Key, ...(version !== undefined && { VersionId: version }) };
      await client.send(new sdk.DeleteObjectCommand(at)).catch((error: unknown) => {
        if (statusOf(error) !== 403) throw asStoreError(error);
        locked = error;
      });
    }
    if (locked === undefined) return;
    throw new StoreError('LOCKED', `objects of ${prefix} must not go yet`, { cause: locked });
  }

  async *#versions(Prefix: string): AsyncGenerator<{ key: string; version: string | undefined }> {
    const { sdk, client, bucket: Bucket } = this.#options;
    let next: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } = {};
    for (;;) {
      const command = new sdk.ListObjectVersionsCommand({ Bucket, Prefix, ...next });
      const page = await client.send(command).catch((error: unknown) => {
        throw asStoreError(error);
      });
      for (const { Key, VersionId } of [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])]) {
        if (Key !== undefined) yield { key: Key, version: VersionId };
      }
      if (page.IsTruncated !== true) return;
      next = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
    }
  }

  #key(key: string): string {
    return this.#options.prefix + key;
  }

  #at(key: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.#options.bucket, Key: this.#key(key) };
  }

  #new(key: string, { bytes, sha256 }: StoredObject): Sdk.PutObjectCommandInput {
    return {
      ...this.#at(key),
      IfNoneMatch: '*',
      ContentLength: bytes,
      ChecksumSHA256: sha256,
      Metadata: { [DIGEST]: sha256 },
    };
  }

  #locked(): { ObjectLockMode: Lock['mode']; ObjectLockRetainUntilDate: Date } | undefined {
    const { lock, now } = this.#options;
    if (lock === undefined) return undefined;
    // Whole seconds: the header has no more.
    const until = Math.ceil((now().getTime() + lock.retentionMs) / 1_000) * 1_000;
    return { ObjectLockMode: lock.mode, ObjectLockRetainUntilDate: new Date(until) };
  }
}

/** Undefined where there is no such object. A bucket that is not there is told apart where the answer says so. */
async function foundIn<T>(sent: Promise<T>): Promise<T | undefined> {
  try {
    return await sent;
  } catch (error) {
    if (statusOf(error) === 404 && (error as Error).name !== 'NoSuchBucket') return undefined;
    throw asStoreError(error);
  }
}

/** As the serialiser of the client writes a time into this header. */
function secondsOf(date: Date): string {
  return date.toISOString().replace('.000Z', 'Z');
}
