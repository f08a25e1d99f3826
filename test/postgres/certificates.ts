import { execFile } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Certificates {
  /** The authority that signed the server's certificate, PEM. */
  readonly ca: string;
  /** The server's, for `localhost` and 127.0.0.1, PEM. */
  readonly certificate: string;
  readonly key: string;
  /** Of a client that calls itself `certified`, signed by the same authority, PEM. */
  readonly client: { readonly certificate: string; readonly key: string };
  readonly caFile: string;
  readonly keyFile: string;
  readonly certificateFile: string;
}

const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** An authority, a server's certificate and a client's in `dir`, valid for a day. Needs `openssl`. */
export async function makeCertificates(dir: string): Promise<Certificates> {
  const file = (name: string): string => path.join(dir, name);
  const openssl = async (...args: string[]): Promise<void> => {
    await run('openssl', args, { cwd: dir });
  };
  await openssl(
    'req',
    '-x509',
    ...curve,
    '-keyout',
    'ca.key',
    '-out',
    'ca.crt',
    '-days',
    '1',
    '-subj',
    '/CN=test authority',
  );
  const sign = async (name: string, subject: string, extensions: string): Promise<void> => {
    const request = ['-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', subject];
    await openssl('req', ...curve, ...request);
    await writeFile(file(`${name}.ext`), extensions);
    const signed = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '1'];
    const files = ['-in', `${name}.csr`, '-extfile', `${name}.ext`, '-out', `${name}.crt`];
    await openssl('x509', '-req', ...signed, ...files);
  };
  const names = 'subjectAltName=DNS:localhost,IP:127.0.0.1\nbasicConstraints=CA:FALSE\n';
  await sign('server', '/CN=localhost', names);
  await sign('client', '/CN=certified', 'basicConstraints=CA:FALSE\n');
  await chmod(file('server.key'), 0o600);
  const read = async (name: string): Promise<string> => readFile(file(name), 'utf8');
  return {
    ca: await read('ca.crt'),
    certificate: await read('server.crt'),
    key: await read('server.key'),
    client: { certificate: await read('client.crt'), key: await read('client.key') },
    caFile: file('ca.crt'),
    keyFile: file('server.key'),
    certificateFile: file('server.crt'),
  };
}
