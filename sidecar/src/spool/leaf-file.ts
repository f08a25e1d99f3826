import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { HASH_BYTES } from '@chaperone/core/record';

/** Leaves held before they are written. */
const BATCH = 4_096;

/** Appends the leaf hashes of one segment to `leaves.bin`, in batches. */
export class LeafFile {
  readonly #file: string;
  readonly #batch: Buffer = Buffer.alloc(BATCH * HASH_BYTES);
  readonly #digest = createHash('sha256');
  #held = 0;
  /** Leaves added. */
  leaves = 0;

  /** @param fresh whether what the file holds is to be dropped */
  constructor(file: string, fresh: boolean) {
    this.#file = file;
    if (fresh) fs.writeFileSync(file, '', { mode: 0o600 });
  }

  add(leaf: Buffer): void {
    if (this.#held === BATCH) this.flush();
    leaf.copy(this.#batch, this.#held * HASH_BYTES);
    this.#held += 1;
    this.leaves += 1;
  }

  flush(): void {
    const batch = this.#batch.subarray(0, this.#held * HASH_BYTES);
    fs.appendFileSync(this.#file, batch, { mode: 0o600 });
    this.#digest.update(batch);
    this.#held = 0;
  }

  /** Writes what is held. @returns `sha256:` and hex, of all leaves that were added; to be asked for once */
  finish(): string {
    this.flush();
    return `sha256:${this.#digest.digest('hex')}`;
  }
}
