import type { TargetSide } from './target-side.ts';

/** The answer to a message of the sidecar's own is not delivered. */
export function isOwn(side: TargetSide, answer: '1' | 'T' | '3' | 'Z'): boolean {
  const owed = side.state.pending.first;
  if (owed?.kind !== 'own' || owed.answer !== answer) return false;
  side.state.pending.shift();
  return true;
}
