import { beforeAll, describe, expect, it } from '@jest/globals';
import { createPublicKey, generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import { certificateClaim } from '@chaperone/core/broker';
import type { AuditedConnection } from '@chaperone/crds';
import { createAuthority } from '../certificates/authority.ts';
import { servingNames } from '../certificates/names.ts';
import type { Issuer } from '../certificates/types.ts';
import { Certifier } from './certifier.ts';
import { BrokerError } from './errors.ts';
import type { Caller } from './types.ts';

const pod = { name: 'report-bot-1', uid: '7f3c9a52-0000-4000-8000-1b2c3d4e5f60' };
const caller: Caller = {
  ...{ namespace: 'agents', serviceAccount: 'report-bot', pod, labels: {} },
  object: {
    metadata: { name: pod.name, annotations: { 'chaperone.dev/connections': 'orders-db' } },
    spec: { containers: [] },
  },
};

function aConnection(name: string, host: string, aliases: readonly string[]): AuditedConnection {
  const target = { host, port: 5432, tls: { mode: 'VerifyFull' } };
  const credential = { secretRef: { name: 'login' } };
  const metadata = { name, namespace: 'agents' };
  return { metadata, spec: { target, aliases, credential } } as unknown as AuditedConnection;
}

let issuer: Issuer;
beforeAll(async () => {
  issuer = { pair: await createAuthority(new Date()), cross: '' };
});

/** What the certificate of a pod with these connections is for. */
async function namesOf(...connections: AuditedConnection[]): Promise<string | undefined> {
  const certifier = new Certifier({
    certificates: { issuer },
    objects: () => ({ connections, policies: [], approvals: [] }),
    ownNames: servingNames('https://chaperone-operator.chaperone-system.svc:8443'),
    now: () => 0,
    date: () => new Date(),
  });
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const publicKey = spki.toString('base64');
  const claim = Buffer.from(certificateClaim('serving', pod.uid, publicKey));
  const proof = sign('sha256', claim, privateKey).toString('base64');
  return new X509Certificate(await certifier.certify(caller, 'serving', { publicKey, proof }))
    .subjectAltName;
}

describe('a certificate for serving', () => {
  it('is for names and aliases of what the pod may use, and of nothing else', async () => {
    const own = aConnection('orders-db', 'orders.example.com', ['orders.internal']);
    const other = aConnection('payroll-db', 'payroll.example.com', []);
    expect(await namesOf(own, other)).toBe('DNS:orders.example.com, DNS:orders.internal');
  });

  it.each([
    'chaperone-operator.chaperone-system.svc',
    'Chaperone-Operator.chaperone-system.SVC',
    'chaperone-operator.chaperone-system.svc.',
  ])('is never for the broker: %s', async (host) => {
    const wish = aConnection('orders-db', host, ['orders.internal']);
    expect(await namesOf(wish)).toBe('DNS:orders.internal');
    await expect(namesOf(aConnection('orders-db', host, []))).rejects.toThrow(BrokerError);
  });

  it('is none where the target is an address alone', async () => {
    await expect(namesOf(aConnection('orders-db', '10.0.0.7', []))).rejects.toThrow(BrokerError);
  });
});
