import type { Entry } from './entry.ts';
import type { Settled, Settlement } from './types.ts';

/** Settles as soon as one Approval forbids, or when all permit. */
export async function settlement(entries: readonly Entry[]): Promise<Settlement> {
  const { promise, resolve } = Promise.withResolvers<Settlement>();
  const settled: Settled[] = [];
  for (const entry of entries) {
    entry.whenSettled((one) => {
      settled.push(one);
      if (one.decision !== 'Approved') resolve({ decision: one.decision, approvals: [...settled] });
      else if (settled.length === entries.length) {
        resolve({ decision: 'Approved', approvals: [...settled] });
      }
    });
  }
  return promise;
}
