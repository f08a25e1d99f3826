import { createHash } from 'node:crypto';
import type { Approval } from '@chaperone/crds';
import type { ApprovalTerms, CompiledPolicies } from '@chaperone/core/policy';
import type { ConfigSnapshot, ConfiguredGrant } from './types.ts';

/** A rule that asks for approval. */
export interface ApprovalRule {
  readonly terms: ApprovalTerms;
  /** Of its whole policy, hex. */
  readonly policyDigest: string;
  readonly isAbout: (connection: string) => boolean;
}

type Policy = CompiledPolicies['policies'][number];

const digests = new WeakMap<Policy, string>();

function digestOf(policy: Policy): string {
  const known = digests.get(policy);
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(policy.canonical).digest('hex');
  digests.set(policy, digest);
  return digest;
}

/** The rule of this name that is in force and asks for approval. */
export function approvalRule(
  { policies }: ConfigSnapshot,
  namespace: string,
  policyName: string,
  ruleName: string,
): ApprovalRule | undefined {
  const policy = policies.policies.find(
    (one) => one.name === policyName && one.namespace === namespace && one.mode === 'Enforce',
  );
  const rule = policy?.rules.find(({ name }) => name === ruleName);
  if (policy === undefined || rule?.effect !== 'RequireApproval') return undefined;
  return { terms: rule.terms, policyDigest: digestOf(policy), isAbout: policy.connections };
}

/** A name that the API server would complete at random; the same for the same grant, so that it is asked for once. */
function generatedName(beginning: string, spec: Approval['spec']): string {
  const { connectionRef, policyRef, grant } = spec;
  const text = JSON.stringify([connectionRef, policyRef, grant]);
  return beginning + createHash('sha256').update(text).digest('hex').slice(0, 5);
}

/** Grants among the manifests; an Approval of one command means nothing in a directory. */
export function grantsOf(approvals: readonly Approval[]): readonly ConfiguredGrant[] {
  return approvals.flatMap(({ metadata, spec }) => {
    if (spec.grant === undefined) return [];
    const { subject, duration, justification } = spec.grant;
    return {
      name: metadata.name ?? generatedName(metadata.generateName ?? '', spec),
      namespace: metadata.namespace,
      connection: spec.connectionRef.name,
      policy: spec.policyRef.name,
      rule: spec.policyRef.rule,
      grant: {
        subject: { serviceAccount: subject.serviceAccount },
        duration,
        ...(justification !== undefined && { justification }),
      },
      isDenied: spec.decision === 'Denied',
    };
  });
}
