import { readRegistry } from '../registry.ts';
import { PUBLIC_KEY_SUFFIX, sessionDirectory, toSegmentFile } from '../segment.ts';
import type { RecordingBytes } from '../verify/recording-bytes.ts';
import type { Files } from './a-recording.ts';

/** Chunks of a size that falls into lines and hashes anywhere. */
const CHUNK = 100;

/** What a reader of a data directory hands to the verifier. */
export function recordingOf(files: Files, session: string): RecordingBytes {
  const directory = `sessions/${sessionDirectory(session)}/`;
  const own = new Map(
    [...files]
      .filter(([path]) => path.startsWith(directory))
      .map(([path, bytes]) => [path.slice(directory.length), bytes]),
  );
  const keys = new Map(
    [...files]
      .filter(([path]) => path.endsWith(PUBLIC_KEY_SUFFIX))
      .map(([path, bytes]) => [path.slice('keys/'.length, -PUBLIC_KEY_SUFFIX.length), bytes]),
  );
  const registered = readRegistry(files.get('registry.ndjson') ?? Buffer.alloc(0)).sessions.get(
    session,
  );
  const [registration, leaves, manifest] = ['session.json', 'leaves.bin', 'manifest.jws'].map(
    (name) => own.get(name),
  );
  return {
    session: sessionDirectory(session),
    open: files.has(`open/${session}`),
    segments: [...own]
      .filter(([name]) => toSegmentFile(name) !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, bytes]) => ({ name, open: () => chunksOf(bytes) })),
    keys,
    ...(registration === undefined ? {} : { registration }),
    ...(leaves === undefined ? {} : { leaves: () => chunksOf(leaves) }),
    ...(manifest === undefined ? {} : { manifest }),
    ...(registered === undefined ? {} : { registered }),
  };
}

// Chunks arrive one by one, as from a file.
async function* chunksOf(bytes: Buffer): AsyncGenerator<Buffer, void, undefined> {
  for (let at = 0; at < bytes.length; at += CHUNK) {
    yield await Promise.resolve(bytes.subarray(at, at + CHUNK));
  }
}
