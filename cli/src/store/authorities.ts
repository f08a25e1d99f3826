import { X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import { CliError } from '../errors.ts';

/** Authorities of a file, PEM. @throws CliError WRONG_USE where it cannot be read or has none */
export function readAuthorities(file: string): string {
  try {
    const pem = fs.readFileSync(file, 'utf8');
    if (new X509Certificate(pem).ca) return pem;
  } catch (cause) {
    throw new CliError('WRONG_USE', `--ca ${file} cannot be read as certificates (PEM)`, cause);
  }
  throw new CliError('WRONG_USE', `--ca ${file}: its first certificate is no authority's`);
}
