import { Buffer } from 'node:buffer';
import { identityLimits } from '../config/identity-limits.ts';
import { SidecarError } from '../errors.ts';

/** Text as it is; numbers and truth values as JSON writes them, and so everything else. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * The claims that a connection wants, by their names in the record. A claim that the token does not have is left out: no
 * policy that names it matches then.
 * @throws SidecarError IDENTITY_CLAIM_TOO_LARGE; a claim that was cut could match what the whole does not
 */
export function recordedClaims(
  payload: Readonly<Record<string, unknown>>,
  names: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const max = identityLimits.claimBytes.value;
  const claims: [string, string][] = [];
  for (const [name, claim] of Object.entries(names)) {
    const value = Object.hasOwn(payload, claim) ? payload[claim] : undefined;
    if (value === undefined || value === null) continue;
    const text = textOf(value);
    if (Buffer.byteLength(text) > max) {
      throw new SidecarError(
        'IDENTITY_CLAIM_TOO_LARGE',
        `the token's claim ${claim} is longer than ${String(max)} bytes`,
        { facts: { claim } },
      );
    }
    claims.push([name, text]);
  }
  return Object.fromEntries(claims);
}
