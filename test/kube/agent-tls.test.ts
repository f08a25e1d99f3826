import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createPublicKey,
  generateKeyPairSync,
  sign,
  X509Certificate,
  type KeyObject,
} from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import https from 'node:https';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseAllDocuments } from 'yaml';
import { certificateClaim, type CertificatePurpose } from '@chaperone/core/broker';
import { root } from '../harness/paths.ts';
import { run, runChaperone } from '../harness/run.ts';
import { startSidecar, type Sidecar } from '../harness/sidecar.ts';
import { atTarget, createLogin, standaloneLogin } from '../harness/standalone.ts';
import { startPostgres, type Postgres } from '../postgres/server.ts';
import { agentPod, writePodToken } from './agent-pod.ts';
import { NAMESPACE, startBrokerGround, type BrokerGround } from './broker-ground.ts';
import { CA_SECRET } from './operator.ts';

const pod = { namespace: NAMESPACE, name: 'report-bot-1', serviceAccount: 'report-bot' };
const ALIAS = 'orders.internal';

async function example(file: string): Promise<Record<string, unknown>> {
  const text = await readFile(path.join(root, 'examples', 'standalone', file), 'utf8');
  return parseAllDocuments(text)[0]?.toJS() as Record<string, unknown>;
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 30_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`not within 30 s: ${what}`);
    await sleep(50);
  }
}

