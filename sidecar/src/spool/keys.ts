import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {
  publicKeyFile,
  publicKeyName,
  recorderKey,
  type RecorderKey,
} from '@chaperone/core/record';
import { SidecarError } from '../errors.ts';
import { isMissing } from './disk.ts';
import { writeWhole } from './whole-file.ts';

const PRIVATE_FILE = 'recorder.pem';

/**
 * The key that signs this data directory's manifests: made at the first start, kept in `keys/recorder.pem` (PKCS #8,
 * mode 0600) beside its public half `keys/<kid>.pub.jwk`.
 * @throws SidecarError DATA_UNUSABLE where others may read the private key or it is no Ed25519 key
 */
export function loadOrCreateKey(directory: string): RecorderKey {
  const file = path.join(directory, PRIVATE_FILE);
  const key = recorderKey(readKey(file) ?? createKey(file));
  const publicFile = path.join(directory, publicKeyName(key.kid));
  if (!fs.existsSync(publicFile)) writeWhole(publicFile, publicKeyFile(key.publicJwk));
  return key;
}

function readKey(file: string): KeyObject | undefined {
  let pem: string;
  try {
    assertSecret(file);
    pem = fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below, without the error's text: it must not show what the file holds.
  }
  throw new SidecarError(
    'DATA_UNUSABLE',
    `${file} holds no Ed25519 private key. Restore it, or move it away to sign with a new one.`,
  );
}

function assertSecret(file: string): void {
  const { mode } = fs.statSync(file);
  if ((mode & 0o077) === 0) return;
  throw new SidecarError(
    'DATA_UNUSABLE',
    `${file} can be read by others. Set its mode to 0600 if nobody used it.`,
    { facts: { mode: (mode & 0o777).toString(8) } },
  );
}

function createKey(file: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519');
  writeWhole(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return privateKey;
}
