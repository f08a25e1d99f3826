import { mintPermit } from './permit.ts';
import type { Permit } from './permit.ts';
import type { Verdict } from './types.ts';

/** The permit of a command that policies allow; none for one that they deny or that waits for a person. */
export function permitFor(verdict: Verdict): Permit | undefined {
  return verdict.effect === 'Allow' ? mintPermit('policy') : undefined;
}
