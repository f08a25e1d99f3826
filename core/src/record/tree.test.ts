import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rootOf, TreeBuilder } from './tree.ts';
import { leafHash } from './tree-hash.ts';
import { consistencyProof, inclusionProof, isConsistent, isIncluded } from './tree-proof.ts';

const sha = (...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** RFC 6962, 2.1, word for word. */
function definition(entries: readonly Buffer[]): Buffer {
  const [only] = entries;
  if (only === undefined) return sha();
  if (entries.length === 1) return sha(Buffer.of(0), only);
  let k = 1;
  while (k * 2 < entries.length) k *= 2;
  return sha(Buffer.of(1), definition(entries.slice(0, k)), definition(entries.slice(k)));
}

const entries = fc.array(
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
  { maxLength: 70 },
);

describe('the tree', () => {
  // Inputs and roots that implementations of RFC 6962 are commonly tried with.
  const inputs = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ];
  test.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('of %d entries has its known root', (size, root) => {
    const leaves = inputs.slice(0, size).map((hex) => leafHash(Buffer.from(hex, 'hex')));
    expect(rootOf(leaves).toString('hex')).toBe(root);
  });

  test('grown leaf by leaf is the one of the definition, at every size', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const tree = new TreeBuilder();
        expect(tree.root()).toEqual(definition([]));
        for (const [at, entry] of all.entries()) {
          tree.append(leafHash(entry));
          expect(tree.root()).toEqual(definition(all.slice(0, at + 1)));
        }
        expect(tree.size).toBe(all.length);
      }),
      { numRuns: 30 },
    );
  });

  test('hashes long lines like short ones', () => {
    const long = Buffer.alloc(100_000, 'x');
    expect(leafHash(long)).toEqual(sha(Buffer.of(0), long));
  });
});

describe('proofs', () => {
  const filled = entries.filter((all) => all.length > 0);

  test('of inclusion hold, and hold for nothing else', () => {
    fc.assert(
      fc.property(filled, fc.nat(), fc.nat(), (all, at, flip) => {
        const leaves = all.map((entry) => leafHash(entry));
        const index = at % leaves.length;
        const leaf = leaves[index] ?? Buffer.alloc(0);
        const proof = inclusionProof(leaves, index);
        const claim = { leaf, index, size: leaves.length, root: definition(all), proof };
        expect(isIncluded(claim)).toBe(true);
        expect(
          isIncluded({ ...claim, leaf: leafHash(Buffer.from('another entry, never in the tree')) }),
        ).toBe(false);
        expect(isIncluded({ ...claim, proof: [...proof, leaf] })).toBe(false);
        expect(isIncluded({ ...claim, index: leaves.length })).toBe(false);
        const broken = proof.map((hash) => Buffer.from(hash));
        const victim = broken[flip % Math.max(1, broken.length)];
        if (victim === undefined) return;
        victim[flip % 32] = (victim[flip % 32] ?? 0) ^ 1;
        expect(isIncluded({ ...claim, proof: broken })).toBe(false);
        expect(isIncluded({ ...claim, proof: proof.slice(1) })).toBe(false);
      }),
    );
  });

  test('of consistency hold for every prefix, and not for another one', () => {
    fc.assert(
      fc.property(filled, fc.nat(), (all, at) => {
        const leaves = all.map((entry) => leafHash(entry));
        const size = at % (leaves.length + 1);
        const proof = consistencyProof(leaves, size);
        const first = { size, root: definition(all.slice(0, size)) };
        const second = { size: leaves.length, root: definition(all) };
        expect(isConsistent({ first, second, proof })).toBe(true);
        if (size === 0) return;
        const forged = { size, root: leafHash(Buffer.from('a root of nothing')) };
        expect(isConsistent({ first: forged, second, proof })).toBe(false);
        expect(isConsistent({ first, second: { ...second, root: forged.root }, proof })).toBe(
          false,
        );
        expect(isConsistent({ first, second, proof: [...proof, forged.root] })).toBe(false);
      }),
    );
  });
});
