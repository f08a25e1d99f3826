/** What a connection asks of its agents' tokens: `spec.identity.oidc`. */
export interface OidcSettings {
  /** As in the token's `iss`, to the letter. */
  readonly issuer: string;
  /** The token has to be for one of them. */
  readonly audiences: readonly string[];
  /** Name in the record to name of the token's claim. */
  readonly claims: Readonly<Record<string, string>>;
  /** Authorities of the issuer's certificate in PEM; absent: those that Node trusts. */
  readonly ca?: string;
}

/** What a verified token says. */
export interface Identity {
  /** By their names in the record. */
  readonly claims: Readonly<Record<string, string>>;
  /** When the token has expired for certain: its `exp` and the clock skew; milliseconds since the epoch. */
  readonly expiresAtMs: number;
  /** As it was presented: what is exchanged. Never logged, never recorded. */
  readonly token: string;
}
