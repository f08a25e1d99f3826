import {
  approval,
  decided,
  exchange,
  host,
  masking,
  orders,
  policy,
  rule,
  ssh,
  store,
  target,
  withSpec,
  type Tree,
} from './objects.ts';
import type { Resource } from './resources.ts';

/** A resource that breaks one rule. */
export interface Broken {
  readonly value: Tree & Resource;
  readonly at: string;
  readonly message: string;
}

export const broken: readonly Broken[] = [
  {
    value: withSpec(orders, { target: { ...target, ssh: { hostKeys: ['ssh-ed25519 AAAA'] } } }),
    at: 'spec.target.ssh',
    message: 'target.ssh is for protocol SSH only',
  },
  {
    value: withSpec(ssh, { target: host }),
    at: 'spec.target',
    message:
      'protocol SSH needs target.ssh.hostKeys: the sidecar refuses a host that it does not know',
  },
  {
    value: withSpec(ssh, { target: { ...(ssh['spec'] as { target: Tree }).target, postgres: {} } }),
    at: 'spec.target.postgres',
    message: 'target.postgres is for protocol Postgres only',
  },
  {
    value: withSpec(ssh, { credential: { serviceAccountToken: { name: 'a' } } }),
    at: 'spec.credential',
    message: 'protocol SSH needs credential.secretRef: a key or a password, no token',
  },
  {
    value: withSpec(orders, {
      identity: undefined,
      credential: { tokenExchange: { ...exchange, subjectToken: 'Agent', username: 'a' } },
    }),
    at: 'spec.credential',
    message: "subjectToken Agent needs identity.oidc: it is the agent's token that is exchanged",
  },
  {
    value: withSpec(orders, { credential: { tokenExchange: exchange } }),
    at: 'spec.credential',
    message:
      'protocol Postgres needs tokenExchange.username: the role that the exchanged token is the password of',
  },
  {
    value: withSpec(orders, {
      target: { ...target, tls: { mode: 'Require', caRef: { kind: 'Secret', name: 'a' } } },
    }),
    at: 'spec.target.tls.caRef',
    message: 'caRef is of use with mode VerifyFull or VerifyCA only: remove it or change mode',
  },
  {
    value: withSpec(orders, {
      target: { ...target, tls: { mode: 'Disable', clientCertificateRef: { name: 'a' } } },
    }),
    at: 'spec.target.tls.clientCertificateRef',
    message: 'clientCertificateRef is of use with TLS only: remove it or change mode',
  },
  {
    value: withSpec(orders, { credential: {} }),
    at: 'spec.credential',
    message: 'exactly one of secretRef, tokenExchange, serviceAccountToken is needed',
  },
  {
    value: withSpec(orders, {
      credential: { serviceAccountToken: { name: 'a', expiration: '9m' } },
    }),
    at: 'spec.credential.serviceAccountToken.expiration',
    message: 'expiration must be at least 10m: the API server issues no shorter tokens',
  },
  {
    value: withSpec(policy, {
      subjects: [
        { podSelector: { matchExpressions: [{ key: 'a', operator: 'Exists', values: ['b'] }] } },
      ],
    }),
    at: 'spec.subjects[0].podSelector.matchExpressions[0]',
    message: 'values belongs to the operators In and NotIn, and to no other',
  },
  {
    value: rule({ effect: 'RequireApproval' }),
    at: 'spec.rules[0].approval',
    message: 'effect RequireApproval needs approval: name at least its approvers',
  },
  {
    value: rule({ approval: { approvers: { groups: ['dba'] } } }),
    at: 'spec.rules[0].approval',
    message: 'approval belongs to effect RequireApproval: remove it or change effect',
  },
  {
    value: rule({ postgres: undefined }),
    at: 'spec.rules[0]',
    message:
      'a rule needs one of postgres, http, kubernetes, ssh or expression: without them it would say nothing',
  },
  {
    value: rule({ http: { methods: ['GET'] } }),
    at: 'spec.rules[0]',
    message: 'at most one of postgres, http, kubernetes, ssh: write a rule for each',
  },
  {
    value: masking({ detectors: undefined }),
    at: 'spec.masking[0]',
    message:
      'a masking entry needs one of postgres, http, kubernetes, detectors or patterns: without them it masks nothing',
  },
  {
    value: masking({ method: 'Partial' }),
    at: 'spec.masking[0].partial',
    message: 'method Partial needs partial.keepLast',
  },
  {
    value: masking({ partial: { keepLast: 4 } }),
    at: 'spec.masking[0].partial',
    message: 'partial belongs to method Partial: remove it or change method',
  },
  {
    value: withSpec(approval, { request: undefined }),
    at: 'spec',
    message: 'exactly one of request, grant is needed',
  },
  {
    value: withSpec(approval, { expiresAt: undefined }),
    at: 'spec',
    message: 'request needs approvers, required and expiresAt beside it',
  },
  {
    value: withSpec(approval, { decision: 'Approved' }),
    at: 'spec.decisions',
    message:
      "decision Approved needs as many approved entries in decisions as required says: admission stamps them; is the operator's webhook there?",
  },
  {
    value: withSpec(approval, { decision: 'Denied' }),
    at: 'spec.decisions',
    message:
      "decision Denied needs a denied entry in decisions: admission stamps it; is the operator's webhook there?",
  },
  {
    value: withSpec(approval, { decisions: [decided('a'), decided('a')] }),
    at: 'spec.decisions',
    message: 'a person decides once: decisions names the same one twice',
  },
  {
    value: withSpec(approval, { decisions: [decided('a', '2026-11-21T11:16:00+02:00')] }),
    at: 'spec.decisions',
    message: 'an approval cannot be approved after expiresAt: let the agent ask again',
  },
  {
    value: withSpec(approval, { decision: 'Approved', decisions: [decided('a')] }),
    at: 'spec.decision',
    message:
      'an Approval begins undecided: make it with decision Pending and without decisions, then decide it',
  },
  {
    value: withSpec(store, { directory: { path: '/a' } }),
    at: 'spec',
    message: 'exactly one of s3, directory is needed',
  },
];
