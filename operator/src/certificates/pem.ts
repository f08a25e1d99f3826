import { X509Certificate } from 'node:crypto';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Certificates of a PEM text, each a text of its own with its line end. */
export function certificatesIn(pem: string): readonly string[] {
  return (pem.match(CERTIFICATE) ?? []).map((one) => `${one}\n`);
}

/** DER under a label, with its line end (RFC 7468). */
export function toPem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

/** When the first certificate of a PEM text ends. @throws Error where it is none */
export function expiryOf(pem: string): Date {
  return new X509Certificate(pem).validToDate;
}
