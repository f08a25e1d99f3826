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
 * - `run`: who the agent is, as the broker verified it, and whom to trust; again whenever one of these is another.
 * - `manifests`: everything that the pod may use, as a whole; it replaces what came before.
 * - `decisions`: what people said of one Approval, oldest first, as a whole.
 * - `ping`: the broker is there; comes when nothing else does.
 */
export type StreamMessage =
  | {
      readonly type: 'run';
      readonly agent: Agent;
      /** Authorities of the installation, PEM; absent where the broker is older than this field. */
      readonly authorities?: string;
      /** Names for which the sidecar may serve, sorted; so too. */
      readonly hosts?: readonly string[];
    }
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

/** A file that a sidecar has to store. */
export interface UploadRequest {
  readonly bytes: number;
  /** Base64. */
  readonly sha256: string;
}

/**
 * How a file comes into the store.
 *
 * - `stored`: it is there, the same to the byte.
 * - `broker`: by a PUT to the broker's `contents`, with the digest in the header `x-chaperone-sha256`.
 * - `url`: by a PUT to this URL with exactly these headers, once and soon; no other authorization is needed.
 */
export type UploadAnswer =
  | { readonly kind: 'stored' }
  | { readonly kind: 'broker' }
  | {
      readonly kind: 'url';
      readonly url: string;
      readonly headers: Readonly<Record<string, string>>;
    };

/** Of a file that is put to the broker itself: base64. */
export const CONTENT_DIGEST_HEADER = 'x-chaperone-sha256';

/** Paths of the broker's HTTPS interface. */
export const BROKER_PATHS = {
  stream: '/v1/stream',
  /** Behind it the name of the Approval; PUT of an Approval. */
  approvals: '/v1/approvals/',
  /** Behind it the session's ULID; PUT of a SessionOpening. */
  sessions: '/v1/sessions/',
  /** Behind it the session's ULID; PUT of the signed manifest. */
  manifests: '/v1/manifests/',
  /** Behind it a CertificatePurpose; POST of a CertificateRequest, answered with a CertificateAnswer. */
  certificates: '/v1/certificates/',
  /** Behind it the session's ULID, a slash and the name of a file of its recording; POST of an UploadRequest, answered with an UploadAnswer. */
  uploads: '/v1/uploads/',
  /** Behind it the same; PUT of the file itself, where the store is a directory of the broker. */
  contents: '/v1/contents/',
} as const;

/** What a sidecar's key is for: `serving` agents (ECDSA P-256), signing a `recording` (Ed25519). */
export type CertificatePurpose = 'serving' | 'recording';

/**
 * A sidecar asks for a certificate of its key. It names nothing that shall be in it: that is the broker's to know.
 */
export interface CertificateRequest {
  /** SubjectPublicKeyInfo, DER, base64. */
  readonly publicKey: string;
  /** Signature of `certificateClaim` with the key (ECDSA: DER, SHA-256), base64. */
  readonly proof: string;
}

export interface CertificateAnswer {
  /** PEM: the certificate, and behind it what leads to an authority. */
  readonly certificate: string;
}

/** What is signed to show that a key is one's own: for this purpose and pod, and nothing that anything else signs begins so. */
export function certificateClaim(
  purpose: CertificatePurpose,
  podUid: string,
  publicKey: string,
): string {
  return `chaperone.dev/certificate-request/v1\n${purpose}\n${podUid}\n${publicKey}\n`;
}

/** An answer that is not 2xx. */
export interface BrokerRefusal {
  /** Stable; one of the operator's codes. */
  readonly code: string;
  readonly message: string;
}
