import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { isObject } from './event-shape.ts';
import { RecordError } from './errors.ts';

/** An Ed25519 public key as JWK (RFC 8037), the members that its thumbprint covers. */
export interface PublicJwk {
  readonly crv: 'Ed25519';
  readonly kty: 'OKP';
  /** 32 bytes, base64url. */
  readonly x: string;
}

/** The key that signs manifests. `kid` is the thumbprint of the public key (RFC 7638), so that a name cannot lie about it. */
export interface RecorderKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicJwk: PublicJwk;
  /** Who vouches for it, where somebody does. */
  readonly chain?: CertificateChain;
}

/** Certificates as they are when it is asked: DER in base64, the key's own first (RFC 7515, 4.1.6); empty where there are none. */
export type CertificateChain = () => readonly string[];

/** Derives what belongs to an Ed25519 private key. */
export function recorderKey(privateKey: KeyObject): RecorderKey {
  if (privateKey.type !== 'private' || privateKey.asymmetricKeyType !== 'ed25519') {
    throw new TypeError('the recorder key must be an Ed25519 private key');
  }
  const publicJwk = publicJwkOf(createPublicKey(privateKey));
  return { kid: thumbprint(publicJwk), privateKey, publicJwk };
}

/** @param publicKey Ed25519 */
export function publicJwkOf(publicKey: KeyObject): PublicJwk {
  const jwk = publicKey.export({ format: 'jwk' });
  return { crv: 'Ed25519', kty: 'OKP', x: String(jwk.x) };
}

/** Content of `keys/<kid>.pub.jwk`. */
export function publicKeyFile(jwk: PublicJwk): string {
  return `${JSON.stringify({ crv: jwk.crv, kty: jwk.kty, x: jwk.x })}\n`;
}

/**
 * Reads `keys/<kid>.pub.jwk`.
 * @throws RecordError MALFORMED_KEY if it is not, byte for byte, the file of the key of that name
 */
export function readPublicKeyFile(kid: string, bytes: Buffer): PublicJwk {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    if (isObject(value) && typeof value['x'] === 'string') {
      const jwk: PublicJwk = { crv: 'Ed25519', kty: 'OKP', x: value['x'] };
      if (publicKeyFile(jwk) === bytes.toString('utf8') && thumbprint(jwk) === kid) return jwk;
    }
  } catch (cause) {
    throw new RecordError('MALFORMED_KEY', `the public key ${kid} is not JSON`, { cause });
  }
  throw new RecordError('MALFORMED_KEY', `the file of the public key ${kid} holds another key`);
}

/** RFC 7638, 3: the members in lexical order, without spaces. */
function thumbprint(jwk: PublicJwk): string {
  const canonical = JSON.stringify({ crv: jwk.crv, kty: jwk.kty, x: jwk.x });
  return createHash('sha256').update(canonical).digest('base64url');
}
