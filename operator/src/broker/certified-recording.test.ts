import { beforeAll, describe, expect, it } from '@jest/globals';
import { createPublicKey, sign } from 'node:crypto';
import { certificateClaim } from '@chaperone/core/broker';
import { verifyRecording, type FindingCode, type RecorderKey } from '@chaperone/core/record';
import { aDataDirectory, aRecorderKey, recordingOf } from '@chaperone/core/record/testing';
import { createAuthority, vouchFor } from '../certificates/authority.ts';
import { issue } from '../certificates/issue.ts';
import { certificateLimits } from '../certificates/limits.ts';
import { certificatesIn } from '../certificates/pem.ts';
import type { Issuer, SigningPair } from '../certificates/types.ts';
import { Certifier } from './certifier.ts';
import type { Caller } from './types.ts';

const session = '01JD3Q0W2T4ZP6V8XK5M7N9R1S';
const startedAtMs = Date.UTC(2026, 10, 21, 9);
const pod = { name: 'report-bot-1', uid: '7f3c9a52-0000-4000-8000-1b2c3d4e5f60' };
const other = { name: 'report-bot-2', uid: '00000000-0000-4000-8000-000000000002' };
const key = aRecorderKey();

function aCaller(of: Caller['pod'], createdMs = startedAtMs): Caller {
  const creationTimestamp = new Date(createdMs).toISOString();
  return {
    ...{ namespace: 'agents', serviceAccount: 'report-bot', pod: of, labels: {} },
    object: { metadata: { name: of.name, creationTimestamp }, spec: { containers: [] } },
  };
}

/** What the broker answers a sidecar of the pod that asks for its key's certificate. */
async function certified(
  issuer: Issuer,
  { privateKey }: RecorderKey,
  caller: Caller,
  dateMs = startedAtMs,
): Promise<string> {
  const certifier = new Certifier({
    certificates: { issuer },
    objects: () => ({ connections: [], policies: [], approvals: [] }),
    ownNames: [],
    now: () => 0,
    date: () => new Date(dateMs),
  });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const publicKey = spki.toString('base64');
  const claim = certificateClaim('recording', caller.pod.uid, publicKey);
  const proof = sign(null, Buffer.from(claim), privateKey).toString('base64');
  return certifier.certify(caller, 'recording', { publicKey, proof });
}

/** What is found of a recording of the pod that a key signed and these certificates vouch for. */
async function found(
  certificates: string,
  authorities: string,
  signer: RecorderKey = key,
): Promise<{ readonly codes: readonly FindingCode[]; readonly signer: string | undefined }> {
  const x5c = certificatesIn(certificates).map((pem) => pem.replace(/-----[^-]+-----|\s/g, ''));
  const chain = (): readonly string[] => x5c;
  const files = aDataDirectory([{ session, pod, startedAtMs }], { ...signer, chain });
  const report = await verifyRecording({ ...recordingOf(files, session), authorities });
  return { codes: report.findings.map(({ code }) => code), signer: report.signer };
}

let authority: SigningPair;
let issuer: Issuer;
beforeAll(async () => {
  authority = await createAuthority(new Date(startedAtMs));
  issuer = { pair: authority, cross: '' };
});

describe('a recording whose key the broker certified', () => {
  it('is proved by the authority alone, and says whose it is', async () => {
    const certificate = await certified(issuer, key, aCaller(pod));
    expect(await found(certificate, authority.certificate)).toEqual({
      codes: [],
      signer: `chaperone://pod/agents/report-bot/${pod.name}/${pod.uid}`,
    });
  });

  it('is proved by the authority before as well, while the next one is vouched for', async () => {
    const now = new Date(startedAtMs);
    const next = await createAuthority(now);
    const cross = await vouchFor(next.certificate, authority, now);
    const certificate = await certified({ pair: next, cross }, key, aCaller(pod));
    for (const { certificate: trusted } of [authority, next])
      expect((await found(certificate, trusted)).codes).toEqual([]);
  });

  it('is found, where nobody certified it, or another authority', async () => {
    const stranger = await createAuthority(new Date(startedAtMs));
    const theirs = await certified({ pair: stranger, cross: '' }, key, aCaller(pod));
    expect((await found('', authority.certificate)).codes).toEqual(['SIGNER_UNCERTIFIED']);
    expect((await found(theirs, authority.certificate)).codes).toEqual(['SIGNER_UNCERTIFIED']);
    // Nor does it help to bring the stranger along.
    const both = theirs + stranger.certificate;
    expect((await found(both, authority.certificate)).codes).toEqual(['SIGNER_UNCERTIFIED']);
    expect((await found(theirs, '')).codes).toEqual(['SIGNER_UNCERTIFIED']);
  });

  it("is found, where another pod's key signed it", async () => {
    const theirs = aRecorderKey(8);
    const certificate = await certified(issuer, theirs, aCaller(other));
    const { codes, signer } = await found(certificate, authority.certificate, theirs);
    expect([codes, signer]).toEqual([['SIGNER_MISMATCH'], undefined]);
  });

  it('is found, where the certificate is of another key than the one that signed', async () => {
    const certificate = await certified(issuer, key, aCaller(pod));
    const { codes } = await found(certificate, authority.certificate, aRecorderKey(8));
    expect(codes).toEqual(['MANIFEST_SIGNATURE']);
  });

  it('is found, where the certificate is one for a server, of the same authority', async () => {
    const { publicKey } = await publicKeyOf(key);
    const usage = '1.3.6.1.5.5.7.3.1';
    const names = [`chaperone://pod/agents/report-bot/${pod.name}/${pod.uid}`];
    const profile = { name: pod.uid, publicKey, usage, names };
    const certificate = await issue(issuer, profile, new Date(startedAtMs));
    expect((await found(certificate, authority.certificate)).codes).toEqual(['SIGNER_UNCERTIFIED']);
  });

  it('is found, where it began before the pod, or ended behind the certificate', async () => {
    const { backdatedMs, leafMs } = certificateLimits;
    const late = aCaller(pod, startedAtMs + backdatedMs.value + 1_000);
    const early = aCaller(pod, startedAtMs - 2 * leafMs.value);
    const certificates = [
      await certified(issuer, key, late),
      await certified(issuer, key, early, startedAtMs - leafMs.value + 30_000),
    ];
    for (const certificate of certificates)
      expect((await found(certificate, authority.certificate)).codes).toEqual(['SIGNER_EXPIRED']);
  });
});

async function publicKeyOf({ privateKey }: RecorderKey): Promise<{ publicKey: CryptoKey }> {
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { publicKey: await crypto.subtle.importKey('spki', der, 'Ed25519', true, ['verify']) };
}
