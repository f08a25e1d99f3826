import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {
  buildManifest,
  compressedName,
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
import { compressSegment, readCompressed } from './compression.ts';
import { readEventHead } from './event-head.ts';
import { LeafReader } from './leaf-reader.ts';
import { Pace } from './pace.ts';
import { Tally } from './tally.ts';
import { writeWholeAsync } from './whole-file.ts';

/** Bytes read at a time; hashing them keeps the event loop for about a millisecond. */
const CHUNK = 128 * 1024;

/** The last event that was read. */
export interface LastEvent {
  readonly seq: number;
  readonly time: string;
}

export interface SealOptions {
  /** A segment of at least this many bytes is compressed. */
  readonly compressFromBytes: number;
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
    const source = compressed
      ? readCompressed(path.join(this.directory, compressedName(name)), CHUNK)
      : fs.createReadStream(file, { highWaterMark: CHUNK });
    const { leaves, bytes, sha256 } = await this.#read(source, name);
    this.#segments.push({
      name,
      sha256,
      firstSeq: this.#tree.size - leaves.length,
      events: leaves.length,
      bytes,
    });
    const leafBytes = Buffer.concat(leaves);
    const flag = this.#segments.length === 1 ? 'w' : 'a';
    await fs.promises.writeFile(path.join(this.directory, LEAVES_FILE), leafBytes, {
      flag,
      mode: 0o600,
    });
    if (compressed || bytes < this.#options.compressFromBytes) return leafBytes.length;
    return leafBytes.length + (await compressSegment(file, compressedName(file), CHUNK)) - bytes;
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
    const jws = await signManifest(manifest, closing.key);
    await writeWholeAsync(path.join(this.directory, MANIFEST_FILE), jws);
    return sha256Text(jws);
  }

  async #read(
    source: AsyncIterable<unknown>,
    name: string,
  ): Promise<{ leaves: Buffer[]; bytes: number; sha256: string }> {
    const leaves: Buffer[] = [];
    const sha = createHash('sha256');
    const pace = new Pace();
    const reader = new LeafReader({
      line: (leaf, head) => {
        this.#tree.append(leaf);
        leaves.push(leaf);
        this.#event(head);
      },
    });
    let bytes = 0;
    for await (const part of source) {
      const chunk = part as Buffer;
      sha.update(chunk);
      reader.push(chunk);
      bytes += chunk.length;
      await pace.rest();
    }
    if (reader.torn) throw new Error(`${name} ends in the middle of a line`);
    return { leaves, bytes, sha256: `sha256:${sha.digest('hex')}` };
  }

  #event(head: Buffer): void {
    const event = readEventHead(head.toString('utf8'));
    if (event === undefined) return;
    this.#last = { seq: event.seq, time: event.time };
    this.tally.add(event);
  }
}
