import {
  parseDuration,
  type AccessPolicy,
  type AccessPolicyRuleApproval,
  type Approval,
  type ApprovalDecision,
  type ApprovalSpec,
} from '@chaperone/crds';
import { AdmissionError } from '../errors.ts';
import { diff } from '../json-patch.ts';
import type { AdmissionAnswer, AdmissionRequest } from '../review.ts';

/** Bounds of the schema: further groups of a person are left out. */
const MAX_GROUPS = 256;
const MAX_NAME = 256;

/** Policies of a namespace at this moment. */
export type PolicyLookup = (namespace: string) => readonly AccessPolicy[];

/** What a request makes of the spec; undefined where nothing is to be stamped. */
type Stamped =
  | { readonly kind: 'stamped'; readonly spec: ApprovalSpec; readonly warnings: readonly string[] }
  | { readonly kind: 'refused'; readonly message: string }
  | undefined;

/**
 * Writes into an Approval what only admission knows: who asks for a grant, who decides, and when. Whatever the body says of that is
 * overwritten. What a person may decide is not its business: the API server's own policies say so, behind it.
 *
 * @throws AdmissionError BAD_REVIEW where the object is no Approval
 */
export function stampApproval(
  request: AdmissionRequest,
  lookup: PolicyLookup,
  now: Date,
): AdmissionAnswer {
  const stamped = stampedSpec(request, lookup, now);
  if (stamped?.kind === 'refused') return { ...stamped, warnings: [] };
  const { object } = request;
  const patch = stamped === undefined ? [] : diff(object, { ...object, spec: stamped.spec });
  return { kind: 'admitted', patch, warnings: stamped?.warnings ?? [] };
}

function stampedSpec(request: AdmissionRequest, lookup: PolicyLookup, now: Date): Stamped {
  const { operation, namespace, object, oldObject } = request;
  const spec = specOf(object);
  if (operation === 'CREATE')
    return withRequester(spec, request.userInfo.username, lookup(namespace), now);
  if (operation !== 'UPDATE' || oldObject === undefined) return undefined;
  const before = specOf(oldObject);
  return spec.decision === before.decision || spec.decision === 'Pending'
    ? undefined
    : withDecision(spec, before.decisions, stampOf(spec, request, now));
}

/** Who may decide over a grant, and how many of them, the rule says and not who asks. */
function withRequester(
  spec: ApprovalSpec,
  requestedBy: string,
  policies: readonly AccessPolicy[],
  now: Date,
): Stamped {
  const { grant, policyRef } = spec;
  if (grant === undefined) return undefined;
  const asked = approvalOf(policyRef, policies);
  if (asked === undefined) {
    const message = `rule ${policyRef.rule} of AccessPolicy ${policyRef.name} does not exist, or needs no approval: correct spec.policyRef`;
    return { kind: 'refused', message };
  }
  const { approvers, required, timeout } = asked;
  const expiresAt = new Date(now.getTime() + parseDuration(timeout)).toISOString();
  return {
    kind: 'stamped',
    spec: { ...spec, grant: { ...grant, requestedBy }, approvers, required, expiresAt },
    warnings: [],
  };
}

function approvalOf(
  { name, rule }: ApprovalSpec['policyRef'],
  policies: readonly AccessPolicy[],
): AccessPolicyRuleApproval | undefined {
  const policy = policies.find(({ metadata }) => metadata.name === name);
  return policy?.spec.rules.find((one) => one.name === rule)?.approval;
}

/** One person's decision, by what the API server knows of the person. */
function stampOf(
  { decision, reason }: ApprovalSpec,
  { userInfo }: AdmissionRequest,
  now: Date,
): ApprovalDecision {
  const groups = userInfo.groups.filter((group) => group.length <= MAX_NAME).slice(0, MAX_GROUPS);
  return {
    username: userInfo.username,
    groups,
    decision: decision === 'Denied' ? 'Denied' : 'Approved',
    ...(reason === '' ? {} : { reason }),
    decidedAt: now.toISOString(),
  };
}

/** `decision` stays Pending until as many different people have approved as are required; one denial suffices. */
function withDecision(
  spec: ApprovalSpec,
  earlier: readonly ApprovalDecision[],
  stamp: ApprovalDecision,
): Stamped {
  const { required = 1 } = spec;
  const { username, decision } = stamp;
  if (earlier.some((one) => one.username === username && one.decision === decision)) {
    const message = `${username} has decided so already: it takes ${String(required)} different people`;
    return { kind: 'refused', message };
  }
  const decisions = [...earlier, stamp];
  const approved = decisions.filter((one) => one.decision === 'Approved').length;
  const isEnough = decision === 'Denied' || approved >= required;
  const count = `${String(approved)} of ${String(required)} people have approved`;
  return {
    kind: 'stamped',
    spec: { ...spec, decisions, decision: isEnough ? decision : 'Pending' },
    warnings: isEnough ? [] : [`${count}: it stays Pending until all have`],
  };
}

function specOf(object: Readonly<Record<string, unknown>>): ApprovalSpec {
  const { spec } = object as Partial<Approval>;
  if (object['kind'] !== 'Approval' || typeof spec !== 'object')
    throw new AdmissionError('BAD_REVIEW', 'the object is no Approval');
  // The API server has checked it against its schema before it asked, and filled in the defaults.
  return spec;
}
