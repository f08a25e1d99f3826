import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { zstdCompress } from 'node:zlib';
import {
  compressedName,
  LEAVES_FILE,
  MANIFEST_FILE,
  manifestKid,
  publicKeyName,
  REGISTRATION_FILE,
  STORED_KEY_FILE,
  toSegmentFile,
} from '@chaperone/core/record';
import { isMissing } from '../spool/disk.ts';

/** Where the sidecar keeps a session, and the public keys of its recorders. */
export interface SessionFiles {
  readonly directory: string;
  readonly keys: string;
}

/** A file on its way: its bytes can be read again for another try. */
export interface Outgoing {
  readonly bytes: number;
  /** Base64. */
  readonly sha256: string;
  readonly open: () => Readable;
}

/**
 * Names under which a session's files are stored, in the order in which they go: the manifest last, since with it everything is there.
 * @param sealedUpTo number of the last sealed segment of a session that goes on; undefined where it has ended and is sealed whole
 */
export async function storedNamesOf(
  { directory }: SessionFiles,
  sealedUpTo: number | undefined,
): Promise<readonly string[]> {
  const segments = (await fs.readdir(directory))
    .flatMap((name) => toSegmentFile(name) ?? [])
    .filter(({ number }) => sealedUpTo === undefined || number <= sealedUpTo)
    .map(({ name }) => compressedName(name));
  const first = [REGISTRATION_FILE, ...new Set(segments.sort())];
  if (sealedUpTo !== undefined) return first;
  return [...first, LEAVES_FILE, STORED_KEY_FILE, MANIFEST_FILE];
}

/** @throws Error of the file system */
export async function outgoing(files: SessionFiles, name: string): Promise<Outgoing> {
  const segment = toSegmentFile(name);
  if (segment !== undefined) return segmentOf(files.directory, segment.name);
  if (name !== STORED_KEY_FILE) return onDisk(path.join(files.directory, name));
  const manifest = await fs.readFile(path.join(files.directory, MANIFEST_FILE));
  return onDisk(path.join(files.keys, publicKeyName(manifestKid(manifest) ?? '')));
}

const compress = promisify(zstdCompress);

/** One that was too small to be compressed here is compressed on its way: in a store each segment has one name. */
async function segmentOf(directory: string, name: string): Promise<Outgoing> {
  try {
    return await onDisk(path.join(directory, compressedName(name)));
  } catch (error) {
    if (!isMissing(error)) throw error;
    const bytes = await compress(await fs.readFile(path.join(directory, name)));
    const sha256 = createHash('sha256').update(bytes).digest('base64');
    return {
      bytes: bytes.length,
      sha256,
      open: () => Readable.from([bytes], { objectMode: false }),
    };
  }
}

async function onDisk(file: string): Promise<Outgoing> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of createReadStream(file)) {
    const chunk = part as Buffer;
    hash.update(chunk);
    bytes += chunk.length;
  }
  const open = (): Readable => createReadStream(file, { end: Math.max(0, bytes - 1) });
  return { bytes, sha256: hash.digest('base64'), open };
}
