import { X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrokerAddress } from '../config/index.ts';
import { SidecarError } from '../errors.ts';
import type { Log } from '../telemetry/log.ts';

const KEPT_FILE = 'authorities.crt';
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
/** An installation has one, and two while it rotates; others' may be some more. */
const MOST = 16;

/**
 * Whom the broker's certificate may be of: what the pod was made with, and from the first word of the broker on what it says,
 * over a connection that was verified. That is kept for a restart, by when the pod's own may be gone.
 */
export class Trust {
  readonly #given: BrokerAddress['ca'];
  readonly #file: string;
  readonly #directory: string;
  readonly #log: Log;
  #told: string | undefined;

  /** @param directory where it is kept, for this process's user alone */
  constructor(given: BrokerAddress['ca'], directory: string, log: Log) {
    this.#given = given;
    this.#directory = directory;
    this.#file = path.join(directory, KEPT_FILE);
    this.#log = log;
    this.#told = this.#kept();
  }

  /** PEM. @throws SidecarError BROKER_UNAVAILABLE where a file cannot be read */
  authorities(): string {
    if (this.#told !== undefined) return this.#told;
    return 'pem' in this.#given ? this.#given.pem : readOrFail(this.#given.file);
  }

  /** Takes over what the broker says; what are no authorities changes nothing. */
  take(pem: string): void {
    if (pem === this.#told) return;
    if (!areAuthorities(pem)) {
      this.#log.error({}, 'the broker tells authorities that are none; those before stay');
      return;
    }
    this.#told = pem;
    try {
      mkdirSync(this.#directory, { recursive: true, mode: 0o700 });
      writeFileSync(`${this.#file}.new`, pem, { mode: 0o600 });
      renameSync(`${this.#file}.new`, this.#file);
    } catch (error) {
      this.#log.error({ err: error }, 'the authorities could not be kept for a restart');
    }
  }

  #kept(): string | undefined {
    try {
      const pem = readFileSync(this.#file, 'utf8');
      return areAuthorities(pem) ? pem : undefined;
    } catch {
      // There is none yet.
      return undefined;
    }
  }
}

function areAuthorities(pem: string): boolean {
  const found = pem.match(CERTIFICATE) ?? [];
  try {
    return (
      found.length > 0 && found.length <= MOST && found.every((one) => new X509Certificate(one).ca)
    );
  } catch {
    return false;
  }
}

/** @throws SidecarError BROKER_UNAVAILABLE */
export function readOrFail(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unavailable(`${file} cannot be read`, error);
  }
}

export function unavailable(message: string, cause?: unknown): SidecarError {
  return new SidecarError('BROKER_UNAVAILABLE', message, { cause });
}
