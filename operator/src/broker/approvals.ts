import type { Approval, AuditedConnection } from '@chaperone/crds';
import { BrokerError } from './errors.ts';
import { entitlementOf, POD_UID } from './entitlement.ts';
import { isFields, textAt } from './fields.ts';
import type { Caller, Cluster } from './types.ts';

type Spec = Approval['spec'];
type Phase = NonNullable<NonNullable<Approval['status']>['phase']>;

/** Phases that a sidecar may report, and what people have to have decided before. */
const REPORTED: Readonly<Record<string, Spec['decision'] | undefined>> = {
  Pending: undefined,
  Approved: 'Approved',
  Denied: 'Denied',
  Expired: undefined,
  Consumed: 'Approved',
};

/**
 * A sidecar tells of an Approval: one that it asks for is made, of one that is there the state is taken over. Who the agent
 * is and who decides is taken from what the broker knows, never from what was said.
 * @throws BrokerError BAD_REQUEST, NOT_ENTITLED, CONFLICT
 */
export async function putApproval(
  caller: Caller,
  name: string,
  body: unknown,
  cluster: Pick<Cluster, 'objects' | 'approvals'>,
): Promise<void> {
  const said = readSaid(body);
  const { namespace } = caller;
  const known = await cluster.approvals.get(namespace, name);
  if (known === undefined) {
    const object = newApproval(caller, name, said, cluster);
    if (!(await cluster.approvals.create(object))) {
      throw new BrokerError('CONFLICT', `there is another Approval ${name} by now`);
    }
  } else if (!isOwn(known, caller)) {
    throw new BrokerError('CONFLICT', `Approval ${name} is not of this pod`);
  }
  // Each sidecar of the agent takes a grant over for itself; how the grant stands is not for one of them to say.
  if (known?.spec.grant !== undefined) return;
  const decision = known?.spec.decision ?? 'Pending';
  const wanted = REPORTED[said.phase];
  if (wanted !== undefined && wanted !== decision) {
    throw new BrokerError('BAD_REQUEST', `Approval ${name} is not ${wanted}`);
  }
  await cluster.approvals.stateStatus(namespace, name, said.status);
}

interface Said {
  readonly spec: Spec;
  readonly phase: Phase;
  readonly status: object;
}

function readSaid(body: unknown): Said {
  const spec = isFields(body) ? body['spec'] : undefined;
  const status = isFields(body) ? body['status'] : undefined;
  const phase = textAt(status, 'phase') ?? '';
  if (!isFields(spec) || !isFields(status) || !Object.hasOwn(REPORTED, phase)) {
    throw new BrokerError('BAD_REQUEST', 'the body is no Approval with a phase');
  }
  // What the fields hold is checked by the API server, against the schema.
  const { consumedAt, estimatedRows, activeUntil, conditions } = status;
  return {
    spec: spec as unknown as Spec,
    phase: phase as Phase,
    status: { phase, consumedAt, estimatedRows, activeUntil, conditions },
  };
}

function isOwn({ metadata, spec }: Approval, { serviceAccount, pod }: Caller): boolean {
  if (spec.grant !== undefined) return spec.grant.subject.serviceAccount === serviceAccount;
  return metadata.labels?.[POD_UID] === pod.uid;
}

function newApproval(
  caller: Caller,
  name: string,
  { spec }: Said,
  cluster: Pick<Cluster, 'objects'>,
): Approval {
  const { namespace, serviceAccount, pod } = caller;
  const { connections, policies } = entitlementOf(caller, cluster.objects(namespace));
  const connection = connections.find(
    ({ metadata }) => metadata.name === textAt(spec.connectionRef, 'name'),
  );
  const policy = policies.find(({ metadata }) => metadata.name === textAt(spec.policyRef, 'name'));
  const rule = policy?.spec.rules.find((one) => one.name === textAt(spec.policyRef, 'rule'));
  if (
    connection === undefined ||
    rule?.effect !== 'RequireApproval' ||
    rule.approval === undefined
  ) {
    throw new BrokerError(
      'NOT_ENTITLED',
      'no rule that asks for approval is about this connection',
    );
  }
  if (!isNameFor(name, connection) || !isFields(spec.request)) {
    throw new BrokerError(
      'BAD_REQUEST',
      'a sidecar asks for its commands, under names of their connection',
    );
  }
  const { claims } = spec.request.agent;
  const { approvers, required } = rule.approval;
  return {
    apiVersion: 'chaperone.dev/v1alpha1',
    kind: 'Approval',
    metadata: { name, namespace, labels: { [POD_UID]: pod.uid } },
    spec: {
      connectionRef: { name: connection.metadata.name },
      policyRef: { name: policy?.metadata.name ?? '', rule: rule.name },
      request: { ...spec.request, agent: { serviceAccount, pod, ...(claims && { claims }) } },
      approvers,
      required,
      expiresAt: spec.expiresAt,
      decision: 'Pending',
      reason: '',
      decisions: [],
    } as Spec,
  };
}

function isNameFor(name: string, { metadata }: AuditedConnection): boolean {
  return (
    name.startsWith(`${metadata.name}-`) &&
    /^[a-z2-7]{5,20}$/.test(name.slice(metadata.name.length + 1))
  );
}
