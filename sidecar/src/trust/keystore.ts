import { createHash } from 'node:crypto';

const MAGIC = 0xfeedfeed;
const VERSION = 2;
const TRUSTED_CERTIFICATE = 2;
/** Java's own store has it; who gives none is not asked for it. */
const PASSWORD = 'changeit';
/** What the digest is salted with, in every implementation since the first. */
const SALT = 'Mighty Aphrodite';

/**
 * A store of trusted certificates as Java reads it (type JKS): DER in, one entry each. Nothing in it is secret; the digest at its end
 * is over a password that everybody knows.
 */
export function javaKeystore(certificates: readonly Buffer[], now: Date): Buffer {
  const entries = certificates.flatMap((der, index) => [
    uint32(TRUSTED_CERTIFICATE),
    text(`chaperone-${String(index)}`),
    uint64(now.getTime()),
    text('X.509'),
    uint32(der.length),
    der,
  ]);
  const head = [uint32(MAGIC), uint32(VERSION), uint32(certificates.length)];
  const data = Buffer.concat([...head, ...entries]);
  const password = Buffer.from(PASSWORD, 'utf16le').swap16();
  const digest = createHash('sha1').update(password).update(SALT).update(data).digest();
  return Buffer.concat([data, digest]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}

/** ASCII with its length before it. */
function text(value: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(value.length);
  return Buffer.concat([length, Buffer.from(value, 'latin1')]);
}
