import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { syncDirectory } from './whole-file.ts';
import path from 'node:path';

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
 * Replaces `file` by its compressed form; the plain one goes only when the other is on the disk under its name.
 * @returns bytes of the compressed file
 */
export async function compressSegment(
  file: string,
  compressed: string,
  chunkBytes: number,
): Promise<number> {
  const draft = `${compressed}.tmp`;
  try {
    await pipeline(
      fs.createReadStream(file, { highWaterMark: chunkBytes }),
      createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: LEVEL } }),
      fs.createWriteStream(draft, { mode: 0o600, flush: true }),
    );
    await fs.promises.rename(draft, compressed);
  } catch (error) {
    await fs.promises.rm(draft, { force: true });
    throw error;
  }
  await syncDirectory(path.dirname(file));
  await fs.promises.rm(file);
  const { size } = await fs.promises.stat(compressed);
  return size;
}
