import { Buffer } from 'node:buffer';
import { createHash, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { MAX_SALTED_PASSWORDS } from './limits.ts';

const derive = promisify(pbkdf2);

/**
 * SASLprep (RFC 4013) of a password. PostgreSQL takes a password as it is where SASLprep rejects it; so does this.
 * ASCII stays itself, and only others load the table.
 */
async function prepared(password: string): Promise<string> {
  if (/^[\x20-\x7e]*$/.test(password)) return password;
  const { saslprep } = await import('@mongodb-js/saslprep');
  try {
    return saslprep(password);
  } catch {
    return password;
  }
}

/**
 * SaltedPassword of RFC 5802 by (password, salt, iterations), so that a hundred sessions of one credential derive it once.
 * Keyed by a digest, least recently used go first. Derivation runs in the thread pool and never blocks the loop.
 */
export class SaltedPasswords {
  readonly #known = new Map<string, Promise<Buffer>>();
  readonly #capacity: number;

  constructor(capacity: number = MAX_SALTED_PASSWORDS) {
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#known.size;
  }

  async get(password: string, salt: Buffer, iterations: number): Promise<Buffer> {
    const hash = createHash('sha256').update(`${String(iterations)}:${String(salt.length)}:`);
    const key = hash.update(salt).update(password, 'utf8').digest('base64');
    const found = this.#known.get(key);
    const salted = found ?? this.#derive(password, salt, iterations);
    this.#known.delete(key);
    this.#known.set(key, salted);
    const oldest = this.#known.keys().next();
    if (this.#known.size > this.#capacity && oldest.done !== true) this.#known.delete(oldest.value);
    return salted;
  }

  /** Forgets everything, as when credentials change. */
  clear(): void {
    this.#known.clear();
  }

  async #derive(password: string, salt: Buffer, iterations: number): Promise<Buffer> {
    return derive(Buffer.from(await prepared(password), 'utf8'), salt, iterations, 32, 'sha256');
  }
}
