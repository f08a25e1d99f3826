import type { Condition, Phase } from './types.ts';

/**
 * Life of an Approval. Pending -> Approved | Denied | Expired | Withdrawn. From Approved a command's goes to Consumed by its
 * one use, at the end of its session or window, and to Expired | Withdrawn where nobody used it; any goes to Revoked.
 * Nothing leaves the others.
 */
export type State =
  | { readonly kind: 'Pending' }
  | {
      readonly kind: 'Approved' | 'Denied' | 'Expired' | 'Withdrawn' | 'Revoked' | 'Consumed';
      readonly at: string;
      readonly reason: string;
    };

const next: Readonly<Record<State['kind'], readonly State['kind'][]>> = {
  Pending: ['Approved', 'Denied', 'Expired', 'Withdrawn'],
  Approved: ['Consumed', 'Expired', 'Withdrawn', 'Revoked'],
  Denied: [],
  Expired: [],
  Withdrawn: [],
  Revoked: [],
  Consumed: [],
};

const phases: Readonly<Record<State['kind'], Phase>> = {
  Pending: 'Pending',
  Approved: 'Approved',
  Denied: 'Denied',
  Expired: 'Expired',
  Withdrawn: 'Expired',
  Revoked: 'Denied',
  Consumed: 'Consumed',
};

export function mayFollow(from: State, to: State): boolean {
  return next[from.kind].includes(to.kind);
}

/** It can still change. */
export function isOpen(state: State): boolean {
  return next[state.kind].length > 0;
}

export function phaseOf(state: State): Phase {
  return phases[state.kind];
}

/** What `spec.decision` says: revoking is denying what was approved. */
export function decisionOf(state: State): 'Pending' | 'Approved' | 'Denied' {
  if (state.kind === 'Consumed' || state.kind === 'Approved') return 'Approved';
  return state.kind === 'Denied' || state.kind === 'Revoked' ? 'Denied' : 'Pending';
}

export function conditionsOf(state: State): readonly Condition[] {
  if (state.kind === 'Pending') return [];
  const { kind, at, reason } = state;
  return [
    { type: 'Settled', status: 'True', reason: kind, message: reason, lastTransitionTime: at },
  ];
}
