import { createHash, hash } from 'node:crypto';

/** Bytes of a hash. */
export const HASH_BYTES = 32;

const LEAF = 0x00;
const NODE = 0x01;
const SCRATCH_BYTES = 16 * 1024;

const scratch = Buffer.alloc(1 + SCRATCH_BYTES);
const pair = Buffer.alloc(1 + 2 * HASH_BYTES, NODE);
const leafPrefix = Buffer.from([LEAF]);

/** Root of the tree without leaves: SHA-256 of nothing (RFC 6962, 2.1). */
export const EMPTY_ROOT: Buffer = Buffer.from(hash('sha256', '', 'hex'), 'hex');

/**
 * Leaf hash of an event: SHA-256(0x00 || line), RFC 6962, 2.1.
 * @param line the bytes of the line without its LF
 * @returns hex, since the runtime hands out text in less than half the time of a buffer
 */
export function leafHashHex(line: Uint8Array): string {
  if (line.length > SCRATCH_BYTES) {
    return createHash('sha256').update(leafPrefix).update(line).digest('hex');
  }
  scratch[0] = LEAF;
  scratch.set(line, 1);
  return hash('sha256', scratch.subarray(0, 1 + line.length), 'hex');
}

/** As `leafHashHex`, 32 bytes. */
export function leafHash(line: Uint8Array): Buffer {
  return Buffer.from(leafHashHex(line), 'hex');
}

/** SHA-256(0x01 || left || right), RFC 6962, 2.1. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  pair.set(left, 1);
  pair.set(right, 1 + HASH_BYTES);
  return Buffer.from(hash('sha256', pair, 'hex'), 'hex');
}

/** `sha256:` and hex, the form of every digest in a recording. */
export function digestText(digest: Uint8Array): string {
  return `sha256:${Buffer.from(digest).toString('hex')}`;
}

/** Digest of some bytes as `sha256:` and hex. */
export function sha256Text(bytes: Uint8Array | string): string {
  return `sha256:${hash('sha256', bytes, 'hex')}`;
}
