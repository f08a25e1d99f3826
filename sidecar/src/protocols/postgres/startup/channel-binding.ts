import type { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import tls from 'node:tls';
import type { Wire } from '../../../io/wire.ts';

/**
 * Digest of a certificate's signature by OpenSSL's name of the algorithm. RFC 5929, section 4.1: MD5 and SHA-1 count as
 * SHA-256. An algorithm without one digest of its own, as Ed25519 or RSASSA-PSS, has no row and no binding.
 */
const digests: ReadonlyMap<string, string> = new Map([
  ['md5WithRSAEncryption', 'sha256'],
  ['sha1WithRSAEncryption', 'sha256'],
  ['ecdsa-with-SHA1', 'sha256'],
  ['sha224WithRSAEncryption', 'sha224'],
  ['ecdsa-with-SHA224', 'sha224'],
  ['sha256WithRSAEncryption', 'sha256'],
  ['ecdsa-with-SHA256', 'sha256'],
  ['sha384WithRSAEncryption', 'sha384'],
  ['ecdsa-with-SHA384', 'sha384'],
  ['sha512WithRSAEncryption', 'sha512'],
  ['ecdsa-with-SHA512', 'sha512'],
]);

/** `tls-server-end-point` of the target's certificate (RFC 5929); undefined without TLS, or where it is not defined. */
export function serverEndPoint({ socket }: Wire): Buffer | undefined {
  if (!(socket instanceof tls.TLSSocket)) return undefined;
  const certificate = socket.getPeerX509Certificate();
  const digest = digests.get(certificate?.signatureAlgorithm ?? '');
  if (certificate === undefined || digest === undefined) return undefined;
  return createHash(digest).update(certificate.raw).digest();
}