/** An operator with an authority of its own, and a sidecar that it certifies in front of a real PostgreSQL. */
describe('what a sidecar serves to agents', () => {
  let ground: BrokerGround;
  let server: Postgres;
  let sidecar: Sidecar;
  let trust: string;
  let manifest: Record<string, unknown>;
  const tokens = new Map<string, string>();
  const uids = new Map<string, string>();
  const ends: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    ground = await startBrokerGround({ own: { hold: '1s' } });
    ends.push(async () => ground.stop());
    server = await startPostgres();
    ends.push(async () => server.stop());
    await createLogin(server);
    await atTarget(
      server,
      `CREATE TABLE public.customers (id int PRIMARY KEY, email text, ssn text, card text, tier text);
       GRANT ALL ON ALL TABLES IN SCHEMA public TO ${standaloneLogin.user}`,
    );
    const { kubernetes, operator, directory } = ground;
    await kubernetes.mustKubectl(['create', 'serviceaccount', pod.serviceAccount, '-n', NAMESPACE]);
    const from = await example('connection.yaml');
    const target = { host: 'localhost', port: server.port, tls: { mode: 'Disable' } };
    manifest = { ...from, spec: { ...(from['spec'] as object), target } };
    await ground.apply(manifest, await example('policy.yaml'), await example('secret.yaml'));
    await kubernetes.mustKubectl([
      ...['wait', 'auditedconnection', 'orders-db', '-n', NAMESPACE, '--timeout=30s'],
      '--for=condition=Ready',
    ]);
    for (const name of [pod.name, 'another']) await createPod(name);
    trust = directory;
    const ca = path.join(directory, 'pods-ca.crt');
    await writeFile(ca, await authorities());
    sidecar = await startSidecar({
      connections: ['orders-db'],
      args: [
        ...['--broker', operator.brokerUrl, '--broker-ca', ca, '--trust', trust],
        ...['--broker-token', path.join(directory, `${pod.name}.token`)],
      ],
    });
    ends.push(async () => sidecar.stop());
  });
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  const createPod = async (name: string): Promise<void> => {
    const { kubernetes, directory } = ground;
    const input = JSON.stringify(agentPod({ ...pod, name }));
    await until(`pod ${name}`, async () => {
      return (await kubernetes.kubectl(['create', '-f', '-'], { input })).status === 0;
    });
    const file = await writePodToken(kubernetes, directory, { ...pod, name });
    tokens.set(name, (await readFile(file, 'utf8')).trim());
    const uid = ['get', 'pod', name, '-n', NAMESPACE, '-o', 'jsonpath={.metadata.uid}'];
    uids.set(name, await kubernetes.mustKubectl(uid));
  };
  const authorities = async (name = 'ca'): Promise<string> => {
    const at = `jsonpath={.data.${name}\\.crt}`;
    const get = ['get', 'secret', CA_SECRET, '-n', 'default', '-o', at];
    return Buffer.from(await ground.kubernetes.mustKubectl(get), 'base64').toString();
  };
  /** What an agent does who changed nothing but its environment. */
  const psql = async (host: string): Promise<string> => {
    const port = String(sidecar.port('orders-db'));
    const where = `host=${host} hostaddr=127.0.0.1 port=${port} user=agent dbname=postgres sslmode=verify-full`;
    const env = { PGSSLROOTCERT: path.join(trust, 'ca-bundle.crt'), LC_ALL: 'C.UTF-8' };
    const args = ['-X', '-w', '-A', '-t', '-c', 'SELECT count(*) FROM customers', where];
    const { status, stdout, stderr } = await run('psql', args, { env });
    return status === 0 ? stdout.trim() : stderr;
  };

  it('is verified by psql under the name of the target, and under no other', async () => {
    expect(await psql('localhost')).toBe('0');
    expect(await psql(ALIAS)).toContain('does not match host name');
    const metrics = await fetch(`http://127.0.0.1:${String(sidecar.admin)}/metrics`);
    const text = await metrics.text();
    for (const which of ['serving', 'recording'])
      expect(text).toMatch(
        new RegExp(`certificate_expiry_timestamp_seconds{certificate="${which}"} \\d{10}`),
      );
  });

  it('gets a name when its connection does', async () => {
    const spec = manifest['spec'] as object;
    await ground.apply({ ...manifest, spec: { ...spec, aliases: [ALIAS] } });
    await until('the name is served', async () => (await psql(ALIAS)) === '0');
    expect(await psql('localhost')).toBe('0');
  });

  it('outlives a rotation of the authority, in the files that agents trust too', async () => {
    const before = await authorities();
    const rotate = ['annotate', 'secret', CA_SECRET, '-n', 'default', 'chaperone.dev/rotate=now'];
    await ground.kubernetes.mustKubectl(rotate);
    const seen: string[] = [];
    await until('another authority is alone', async () => {
      seen.push(await psql('localhost'));
      const now = await authorities();
      return now !== before && new X509Certificate(now).toString() === now;
    });
    await until('the files say so', async () => {
      seen.push(await psql('localhost'));
      return (
        (await readFile(path.join(trust, 'chaperone-ca.crt'), 'utf8')) === (await authorities())
      );
    });
    expect(new Set(seen)).toEqual(new Set(['0']));
    expect(await psql(ALIAS)).toBe('0');
    expect(await readFile(path.join(trust, 'ca-bundle.crt'), 'utf8')).not.toContain(before.trim());
  });

  it('has its recordings proved by the authorities alone, those that are past for what they certified', async () => {
    const ca = path.join(ground.directory, 'verify-ca.crt');
    const stored = path.join(ground.directory, 'store');
    const verify = async (pem: string): ReturnType<typeof runChaperone> => {
      await writeFile(ca, pem);
      return runChaperone('verify', '--all', '--data', stored, '--ca', ca);
    };
    const [now, past] = [await authorities(), await authorities('past')];
    let proved = '';
    await until('all is stored', async () => {
      const { status, stdout } = await verify(now + past);
      proved = stdout;
      return status === 0 && stdout.includes('verified');
    });
    expect(proved).toContain(
      `signed by chaperone://pod/${NAMESPACE}/${pod.serviceAccount}/${pod.name}/${uids.get(pod.name) ?? ''}`,
    );
    const { status, stdout } = await verify(now);
    expect(status).toBe(1);
    expect(stdout).toContain('SIGNER_UNCERTIFIED');
  });

  describe('and what nobody gets', () => {
    interface Answer {
      readonly status: number;
      readonly body: { readonly certificate?: string; readonly code?: string };
    }
    const ask = async (purpose: string, body: unknown, of = 'another'): Promise<Answer> => {
      const ca = await authorities();
      return new Promise((resolve, reject) => {
        const headers = { authorization: `Bearer ${tokens.get(of) ?? ''}` };
        const request = https.request(
          `${ground.operator.brokerUrl}/v1/certificates/${purpose}`,
          { method: 'POST', ca, headers, agent: false },
          (response) => {
            let text = '';
            response.setEncoding('utf8').on('data', (part: string) => (text += part));
            response.on('end', () => {
              resolve({
                status: response.statusCode ?? 0,
                body: JSON.parse(text) as Answer['body'],
              });
            });
          },
        );
        request.on('error', reject);
        request.end(typeof body === 'string' ? body : JSON.stringify(body));
      });
    };
    const ec = (namedCurve = 'P-256'): KeyObject =>
      generateKeyPairSync('ec', { namedCurve }).privateKey;
    const requestOf = (key: KeyObject, purpose: CertificatePurpose, uid: string): object => {
      const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' });
      const text = publicKey.toString('base64');
      const digest = key.asymmetricKeyType === 'ed25519' ? null : 'sha256';
      const proof = sign(digest, Buffer.from(certificateClaim(purpose, uid, text)), key);
      return { publicKey: text, proof: proof.toString('base64') };
    };
    const uid = (of: string): string => uids.get(of) ?? '';

    it('is a certificate with anything in it that the caller said', async () => {
      const request = requestOf(ec(), 'serving', uid('another'));
      const wishes = {
        hosts: ['kubernetes.default.svc'],
        names: ['*'],
        ca: true,
        notAfter: '2099',
      };
      const { status, body } = await ask('serving', { ...request, ...wishes });
      expect(status).toBe(200);
      const certificate = new X509Certificate(body.certificate ?? '');
      expect(certificate.subjectAltName).toBe(`DNS:localhost, DNS:${ALIAS}`);
      expect([certificate.ca, certificate.keyUsage]).toEqual([false, ['1.3.6.1.5.5.7.3.1']]);
      const days = (certificate.validToDate.getTime() - Date.now()) / 86_400_000;
      expect(days).toBeLessThanOrEqual(1);
    });

    it('is one for a key that is not the caller’s, or for another pod', async () => {
      const own = requestOf(ec(), 'serving', uid('another'));
      const other = requestOf(ec(), 'serving', uid('another'));
      const refused = await Promise.all([
        ask('serving', { ...own, publicKey: (other as { publicKey: string }).publicKey }),
        ask('serving', requestOf(ec(), 'serving', uid(pod.name))),
        ask('serving', requestOf(ec(), 'recording', uid('another'))),
        ask('serving', { publicKey: 'AAAA', proof: 'AAAA' }),
      ]);
      expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
    });

    it('is one for a key of another kind, or of any size', async () => {
      const { privateKey: ed25519 } = generateKeyPairSync('ed25519');
      const { privateKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      const refused = await Promise.all([
        ask('serving', requestOf(ed25519, 'serving', uid('another'))),
        ask('serving', requestOf(ec('P-384'), 'serving', uid('another'))),
        ask('recording', requestOf(ec(), 'recording', uid('another'))),
        ask('serving', requestOf(rsa, 'serving', uid('another'))),
        ask('anything', requestOf(ec(), 'serving', uid('another'))),
      ]);
      expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400, 404]);
      const large = await ask('serving', 'x'.repeat(1_100_000)).catch(() => undefined);
      expect(large?.status ?? 413).toBe(413);
    });

    it('is more than a pod needs', async () => {
      const request = requestOf(ec(), 'serving', uid('another'));
      const answers: Answer[] = [];
      for (let i = 0; i < 25; i++) answers.push(await ask('serving', request));
      expect(answers.at(-1)).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } });
      const { status } = await ask('serving', requestOf(ec(), 'serving', uid(pod.name)), pod.name);
      expect(status).toBe(200);
    });
  });
});
