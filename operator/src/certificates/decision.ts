import { certificateLimits } from './limits.ts';
import type { CaState } from './types.ts';

/** What the leader does next about the authority. */
export type RotationStep =
  /** There is none. */
  | { readonly do: 'create' }
  /** Make the next authority known. */
  | { readonly do: 'publish' }
  /** Sign with the next one. */
  | { readonly do: 'promote' }
  /** Trust the one before no more. */
  | { readonly do: 'drop' }
  /** Nothing before then, milliseconds. */
  | { readonly do: 'wait'; readonly ms: number };

export interface RotationFacts {
  readonly state: CaState | undefined;
  readonly now: Date;
  /** When the active authority ends. */
  readonly expires: Date;
  /** The wish for a rotation, as it is written now. */
  readonly wish: string;
  /** Whether the API server calls every webhook with all authorities of the state. */
  readonly isPublished: boolean;
  /** How long a state is held at least. */
  readonly holdMs: number;
}

/** Pure. Every step leads from one whole state to the next, so that whoever leads then goes on from there. */
export function decideRotation(facts: RotationFacts): RotationStep {
  const { state, now, expires, wish, isPublished, holdMs } = facts;
  if (state === undefined) return { do: 'create' };
  const { authorityMs, authorityRenewMs, leafMs, lookMs } = certificateLimits;
  const left = expires.getTime() - now.getTime();
  const held = holdMs - (now.getTime() - state.since.getTime());
  switch (state.phase) {
    case 'Steady': {
      const young = left - (authorityMs.value - authorityRenewMs.value);
      if (wish !== state.rotated || young <= 0) return { do: 'publish' };
      return { do: 'wait', ms: young };
    }
    case 'Publishing':
      // What can sign no whole certificate any more is not waited for.
      if (isPublished && (held <= 0 || left < leafMs.value)) return { do: 'promote' };
      return { do: 'wait', ms: held > 0 ? held : lookMs.value };
    case 'Retiring':
      return held <= 0 ? { do: 'drop' } : { do: 'wait', ms: held };
  }
}
