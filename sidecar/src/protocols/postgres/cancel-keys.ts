import type { Buffer } from 'node:buffer';
import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** What the agent is given in BackendKeyData, in place of the target's own key. */
export interface CancelKey {
  readonly processId: number;
  readonly secretKey: Buffer;
}

/** Bytes of a key for protocol 3.0, and for 3.2, which allows longer ones. */
const SHORT_KEY = 4;
const LONG_KEY = 32;
const NEWER_MINOR = 2;

/** Which session a CancelRequest means. */
export class CancelKeys<Target> {
  readonly #sessions = new Map<number, { readonly secretKey: Buffer; readonly target: Target }>();

  issue(target: Target, minor: number): CancelKey {
    let processId = randomInt(1, 2 ** 31);
    while (this.#sessions.has(processId)) processId = randomInt(1, 2 ** 31);
    const secretKey = randomBytes(minor >= NEWER_MINOR ? LONG_KEY : SHORT_KEY);
    this.#sessions.set(processId, { secretKey, target });
    return { processId, secretKey };
  }

  revoke({ processId }: CancelKey): void {
    this.#sessions.delete(processId);
  }

  find(processId: number, secretKey: Buffer): Target | undefined {
    const session = this.#sessions.get(processId);
    if (session?.secretKey.length !== secretKey.length) return undefined;
    return timingSafeEqual(session.secretKey, secretKey) ? session.target : undefined;
  }
}
