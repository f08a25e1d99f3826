// Generated from manifests/ and src/schemas/ by `npm run generate`. Do not edit.
/** The message of a CEL rule of the CRDs. Transition rules, which compare two states, are not among them. */
export type RuleMessage =
  | "a masking entry needs one of postgres, http, kubernetes, detectors or patterns: without them it masks nothing"
  | "a rule needs one of postgres, http, kubernetes, ssh or expression: without them it would say nothing"
  | "approval belongs to effect RequireApproval: remove it or change effect"
  | "at most one of postgres, http, kubernetes, ssh: write a rule for each"
  | "caRef is of use with mode VerifyFull or VerifyCA only: remove it or change mode"
  | "clientCertificateRef is of use with TLS only: remove it or change mode"
  | "effect RequireApproval needs approval: name at least its approvers"
  | "exactly one of request, grant is needed"
  | "exactly one of secretRef, tokenExchange, serviceAccountToken is needed"
  | "method Partial needs partial.keepLast"
  | "partial belongs to method Partial: remove it or change method"
  | "protocol Postgres needs tokenExchange.username: the role that the exchanged token is the password of"
  | "protocol SSH needs credential.secretRef: a key or a password, no token"
  | "protocol SSH needs target.ssh.hostKeys: the sidecar refuses a host that it does not know"
  | "request needs approvers, required and expiresAt beside it"
  | "subjectToken Agent needs identity.oidc: it is the agent's token that is exchanged"
  | "target.postgres is for protocol Postgres only"
  | "target.ssh is for protocol SSH only"
  | "values belongs to the operators In and NotIn, and to no other";
