import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import net from 'node:net';
import type {} from '../../operator/src/webcrypto.ts';
import * as x509 from '@peculiar/x509';

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DNS = 'dns' as const;
const IP = 'ip' as const;
const DAY_MS = 86_400_000;
const BACKDATED_MS = 300_000;

/** A certificate and its private key (PKCS #8), both PEM. */
export interface KeyPair {
  readonly certificate: string;
  readonly key: string;
}

export interface Authority {
  /** PEM. */
  readonly certificate: string;
  /** For a server under these DNS names and IP addresses. */
  readonly server: (name: string, names: readonly string[]) => Promise<KeyPair>;
  /** For a client: Kubernetes reads CN as the user and each O as a group. */
  readonly client: (user: string, groups: readonly string[]) => Promise<KeyPair>;
}

function pem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

async function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ECDSA, true, ['sign', 'verify']);
}

async function privatePem({ privateKey }: webcrypto.CryptoKeyPair): Promise<string> {
  return pem('PRIVATE KEY', await webcrypto.subtle.exportKey('pkcs8', privateKey));
}

const validity = (days: number): { notBefore: Date; notAfter: Date } => ({
  notBefore: new Date(Date.now() - BACKDATED_MS),
  notAfter: new Date(Date.now() + days * DAY_MS),
});

/** A pair without certificate, for tokens of service accounts. */
export async function makeTokenKeys(): Promise<{
  readonly publicKey: string;
  readonly key: string;
}> {
  const keys = await newKeys();
  const publicKey = pem('PUBLIC KEY', await webcrypto.subtle.exportKey('spki', keys.publicKey));
  return { publicKey, key: await privatePem(keys) };
}

/** An authority. @param days how long it and what it signs is valid */
export async function makeAuthority(days = 1): Promise<Authority> {
  const own = await newKeys();
  const subject = 'CN=test authority';
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    name: subject,
    keys: own,
    signingAlgorithm: ECDSA,
    ...validity(days),
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ],
  });
  const sign = async (name: x509.JsonName, extensions: x509.Extension[]): Promise<KeyPair> => {
    const keys = await newKeys();
    const certificate = await x509.X509CertificateGenerator.create({
      subject: name,
      issuer: subject,
      publicKey: keys.publicKey,
      signingKey: own.privateKey,
      signingAlgorithm: ECDSA,
      ...validity(days),
      extensions: [
        ...extensions,
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      ],
    });
    return { certificate: `${certificate.toString('pem')}\n`, key: await privatePem(keys) };
  };
  return {
    certificate: `${root.toString('pem')}\n`,
    server: async (name, names) =>
      sign(
        [{ CN: [name] }],
        [
          new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
          new x509.SubjectAlternativeNameExtension(
            names.map((value) => ({ type: net.isIP(value) === 0 ? DNS : IP, value })),
          ),
        ],
      ),
    client: async (user, groups) =>
      sign(
        [{ CN: [user] }, ...groups.map((group) => ({ O: [group] }))],
        [new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth])],
      ),
  };
}
