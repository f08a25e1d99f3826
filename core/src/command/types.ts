/**
 * Glossary of the data path. The words of the design, once, as types.
 *
 * - agent: the untrusted program
 * - connection: an AuditedConnection: one target behind one credential
 * - session: one agent's use of one connection
 * - command: the unit that a policy decides on
 * - effect: one (action, object) pair of a command; a command is the set of its effects
 */

/**
 * What an effect acts on. Policies narrow by it: `relations` to relations, `functions` to functions; a setting or the
 * channel of a notification is for expressions.
 */
export type EffectKind = 'relation' | 'function' | 'setting' | 'channel' | 'none';

/** One (action, object) pair of a command. */
export interface Effect {
  /** PostgreSQL's command tag in upper case: `SELECT`, `UPDATE`, `CREATE TABLE`, `SET`; `CALL` for a function call. */
  readonly command: string;
  readonly kind: EffectKind;
  /**
   * Resolved name, each part quoted as `quote_ident` would: `public.orders`, `public."We.ird"`, `search_path`.
   * Absent for kind `none`.
   */
  readonly object?: string;
  /** A write that reaches every row: no WHERE, or one that does not depend on a column. */
  readonly unbounded?: true;
  /**
   * The relation by way of which it comes about, quoted like `object`: a view, a rule, a partition, a trigger. Deny and
   * RequireApproval match it as any other; an Allow has to cover the effects that the command names itself.
   */
  readonly through?: string;
}

/** Who runs the command, as verified by the sidecar, never as claimed by the agent. */
export interface Agent {
  readonly serviceAccount: string;
  readonly namespace: string;
  readonly pod?: { readonly name: string; readonly uid: string };
  /** Labels of the pod; `podSelector` matches on them. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Claims of a verified OIDC token. */
  readonly claims?: Readonly<Record<string, string>>;
}

/** A bound value. Text format is kept as text; binary as base64 under `binary`; SQL NULL is null. */
export type Parameter = string | null | { readonly binary: string };

/** What the agent asks for, in the protocol's own terms plus the classification that policies need. */
export interface Command {
  readonly text: string;
  readonly parameters: readonly Parameter[];
  /** Type OIDs of the parameters as the agent declared them; 0 where it left the choice to the server. */
  readonly parameterTypes: readonly number[];
  readonly effects: readonly Effect[];
}
