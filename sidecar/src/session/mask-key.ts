import { createHmac, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const FILE = 'mask.key';
const KEY_BYTES = 32;

/** The secret behind Hash masking, in the directory of keys (mode 0600): made once, so that hashes stay comparable. */
export function loadOrCreateMaskSecret(keys: string): Buffer {
  const file = path.join(keys, FILE);
  try {
    fs.writeFileSync(file, randomBytes(KEY_BYTES), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const secret = fs.readFileSync(file);
  if (secret.length !== KEY_BYTES) {
    throw new Error(
      `${file} does not hold ${String(KEY_BYTES)} bytes; remove it to have a new one made`,
    );
  }
  return secret;
}

/** One connection's key: hashes of two connections cannot be compared. */
export function maskKeyOf(
  secret: Uint8Array,
  connection: { namespace: string; name: string },
): Buffer {
  return createHmac('sha256', secret).update(`${connection.namespace}/${connection.name}`).digest();
}
