import { EMPTY_ROOT, nodeHash } from './tree-hash.ts';

/**
 * The Merkle tree of RFC 6962, 2.1, grown leaf by leaf. It keeps one hash per set bit of the size (the roots of the
 * complete subtrees, largest first), so its memory grows with the logarithm of the number of events.
 */
export class TreeBuilder {
  readonly #roots: Buffer[] = [];
  #size = 0;

  /** Number of leaves. */
  get size(): number {
    return this.#size;
  }

  /** @param leaf hash of a leaf, 32 bytes; not copied */
  append(leaf: Buffer): void {
    let node = leaf;
    // Each trailing one bit of the size is a complete subtree that the new leaf completes to the next larger one.
    for (let rest = this.#size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      const left = this.#roots.pop();
      if (left === undefined) throw new TypeError('tree: fewer subtrees than its size says');
      node = nodeHash(left, node);
    }
    this.#roots.push(node);
    this.#size += 1;
  }

  root(): Buffer {
    return foldRight(this.#roots) ?? EMPTY_ROOT;
  }
}

/** Root over leaf hashes. */
export function rootOf(leaves: Iterable<Buffer>): Buffer {
  const tree = new TreeBuilder();
  for (const leaf of leaves) tree.append(leaf);
  return tree.root();
}

function foldRight(roots: readonly Buffer[]): Buffer | undefined {
  return roots.reduceRight<Buffer | undefined>(
    (right, left) => (right === undefined ? left : nodeHash(left, right)),
    undefined,
  );
}
