import fs from 'node:fs';
import { createZstdDecompress } from 'node:zlib';
import { compressedName, type ByteSource } from '@chaperone/core/record';

const CHUNK = 256 * 1024;

/** A file's bytes, anew at each call. */
export function fileSource(path: string): ByteSource {
  return () => readFile(path);
}

/** A segment's bytes, uncompressed, whether it is compressed now or becomes so while somebody reads. */
export function segmentSource(path: string): ByteSource {
  return async function* () {
    const plain = fs.existsSync(path);
    yield* plain ? readFile(path) : readCompressed(compressedName(path));
  };
}

async function* readFile(path: string): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of fs.createReadStream(path, { highWaterMark: CHUNK })) {
    yield chunk as Buffer;
  }
}

async function* readCompressed(path: string): AsyncGenerator<Buffer, void, undefined> {
  const source = fs.createReadStream(path, { highWaterMark: CHUNK });
  const inflate = createZstdDecompress();
  source.on('error', (error) => inflate.destroy(error));
  for await (const chunk of source.pipe(inflate)) yield chunk as Buffer;
}
