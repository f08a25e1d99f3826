/** A token exchange that a connection asks for: `spec.credential.tokenExchange`. */
export interface ExchangeSettings {
  /** https. */
  readonly tokenEndpoint: string;
  /** Authorities of the endpoint's certificate in PEM; absent: those that Node trusts. */
  readonly ca?: string;
  /** How the sidecar authenticates there; absent: not at all. */
  readonly client?: { readonly id: string; readonly secret: string };
  readonly subjectTokenType: 'AccessToken' | 'IDToken' | 'JWT';
  readonly audience?: string;
  readonly resource?: string;
  readonly scopes?: readonly string[];
}

/** Whose token is exchanged: `subjectToken` of a connection. */
export type Subject =
  /** What the agent presented and the sidecar verified. */
  | { readonly kind: 'agent'; readonly token: string }
  /** The pod's own, as it is when it is asked for: the kubelet renews it. */
  | { readonly kind: 'pod' };

/** What an exchange was answered with. */
export interface Grant {
  /** Never logged, never recorded. */
  readonly token: string;
  /** Milliseconds that it is good for, from when it was asked for. */
  readonly lifetimeMs: number;
}

/** What became of an exchange, for the metrics. */
export type ExchangeResult = 'granted' | 'refused' | 'failed';
