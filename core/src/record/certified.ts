import { X509Certificate } from 'node:crypto';
import { RecordError } from './errors.ts';
import { manifestHeader, manifestKid, verifyManifest, type Manifest } from './manifest.ts';
import { publicJwkOf, publicKeyFile } from './recorder-key.ts';
import { isOfAgent, RECORDING_USAGE } from './signer.ts';

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
/** The key's own, and one for each authority that vouches for the next. */
const MOST_CERTIFICATES = 4;
const MOST_CHARACTERS = 8_192;

/** A manifest whose signature is right. */
export interface SignedManifest {
  readonly manifest: Manifest;
  /** Whose key it is, where that was asked: the URI of a pod. */
  readonly signer?: string;
}

/**
 * Verifies a manifest by authorities alone, offline: its certificates (`x5c`, RFC 7515, 4.1.6) lead to one of them, are for
 * recordings and name the pod of the recording's agent, the session lies within their time, and the signature is the key's.
 * @param authorities PEM
 * @throws RecordError SIGNER_UNCERTIFIED, SIGNER_MISMATCH, SIGNER_EXPIRED; as verifyManifest
 */
export async function verifyCertified(jws: Buffer, authorities: string): Promise<SignedManifest> {
  const [own, ...between] = chainIn(jws);
  if (own === undefined) throw uncertified('the manifest carries no certificate');
  const path = pathOf(own, between, readAll(authorities.match(PEM) ?? []));
  if (path === undefined) throw uncertified('its certificate is of none of the authorities');
  assertForRecordings(own);
  const jwk = publicJwkOf(own.publicKey);
  const keys = new Map([[manifestKid(jws) ?? '', Buffer.from(publicKeyFile(jwk))]]);
  const manifest = await verifyManifest(jws, keys);
  assertWithin(manifest, own, path);
  const signer = own.subjectAltName?.replace(/^URI:/, '') ?? '';
  if (!isOfAgent(own, manifest)) {
    const message = `the key is certified for ${signer}, which is not the recording's pod`;
    throw new RecordError('SIGNER_MISMATCH', message);
  }
  return { manifest, signer };
}

function chainIn(jws: Buffer): readonly X509Certificate[] {
  const x5c = manifestHeader(jws)?.['x5c'];
  if (!Array.isArray(x5c) || x5c.length > MOST_CERTIFICATES) return [];
  const texts = x5c.filter((one): one is string => typeof one === 'string');
  if (texts.length < x5c.length || texts.some(({ length }) => length > MOST_CHARACTERS)) return [];
  return readAll(texts.map((one) => Buffer.from(one, 'base64')));
}

/** Empty where one of them is none. */
function readAll(sources: readonly (string | Buffer)[]): readonly X509Certificate[] {
  try {
    return sources.map((one) => new X509Certificate(one));
  } catch {
    return [];
  }
}

/** The authorities above a certificate, up to one that is trusted; undefined where there is no way. */
function pathOf(
  certificate: X509Certificate,
  between: readonly X509Certificate[],
  trusted: readonly X509Certificate[],
): readonly X509Certificate[] | undefined {
  const root = trusted.find((one) => isIssuedBy(certificate, one));
  if (root !== undefined) return [root];
  for (const [index, next] of between.entries()) {
    if (!isIssuedBy(certificate, next)) continue;
    const rest = between.filter((_, other) => other !== index);
    const above = pathOf(next, rest, trusted);
    if (above !== undefined) return [next, ...above];
  }
  return undefined;
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

interface Profile extends Pick<X509Certificate, 'ca' | 'publicKey'> {
  /** Absent where the certificate is for anything, whatever Node's types say. */
  readonly keyUsage?: readonly string[];
}

/** A server's certificate is of the same authority, and signs no recording. */
function assertForRecordings({ ca, keyUsage, publicKey }: Profile): void {
  const isOne = !ca && keyUsage?.length === 1 && keyUsage[0] === RECORDING_USAGE;
  if (!isOne || publicKey.asymmetricKeyType !== 'ed25519')
    throw uncertified('its certificate is not one for recordings');
}

/** The key signed for all of the session; its authorities, when it was signed. */
function assertWithin(
  { startedAt, endedAt }: Manifest,
  own: X509Certificate,
  path: readonly X509Certificate[],
): void {
  const [began, ended] = [Date.parse(startedAt), Date.parse(endedAt)];
  const holds = ({ validFromDate, validToDate }: X509Certificate, time: number): boolean =>
    time >= validFromDate.getTime() && time <= validToDate.getTime();
  if (holds(own, began) && holds(own, ended) && path.every((one) => holds(one, ended))) return;
  const message = `the session lasted from ${startedAt} to ${endedAt}; the key is certified from ${own.validFrom} to ${own.validTo}`;
  throw new RecordError('SIGNER_EXPIRED', message);
}

function uncertified(why: string): RecordError {
  return new RecordError('SIGNER_UNCERTIFIED', `nobody vouches for who signed: ${why}`);
}
