/** How a value is masked. `keepLast` in characters (code points); `key` for Hash: HMAC-SHA-256. */
export type MaskMethod =
  | { readonly kind: 'Redact' }
  | { readonly kind: 'Null' }
  | { readonly kind: 'Partial'; readonly keepLast: number }
  | { readonly kind: 'Hash' };

/** How one column is masked. */
export interface MaskRule {
  readonly method: MaskMethod;
  /** The policy lets the column decide over rows, order, groups and failures. */
  readonly predicates: boolean;
}

/** One column that a policy masks; names as in the manifest, each part unquoted. */
export interface MaskedColumn {
  readonly schema: string;
  readonly relation: string;
  readonly column: string;
  readonly method: MaskMethod;
  readonly policy: string;
  /** The masking entry's `name`. */
  readonly masking: string;
}
