import { parseDuration } from '../duration.ts';
import { UnitError } from '../errors.ts';
import type { RuleMessage } from '../generated/rules.ts';
import { childOf } from './path.ts';

/** Says whether an object keeps a rule. It gets whatever a file holds. */
export type RuleCheck = (self: unknown) => boolean;

const has = (self: unknown, field: string): boolean => childOf(self, field) !== undefined;
const count = (self: unknown, ...fields: readonly string[]): number =>
  fields.filter((field) => has(self, field)).length;
const is = (self: unknown, field: string, ...values: readonly string[]): boolean =>
  values.some((value) => childOf(self, field) === value);

const decisionsOf = (self: unknown): readonly unknown[] => {
  const decisions = childOf(self, 'decisions');
  return Array.isArray(decisions) ? decisions : [];
};
const decided = (self: unknown, decision: string): number =>
  decisionsOf(self).filter((entry) => is(entry, 'decision', decision)).length;
const requiredOf = (self: unknown): number => Number(childOf(self, 'required') ?? 1);
const instant = (text: unknown): number => Date.parse(String(text));

/** Of a duration; what is none has its own finding. */
function milliseconds(text: unknown): number {
  try {
    return parseDuration(String(text));
  } catch (error) {
    if (error instanceof UnitError) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

/**
 * The CRDs' CEL rules, for a place without an API server. The table is keyed by the rule's message, so that a rule that
 * is added to a CRD does not compile until its check is here.
 */
export const RULE_CHECKS: Readonly<Record<RuleMessage, RuleCheck>> = {
  'target.ssh is for protocol SSH only': (self) =>
    is(self, 'protocol', 'SSH') || !has(childOf(self, 'target'), 'ssh'),
  'protocol SSH needs target.ssh.hostKeys: the sidecar refuses a host that it does not know': (
    self,
  ) => !is(self, 'protocol', 'SSH') || has(childOf(self, 'target'), 'ssh'),
  'target.postgres is for protocol Postgres only': (self) =>
    is(self, 'protocol', 'Postgres') || !has(childOf(self, 'target'), 'postgres'),
  'protocol SSH needs credential.secretRef: a key or a password, no token': (self) =>
    !is(self, 'protocol', 'SSH') || has(childOf(self, 'credential'), 'secretRef'),
  "subjectToken Agent needs identity.oidc: it is the agent's token that is exchanged": (self) =>
    !is(childOf(childOf(self, 'credential'), 'tokenExchange'), 'subjectToken', 'Agent') ||
    has(childOf(self, 'identity'), 'oidc'),
  'protocol Postgres needs tokenExchange.username: the role that the exchanged token is the password of':
    (self) => {
      const exchange = childOf(childOf(self, 'credential'), 'tokenExchange');
      return (
        !is(self, 'protocol', 'Postgres') || exchange === undefined || has(exchange, 'username')
      );
    },
  'clientCertificateRef is of use with TLS only: remove it or change mode': (self) =>
    !has(self, 'clientCertificateRef') || !is(self, 'mode', 'Disable'),
  'caRef is of use with mode VerifyFull or VerifyCA only: remove it or change mode': (self) =>
    !has(self, 'caRef') || is(self, 'mode', 'VerifyFull', 'VerifyCA'),
  'exactly one of secretRef, tokenExchange, serviceAccountToken is needed': (self) =>
    count(self, 'secretRef', 'tokenExchange', 'serviceAccountToken') === 1,
  'expiration must be at least 10m: the API server issues no shorter tokens': (self) =>
    !has(self, 'expiration') || milliseconds(childOf(self, 'expiration')) >= 600_000,
  'values belongs to the operators In and NotIn, and to no other': (self) =>
    is(self, 'operator', 'In', 'NotIn') === has(self, 'values'),
  'effect RequireApproval needs approval: name at least its approvers': (self) =>
    !is(self, 'effect', 'RequireApproval') || has(self, 'approval'),
  'approval belongs to effect RequireApproval: remove it or change effect': (self) =>
    is(self, 'effect', 'RequireApproval') || !has(self, 'approval'),
  'a rule needs one of postgres, http, kubernetes, ssh or expression: without them it would say nothing':
    (self) => count(self, 'postgres', 'http', 'kubernetes', 'ssh', 'expression') > 0,
  'at most one of postgres, http, kubernetes, ssh: write a rule for each': (self) =>
    count(self, 'postgres', 'http', 'kubernetes', 'ssh') <= 1,
  'a masking entry needs one of postgres, http, kubernetes, detectors or patterns: without them it masks nothing':
    (self) => count(self, 'postgres', 'http', 'kubernetes', 'detectors', 'patterns') > 0,
  'method Partial needs partial.keepLast': (self) =>
    !is(self, 'method', 'Partial') || has(self, 'partial'),
  'partial belongs to method Partial: remove it or change method': (self) =>
    is(self, 'method', 'Partial') || !has(self, 'partial'),
  'exactly one of request, grant is needed': (self) => has(self, 'request') !== has(self, 'grant'),
  'request needs approvers, required and expiresAt beside it': (self) =>
    !has(self, 'request') || count(self, 'approvers', 'required', 'expiresAt') === 3,
  "decision Approved needs as many approved entries in decisions as required says: admission stamps them; is the operator's webhook there?":
    (self) => !is(self, 'decision', 'Approved') || decided(self, 'Approved') >= requiredOf(self),
  "decision Denied needs a denied entry in decisions: admission stamps it; is the operator's webhook there?":
    (self) => !is(self, 'decision', 'Denied') || decided(self, 'Denied') > 0,
  'a person decides once: decisions names the same one twice': (self) => {
    const people = decisionsOf(self).map((entry) =>
      JSON.stringify([childOf(entry, 'username'), childOf(entry, 'decision')]),
    );
    return new Set(people).size === people.length;
  },
  'an approval cannot be approved after expiresAt: let the agent ask again': (self) =>
    !has(self, 'expiresAt') ||
    decisionsOf(self).every(
      (entry) =>
        is(entry, 'decision', 'Denied') ||
        instant(childOf(entry, 'decidedAt')) <= instant(childOf(self, 'expiresAt')),
    ),
  'exactly one of s3, directory is needed': (self) => has(self, 's3') !== has(self, 'directory'),
};
