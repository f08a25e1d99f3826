import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A self-signed certificate for `localhost`, made by `openssl`. */
export function selfSigned(): { cert: string; key: string } {
  const dir = mkdtempSync(path.join(tmpdir(), 'chaperone-cert-'));
  try {
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    const files = ['-keyout', 'key', '-out', 'cert', '-days', '1'];
    execFileSync('openssl', ['req', '-x509', ...curve, ...files, ...names], {
      cwd: dir,
      stdio: 'ignore',
    });
    const read = (name: string): string => readFileSync(path.join(dir, name), 'utf8');
    return { cert: read('cert'), key: read('key') };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
