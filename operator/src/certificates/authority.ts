import 'reflect-metadata';
import { randomBytes, webcrypto } from 'node:crypto';
import type {} from '../webcrypto.ts';
import * as x509 from '@peculiar/x509';
import { certificateLimits } from './limits.ts';
import { toPem } from './pem.ts';
import type { SigningPair } from './types.ts';

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const { keyCertSign, cRLSign } = x509.KeyUsageFlags;

/** A new authority: ECDSA P-256, its own root, above it at most the certificate with which the one before it vouches for it. */
export async function createAuthority(now: Date): Promise<SigningPair> {
  const keys = await webcrypto.subtle.generateKey(ECDSA, true, ['sign', 'verify']);
  // A name of its own: between two authorities whoever verifies goes by it.
  const name = `CN=chaperone ${randomBytes(6).toString('hex')}, O=chaperone`;
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    ...{ name, keys, signingAlgorithm: ECDSA },
    ...validity(now),
    extensions: [
      new x509.BasicConstraintsExtension(true, 1, true),
      new x509.KeyUsagesExtension(keyCertSign | cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { certificate: `${certificate.toString('pem')}\n`, key: toPem('PRIVATE KEY', key) };
}

/**
 * The next authority under the name and key of the one before it: who trusts that one alone, such as a program that read its
 * authorities when it started, follows the chain of it.
 * @returns PEM
 */
export async function vouchFor(next: string, before: SigningPair, now: Date): Promise<string> {
  const subject = new x509.X509Certificate(next);
  const issuer = new x509.X509Certificate(before.certificate);
  const { notBefore } = validity(now);
  const notAfter = new Date(Math.min(subject.notAfter.getTime(), issuer.notAfter.getTime()));
  const certificate = await x509.X509CertificateGenerator.create({
    ...{ subject: subject.subjectName, issuer: issuer.subjectName, notBefore, notAfter },
    publicKey: subject.publicKey,
    signingKey: await signingKey(before.key),
    signingAlgorithm: ECDSA,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(keyCertSign | cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(subject.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  return `${certificate.toString('pem')}\n`;
}

/** @param pem PKCS #8 */
export async function signingKey(pem: string): Promise<webcrypto.CryptoKey> {
  const [der] = x509.PemConverter.decode(pem);
  return webcrypto.subtle.importKey('pkcs8', der ?? new ArrayBuffer(), ECDSA, false, ['sign']);
}

function validity(now: Date): { readonly notBefore: Date; readonly notAfter: Date } {
  return {
    notBefore: new Date(now.getTime() - certificateLimits.backdatedMs.value),
    notAfter: new Date(now.getTime() + certificateLimits.authorityMs.value),
  };
}
