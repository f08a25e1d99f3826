import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import net from 'node:net';
import type {} from '../webcrypto.ts';
import * as x509 from '@peculiar/x509';
import { signingKey } from './authority.ts';
import { certificateLimits } from './limits.ts';
import { toPem } from './pem.ts';
import type { Issuer } from './types.ts';

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** What a certificate is for: nothing else is in it, and nobody who asks for one has a say. */
export interface Profile {
  /** Common name, at most 64 characters. */
  readonly name: string;
  readonly publicKey: webcrypto.CryptoKey;
  /** OID of RFC 5280, 4.2.1.12. */
  readonly usage: string;
  /** DNS names, IP addresses and URIs. */
  readonly names: readonly string[];
  /** Default: some minutes ago. */
  readonly notBefore?: Date;
}

/** Signs a certificate for an end, never for an authority. @returns PEM, and behind it what leads to the authority before */
export async function issue(
  { pair, cross }: Issuer,
  { name, publicKey, usage, names, notBefore }: Profile,
  now: Date,
): Promise<string> {
  const issuer = new x509.X509Certificate(pair.certificate);
  const { backdatedMs, leafMs } = certificateLimits;
  const end = Math.min(now.getTime() + leafMs.value, issuer.notAfter.getTime());
  const certificate = await x509.X509CertificateGenerator.create({
    subject: [{ CN: [name] }, { O: ['chaperone'] }],
    issuer: issuer.subjectName,
    notBefore: notBefore ?? new Date(now.getTime() - backdatedMs.value),
    notAfter: new Date(end),
    publicKey,
    signingKey: await signingKey(pair.key),
    signingAlgorithm: ECDSA,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([usage]),
      new x509.SubjectAlternativeNameExtension(names.map(toGeneralName)),
      await x509.SubjectKeyIdentifierExtension.create(publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  return `${certificate.toString('pem')}\n${cross}`;
}

/** A key of its own with a certificate for a server of these names; the key is nowhere but here. */
export async function issueServing(
  issuer: Issuer,
  names: readonly string[],
  now: Date,
): Promise<{ readonly cert: string; readonly key: string }> {
  const keys = await webcrypto.subtle.generateKey(ECDSA, true, ['sign', 'verify']);
  const { publicKey, privateKey } = keys;
  const usage = x509.ExtendedKeyUsage.serverAuth;
  const name = 'chaperone operator';
  const cert = await issue(issuer, { name, publicKey, usage, names }, now);
  const key = await webcrypto.subtle.exportKey('pkcs8', privateKey);
  return { cert, key: toPem('PRIVATE KEY', key) };
}

function toGeneralName(value: string): { readonly type: 'dns' | 'ip' | 'url'; value: string } {
  if (net.isIP(value) !== 0) return { type: 'ip', value };
  return { type: value.includes(':') ? 'url' : 'dns', value };
}
