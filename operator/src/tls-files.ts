import { readFileSync, statSync } from 'node:fs';

/** How often the files are looked at, milliseconds: a certificate that is renewed is renewed long before it ends. */
const LOOK_MS = 10_000;

export interface TlsPair {
  /** PEM. */
  readonly cert: string;
  readonly key: string;
}

interface Files {
  readonly certFile: string;
  readonly keyFile: string;
}

/** Certificate and key as they are now. @throws Error of the file system */
export function readPair({ certFile, keyFile }: Files): TlsPair {
  return { cert: readFileSync(certFile, 'utf8'), key: readFileSync(keyFile, 'utf8') };
}

/**
 * Calls back with every pair that follows. What cannot be read, or be used, is told and tried again; the pair before stays.
 * @returns ends it
 */
export function followPair(
  files: Files,
  renew: (pair: TlsPair) => void,
  failed: (error: unknown) => void,
): () => void {
  let seen = versionOf(files);
  const timer = setInterval(() => {
    try {
      const now = versionOf(files);
      if (now === seen) return;
      renew(readPair(files));
      seen = now;
    } catch (error) {
      failed(error);
    }
  }, LOOK_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}

function versionOf({ certFile, keyFile }: Files): string {
  return [certFile, keyFile]
    .map((file) => {
      const { ino, mtimeMs, size } = statSync(file);
      return `${String(ino)} ${String(mtimeMs)} ${String(size)}`;
    })
    .join();
}
