import type { Agent } from '../command/types.ts';

/** An object as `kubectl apply` would take it: what a cluster adds to it is left out. */
export type PlainObject = Readonly<Record<string, unknown>>;

/** One person's word on an Approval, as admission stamped it into `spec.decisions`. */
export interface StampedDecision {
  readonly username: string;
  readonly groups: readonly string[];
  readonly decision: 'Approved' | 'Denied';
  readonly reason: string;
  /** RFC 3339; a grant's window counts from there. */
  readonly decidedAt: string;
}

/**
 * A line of the broker's stream, JSON. First comes `run`, then `manifests`, then whatever changes.
 *
 * - `run`: who the agent is, as the broker verified it.
 * - `manifests`: everything that the pod may use, as a whole; it replaces what came before.
 * - `decisions`: what people said of one Approval, oldest first, as a whole.
 * - `ping`: the broker is there; comes when nothing else does.
 */
export type StreamMessage =
  | { readonly type: 'run'; readonly agent: Agent }
  | { readonly type: 'manifests'; readonly manifests: readonly PlainObject[] }
  | {
      readonly type: 'decisions';
      readonly approval: string;
      readonly decisions: readonly StampedDecision[];
    }
  | { readonly type: 'ping' };

/** What a sidecar says of a session before its first command. */
export interface SessionOpening {
  readonly connection: string;
  /** RFC 3339. */
  readonly startedAt: string;
  /** Of a verified token; who the agent is otherwise the broker knows itself. */
  readonly claims?: Readonly<Record<string, string>>;
}

/** Paths of the broker's HTTPS interface. */
export const BROKER_PATHS = {
  stream: '/v1/stream',
  /** Behind it the name of the Approval; PUT of an Approval. */
  approvals: '/v1/approvals/',
  /** Behind it the session's ULID; PUT of a SessionOpening. */
  sessions: '/v1/sessions/',
  /** Behind it the session's ULID; PUT of the signed manifest. */
  manifests: '/v1/manifests/',
} as const;

/** An answer that is not 2xx. */
export interface BrokerRefusal {
  /** Stable; one of the operator's codes. */
  readonly code: string;
  readonly message: string;
}
