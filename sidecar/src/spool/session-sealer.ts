import fs from 'node:fs';
import path from 'node:path';
import {
  buildManifest,
  compressedName,
  HASH_BYTES,
  LEAVES_FILE,
  MANIFEST_FILE,
  readRegistration,
  REGISTRATION_FILE,
  sha256Text,
  signManifest,
  TreeBuilder,
  type ManifestSegment,
  type Payloads,
  type RecorderKey,
} from '@chaperone/core/record';
import { readCompressed, SegmentCompression } from './compression.ts';
import { readEventHead } from './event-head.ts';
import { LeafFile } from './leaf-file.ts';
import { LeafReader } from './leaf-reader.ts';
import { Pace } from './pace.ts';
import { readPlain } from './plain-segment.ts';
import { Tally } from './tally.ts';
import { writeWholeAsync } from './whole-file.ts';

/** Bytes read at a time; hashing them keeps the event loop for less than a millisecond. */
const CHUNK = 64 * 1024;

/** The last event that was read. */
export interface LastEvent {
  readonly seq: number;
  readonly time: string;
}

export interface SealOptions {
  /** A segment of at least this many bytes is compressed. */
  readonly compressFromBytes: number;
  /** Whether `tally` has to count every event: where the session's own end may be missing. Else only the last is read. */
  readonly count: boolean;
  /** Whether the manifest has to survive a loss of power, as the session's events do. */
  readonly syncManifest: boolean;
  /** Whether so much waits to be sealed that it may no longer give way to commands. */
  readonly pressing?: () => boolean;
}

export interface Closing {
  readonly registeredDigest: string;
  readonly end: Payloads['session-end'];
  /** Time of the session's last event. */
  readonly endedAt: string;
  readonly key: RecorderKey;
}

/**
 * Proves one session's segments, in order: leaf hashes into `leaves.bin`, the tree, and at the end the signed manifest.
 * It reads what is on the disk, not what was meant to be there.
 */
export class SessionSealer {
  readonly directory: string;
  readonly tally: Tally = new Tally();
  readonly #options: SealOptions;
  readonly #tree = new TreeBuilder();
  readonly #segments: ManifestSegment[] = [];
  #last: LastEvent | undefined;

  constructor(directory: string, options: SealOptions) {
    this.directory = directory;
    this.#options = options;
  }

  /** The last event of what was sealed so far. */
  get last(): LastEvent | undefined {
    return this.#last;
  }

  /**
   * Seals the next segment. @param file its name on the disk, compressed or not
   * @returns by how many bytes the session's files grew; negative where compression saved more
   */
  async seal(name: string, compressed: boolean): Promise<number> {
    const file = path.join(this.directory, name);
    if (compressed) {
      const source = readCompressed(compressedName(file), CHUNK);
      return (await this.#read(source, name, undefined)) * HASH_BYTES;
    }
    const { size } = await fs.promises.stat(file);
    const worth = size >= this.#options.compressFromBytes;
    const compression = worth ? new SegmentCompression(file, compressedName(file)) : undefined;
    try {
      const leaves = await this.#read(readPlain(file, CHUNK), name, compression);
      const after = compression === undefined ? size : await compression.finish();
      return leaves * HASH_BYTES + after - size;
    } catch (error) {
      await compression?.abandon();
      throw error;
    }
  }

  /** Writes the signed manifest. @returns its digest, for the registry */
  async close(closing: Closing): Promise<string> {
    const file = await fs.promises.readFile(path.join(this.directory, REGISTRATION_FILE));
    const { phase, commands, rows, bytes } = closing.end;
    const manifest = buildManifest({
      registration: readRegistration(file),
      registrationDigest: sha256Text(file),
      registeredDigest: closing.registeredDigest,
      segments: this.#segments,
      tree: { size: this.#tree.size, root: this.#tree.root() },
      phase,
      endedAt: closing.endedAt,
      counts: { commands, rows, bytes },
    });
    const jws = signManifest(manifest, closing.key);
    const manifestFile = path.join(this.directory, MANIFEST_FILE);
    await writeWholeAsync(manifestFile, jws, this.#options.syncManifest);
    return sha256Text(jws);
  }

  /** Reads a segment to its end. @returns the number of its events */
  async #read(
    source: AsyncIterable<unknown>,
    name: string,
    compression: SegmentCompression | undefined,
  ): Promise<number> {
    const firstSeq = this.#tree.size;
    const file = new LeafFile(path.join(this.directory, LEAVES_FILE), this.#segments.length === 0);
    const pace = new Pace(this.#options.pressing);
    const { count } = this.#options;
    let last: Buffer | undefined;
    const reader = new LeafReader({
      line: (leaf, head) => {
        this.#tree.append(leaf);
        file.add(leaf);
        if (count) this.#event(head);
        else last = head;
      },
    });
    let bytes = 0;
    for await (const part of source) {
      const chunk = part as Buffer;
      reader.push(chunk);
      // A view into the chunk, whose bytes are others in the next turn.
      if (last !== undefined) this.#event(last);
      last = undefined;
      bytes += chunk.length;
      await compression?.write(chunk);
      await pace.rest();
    }
    if (reader.torn) throw new Error(`${name} ends in the middle of a line`);
    const leavesSha256 = file.finish();
    this.#segments.push({ name, leavesSha256, firstSeq, events: file.leaves, bytes });
    return file.leaves;
  }

  #event(head: Buffer): void {
    const event = readEventHead(head.toString('utf8'));
    if (event === undefined) return;
    this.#last = { seq: event.seq, time: event.time };
    this.tally.add(event);
  }
}
