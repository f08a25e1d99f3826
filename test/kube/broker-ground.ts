import { makeTempDir } from '../harness/temp.ts';
import { policyText } from '../admission/policies.ts';
import type { User } from './credentials.ts';
import { startKubernetes, type Kubernetes } from './kubernetes.ts';
import { startOperator, type Operator, type OperatorOptions } from './operator.ts';

export const NAMESPACE = 'agents';

/** An API server with the product's kinds and its rules for Approvals, and the operator. */
export interface BrokerGround {
  readonly kubernetes: Kubernetes;
  readonly operator: Operator;
  readonly directory: string;
  /** Of group `dba`, with the right to approve. */
  readonly ada: User;
  readonly apply: (...objects: readonly object[]) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const rights = `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: decides }
rules:
  - { apiGroups: [chaperone.dev], resources: [approvals], verbs: [get, list, patch] }
  - { apiGroups: [chaperone.dev], resources: [auditedconnections], verbs: [approve] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: decides }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: decides }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: dba }]
`;

export async function startBrokerGround(options: OperatorOptions = {}): Promise<BrokerGround> {
  const kubernetes = await startKubernetes();
  await kubernetes.applyCrds();
  await kubernetes.createNamespace(NAMESPACE);
  const dir = await makeTempDir('broker');
  const operator = await startOperator(kubernetes, dir.path, options);
  for (const input of [policyText('approvals'), rights]) {
    await kubernetes.mustKubectl(['apply', '-f', '-'], { input });
  }
  return {
    ...{ kubernetes, operator, directory: dir.path },
    ada: await kubernetes.user('ada', 'dba'),
    apply: async (...objects) => {
      const input = objects.map((object) => JSON.stringify(object)).join('\n---\n');
      await kubernetes.mustKubectl(['apply', '-n', NAMESPACE, '-f', '-'], { input });
    },
    stop: async () => {
      await operator.stop();
      await kubernetes.stop();
      await dir.remove();
    },
  };
}
