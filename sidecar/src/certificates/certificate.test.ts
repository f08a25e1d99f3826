import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { generateKeyPairSync, verify } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { certificateClaim, type CertificateRequest } from '@chaperone/core/broker';
import { brokerLimits } from '../config/broker-limits.ts';
import { SidecarError } from '../errors.ts';
import { Certificate } from './certificate.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const unavailable = new SidecarError('BROKER_UNAVAILABLE', 'it is gone');
const refused = new SidecarError('BROKER_REFUSED', 'it has no authority');

let answers: (Error | string)[];
let asked: CertificateRequest[];
let taken: string[];
beforeEach(() => {
  jest.useFakeTimers();
  [answers, asked, taken] = [[], [], []];
});
afterEach(() => {
  jest.useRealTimers();
});

function aCertificate(): Certificate {
  return new Certificate({
    ...{ purpose: 'recording', key: privateKey, log },
    certify: async (_purpose, request) => {
      asked.push(request);
      const answer = answers.shift() ?? unavailable;
      return typeof answer === 'string' ? Promise.resolve(answer) : Promise.reject(answer);
    },
    taken: (pem) => {
      taken.push(pem);
    },
  });
}

describe('a certificate of the broker', () => {
  it('is asked for with a proof that is bound to the pod, and with nothing else', async () => {
    aCertificate().want('pod-uid', 'authorities');
    await jest.advanceTimersByTimeAsync(0);
    const [request] = asked;
    const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    expect(Object.keys(request ?? {}).sort()).toEqual(['proof', 'publicKey']);
    expect(request?.publicKey).toBe(spki);
    const proof = Buffer.from(request?.proof ?? '', 'base64');
    const isProof = (uid: string): boolean =>
      verify(null, Buffer.from(certificateClaim('recording', uid, spki)), publicKey, proof);
    expect([isProof('pod-uid'), isProof('another')]).toEqual([true, false]);
  });

  it('is asked for again soon where the broker is gone, and later where it refuses', async () => {
    const certificate = aCertificate();
    answers = [unavailable, unavailable, refused];
    certificate.want('pod-uid', 'authorities');
    const answered = certificate.answered();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(asked).toHaveLength(3);
    await answered;
    await jest.advanceTimersByTimeAsync(brokerLimits.refusedMs.value - 1_000);
    expect(asked).toHaveLength(3);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(asked).toHaveLength(4);
    certificate.close();
    await jest.advanceTimersByTimeAsync(600_000);
    expect(asked).toHaveLength(4);
  });

  it('is asked for once for what it is to be made of', async () => {
    const certificate = aCertificate();
    answers = [refused, refused];
    certificate.want('pod-uid', 'one');
    certificate.want('pod-uid', 'one');
    await jest.advanceTimersByTimeAsync(0);
    certificate.want('pod-uid', 'another');
    await jest.advanceTimersByTimeAsync(0);
    expect(asked).toHaveLength(2);
  });

  it('is not taken where it is of another key, or none', async () => {
    answers = [rootCertificates[0] ?? '', 'hello'];
    aCertificate().want('pod-uid', 'authorities');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(asked.length).toBeGreaterThan(2);
    expect(taken).toEqual([]);
  });

  it('is waited for no longer than a start may take, and not at all where nothing is wanted', async () => {
    const idle = aCertificate();
    idle.wantNothing();
    await idle.answered();
    const certificate = aCertificate();
    certificate.want('pod-uid', 'authorities');
    let isOver = false;
    certificate.answered().then(
      () => {
        isOver = true;
      },
      () => undefined,
    );
    await jest.advanceTimersByTimeAsync(brokerLimits.startMs.value - 1);
    expect(isOver).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(isOver).toBe(true);
  });
});
