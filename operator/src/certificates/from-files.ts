import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { CertificateError } from './errors.ts';
import { followFiles, readFiles, type CertificateFiles, type FilesContent } from './files.ts';
import { certificatesIn } from './pem.ts';
import type { Certificates } from './types.ts';
import type { Log } from '../kube/log.ts';

/**
 * Certificates that others make and exchange, in files: they serve, and sign nothing.
 * @throws CertificateError CERTIFICATE_UNUSABLE, or an error of the file system
 */
export function certificatesFromFiles(files: CertificateFiles, log: Log): Certificates {
  let content = checked(readFiles(files));
  const followers = new Set<() => void>();
  const unfollow = followFiles(
    files,
    (next) => {
      content = checked(next);
      log.info({}, 'the certificate was renewed');
      for (const changed of followers) changed();
    },
    (error) => {
      log.error({ err: error }, 'the certificate cannot be renewed; the one before stays');
    },
  );
  return {
    get authorities() {
      return content.ca;
    },
    get serving() {
      return { cert: content.cert, key: content.key };
    },
    issuer: undefined,
    follow: (changed) => {
      followers.add(changed);
      return () => followers.delete(changed);
    },
    isDeaf: false,
    stop: async () => {
      unfollow();
      return Promise.resolve();
    },
  };
}

/** Certificate and key belong together, and the authorities are some: files are exchanged one after the other. */
function checked(content: FilesContent): FilesContent {
  const { cert, key, ca } = content;
  try {
    createSecureContext({ cert, key });
    const authorities = certificatesIn(ca);
    for (const one of authorities) new X509Certificate(one);
    if (authorities.length > 0) return { cert, key, ca: authorities.join('') };
  } catch (cause) {
    const message = `certificate, key or authorities cannot be used: ${(cause as Error).message}`;
    throw new CertificateError('CERTIFICATE_UNUSABLE', message, { cause });
  }
  throw new CertificateError('CERTIFICATE_UNUSABLE', 'the file of authorities has none');
}
