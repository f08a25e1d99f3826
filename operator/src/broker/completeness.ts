import {
  compressedName,
  LEAVES_FILE,
  MANIFEST_FILE,
  readManifest,
  RecordError,
  REGISTRATION_FILE,
  STORED_KEY_FILE,
  type Manifest,
} from '@chaperone/core/record';
import { storeLimits } from '../store/limits.ts';
import { BrokerError } from './errors.ts';
import type { RecordingStore } from '../store/types.ts';

/**
 * The stored manifest of a session, where everything that it names is in the store beside it.
 * @throws BrokerError BAD_REQUEST
 * @throws StoreError
 */
export async function storedManifest(
  store: Pick<RecordingStore, 'read' | 'list'>,
  prefix: string,
): Promise<Manifest> {
  const jws = await store.read(`${prefix}/${MANIFEST_FILE}`, storeLimits.readBytes.value);
  const manifest = jws && manifestIn(jws);
  if (manifest === undefined) throw new BrokerError('BAD_REQUEST', 'what is stored is no manifest');
  const present = new Set(await store.list(prefix));
  const files = [
    ...[REGISTRATION_FILE, LEAVES_FILE, STORED_KEY_FILE],
    ...manifest.segments.map(({ name }) => compressedName(name)),
  ];
  const missing = files.find((file) => !present.has(`${prefix}/${file}`));
  if (missing === undefined) return manifest;
  throw new BrokerError('BAD_REQUEST', `${missing} is not stored, which the manifest needs`);
}

function manifestIn(jws: Buffer): Manifest | undefined {
  try {
    return readManifest(jws);
  } catch (error) {
    if (error instanceof RecordError) return undefined;
    throw error;
  }
}
