import { readFileSync, statSync } from 'node:fs';
import { certificateLimits } from './limits.ts';

/** PEM files of somebody else: a person, cert-manager. */
export interface CertificateFiles {
  readonly certFile: string;
  readonly keyFile: string;
  /** Authorities of the certificate. */
  readonly caFile: string;
}

/** Their content. */
export interface FilesContent {
  readonly cert: string;
  readonly key: string;
  readonly ca: string;
}

/** The files as they are now. @throws Error of the file system */
export function readFiles({ certFile, keyFile, caFile }: CertificateFiles): FilesContent {
  const read = (file: string): string => readFileSync(file, 'utf8');
  return { cert: read(certFile), key: read(keyFile), ca: read(caFile) };
}

/**
 * Calls back with every content that follows. What cannot be read, or be used, is told and tried again; what was before stays.
 * @returns ends it
 */
export function followFiles(
  files: CertificateFiles,
  renew: (content: FilesContent) => void,
  failed: (error: unknown) => void,
): () => void {
  let seen = versionOf(files);
  const timer = setInterval(() => {
    try {
      const now = versionOf(files);
      if (now === seen) return;
      renew(readFiles(files));
      seen = now;
    } catch (error) {
      failed(error);
    }
  }, certificateLimits.lookMs.value);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}

function versionOf({ certFile, keyFile, caFile }: CertificateFiles): string {
  return [certFile, keyFile, caFile]
    .map((file) => {
      const { ino, mtimeMs, size } = statSync(file);
      return `${String(ino)} ${String(mtimeMs)} ${String(size)}`;
    })
    .join();
}
