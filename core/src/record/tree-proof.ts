import { rootOf } from './tree.ts';
import { nodeHash } from './tree-hash.ts';

/** Hashes from which, with a leaf, a root follows: RFC 6962, 2.1.1. Ordered from the leaf upwards. */
export function inclusionProof(leaves: readonly Buffer[], index: number): Buffer[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) {
    throw new TypeError(`leaf ${String(index)} of ${String(leaves.length)}`);
  }
  if (leaves.length === 1) return [];
  const split = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...inclusionProof(left, index), rootOf(right)]
    : [...inclusionProof(right, index - split), rootOf(left)];
}

export interface InclusionClaim {
  readonly leaf: Buffer;
  readonly index: number;
  readonly size: number;
  readonly root: Buffer;
  readonly proof: readonly Buffer[];
}

/** Whether the leaf is at its index in the tree of that size and root (RFC 9162, 2.1.3.2). */
export function isIncluded(claim: InclusionClaim): boolean {
  if (claim.index < 0 || claim.index >= claim.size) return false;
  let at = claim.index;
  let last = claim.size - 1;
  let node = claim.leaf;
  for (const sibling of claim.proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      node = nodeHash(sibling, node);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      node = nodeHash(node, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && node.equals(claim.root);
}

/** Hashes that show the first `size` leaves to be a prefix of the tree: RFC 6962, 2.1.2. Empty where nothing needs showing. */
export function consistencyProof(leaves: readonly Buffer[], size: number): Buffer[] {
  if (!Number.isInteger(size) || size < 0 || size > leaves.length) {
    throw new TypeError(`prefix of ${String(size)} of ${String(leaves.length)} leaves`);
  }
  return size === 0 ? [] : subProof(leaves, size, true);
}

function subProof(leaves: readonly Buffer[], size: number, known: boolean): Buffer[] {
  if (size === leaves.length) return known ? [] : [rootOf(leaves)];
  const split = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return size <= split
    ? [...subProof(left, size, known), rootOf(right)]
    : [...subProof(right, size - split, false), rootOf(left)];
}

export interface ConsistencyClaim {
  readonly first: { readonly size: number; readonly root: Buffer };
  readonly second: { readonly size: number; readonly root: Buffer };
  readonly proof: readonly Buffer[];
}

/** Whether the second tree begins with the leaves of the first (RFC 9162, 2.1.4.2). */
export function isConsistent({ first, second, proof }: ConsistencyClaim): boolean {
  if (first.size > second.size) return false;
  if (first.size === second.size) return proof.length === 0 && first.root.equals(second.root);
  if (first.size === 0) return proof.length === 0;
  // A complete first tree is its own first node; the proof leaves it out.
  const path = isPowerOfTwo(first.size) ? [first.root, ...proof] : [...proof];
  const start = path.shift();
  return start !== undefined && walkConsistency({ first, second, proof: path }, start);
}

function walkConsistency({ first, second, proof }: ConsistencyClaim, start: Buffer): boolean {
  let at = first.size - 1;
  let last = second.size - 1;
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let [older, newer] = [start, start];
  for (const node of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      older = nodeHash(node, older);
      newer = nodeHash(node, newer);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      newer = nodeHash(newer, node);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && older.equals(first.root) && newer.equals(second.root);
}

const half = (value: number): number => Math.floor(value / 2);
const isPowerOfTwo = (value: number): boolean => Number.isInteger(Math.log2(value));

function largestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}
