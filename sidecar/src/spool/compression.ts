import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress, createZstdDecompress, type ZstdCompress } from 'node:zlib';
import { syncDirectory } from './whole-file.ts';

/** The lowest level: a recording is dominated by repeated texts, which every level finds. */
const LEVEL = 1;

/** Bytes of a compressed file, uncompressed. */
export function readCompressed(file: string, chunkBytes: number): AsyncIterable<unknown> {
  const source = fs.createReadStream(file, { highWaterMark: chunkBytes });
  const inflate = createZstdDecompress({ chunkSize: chunkBytes });
  source.on('error', (error) => inflate.destroy(error));
  return source.pipe(inflate);
}

/**
 * The compressed form of a segment, written while the segment is read, and put in its place at the end. The caller's
 * chunks are free again when `write` resolves, so that one buffer serves for all of them.
 */
export class SegmentCompression {
  readonly #plain: string;
  readonly #compressed: string;
  readonly #draft: string;
  readonly #zstd: ZstdCompress;
  readonly #done: Promise<void>;

  constructor(plain: string, compressed: string) {
    this.#plain = plain;
    this.#compressed = compressed;
    this.#draft = `${compressed}.tmp`;
    this.#zstd = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: LEVEL } });
    const target = fs.createWriteStream(this.#draft, { mode: 0o600, flush: true });
    this.#done = pipeline(this.#zstd, target);
    // Whoever writes learns of the failure there; nobody may be waiting for the end yet.
    this.#done.catch(() => undefined);
  }

  async write(chunk: Uint8Array): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    this.#zstd.write(chunk, (error) => {
      if (error === null || error === undefined) resolve(undefined);
      else reject(error);
    });
    await promise;
  }

  /** The plain file goes only when the other is on the disk under its name. @returns bytes of the compressed file */
  async finish(): Promise<number> {
    this.#zstd.end();
    await this.#done;
    const { size } = await fs.promises.stat(this.#draft);
    await fs.promises.rename(this.#draft, this.#compressed);
    await syncDirectory(path.dirname(this.#plain));
    await fs.promises.rm(this.#plain);
    return size;
  }

  /** Leaves the plain file as it is. */
  async abandon(): Promise<void> {
    this.#zstd.destroy();
    await this.#done.catch(() => undefined);
    await fs.promises.rm(this.#draft, { force: true });
  }
}
