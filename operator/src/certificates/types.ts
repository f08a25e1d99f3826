/** An authority as it signs. */
export interface SigningPair {
  /** PEM. */
  readonly certificate: string;
  /** PKCS #8, PEM. */
  readonly key: string;
}

/**
 * The installation's authority, as the Secret has it. In every state whoever verifies trusts all that are named.
 *
 * - `Steady`: one authority, which signs. To `Publishing` by age or by a person's wish.
 * - `Publishing`: the next one is made known and signs nothing yet. To `Retiring` when everybody had time to hear of it.
 * - `Retiring`: the next one signs; the one before is still trusted, its key is gone. To `Steady` when nothing that it signed is left.
 */
export type CaState = {
  /** What signs. */
  readonly active: SigningPair;
  /** Since when this state holds. */
  readonly since: Date;
  /** The wish for a rotation that was fulfilled last, as it was written. */
  readonly rotated: string;
  /** Authorities that nobody trusts any more, PEM, the last one first: recordings that they certified are verified with them. */
  readonly past: string;
} & (
  | { readonly phase: 'Steady' }
  | { readonly phase: 'Publishing'; readonly next: SigningPair }
  | {
      readonly phase: 'Retiring';
      /** PEM. */
      readonly previous: string;
      /** The active authority's name and key, signed by the previous one; PEM. */
      readonly cross: string;
    }
);

/** What of the installation's certificates everybody here needs, whoever made them. */
export interface Certificates {
  /** Authorities that verify the broker and webhooks of every replica, and what sidecars serve; PEM, the one that signs first. */
  readonly authorities: string;
  /** What this replica serves: chain and key, PEM. */
  readonly serving: { readonly cert: string; readonly key: string };
  /** What signs; undefined where others do. */
  readonly issuer: Issuer | undefined;
  /** Calls whenever one of these is another. @returns ends it */
  readonly follow: (changed: () => void) => () => void;
  readonly isDeaf: boolean;
  readonly stop: () => Promise<void>;
}

/** Who signs, with what is shown beside its signatures. */
export interface Issuer {
  readonly pair: SigningPair;
  /** What those who know only the authority before need, PEM; empty outside of a rotation. */
  readonly cross: string;
}

/** Authorities of a state: the one that signs first. PEM. */
export function authoritiesOf(state: CaState): string {
  const { active } = state;
  if (state.phase === 'Publishing') return active.certificate + state.next.certificate;
  if (state.phase === 'Retiring') return active.certificate + state.previous;
  return active.certificate;
}
