import fs from 'node:fs';
import { createZstdDecompress } from 'node:zlib';
import { compressedName, type ByteSource } from '@chaperone/core/record';

const READ = { highWaterMark: 256 * 1024 };

/** A file's bytes, anew at each call. */
export function fileSource(path: string): ByteSource {
  return () => readFile(path);
}

/** A segment's bytes, uncompressed, whether it is compressed now or becomes so while somebody reads. */
export function segmentSource(path: string): ByteSource {
  return async function* () {
    const plain = await openPlain(path);
    if (plain === undefined) yield* readCompressed(compressedName(path));
    else for await (const chunk of plain.createReadStream(READ)) yield chunk as Buffer;
  };
}

/** To look whether it is there and to open it would be two moments: it may be compressed in between. Open, it stays. */
async function openPlain(path: string): Promise<fs.promises.FileHandle | undefined> {
  try {
    return await fs.promises.open(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  }
}

async function* readFile(path: string): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of fs.createReadStream(path, READ)) {
    yield chunk as Buffer;
  }
}

async function* readCompressed(path: string): AsyncGenerator<Buffer, void, undefined> {
  const source = fs.createReadStream(path, READ);
  const inflate = createZstdDecompress();
  source.on('error', (error) => inflate.destroy(error));
  for await (const chunk of source.pipe(inflate)) yield chunk as Buffer;
}
