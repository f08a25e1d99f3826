import { chmodSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rootCertificates } from 'node:tls';
import { javaKeystore } from './keystore.ts';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g;

/** Everybody in the pod reads them. */
const MODE = 0o644;

/**
 * Leaves the certificates that an agent's containers have to trust in a directory that they can read: `chaperone-ca.crt`, the
 * installation's authority alone; `ca-bundle.crt`, that one and the public ones, for programs that trust nothing beside the file; and
 * the same for Java, `ca-bundle.jks`. Each appears whole or not at all.
 */
export function writeTrust(directory: string, authority: string, now: Date): void {
  const own = `${authority.trimEnd()}\n`;
  const bundle = own + rootCertificates.map((certificate) => `${certificate}\n`).join('');
  const files: readonly (readonly [string, string | Buffer])[] = [
    ['chaperone-ca.crt', own],
    ['ca-bundle.crt', bundle],
    ['ca-bundle.jks', javaKeystore(certificatesIn(bundle), now)],
  ];
  for (const [name, content] of files) {
    const file = path.join(directory, name);
    writeFileSync(`${file}.new`, content, { mode: MODE });
    // Whatever the process's umask is.
    chmodSync(`${file}.new`, MODE);
    renameSync(`${file}.new`, file);
  }
}

function certificatesIn(pem: string): readonly Buffer[] {
  return [...pem.matchAll(CERTIFICATE)].map(([, base64 = '']) => Buffer.from(base64, 'base64'));
}
