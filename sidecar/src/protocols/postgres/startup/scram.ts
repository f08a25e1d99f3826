import { Buffer } from 'node:buffer';
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { SidecarError } from '../../../errors.ts';
import { MAX_SCRAM_ATTRIBUTE_BYTES, MAX_SCRAM_ITERATIONS, MIN_SCRAM_ITERATIONS } from './limits.ts';
import type { SaltedPasswords } from './salted-passwords.ts';

export const SCRAM_SHA_256 = 'SCRAM-SHA-256';
export const SCRAM_SHA_256_PLUS = 'SCRAM-SHA-256-PLUS';

/** What the exchange says of the channel below it (RFC 5802, section 6). */
export interface ScramBinding {
  /**
   * "n,,": this client does not do channel binding. "y,,": it would, and believes that the server does not; a server that
   * does must end the exchange on it. "p=…,,": it does, with the data.
   */
  readonly header: 'n,,' | 'y,,' | 'p=tls-server-end-point,,';
  /** Of the channel; with "p" only. */
  readonly data?: Buffer;
}

const UNBOUND: ScramBinding = { header: 'n,,' };

const sha256 = (data: Buffer): Buffer => createHash('sha256').update(data).digest();
const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const invalid = (message: string): SidecarError =>
  new SidecarError('UPSTREAM_AUTH_INVALID', message);

export interface ScramOptions {
  readonly password: string;
  readonly salted: SaltedPasswords;
  /** PostgreSQL takes the user of the StartupMessage, and libpq sends none here; default ''. */
  readonly username?: string;
  /** Printable ASCII without comma; default 18 random bytes in base64. */
  readonly nonce?: string;
  /** Default: none is done. */
  readonly binding?: ScramBinding;
}

interface ServerFirst {
  readonly nonce: string;
  readonly salt: Buffer;
  readonly iterations: number;
}

/** Base64 with its padding and nothing else (RFC 5802, 7). */
function decodeBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

function parseServerFirst(text: string, clientNonce: string): ServerFirst {
  const match = /^r=([\x21-\x2b\x2d-\x7e]+),s=([A-Za-z0-9+/=]+),i=([1-9][0-9]{0,9})$/.exec(text);
  const [, nonce = '', salt64 = '', count = ''] = match ?? [];
  const salt = decodeBase64(salt64);
  if (match === null || salt === undefined)
    throw invalid("the server's first SCRAM message is malformed");
  if (!nonce.startsWith(clientNonce) || nonce.length === clientNonce.length) {
    throw invalid("the server's SCRAM nonce does not continue the sidecar's");
  }
  const iterations = Number(count);
  if (iterations < MIN_SCRAM_ITERATIONS || iterations > MAX_SCRAM_ITERATIONS) {
    throw new SidecarError(
      'UPSTREAM_AUTH_INVALID',
      `the server demands ${count} SCRAM iterations; ${String(MIN_SCRAM_ITERATIONS)} to ${String(MAX_SCRAM_ITERATIONS)} are accepted`,
      { facts: { iterations } },
    );
  }
  return { nonce, salt, iterations };
}

function attributes(message: Buffer): string {
  if (message.length > 3 * MAX_SCRAM_ATTRIBUTE_BYTES) throw invalid('a SCRAM message is too long');
  return message.toString('latin1');
}

/** One SCRAM-SHA-256 or -PLUS exchange (RFC 5802, RFC 7677), client side: `first`, then `final`, then `verify`, once each. */
export class ScramExchange {
  readonly #password: string;
  readonly #salted: SaltedPasswords;
  readonly #nonce: string;
  readonly #firstBare: string;
  readonly #binding: ScramBinding;
  #serverSignature: Buffer | undefined;

  constructor({ password, salted, username = '', nonce, binding = UNBOUND }: ScramOptions) {
    this.#binding = binding;
    this.#password = password;
    this.#salted = salted;
    this.#nonce = nonce ?? randomBytes(18).toString('base64');
    const escaped = username.replaceAll('=', '=3D').replaceAll(',', '=2C');
    this.#firstBare = `n=${escaped},r=${this.#nonce}`;
  }

  /** client-first-message. */
  first(): Buffer {
    return Buffer.from(this.#binding.header + this.#firstBare, 'utf8');
  }

  /**
   * client-final-message in answer to server-first-message.
   * @throws SidecarError UPSTREAM_AUTH_INVALID
   */
  async final(serverFirst: Buffer): Promise<Buffer> {
    const received = attributes(serverFirst);
    const { nonce, salt, iterations } = parseServerFirst(received, this.#nonce);
    const saltedPassword = await this.#salted.get(this.#password, salt, iterations);
    const { header, data = Buffer.alloc(0) } = this.#binding;
    const channel = Buffer.concat([Buffer.from(header, 'latin1'), data]).toString('base64');
    const withoutProof = `c=${channel},r=${nonce}`;
    const authMessage = `${this.#firstBare},${received},${withoutProof}`;
    const clientKey = hmac(saltedPassword, 'Client Key');
    const proof = hmac(sha256(clientKey), authMessage);
    for (const [i, byte] of clientKey.entries()) proof[i] = (proof[i] ?? 0) ^ byte;
    this.#serverSignature = hmac(hmac(saltedPassword, 'Server Key'), authMessage);
    return Buffer.from(`${withoutProof},p=${proof.toString('base64')}`, 'latin1');
  }

  /**
   * Verifies server-final-message: only who knows the password's verifier can have signed it.
   * @throws SidecarError UPSTREAM_AUTH_INVALID
   */
  verify(serverFinal: Buffer): void {
    const expected = this.#serverSignature;
    const received = /^v=([A-Za-z0-9+/=]+)$/.exec(attributes(serverFinal));
    const signature = decodeBase64(received?.[1] ?? '');
    const isRight =
      expected !== undefined &&
      signature?.length === expected.length &&
      timingSafeEqual(signature, expected);
    if (!isRight) throw invalid('the server does not prove that it knows the password');
  }
}
